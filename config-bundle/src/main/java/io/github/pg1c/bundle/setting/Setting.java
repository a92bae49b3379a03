package io.github.pg1c.bundle.setting;

/**
 * One decision in a file: where it stands, what was decided, why, and what makes a change effective.
 *
 * @param path place in the file, as {@code bootstrap.dcs.ttl} or {@code Service/LimitNOFILE}; {@link #CONTENT} for a
 *     script, whose lines are one decision
 * @param value as it is written, without quotes; items of a list one a line; of {@link #CONTENT} a digest
 * @param reason why, in the cluster's language; empty when the name says it
 * @param need what makes a change of the value effective
 * @since 0.1
 */
public record Setting(String path, String value, String reason, Need need) {

    /** Path of what has no settings of its own: the lines of a script, comments left out. */
    public static final String CONTENT = "(content)";
}
