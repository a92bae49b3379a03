package io.github.pg1c.model.value;

import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;
import java.util.regex.Pattern;

/**
 * Name of a cluster: Patroni's scope, PostgreSQL's {@code cluster_name}, the name of a directory.
 *
 * @param value 1 to 63 lower-case letters, digits, hyphens and underscores; begins and ends with a letter or digit
 * @since 0.1
 */
public record ClusterName(String value) implements Comparable<ClusterName> {

    /** The form of a name, for the JSON Schema. */
    public static final String FORM = "^[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?$";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    public ClusterName {
        if (!PATTERN.matcher(value).matches()) {
            throw new MalformedValueException(
                    Text.of(
                            "'" + value + "' is not a name of a cluster",
                            "«" + value + "» не подходит как имя кластера"),
                    Text.of(
                            "use up to 63 lower-case letters a-z, digits, '-' and '_', with a letter or digit "
                                    + "first and last",
                            "до 63 строчных латинских букв, цифр, «-» и «_»; первый и последний знак — буква или "
                                    + "цифра"));
        }
    }

    /**
     * Reads a name.
     *
     * @throws MalformedValueException when the text has another form
     */
    public static ClusterName parse(String text) {
        return new ClusterName(text);
    }

    @Override
    public int compareTo(ClusterName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
