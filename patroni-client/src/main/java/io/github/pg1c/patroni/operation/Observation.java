package io.github.pg1c.patroni.operation;

import io.github.pg1c.patroni.cluster.HistoryEntry;
import io.github.pg1c.patroni.cluster.ScheduledSwitchover;
import java.util.Optional;

/**
 * The state of the cluster after an answer that left the outcome open.
 *
 * @param leader the leader
 * @param scheduled the switchover that was scheduled
 * @param lastPromotion the newest entry of the history
 * @since 0.1
 */
public record Observation(
        Optional<String> leader, Optional<ScheduledSwitchover> scheduled, Optional<HistoryEntry> lastPromotion) {}
