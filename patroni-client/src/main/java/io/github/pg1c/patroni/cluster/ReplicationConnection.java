package io.github.pg1c.patroni.cluster;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A standby that is connected to the member that was asked.
 *
 * @param applicationName the name of the standby, by Patroni's convention that of its member
 * @param userName the role of its connection
 * @param clientAddress its address; empty for a socket of the same host
 * @param state {@code streaming}, {@code catchup}, {@code startup}, {@code backup} or {@code stopping}
 * @param syncState {@code async}, {@code potential}, {@code sync} or {@code quorum}
 * @param syncPriority its place in the list of synchronous standbys
 * @see <a
 *     href="https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-PG-STAT-REPLICATION-VIEW">pg_stat_replication</a>
 * @since 0.1
 */
public record ReplicationConnection(
        String applicationName,
        Optional<String> userName,
        Optional<String> clientAddress,
        String state,
        String syncState,
        OptionalInt syncPriority) {}
