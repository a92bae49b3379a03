package io.github.pg1c.bundle.collect;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.collect.HostFactsException.Fault;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One object of an answer. What is wrong with a value becomes a fault, and reading goes on. */
final class AnswerObject {

    private final String place;
    private final Map<?, ?> values;
    private final Predicate<String> explained;
    private final List<Fault> faults;

    /**
     * An object.
     *
     * @param place its place in the answer; empty for the whole answer
     * @param explained whether there is a reason for the null at a place
     * @param faults collects what is wrong
     */
    AnswerObject(String place, Map<?, ?> values, Predicate<String> explained, List<Fault> faults) {
        this.place = place;
        this.values = values;
        this.explained = explained;
        this.faults = faults;
    }

    /** A text that is always there. */
    String text(String name) {
        if (values.get(name) instanceof String text) {
            return text;
        }
        fault(name, "is missing or not a text", "нет, или это не текст");
        return "";
    }

    /** A text, or unknown. */
    @Nullable
    String textOrUnknown(String name) {
        return value(name, String.class);
    }

    /** A text, unknown, or left out. */
    @Nullable
    String textIfAny(String name) {
        return values.containsKey(name) ? textOrUnknown(name) : null;
    }

    /** A text with a form, or unknown. */
    <T> @Nullable T parsed(String name, Function<String, T> form) {
        String text = textOrUnknown(name);
        try {
            return text == null ? null : form.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            fault(name, "has another form: '" + text + "'", "имеет другой вид: «" + text + "»");
            return null;
        }
    }

    /** The same, or left out. */
    <T> @Nullable T parsedIfAny(String name, Function<String, T> form) {
        return values.containsKey(name) ? parsed(name, form) : null;
    }

    /** Yes, no, or unknown. */
    Answer answer(String name) {
        Boolean value = value(name, Boolean.class);
        if (value == null) {
            return Answer.UNKNOWN;
        }
        return value ? Answer.YES : Answer.NO;
    }

    /** Whether something is marked. */
    boolean marked(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** A whole number from 0, or unknown. */
    @Nullable
    Long number(String name) {
        Number value = value(name, Number.class);
        if (value == null || ((value instanceof Integer || value instanceof Long) && value.longValue() >= 0)) {
            return value == null ? null : value.longValue();
        }
        fault(name, "is not a whole number from 0: " + value, "не целое число от 0: " + value);
        return null;
    }

    /** The number of a port, which is always there. */
    int port(String name) {
        if (values.get(name) instanceof Integer port && port >= 1 && port <= 65_535) {
            return port;
        }
        fault(name, "is missing or not a port", "нет, или это не порт");
        return 0;
    }

    /** Texts, or unknown. */
    @Nullable
    List<String> texts(String name) {
        List<?> items = value(name, List.class);
        if (items == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (Object item : items) {
            if (item instanceof String text) {
                texts.add(text);
            } else {
                fault(name, "has an item that is not a text", "содержит не только тексты");
            }
        }
        return texts;
    }

    /** An object that is always there. */
    AnswerObject object(String name) {
        if (values.get(name) instanceof Map<?, ?> map) {
            return new AnswerObject(at(name), map, explained, faults);
        }
        fault(name, "is missing or not an object", "нет, или это не объект");
        // Nothing more is said of what is in it.
        return new AnswerObject(at(name), Map.of(), explained, new ArrayList<>());
    }

    /** Objects, each named by some of its values, no name twice; the list is always there. */
    <T> List<T> list(String name, Function<AnswerObject, String> identity, Function<AnswerObject, T> item) {
        Set<String> seen = new HashSet<>();
        List<T> items = listOrUnknown(name, identity, one -> {
            if (!seen.add(one.place)) {
                faults.add(new Fault(one.place, Text.of("is there twice", "указано дважды")));
            }
            return item.apply(one);
        });
        return items == null ? List.of() : items;
    }

    /** The same, or unknown; several may have one name. */
    <T> @Nullable List<T> listOrUnknown(
            String name, Function<AnswerObject, String> identity, Function<AnswerObject, T> item) {
        List<?> objects = value(name, List.class);
        if (objects == null) {
            return null;
        }
        List<T> items = new ArrayList<>();
        for (Object object : objects) {
            if (object instanceof Map<?, ?> map) {
                String key = identity.apply(new AnswerObject("", map, explained, new ArrayList<>()));
                String there = at(name) + "[" + key + "]";
                items.add(item.apply(new AnswerObject(there, map, explained, faults)));
            } else {
                fault(name, "has an item that is not an object", "содержит не только объекты");
            }
        }
        return items;
    }

    /** Refuses what must not be there. */
    void without(String name, String en, String ru) {
        if (values.containsKey(name)) {
            fault(name, en, ru);
        }
    }

    private <T> @Nullable T value(String name, Class<T> type) {
        Object value = values.get(name);
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        if (!values.containsKey(name)) {
            fault(name, "is missing", "нет");
        } else if (value != null) {
            fault(name, "has a value of another kind", "имеет значение другого рода");
        } else if (!explained.test(at(name))) {
            fault(name, "is null without a reason in 'unknown'", "равно null без причины в «unknown»");
        }
        return null;
    }

    private void fault(String name, String en, String ru) {
        faults.add(new Fault(at(name), Text.of(en, ru)));
    }

    private String at(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }
}
