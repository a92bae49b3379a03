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
     * It is as wished for.
     *
     * @param leader the leader
     * @param cluster the cluster then
     */
    record Reached(String leader, ClusterState cluster) implements LeaderOutcome {}

    /**
     * It is not, and patience is over.
     *
     * @param missing what is not as wished for, one reason each
     * @param cluster the cluster as it was seen last; empty when it was not seen at all
     */
    record NotReached(List<Text> missing, Optional<ClusterState> cluster) implements LeaderOutcome {
        /** Copies the list. */
        public NotReached {
            missing = List.copyOf(missing);
        }
    }
}
