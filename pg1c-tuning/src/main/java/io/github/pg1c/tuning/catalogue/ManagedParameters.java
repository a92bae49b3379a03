package io.github.pg1c.tuning.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Parameters with special handling in a cluster, one row each: limits that a standby must not set lower than its
 * leader, parameters in the DCS, and parameters that Patroni or another section of the specification decides.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/patroni_configuration.html">Patroni: PostgreSQL parameters
 *     controlled by Patroni</a>
 * @see <a href="https://www.postgresql.org/docs/current/hot-standby.html#HOT-STANDBY-ADMIN">PostgreSQL: hot standby
 *     parameter reference</a>
 */
final class ManagedParameters {

    /**
     * A row.
     *
     * @param least below this Patroni uses its own default instead
     */
    record Row(boolean standbyLimit, ParameterScope scope, ParameterOwner owner, OptionalInt least) {}

    private static final Row FREE = new Row(false, ParameterScope.LOCAL, ParameterOwner.USER, OptionalInt.empty());
    private static final Row OF_PATRONI =
            new Row(false, ParameterScope.LOCAL, ParameterOwner.PATRONI, OptionalInt.empty());
    private static final Row OF_SPECIFICATION =
            new Row(false, ParameterScope.LOCAL, ParameterOwner.SPECIFICATION, OptionalInt.empty());

    private static final Map<String, Row> ROWS = new LinkedHashMap<>();

    static {
        standbyLimit("max_connections", OptionalInt.of(25));
        standbyLimit("max_prepared_transactions", OptionalInt.empty());
        standbyLimit("max_locks_per_transaction", OptionalInt.of(32));
        standbyLimit("max_wal_senders", OptionalInt.of(3));
        standbyLimit("max_worker_processes", OptionalInt.of(2));
        shared("max_replication_slots", ParameterOwner.USER, OptionalInt.of(4));
        shared("track_commit_timestamp", ParameterOwner.USER, OptionalInt.empty());
        shared("wal_keep_size", ParameterOwner.USER, OptionalInt.empty());
        shared("wal_level", ParameterOwner.USER, OptionalInt.empty());
        shared("wal_log_hints", ParameterOwner.PATRONI, OptionalInt.empty());
        List.of(
                        "archive_cleanup_command",
                        "cluster_name",
                        "config_file",
                        "data_directory",
                        "external_pid_file",
                        "hba_file",
                        "hot_standby",
                        "ident_file",
                        "listen_addresses",
                        "port",
                        "primary_conninfo",
                        "primary_slot_name",
                        "promote_trigger_file",
                        "recovery_end_command",
                        "recovery_min_apply_delay",
                        "synchronous_standby_names",
                        "synchronized_standby_slots")
                .forEach(name -> ROWS.put(name, OF_PATRONI));
        List.of(
                        "log_directory",
                        "password_encryption",
                        "ssl",
                        "ssl_ca_file",
                        "ssl_cert_file",
                        "ssl_key_file",
                        "ssl_min_protocol_version",
                        "unix_socket_directories")
                .forEach(name -> ROWS.put(name, OF_SPECIFICATION));
    }

    /** Limits that a standby must not set lower than its leader, in the order of PostgreSQL's documentation. */
    static final List<String> STANDBY_LIMITS = ROWS.entrySet().stream()
            .filter(row -> row.getValue().standbyLimit())
            .map(Map.Entry::getKey)
            .toList();

    private ManagedParameters() {}

    private static void standbyLimit(String name, OptionalInt least) {
        ROWS.put(name, new Row(true, ParameterScope.DCS, ParameterOwner.USER, least));
    }

    private static void shared(String name, ParameterOwner owner, OptionalInt least) {
        ROWS.put(name, new Row(false, ParameterScope.DCS, owner, least));
    }

    /** Names of the rows. */
    static Set<String> names() {
        return Collections.unmodifiableSet(ROWS.keySet());
    }

    /** The row of a name in any case; a parameter without one belongs to the user and to the node. */
    static Row of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Row row = ROWS.get(lower);
        if (row != null) {
            return row;
        }
        return lower.startsWith("recovery_target") ? OF_PATRONI : FREE;
    }
}
