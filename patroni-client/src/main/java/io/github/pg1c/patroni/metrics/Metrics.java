package io.github.pg1c.patroni.metrics;

import io.github.pg1c.patroni.protocol.PatroniVersion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The metrics of a member ({@code GET /metrics}).
 *
 * @param samples the values, in Patroni's order
 * @param unreadable lines that are not a metric
 * @see <a href="https://patroni.readthedocs.io/en/latest/rest_api.html#monitoring-endpoint">Patroni: monitoring
 *     endpoint</a>
 * @since 0.1
 */
public record Metrics(List<MetricSample> samples, List<String> unreadable) {
    /** Copies the lists. */
    public Metrics {
        samples = List.copyOf(samples);
        unreadable = List.copyOf(unreadable);
    }

    /** The first value of this metric. */
    public OptionalDouble value(String name) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name))
                .mapToDouble(MetricSample::value)
                .findFirst();
    }

    /** Patroni's version; the metric has it as 040104. */
    public Optional<PatroniVersion> patroniVersion() {
        OptionalDouble number = value("patroni_version");
        if (number.isEmpty() || !(number.getAsDouble() >= 10_000 && number.getAsDouble() < 1_000_000)) {
            return Optional.empty();
        }
        int digits = (int) number.getAsDouble();
        return Optional.of(new PatroniVersion(digits / 10_000, digits / 100 % 100, digits % 100));
    }
}
