package io.github.pg1c.base.text;

import io.github.pg1c.base.words.Text;
import java.util.Collection;

/** Writes JSON with two blanks for each level; fields in the order in which they are put. */
public final class JsonText {

    private final StringBuilder text = new StringBuilder();
    private int level;
    private boolean first = true;

    private JsonText() {}

    /** What stands within an object. */
    public interface Fields {
        void put(JsonText json);
    }

    public static String of(Fields fields) {
        JsonText json = new JsonText();
        json.object(fields);
        return json.text.append('\n').toString();
    }

    public JsonText put(String name, String value) {
        return raw(name, Quoted.json(value));
    }

    public JsonText put(String name, long value) {
        return raw(name, Long.toString(value));
    }

    public JsonText put(String name, double value) {
        return raw(name, Double.toString(value));
    }

    public JsonText put(String name, boolean value) {
        return raw(name, Boolean.toString(value));
    }

    public JsonText put(String name, Text value) {
        return raw(name, "{\"en\": " + Quoted.json(value.en()) + ", \"ru\": " + Quoted.json(value.ru()) + "}");
    }

    public JsonText put(String name, Fields fields) {
        next().append(Quoted.json(name)).append(": ");
        object(fields);
        return this;
    }

    /** An object on one line. */
    public JsonText inline(String name, Fields fields) {
        JsonText inner = new JsonText();
        fields.put(inner);
        return raw(name, "{" + inner.text.toString().replace("\n", " ").strip() + "}");
    }

    /** One object for each item. */
    public <T> JsonText list(String name, Collection<T> items, ItemFields<T> fields) {
        next().append(Quoted.json(name)).append(": [");
        level++;
        first = true;
        for (T item : items) {
            next();
            object(json -> fields.put(json, item));
        }
        level--;
        text.append(items.isEmpty() ? "" : "\n" + "  ".repeat(level)).append(']');
        first = false;
        return this;
    }

    /** What stands within the object of one item. */
    public interface ItemFields<T> {
        void put(JsonText json, T item);
    }

    private JsonText raw(String name, String value) {
        next().append(Quoted.json(name)).append(": ").append(value);
        return this;
    }

    private StringBuilder next() {
        text.append(first ? "\n" : ",\n").append("  ".repeat(level));
        first = false;
        return text;
    }

    private void object(Fields fields) {
        text.append('{');
        level++;
        first = true;
        fields.put(this);
        level--;
        text.append(first ? "" : "\n" + "  ".repeat(level)).append('}');
        first = false;
    }
}
