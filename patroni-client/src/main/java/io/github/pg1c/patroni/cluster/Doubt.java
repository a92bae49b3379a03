package io.github.pg1c.patroni.cluster;

import io.github.pg1c.base.words.Text;

/**
 * A reason not to take what the cluster says of a member for true: the member says something else of itself, or was not
 * heard.
 *
 * @param member its name
 * @param explanation what speaks against it, as a sentence with the name
 * @since 0.1
 */
public record Doubt(String member, Text explanation) {
    @Override
    public String toString() {
        return explanation.en();
    }
}
