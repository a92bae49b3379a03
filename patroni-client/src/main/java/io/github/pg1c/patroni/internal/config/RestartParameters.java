package io.github.pg1c.patroni.internal.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * PostgreSQL's parameters of context {@code postmaster}, up to PostgreSQL 18. A new value takes effect only at a
 * restart.
 */
final class RestartParameters {
    private static final List<String> SECTION = List.of("postgresql", "parameters");
    static final Set<String> NAMES = Set.of(
            "archive_mode",
            "autovacuum_freeze_max_age",
            "autovacuum_max_workers",
            "autovacuum_multixact_freeze_max_age",
            "autovacuum_worker_slots",
            "bonjour",
            "bonjour_name",
            "cluster_name",
            "commit_timestamp_buffers",
            "config_file",
            "data_directory",
            "data_sync_retry",
            "debug_io_direct",
            "dynamic_shared_memory_type",
            "event_source",
            "external_pid_file",
            "hba_file",
            "hot_standby",
            "huge_page_size",
            "huge_pages",
            "ident_file",
            "ignore_invalid_pages",
            "io_max_combine_limit",
            "io_max_concurrency",
            "io_method",
            "jit_provider",
            "listen_addresses",
            "logging_collector",
            "max_active_replication_origins",
            "max_connections",
            "max_files_per_process",
            "max_locks_per_transaction",
            "max_logical_replication_workers",
            "max_notify_queue_pages",
            "max_pred_locks_per_transaction",
            "max_prepared_transactions",
            "max_replication_slots",
            "max_wal_senders",
            "max_worker_processes",
            "min_dynamic_shared_memory",
            "multixact_member_buffers",
            "multixact_offset_buffers",
            "notify_buffers",
            "old_snapshot_threshold",
            "pg_prewarm.autoprewarm",
            "pg_stat_statements.max",
            "port",
            "recovery_target",
            "recovery_target_action",
            "recovery_target_inclusive",
            "recovery_target_lsn",
            "recovery_target_name",
            "recovery_target_time",
            "recovery_target_timeline",
            "recovery_target_xid",
            "reserved_connections",
            "serializable_buffers",
            "shared_buffers",
            "shared_memory_type",
            "shared_preload_libraries",
            "subtransaction_buffers",
            "superuser_reserved_connections",
            "trace_connection_negotiation",
            "track_activity_query_size",
            "track_commit_timestamp",
            "transaction_buffers",
            "unix_socket_directories",
            "unix_socket_group",
            "unix_socket_permissions",
            "wal_buffers",
            "wal_decode_buffer_size",
            "wal_level",
            "wal_log_hints");

    private RestartParameters() {}

    /** True when the change at this path is one of these parameters, or sets or removes the section with one. */
    public static boolean changed(List<String> path, JsonNode old, JsonNode value) {
        int common = Math.min(path.size(), SECTION.size());
        if (!path.subList(0, common).equals(SECTION.subList(0, common))) {
            return false;
        }
        List<String> rest = SECTION.subList(common, SECTION.size());
        return path.size() > SECTION.size()
                ? isOne(path.get(SECTION.size()))
                : anyBelow(old, rest) || anyBelow(value, rest);
    }

    private static boolean anyBelow(JsonNode node, List<String> path) {
        JsonNode section = node;
        for (String key : path) {
            section = section.path(key);
        }
        return section.properties().stream().anyMatch(entry -> isOne(entry.getKey()));
    }

    public static boolean isOne(String name) {
        return NAMES.contains(name);
    }
}
