package io.github.pg1c.patroni.internal.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pg1c.base.words.EditDistance;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.config.ConfigProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The keys that Patroni reads from the dynamic configuration; it stores other keys and ignores them. */
public final class ConfigKeys {
    private static final Set<String> TOP = Set.of(
            "check_timeline",
            "failsafe_mode",
            "ignore_slots",
            "loop_wait",
            "master_start_timeout",
            "master_stop_timeout",
            "max_timelines_history",
            "maximum_lag_on_failover",
            "maximum_lag_on_syncnode",
            "member_slots_ttl",
            "pause",
            "permanent_replication_slots",
            "permanent_slots",
            "postgresql",
            "primary_race_backoff",
            "primary_start_timeout",
            "primary_stop_timeout",
            "retry_timeout",
            "slots",
            "standby_cluster",
            "synchronous_mode",
            "synchronous_mode_strict",
            "synchronous_node_count",
            "ttl");
    private static final Set<String> STANDBY_CLUSTER = Set.of(
            "archive_cleanup_command",
            "create_replica_methods",
            "host",
            "port",
            "primary_slot_name",
            "recovery_min_apply_delay",
            "restore_command");
    /** Keys of the section postgresql that count only in the file of a member. */
    private static final Set<String> LOCAL =
            Set.of("authentication", "config_dir", "connect_address", "data_dir", "listen", "pgpass", "proxy_address");

    private static final Set<String> POSTGRESQL = Set.of(
            "basebackup",
            "before_stop",
            "bin_dir",
            "bin_name",
            "callbacks",
            "create_replica_method",
            "create_replica_methods",
            "custom_conf",
            "parameters",
            "parameters_primary",
            "parameters_replica",
            "parameters_standby_leader",
            "pg_ctl_timeout",
            "pg_hba",
            "pg_hba_primary",
            "pg_hba_replica",
            "pg_hba_standby_leader",
            "pg_ident",
            "pg_ident_primary",
            "pg_ident_replica",
            "pg_ident_standby_leader",
            "pre_promote",
            "recovery_conf",
            "remove_data_directory_on_diverged_timelines",
            "remove_data_directory_on_rewind_failure",
            "rewind",
            "use_pg_rewind",
            "use_slots",
            "use_unix_socket",
            "use_unix_socket_repl");
    private static final Set<String> OWN_PARAMETERS = Set.of("cluster_name", "hot_standby", "listen_addresses", "port");

    private ConfigKeys() {}

    public static List<ConfigProblem> problems(JsonNode configuration) {
        List<ConfigProblem> problems = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : written(configuration)) {
            if (!TOP.contains(entry.getKey())) {
                problems.add(ignored(List.of(entry.getKey()), elsewhere(entry.getKey())));
            }
        }
        for (Map.Entry<String, JsonNode> entry : written(configuration.path("standby_cluster"))) {
            if (!STANDBY_CLUSTER.contains(entry.getKey())) {
                problems.add(ignored(
                        List.of("standby_cluster", entry.getKey()),
                        nearest(entry.getKey(), STANDBY_CLUSTER, "standby_cluster.")));
            }
        }
        for (Map.Entry<String, JsonNode> entry : written(configuration.path("postgresql"))) {
            postgresql(entry.getKey(), entry.getValue()).ifPresent(problems::add);
        }
        for (Map.Entry<String, JsonNode> entry :
                written(configuration.path("postgresql").path("parameters"))) {
            if (OWN_PARAMETERS.contains(entry.getKey())) {
                problems.add(new ConfigProblem(
                        List.of("postgresql", "parameters", entry.getKey()),
                        Text.of(
                                "Patroni sets this parameter itself and passes over the value",
                                "этот параметр Patroni задаёт сам, а записанное значение пропустит"),
                        Optional.empty()));
            }
        }
        return problems;
    }

    private static Optional<ConfigProblem> postgresql(String key, JsonNode value) {
        List<String> path = List.of("postgresql", key);
        if (LOCAL.contains(key)) {
            return Optional.of(new ConfigProblem(
                    path,
                    Text.of(
                            "Patroni reads this key only from the file of a member",
                            "этот ключ Patroni читает только из файла узла"),
                    Optional.empty()));
        }
        // A method to create a replica is an object under the name of the method.
        if (POSTGRESQL.contains(key) || value.isObject()) {
            return Optional.empty();
        }
        if (TOP.contains(key)) {
            return Optional.of(ignored(path, Optional.of(key)));
        }
        Optional<String> near = RestartParameters.isOne(key)
                ? Optional.of("postgresql.parameters." + key)
                : nearest(key, POSTGRESQL, "postgresql.");
        return Optional.of(ignored(path, near));
    }

    private static Optional<String> elsewhere(String key) {
        Optional<String> near = nearest(key, TOP, "");
        if (near.isPresent()) {
            return near;
        }
        if (RestartParameters.isOne(key)) {
            return Optional.of("postgresql.parameters." + key);
        }
        return POSTGRESQL.contains(key) ? Optional.of("postgresql." + key) : Optional.empty();
    }

    /** The written keys; a removed key without effect is not a problem. */
    private static List<Map.Entry<String, JsonNode>> written(JsonNode object) {
        return object.properties().stream()
                .filter(entry -> !entry.getValue().isNull())
                .toList();
    }

    private static ConfigProblem ignored(List<String> path, Optional<String> suggestion) {
        return new ConfigProblem(
                path,
                Text.of("Patroni stores this key and passes over it", "этот ключ Patroni сохранит, но не прочитает"),
                suggestion);
    }

    private static Optional<String> nearest(String key, Collection<String> known, String prefix) {
        // One or two wrong letters, or an additional word: synchronous_mode_count.
        return new TreeSet<>(known)
                .stream()
                        .filter(name -> isNear(key, name))
                        .min(Comparator.comparingInt(name -> EditDistance.between(key, name)))
                        .map(name -> prefix + name);
    }

    private static boolean isNear(String key, String name) {
        int most = Math.max(2, Math.min(key.length(), name.length()) / 5);
        // The lengths first, because a key may be as long as an answer.
        return Math.abs(key.length() - name.length()) <= most && EditDistance.between(key, name) <= most;
    }
}
