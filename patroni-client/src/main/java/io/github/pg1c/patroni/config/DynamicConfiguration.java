package io.github.pg1c.patroni.config;

import io.github.pg1c.patroni.protocol.RawJson;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The configuration that all members share, in the DCS ({@code GET /config}). Absent values have Patroni's default.
 *
 * @param raw the whole configuration
 * @see <a href="https://patroni.readthedocs.io/en/latest/dynamic_configuration.html">Patroni: dynamic configuration</a>
 * @since 0.1
 */
public record DynamicConfiguration(RawJson raw) {
    /** The time between two rounds of a member's loop; 10 seconds by default. */
    public Duration loopWait() {
        return seconds("loop_wait", 10);
    }

    /** The life of the leader lock; 30 seconds by default. */
    public Duration ttl() {
        return seconds("ttl", 30);
    }

    /** The time for which Patroni retries an operation on the DCS or PostgreSQL; 10 seconds by default. */
    public Duration retryTimeout() {
        return seconds("retry_timeout", 10);
    }

    /** The time that a primary may take to start before another member takes over; 300 seconds by default. */
    public Duration primaryStartTimeout() {
        return seconds(
                raw.at("primary_start_timeout").isPresent() ? "primary_start_timeout" : "master_start_timeout", 300);
    }

    /** The largest lag of a standby that may take over, in bytes; 1048576 by default. */
    public long maximumLagOnFailover() {
        return number("maximum_lag_on_failover").orElse(1_048_576);
    }

    /** Whether the primary waits for standbys. */
    public SynchronousMode synchronousMode() {
        return SynchronousMode.of(raw.at("synchronous_mode").map(RawJson::text).orElse("off"));
    }

    /** True when a standby on an older timeline may not take over. */
    public boolean checkTimeline() {
        return isTrue("check_timeline");
    }

    /** True when Patroni is paused. */
    public boolean paused() {
        return isTrue("pause");
    }

    /** True when the primary goes on without the DCS as long as it reaches all members. */
    public boolean failsafeMode() {
        return isTrue("failsafe_mode");
    }

    /** True when this is a standby of another cluster. */
    public boolean isStandbyCluster() {
        return raw.at("standby_cluster").isPresent();
    }

    /** PostgreSQL's parameters, values as text. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        raw.at("postgresql", "parameters")
                .ifPresent(section -> section.fields().forEach((name, value) -> parameters.put(name, value.text())));
        return Collections.unmodifiableMap(parameters);
    }

    private boolean isTrue(String field) {
        return raw.at(field)
                .map(value -> SynchronousMode.of(value.text()).kind() == SynchronousMode.Kind.ON)
                .orElse(false);
    }

    private Duration seconds(String field, long fallback) {
        return Duration.ofSeconds(Math.max(0, Math.min(number(field).orElse(fallback), 86_400)));
    }

    /** Patroni accepts numbers in quotes, too. */
    private OptionalLong number(String field) {
        Optional<RawJson> value = raw.at(field);
        OptionalLong number = value.map(RawJson::number).orElseGet(OptionalLong::empty);
        if (value.isEmpty() || number.isPresent()) {
            return number;
        }
        try {
            return OptionalLong.of(Long.parseLong(value.get().text().strip()));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
