package io.github.pg1c.model.value;

import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;
import java.util.regex.Pattern;

/**
 * Name of a replication slot; it is unique in the whole cluster, not only in its database.
 *
 * @param value 1 to 63 lower-case letters a-z, digits and underscores
 * @see <a href="https://www.postgresql.org/docs/current/warm-standby.html#STREAMING-REPLICATION-SLOTS-MANIPULATION">
 *     PostgreSQL: querying and manipulating replication slots</a>
 * @since 0.1
 */
public record SlotName(String value) implements Comparable<SlotName> {

    /** The form of a name, for the JSON Schema. */
    public static final String FORM = "^[a-z0-9_]{1,63}$";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    public SlotName {
        if (!PATTERN.matcher(value).matches()) {
            throw new MalformedValueException(
                    Text.of(
                            "'" + value + "' is not a name of a replication slot",
                            "«" + value + "» не подходит как имя слота репликации"),
                    Text.of(
                            "use 1 to 63 lower-case letters a-z, digits and '_'",
                            "от 1 до 63 строчных латинских букв, цифр и «_»"));
        }
    }

    /**
     * Reads a name.
     *
     * @throws MalformedValueException when PostgreSQL would refuse it
     */
    public static SlotName parse(String text) {
        return new SlotName(text);
    }

    @Override
    public int compareTo(SlotName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
