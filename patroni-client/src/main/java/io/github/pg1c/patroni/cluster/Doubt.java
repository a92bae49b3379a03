package io.github.pg1c.patroni.cluster;

import io.github.pg1c.base.words.Text;

/**
 * A reason to doubt the cluster's list about a member: its own answer differs, or it did not answer.
 *
 * @param member its name
 * @param explanation the reason as a sentence with the name
 * @since 0.1
 */
public record Doubt(String member, Text explanation) {
    @Override
    public String toString() {
        return explanation.en();
    }
}
