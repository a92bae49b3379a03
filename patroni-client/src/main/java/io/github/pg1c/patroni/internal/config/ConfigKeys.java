package io.github.pg1c.patroni.internal.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pg1c.base.words.EditDistance;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.config.ConfigProblem.Effect;
import io.github.pg1c.patroni.internal.config.Section.Key;
import io.github.pg1c.patroni.internal.config.WholeNumber.Outside;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys that Patroni 3.0 to 4.1 reads from the dynamic configuration, with the values that they may have. It stores
 * other keys and ignores them. {@code DynamicKeysTest} compares the simple keys, those with a number, a word or a
 * switch, with what the releases themselves make of each value.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/dynamic_configuration.html">Patroni: dynamic configuration</a>
 * @see <a href="https://github.com/patroni/patroni/blob/v4.1.4/patroni/config.py">Patroni: config.py</a>
 */
final class ConfigKeys {
    static final Text PASSED_OVER =
            Text.of("stores this key and passes over it", "сохранит этот ключ, но не прочитает его");

    private static final Text SECONDS = Text.of(", in seconds", ", в секундах");
    private static final Text BYTES = Text.of(", in bytes", ", в байтах");
    /**
     * Until 3.0.2 the whole section of defaults is cast with {@code int}, and so are parameters on the command line.
     */
    private static final ReleaseSpan BEFORE_3_0_3 = ReleaseSpan.before("3.0.3");

    private static final Section STANDBY_CLUSTER = new Section(
            List.of(
                    key("archive_cleanup_command", Texts.text()),
                    key("create_replica_methods", Texts.names()),
                    key("host", Texts.hosts()),
                    key("port", WholeNumber.from(1, "5432").upTo(65_535)),
                    key("primary_slot_name", Texts.text()),
                    key(
                            "recovery_min_apply_delay",
                            WholeNumber.from(0, "0")
                                    .withUnit(
                                            "ms",
                                            Text.of(
                                                    ", in milliseconds or with a unit",
                                                    ", в миллисекундах или с единицей"))),
                    key("restore_command", Texts.text())),
            false,
            Effect.REJECTED,
            (place, key, value) -> place.below(key).unread(nearest(key, standbyCluster(), "standby_cluster.")));

    /** Patroni gives these to PostgreSQL on its command line, so that no file of a member can change them. */
    private static final Section PARAMETERS = new Section(
            List.of(
                    key("cluster_name", own()),
                    key("hot_standby", own()),
                    key("listen_addresses", own()),
                    key("max_connections", parameter(25, "100").upTo(262_143)),
                    key("max_locks_per_transaction", parameter(32, "64").upTo(Integer.MAX_VALUE)),
                    key("max_prepared_transactions", parameter(0, "0").upTo(262_143)),
                    key("max_replication_slots", parameter(4, "10").upTo(262_143)),
                    key("max_wal_senders", parameter(3, "10").upTo(262_143)),
                    key("max_worker_processes", parameter(2, "8").upTo(262_143)),
                    key("port", own()),
                    key("track_commit_timestamp", Switches.parameter("off")),
                    key("wal_keep_segments", parameter(1, "8")),
                    key(
                            "wal_keep_size",
                            WholeNumber.from(16, "128MB")
                                    .withUnit("MB", Text.of(", in MB or with a unit", ", в МБ или с единицей"))
                                    .refusedIn(BEFORE_3_0_3)
                                    .otherwise(Outside.DEFAULT)),
                    key("wal_level", Texts.oneOf("replica", "replica", "logical", "hot_standby")),
                    key("wal_log_hints", Switches.onBefore("4.0.0"))),
            true,
            Effect.REJECTED,
            (place, key, value) -> Texts.parameter().check(place.below(key), value));

    /** Keys of the section postgresql that count only in the file of a member. */
    private static final Set<String> LOCAL =
            Set.of("authentication", "config_dir", "connect_address", "data_dir", "listen", "pgpass", "proxy_address");

    private static final Section POSTGRESQL = new Section(
            List.of(
                    key("basebackup", Texts.options()),
                    key("before_stop", Texts.text(), ReleaseSpan.since("3.0.3")),
                    key("bin_dir", Texts.text()),
                    key("bin_name", texts(), ReleaseSpan.since("3.0.3")),
                    key("callbacks", callbacks()),
                    key("create_replica_method", Texts.names()),
                    key("create_replica_methods", Texts.names()),
                    key("custom_conf", Texts.text()),
                    key("krbsrvname", Texts.essentialText()),
                    key("parameters", PARAMETERS),
                    key("pg_ctl_timeout", Texts.seconds()),
                    key("pg_hba", new AccessLines(false)),
                    key("pg_ident", new AccessLines(true)),
                    key("pre_promote", Texts.text()),
                    key("recovery_conf", recoveryConf()),
                    key("remove_data_directory_on_diverged_timelines", Switches.truth()),
                    key("remove_data_directory_on_rewind_failure", Switches.truth()),
                    key("use_pg_rewind", Switches.truth()),
                    key("use_slots", Switches.truthIn(ReleaseSpan.before("3.3.0"))),
                    key("use_unix_socket", Switches.truth()),
                    key("use_unix_socket_repl", Switches.truth())),
            false,
            Effect.REJECTED,
            ConfigKeys::otherPostgresql);

    private static final Section ROOT = new Section(
            List.of(
                    key("check_timeline", Switches.mode(BEFORE_3_0_3)),
                    key("failsafe_mode", Switches.mode()),
                    key("ignore_slots", ReplicationSlots.ignored()),
                    key("loop_wait", timing(1, "10")),
                    key("master_start_timeout", early(0, "300").in(SECONDS)),
                    key("master_stop_timeout", early(0, "0").in(SECONDS)),
                    key("max_timelines_history", WholeNumber.from(0, "0").plainIn(ReleaseSpan.before("3.3.0"))),
                    key("maximum_lag_on_failover", early(0, "1048576").in(BYTES)),
                    key("maximum_lag_on_syncnode", early(-1, "-1").in(BYTES)),
                    key(
                            "member_slots_ttl",
                            WholeNumber.from(0, "1800")
                                    .withUnit(
                                            "s", Text.of(", in seconds or with a unit", ", в секундах или с единицей")),
                            ReleaseSpan.since("4.0.0")),
                    key("pause", Switches.mode()),
                    key("permanent_replication_slots", ReplicationSlots.permanent()),
                    key("permanent_slots", ReplicationSlots.permanent()),
                    key("postgresql", POSTGRESQL),
                    key("primary_start_timeout", early(0, "300").in(SECONDS)),
                    key("primary_stop_timeout", early(0, "0").in(SECONDS)),
                    key("retry_timeout", timing(3, "10")),
                    key("slots", ReplicationSlots.permanent()),
                    key("standby_cluster", STANDBY_CLUSTER),
                    key("synchronous_mode", Switches.synchronousMode()),
                    key("synchronous_mode_strict", Switches.mode()),
                    key("synchronous_node_count", early(1, "1")),
                    key("ttl", timing(20, "30"))),
            false,
            Effect.REJECTED,
            ConfigKeys::otherTop);

    private ConfigKeys() {}

    /** The whole configuration. */
    static Section root() {
        return ROOT;
    }

    /** The explanation for a key that these versions alone read. */
    static Text notIn(ReleaseSpan span) {
        return span.since()
                .map(first -> cameWith(first.patch() == 0 ? first.major() + "." + first.minor() : first.toString()))
                .orElse(PASSED_OVER);
    }

    /** The explanation for a key of a later version. */
    static Text cameWith(String version) {
        return Text.of(
                "stores this key and passes over it, as it came with Patroni " + version,
                "сохранит этот ключ, но не прочитает его: он появился в Patroni " + version);
    }

    static Optional<String> nearest(String key, Collection<String> known, String prefix) {
        // One or two wrong letters, or an additional word: synchronous_mode_count.
        return new TreeSet<>(known)
                .stream()
                        .filter(name -> isNear(key, name))
                        .min(Comparator.comparingInt(name -> EditDistance.between(key, name)))
                        .map(name -> prefix + name);
    }

    private static Key key(String name, ValueRule rule) {
        return key(name, rule, ReleaseSpan.ALL);
    }

    private static Key key(String name, ValueRule rule, ReleaseSpan span) {
        return new Key(name, rule, span);
    }

    private static WholeNumber timing(long min, String fallback) {
        return WholeNumber.from(min, fallback)
                .in(SECONDS)
                .castIn(ReleaseSpan.ALL)
                .otherwise(Outside.RAISED);
    }

    private static WholeNumber early(long min, String fallback) {
        return WholeNumber.from(min, fallback).castIn(BEFORE_3_0_3);
    }

    private static WholeNumber parameter(long min, String fallback) {
        return early(min, fallback).otherwise(Outside.DEFAULT);
    }

    /** A section of texts. */
    private static Section texts() {
        return new Section(
                List.of(),
                false,
                Effect.FAILING,
                (place, key, value) -> Texts.text().check(place.below(key), value));
    }

    private static Section callbacks() {
        List<String> events = List.of("on_reload", "on_restart", "on_role_change", "on_start", "on_stop");
        return new Section(
                events.stream().map(event -> key(event, Texts.text())).toList(),
                false,
                Effect.FAILING,
                (place, key, value) -> place.below(key).unread(nearest(key, events, "postgresql.callbacks.")));
    }

    private static Section recoveryConf() {
        return new Section(
                List.of(),
                false,
                Effect.REJECTED,
                (place, key, value) -> Texts.parameter().check(place.below(key), value));
    }

    /** A parameter that Patroni sets itself. */
    private static ValueRule own() {
        return new ValueRule() {
            @Override
            public Text allowed() {
                return Text.of("nothing", "ничего");
            }

            @Override
            public void check(Place place, JsonNode value) {
                place.ignored(
                        Text.of(
                                "sets this parameter itself and passes over the value",
                                "задаёт этот параметр сам, а записанное значение пропустит"),
                        Optional.empty());
            }
        };
    }

    private static void otherTop(Place place, String key, JsonNode value) {
        if (key.equals("watchdog") && BEFORE_3_0_3.contains(place.version())) {
            place.below(key).wrong(value, Text.of("nothing", "ничего"), Effect.REJECTED, Consequence.REFUSES);
            return;
        }
        Optional<String> near = nearest(key, ROOT.names(), "");
        if (near.isEmpty() && RestartParameters.isOne(key)) {
            near = Optional.of("postgresql.parameters." + key);
        }
        if (near.isEmpty() && POSTGRESQL.key(key).isPresent()) {
            near = Optional.of("postgresql." + key);
        }
        place.below(key).unread(near);
    }

    private static void otherPostgresql(Place place, String key, JsonNode value) {
        if (LOCAL.contains(key)) {
            place.below(key)
                    .ignored(
                            Text.of(
                                    "reads this key only from the file of a member",
                                    "читает этот ключ только из файла узла"),
                            Optional.empty());
        } else if (ROOT.key(key).isPresent()) {
            place.below(key).unread(Optional.of(key));
        } else if (!value.isObject()) {
            // A method to create a replica is an object under the name of the method.
            Optional<String> near = RestartParameters.isOne(key)
                    ? Optional.of("postgresql.parameters." + key)
                    : nearest(key, POSTGRESQL.names(), "postgresql.");
            place.below(key).unread(near);
        }
    }

    private static List<String> standbyCluster() {
        return STANDBY_CLUSTER.names();
    }

    private static boolean isNear(String key, String name) {
        int most = Math.max(2, Math.min(key.length(), name.length()) / 5);
        // The lengths first, because a key may be as long as an answer.
        return Math.abs(key.length() - name.length()) <= most && EditDistance.between(key, name) <= most;
    }
}
