package io.github.pg1c.patroni.metrics;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A value of a metric.
 *
 * @param name the metric, such as {@code patroni_primary}
 * @param labels its labels by name
 * @param value the value; may be infinite or not a number
 * @since 0.1
 */
public record MetricSample(String name, Map<String, String> labels, double value) {
    /** Copies the labels, sorted by name. */
    public MetricSample {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }
}
