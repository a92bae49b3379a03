package io.github.pg1c.patroni.cluster;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A switchover that Patroni will do by itself.
 *
 * @param at when
 * @param from the member that gives the leader's role away
 * @param to the member that gets it, empty when Patroni chooses
 * @since 0.1
 */
public record ScheduledSwitchover(Optional<OffsetDateTime> at, Optional<String> from, Optional<String> to) {}
