package io.github.pg1c.tuning.input;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a set of rules that parameters are calculated by: one that comes with pg1c, or one of a company's own.
 *
 * @param id the name in a specification: a lower-case letter, then letters, digits, dots and hyphens; 63 at most
 * @since 0.1
 */
public record Preset(String id) {

    /** What a name looks like, as a regular expression. */
    public static final String FORM = "^[a-z][a-z0-9.-]{0,62}$";

    private static final Pattern NAME = Pattern.compile(FORM);

    /** Safe under failover and within the memory budget; deviates from 1C's advice where a reason is given. */
    public static final Preset BALANCED = new Preset("balanced");

    /** For applications other than 1C: common practice, safe under failover and within the memory budget. */
    public static final Preset GENERAL = new Preset("general");

    /** Article 5866 of 1C ITS, for comparison: its worst case exceeds the memory many times over. */
    public static final Preset ITS_5866 = new Preset("its-5866");

    /** What {@code initdb} of 1C's build of PostgreSQL 18 writes by itself, for comparison. */
    public static final Preset INITDB_1C_18 = new Preset("initdb-1c-18");

    private static final Set<String> FOR_COMPARISON = Set.of(ITS_5866.id, INITDB_1C_18.id);

    /**
     * A name.
     *
     * @throws IllegalArgumentException when it has another form; the message names it
     */
    public Preset {
        if (!NAME.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "'" + id + "' is not the name of a preset: write lower-case letters, digits, dots and hyphens");
        }
    }

    /**
     * Reads a name; whether there is such a set of rules is known where the sets are.
     *
     * @throws IllegalArgumentException when it has another form; the message names it
     */
    public static Preset parse(String id) {
        return new Preset(id);
    }

    /** Whether it repeats the figures of its source for comparison, whatever they add up to. */
    public boolean forComparison() {
        return FOR_COMPARISON.contains(id);
    }

    @Override
    public String toString() {
        return id;
    }
}
