package io.github.pg1c.base.text;

import io.github.pg1c.base.words.Text;
import java.util.Collection;

/** Writes JSON with two spaces for each level and fields in the order of the calls. */
public final class JsonText {

    private final StringBuilder text = new StringBuilder();
    private int level;
    private boolean first = true;
    private boolean oneLine;

    private JsonText() {}

    /** Writes the fields of an object. */
    public interface Fields {
        void put(JsonText json);
    }

    public static String of(Fields fields) {
        JsonText json = new JsonText();
        json.object(fields);
        return json.text.append('\n').toString();
    }

    public JsonText put(String name, String value) {
        Quoted.json(name(name), value);
        return this;
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
        return inline(name, words -> words.put("en", value.en()).put("ru", value.ru()));
    }

    public JsonText put(String name, Fields fields) {
        name(name);
        object(fields);
        return this;
    }

    /** An object on one line. */
    public JsonText inline(String name, Fields fields) {
        boolean around = oneLine;
        name(name);
        oneLine = true;
        object(fields);
        oneLine = around;
        return this;
    }

    /** One object for each item. */
    public <T> JsonText list(String name, Collection<T> items, ItemFields<T> fields) {
        name(name).append('[');
        level++;
        first = true;
        for (T item : items) {
            next();
            object(json -> fields.put(json, item));
        }
        level--;
        end(items.isEmpty(), ']');
        return this;
    }

    /** Writes the fields of one item's object. */
    public interface ItemFields<T> {
        void put(JsonText json, T item);
    }

    private JsonText raw(String name, String value) {
        name(name).append(value);
        return this;
    }

    private StringBuilder name(String name) {
        next();
        Quoted.json(text, name);
        return text.append(": ");
    }

    private void next() {
        if (!first) {
            text.append(',');
        }
        if (!oneLine) {
            line();
        } else if (!first) {
            text.append(' ');
        }
        first = false;
    }

    private void line() {
        text.append('\n');
        for (int i = 0; i < level; i++) {
            text.append("  ");
        }
    }

    private void end(boolean empty, char bracket) {
        if (!empty && !oneLine) {
            line();
        }
        text.append(bracket);
        first = false;
    }

    private void object(Fields fields) {
        text.append('{');
        level++;
        first = true;
        fields.put(this);
        level--;
        end(first, '}');
    }
}
