package io.github.pg1c.model.key;

import java.lang.reflect.InvocationTargetException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The words of an enumeration as a specification writes them: its {@code id()}, or the constant as
 * {@code lower-case}.
 */
public final class EnumWords {

    private static final ClassValue<Map<String, Object>> WORDS = new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
            Map<String, Object> words = new LinkedHashMap<>();
            for (Object constant : type.getEnumConstants()) {
                words.put(word((Enum<?>) constant), constant);
            }
            return Collections.unmodifiableMap(words);
        }
    };

    private EnumWords() {}

    /** Each word with its constant, in declared order. */
    public static Map<String, Object> of(Class<?> type) {
        return WORDS.get(type);
    }

    /** The word of one constant. */
    public static String word(Enum<?> constant) {
        try {
            return (String) constant.getDeclaringClass().getMethod("id").invoke(constant);
        } catch (NoSuchMethodException e) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("id() of " + constant.getDeclaringClass() + " cannot be called", e);
        }
    }
}
