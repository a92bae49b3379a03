package io.github.pg1c.model.key;

import io.github.pg1c.base.words.Text;
import java.util.function.Function;

/**
 * A kind of value that is written as one word or number.
 *
 * @param type Java's type of it
 * @param code of the problem of a malformed value
 * @param noun what it is called, as in "is not a size"
 * @param remedy how it is written
 * @param parser reads it; throws {@link IllegalArgumentException}
 * @param json what the JSON Schema says of it, without braces
 */
public record ScalarType(
        Class<?> type, String code, Text noun, Text remedy, Function<String, Object> parser, String json) {}
