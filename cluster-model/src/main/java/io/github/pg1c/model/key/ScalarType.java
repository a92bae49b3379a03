package io.github.pg1c.model.key;

import io.github.pg1c.base.words.Text;
import java.util.function.Function;

/**
 * A kind of value that is written as one word or number.
 *
 * @param type the Java type
 * @param code of the problem of a malformed value
 * @param noun its name, as in "is not a size"
 * @param remedy the accepted spelling
 * @param parser reads it; throws {@link IllegalArgumentException}
 * @param json its type in the JSON Schema, without braces
 */
public record ScalarType(
        Class<?> type, String code, Text noun, Text remedy, Function<String, Object> parser, String json) {}
