package io.github.pg1c.tuning.catalogue;

/**
 * A major version of PostgreSQL.
 *
 * @param number {@code 17} for every 17.x; 10 or more
 * @see <a href="https://www.postgresql.org/support/versioning/">PostgreSQL: versioning policy</a>
 * @since 0.1
 */
public record PgMajor(int number) implements Comparable<PgMajor> {

    /** The oldest version with a catalogue. */
    public static final PgMajor OLDEST_SUPPORTED = new PgMajor(14);

    /** The newest version with a catalogue. */
    public static final PgMajor NEWEST_SUPPORTED = new PgMajor(18);

    /** The supported range as it is shown to users. */
    public static final String SUPPORTED = "14..18";

    public PgMajor {
        if (number < 10 || number > 99) {
            throw new IllegalArgumentException("'" + number + "' is not a major version of PostgreSQL: write 17");
        }
    }

    /**
     * Reads {@code 17}.
     *
     * @throws IllegalArgumentException for anything else, {@code 17.2} included; the message names the value
     */
    public static PgMajor parse(String text) {
        String trimmed = text.strip();
        if (!trimmed.matches("[1-9]\\d")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a major version of PostgreSQL: write only its number, for example 17");
        }
        return new PgMajor(Integer.parseInt(trimmed));
    }

    /** Whether there is a catalogue of this version's parameters. */
    public boolean supported() {
        return number >= OLDEST_SUPPORTED.number && number <= NEWEST_SUPPORTED.number;
    }

    /** Whether this version is the given one or a later one. */
    public boolean atLeast(int major) {
        return number >= major;
    }

    @Override
    public int compareTo(PgMajor other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
