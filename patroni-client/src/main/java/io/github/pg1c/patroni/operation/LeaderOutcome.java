package io.github.pg1c.patroni.operation;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.ClusterState;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of a wait for a leader.
 *
 * @since 0.1
 */
public sealed interface LeaderOutcome {
    /**
     * The cluster has the wanted leader, and the members that matter confirm it.
     *
     * @param leader the leader
     * @param cluster the cluster at that time
     */
    record Reached(String leader, ClusterState cluster) implements LeaderOutcome {}

    /**
     * The time is over without the wanted leader.
     *
     * @param missing the unmet conditions, one text each
     * @param cluster the cluster as it was seen last; empty when it was not seen at all
     */
    record NotReached(List<Text> missing, Optional<ClusterState> cluster) implements LeaderOutcome {
        /** Copies the list. */
        public NotReached {
            missing = List.copyOf(missing);
        }
    }
}
