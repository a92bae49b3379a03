package io.github.pg1c.patroni.cluster;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A switchover that Patroni has scheduled.
 *
 * @param at when
 * @param from the member that hands over the leader's role
 * @param to the member that takes over, empty when Patroni chooses
 * @since 0.1
 */
public record ScheduledSwitchover(Optional<OffsetDateTime> at, Optional<String> from, Optional<String> to) {}
