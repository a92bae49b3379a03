package io.github.pg1c.patroni.operation;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.ClusterState;
import java.util.List;
import java.util.Optional;

/**
 * What waiting for a leader came to.
 *
 * @since 0.1
 */
public sealed interface LeaderOutcome {
    /**
     * It is as wished for, and the members that matter confirm it.
     *
     * @param leader the leader
     * @param cluster the cluster then
     */
    record Reached(String leader, ClusterState cluster) implements LeaderOutcome {}

    /**
     * It is not, and patience is over.
     *
     * @param explanation what is not as wished for, one reason each
     * @param cluster the cluster as it was seen last; empty when it was not seen at all
     */
    record NotReached(List<Text> explanation, Optional<ClusterState> cluster) implements LeaderOutcome {
        /** Copies the list. */
        public NotReached {
            explanation = List.copyOf(explanation);
        }

        /** The explanation in English. */
        public List<String> missing() {
            return explanation.stream().map(Text::en).toList();
        }
    }
}
