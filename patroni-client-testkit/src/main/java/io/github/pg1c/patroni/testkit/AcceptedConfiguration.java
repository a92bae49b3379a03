package io.github.pg1c.patroni.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How a member takes over the shared configuration. Each release casts some values to integers and needs some to be
 * sections; when that fails it keeps what it had, as a whole, until the value is gone. It raises and lowers times, and
 * takes defaults for some parameters.
 */
final class AcceptedConfiguration {
    private static final Set<String> TIMES = Set.of("loop_wait", "ttl", "retry_timeout");
    private static final Set<String> EARLY_INTEGERS = Set.of(
            "check_timeline",
            "master_start_timeout",
            "master_stop_timeout",
            "maximum_lag_on_failover",
            "maximum_lag_on_syncnode",
            "primary_start_timeout",
            "primary_stop_timeout",
            "synchronous_node_count",
            "watchdog");
    /** The smallest values of parameters on PostgreSQL's command line. */
    private static final Map<String, Long> PARAMETERS = Map.of(
            "max_connections", 25L,
            "max_locks_per_transaction", 32L,
            "max_prepared_transactions", 0L,
            "max_replication_slots", 4L,
            "max_wal_senders", 3L,
            "max_worker_processes", 2L);

    private AcceptedConfiguration() {}

    /** What a member of this release works with; empty when it cannot take the configuration over. */
    static Optional<ObjectNode> of(PatroniRelease release, ObjectNode shared) {
        boolean early = !release.isSince(PatroniRelease.PATRONI_3_3);
        for (Map.Entry<String, JsonNode> entry : shared.properties()) {
            boolean integer = TIMES.contains(entry.getKey()) || (early && EARLY_INTEGERS.contains(entry.getKey()));
            if (integer && integer(entry.getValue()).isEmpty()) {
                return Optional.empty();
            }
        }
        JsonNode postgresql = shared.path("postgresql");
        List<JsonNode> sections = List.of(postgresql, postgresql.path("parameters"), shared.path("standby_cluster"));
        if (sections.stream().anyMatch(AcceptedConfiguration::isOther)) {
            return Optional.empty();
        }
        ObjectNode taken = shared.deepCopy();
        if (taken.path("postgresql").path("parameters") instanceof ObjectNode parameters) {
            for (Map.Entry<String, Long> smallest : PARAMETERS.entrySet()) {
                JsonNode value = parameters.path(smallest.getKey());
                OptionalLong number = integer(value);
                if (early && !value.isMissingNode() && number.isEmpty()) {
                    return Optional.empty();
                }
                if (number.isEmpty() || number.getAsLong() < smallest.getValue()) {
                    parameters.remove(smallest.getKey());
                }
            }
        }
        if (!early) {
            adjust(taken);
        }
        return Optional.of(taken);
    }

    private static void adjust(ObjectNode taken) {
        long loopWait = Math.max(1, integer(taken.path("loop_wait")).orElse(10));
        long retryTimeout = Math.max(3, integer(taken.path("retry_timeout")).orElse(10));
        long ttl = Math.max(20, integer(taken.path("ttl")).orElse(30));
        if (1 + 2 * retryTimeout > ttl) {
            loopWait = 1;
            retryTimeout = (ttl - 1) / 2;
        } else if (loopWait + 2 * retryTimeout > ttl) {
            loopWait = ttl - 2 * retryTimeout;
        }
        taken.put("loop_wait", loopWait).put("retry_timeout", retryTimeout).put("ttl", ttl);
    }

    /** Python's {@code int}. */
    private static OptionalLong integer(JsonNode value) {
        if (value.isBoolean()) {
            return OptionalLong.of(value.booleanValue() ? 1 : 0);
        }
        if (value.isNumber()) {
            return OptionalLong.of(value.longValue());
        }
        String text = value.isTextual() ? value.textValue().strip().toLowerCase(Locale.ROOT) : "";
        return text.matches("[-+]?[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** True for a value that is no section, and not empty or false. */
    private static boolean isOther(JsonNode value) {
        boolean nothing = value.isMissingNode()
                || value.isNull()
                || value.isContainerNode() && value.isEmpty()
                || value.isTextual() && value.textValue().isEmpty()
                || value.isBoolean() && !value.booleanValue()
                || value.isNumber() && value.doubleValue() == 0;
        return !nothing && !value.isObject();
    }
}
