package io.github.pg1c.model.value;

import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Name of a role or a database of PostgreSQL, exactly as the server keeps it.
 *
 * @param value 1 to 63 bytes of UTF-8, without control characters
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS">
 *     PostgreSQL: identifiers</a>
 * @since 0.1
 */
public record SqlName(String value) implements Comparable<SqlName> {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** Words that PostgreSQL does not accept as a name without quotes. */
    private static final Set<String> RESERVED =
            Set.of(("all analyse analyze and any array as asc asymmetric authorization between bigint "
                            + "binary bit boolean both case cast char character check coalesce collate "
                            + "collation column concurrently constraint create cross current_catalog "
                            + "current_date current_role current_schema current_time current_timestamp "
                            + "current_user dec decimal default deferrable desc distinct do else end except "
                            + "exists extract false fetch float for foreign freeze from full grant greatest "
                            + "group grouping having ilike in initially inner inout int integer intersect "
                            + "interval into is isnull join json lateral leading least left like limit "
                            + "localtime localtimestamp national natural nchar none normalize not notnull null "
                            + "nullif numeric offset on only or order out outer overlaps overlay placing "
                            + "position precision primary public real references returning right row select "
                            + "session_user setof similar smallint some substring symmetric system_user table "
                            + "tablesample then time timestamp to trailing treat trim true union unique user "
                            + "using values varchar variadic verbose when where window with")
                    .split(" "));

    public SqlName {
        int length = value.getBytes(StandardCharsets.UTF_8).length;
        if (length == 0 || length > 63 || value.chars().anyMatch(Character::isISOControl)) {
            String shown = value.codePoints()
                    .filter(c -> !Character.isISOControl(c))
                    .limit(80)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            throw new MalformedValueException(
                    Text.of(
                            "'" + shown + "' is not a name for PostgreSQL (" + length + " bytes)",
                            "«" + shown + "» не подходит как имя в PostgreSQL (байт: " + length + ")"),
                    Text.of(
                            "use 1 to 63 bytes without control characters",
                            "от 1 до 63 байт, без управляющих символов"));
        }
    }

    /**
     * Reads a name.
     *
     * @throws MalformedValueException when it is empty, too long or has control characters
     */
    public static SqlName parse(String text) {
        return new SqlName(text);
    }

    /**
     * Whether SQL must quote it: a capital, a leading digit, a reserved word, or anything beyond letters, digits and
     * underscore.
     */
    public boolean needsQuoting() {
        return !PLAIN.matcher(value).matches() || RESERVED.contains(value);
    }

    /** The name in double quotes, as it may stand in SQL. */
    public String quoted() {
        return '"' + value.replace("\"", "\"\"") + '"';
    }

    @Override
    public int compareTo(SqlName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
