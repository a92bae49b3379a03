package io.github.pg1c.model.value;

import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;
import java.util.regex.Pattern;

/**
 * Short name of a host: the name of Patroni's and etcd's member on it.
 *
 * @param value one label of a DNS name, lower case, 1 to 63 characters
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1123#section-2.1">RFC 1123, section 2.1</a>
 * @since 0.1
 */
public record NodeName(String value) implements Comparable<NodeName> {

    /** The form of a name, for the JSON Schema. */
    public static final String FORM = "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    public NodeName {
        if (!PATTERN.matcher(value).matches()) {
            throw new MalformedValueException(
                    Text.of("'" + value + "' is not a name of a node", "«" + value + "» не подходит как имя узла"),
                    Text.of(
                            "write the host's short name: up to 63 lower-case letters a-z, digits and '-', with "
                                    + "a letter or digit first and last",
                            "укажите короткое имя хоста: до 63 строчных латинских букв, цифр и «-»; первый и "
                                    + "последний знак — буква или цифра"));
        }
    }

    /**
     * Reads a name.
     *
     * @throws MalformedValueException when it is not one label of a DNS name in lower case
     */
    public static NodeName parse(String text) {
        return new NodeName(text);
    }

    @Override
    public int compareTo(NodeName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
