package io.github.pg1c.tuning.catalogue;

import io.github.pg1c.base.words.Text;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Parameters that Patroni or another section of the specification decides, and those that Patroni keeps in the DCS.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/patroni_configuration.html">Patroni: PostgreSQL parameters
 *     controlled by Patroni</a>
 */
public final class ManagedParameters {

    private static final Set<String> DCS = Set.of(
            "max_connections",
            "max_locks_per_transaction",
            "max_prepared_transactions",
            "max_replication_slots",
            "max_wal_senders",
            "max_worker_processes",
            "track_commit_timestamp",
            "wal_keep_size",
            "wal_level",
            "wal_log_hints");

    private static final Set<String> PATRONI = Set.of(
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
            "synchronized_standby_slots",
            "wal_log_hints");

    private static final Set<String> BUNDLE = Set.of(
            "log_directory",
            "password_encryption",
            "ssl",
            "ssl_ca_file",
            "ssl_cert_file",
            "ssl_key_file",
            "ssl_min_protocol_version",
            "unix_socket_directories");

    /** Below these Patroni replaces a value by its own. */
    private static final Map<String, Integer> LEAST = Map.of(
            "max_connections", 25,
            "max_locks_per_transaction", 32,
            "max_replication_slots", 4,
            "max_wal_senders", 3,
            "max_worker_processes", 2);

    private ManagedParameters() {}

    /** Where Patroni keeps a parameter. */
    public static ParameterScope scope(String name) {
        return DCS.contains(name) ? ParameterScope.DCS : ParameterScope.LOCAL;
    }

    /** What to do instead of setting a parameter that is decided elsewhere; nothing when it is free. */
    public static Optional<Text> remedy(String name) {
        if (PATRONI.contains(name) || name.startsWith("recovery_target")) {
            return Optional.of(Text.of(
                    "remove " + name + "; Patroni sets it from the state of the cluster",
                    "уберите " + name + ": его задаёт Patroni по состоянию кластера"));
        }
        if (BUNDLE.contains(name)) {
            return Optional.of(Text.of(
                    "remove " + name + "; it follows from other keys of the specification",
                    "уберите " + name + ": он следует из других ключей описания"));
        }
        return Optional.empty();
    }

    public static int leastForPatroni(String name) {
        return LEAST.getOrDefault(name, Integer.MIN_VALUE);
    }
}
