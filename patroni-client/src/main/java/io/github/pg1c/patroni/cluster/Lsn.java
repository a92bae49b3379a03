package io.github.pg1c.patroni.cluster;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A position in the WAL: a byte offset, compared without a sign.
 *
 * @param value the offset in bytes
 * @see <a href="https://www.postgresql.org/docs/current/datatype-pg-lsn.html">PostgreSQL: pg_lsn</a>
 * @since 0.1
 */
public record Lsn(long value) implements Comparable<Lsn> {
    /** The position of a text such as {@code 0/4000060}; empty for anything else, such as {@code unknown}. */
    public static Optional<Lsn> parse(String text) {
        int slash = text.indexOf('/');
        long high = half(text, 0, slash);
        long low = half(text, slash + 1, text.length());
        return slash < 0 || high < 0 || low < 0 ? Optional.empty() : Optional.of(new Lsn(high << 32 | low));
    }

    /**
     * One to eight hexadecimal digits; -1 for anything else. Not a regular expression, because an answer has five
     * positions for each member.
     */
    private static long half(String text, int start, int end) {
        if (end - start < 1 || end - start > 8) {
            return -1;
        }
        long value = 0;
        for (int i = start; i < end; i++) {
            char digit = text.charAt(i);
            if (!HexFormat.isHexDigit(digit)) {
                return -1;
            }
            value = value << 4 | HexFormat.fromHexDigit(digit);
        }
        return value;
    }

    /** The distance from another position in bytes; negative when this one is before it. */
    public long minus(Lsn other) {
        return value - other.value;
    }

    @Override
    public int compareTo(Lsn other) {
        return Long.compareUnsigned(value, other.value);
    }

    /** As PostgreSQL writes it. */
    @Override
    public String toString() {
        return Long.toHexString(value >>> 32).toUpperCase(Locale.ROOT)
                + "/"
                + Long.toHexString(value & 0xFFFF_FFFFL).toUpperCase(Locale.ROOT);
    }
}
