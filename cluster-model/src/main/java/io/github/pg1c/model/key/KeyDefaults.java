package io.github.pg1c.model.key;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values that absent keys have, read from {@link io.github.pg1c.model.key.Key#otherwise()}. */
public final class KeyDefaults {

    private static final ClassValue<Object> SECTIONS = new ClassValue<>() {
        @Override
        protected Object computeValue(Class<?> section) {
            List<@Nullable Object> values = new ArrayList<>();
            SectionKey.of(section).forEach(key -> values.add(value(key)));
            return SectionKey.construct(section, values);
        }
    };

    private KeyDefaults() {}

    /** A section without any key; each of its keys has a default or is optional. */
    public static <T> T of(Class<T> section) {
        return section.cast(SECTIONS.get(section));
    }

    /** The value of a key that is absent; null when it has none. */
    public static @Nullable Object value(SectionKey key) {
        if (key.type() == Map.class) {
            return Map.of();
        }
        if (key.list()) {
            return collect(key, List.of());
        }
        if (!key.key().otherwise().isEmpty()) {
            return scalar(key.type(), key.key().otherwise());
        }
        return key.section() ? of(key.type()) : null;
    }

    /**
     * A stand-in for a mandatory value that is missing or broken: the key's example. Rules about other keys can then be
     * applied; rules that read the key itself are not.
     */
    public static @Nullable Object standIn(SectionKey key) {
        if (!key.key().required() || key.list() || key.type() == Map.class) {
            return value(key);
        }
        if (key.section()) {
            return standIn(key.type());
        }
        return scalar(key.type(), key.key().example());
    }

    /** A section of stand-ins. */
    public static Object standIn(Class<?> section) {
        List<@Nullable Object> values = new ArrayList<>();
        SectionKey.of(section).forEach(key -> values.add(standIn(key)));
        return SectionKey.construct(section, values);
    }

    /** A value from a well-formed text. */
    static Object scalar(Class<?> type, String text) {
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        }
        if (type == boolean.class || type == Boolean.class) {
            return Boolean.valueOf(text);
        }
        if (type.isEnum()) {
            return Objects.requireNonNull(EnumWords.of(type).get(text), text);
        }
        return ScalarTypes.of(type).orElseThrow().parser().apply(text);
    }

    /** The elements as the collection that the key holds. */
    public static Object collect(SectionKey key, List<Object> elements) {
        return key.type() == Set.class ? Set.copyOf(new LinkedHashSet<>(elements)) : List.copyOf(elements);
    }
}
