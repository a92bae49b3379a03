package io.github.pg1c.patroni.cluster;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The end of a timeline: a member was promoted.
 *
 * @param timeline the timeline that ended
 * @param end where it ended
 * @param reason PostgreSQL's words
 * @param at when the new timeline began, if Patroni recorded it
 * @param newLeader the member that was promoted, if Patroni recorded it
 * @since 0.1
 */
public record HistoryEntry(
        int timeline, Lsn end, String reason, Optional<OffsetDateTime> at, Optional<String> newLeader) {}
