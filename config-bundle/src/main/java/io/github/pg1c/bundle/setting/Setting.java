package io.github.pg1c.bundle.setting;

/**
 * One decision in a file: its place, value, reason and need.
 *
 * @param path place in the file, as {@code bootstrap.dcs.ttl} or {@code Service/LimitNOFILE}; {@link #CONTENT} for a
 *     script, whose lines are one decision
 * @param value as written, without quotes; items of a list one a line; for {@link #CONTENT} a digest
 * @param reason in the cluster's language; empty when the name says it
 * @param need the action that makes a change of the value effective
 * @since 0.1
 */
public record Setting(String path, String value, String reason, Need need) {

    /** Path for content without settings: the lines of a script without comments. */
    public static final String CONTENT = "(content)";
}
