package io.github.pg1c.live;

import io.github.pg1c.live.history.Anomaly;
import io.github.pg1c.live.history.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One run of an ordeal, as a line of a file.
 *
 * @param bundle the first digits of the hash of the bundle that ran
 * @param ordeal its id
 * @param recovered whether the cluster was healthy again in time, and the clients wrote
 * @param pause the longest time without an acknowledged row
 * @param bound the limit of the model where it applies to the ordeal
 * @param healthyAfter from the beginning of the ordeal to a healthy cluster
 * @param counts acknowledged, failed and unknown rows, and the committed ones of the unknown rows
 * @param anomalies lost, duplicated, reordered, resurrected and invented rows
 */
record EnduranceRun(
        String bundle,
        String ordeal,
        boolean recovered,
        Duration pause,
        Duration bound,
        Duration healthyAfter,
        List<Long> counts,
        List<Long> anomalies) {

    static final String HEADER = String.join(
            "\t",
            "bundle",
            "ordeal",
            "recovered",
            "pause_ms",
            "bound_ms",
            "healthy_after_ms",
            "acknowledged",
            "failed",
            "unknown",
            "unknown_committed",
            "lost",
            "duplicated",
            "reordered",
            "resurrected",
            "invented");

    private static final List<Class<? extends Anomaly>> KINDS = List.of(
            Anomaly.Lost.class,
            Anomaly.Duplicated.class,
            Anomaly.Reordered.class,
            Anomaly.Resurrected.class,
            Anomaly.Invented.class);
    private static final int COUNTS = 6;
    private static final int ANOMALIES = 10;

    /** A run after which the rows were checked. */
    static EnduranceRun of(
            String bundle, Ordeal ordeal, boolean recovered, Duration bound, Duration healthyAfter, Verdict verdict) {
        List<Long> anomalies = KINDS.stream()
                .map(kind ->
                        verdict.anomalies().stream().filter(kind::isInstance).count())
                .toList();
        return new EnduranceRun(
                bundle,
                ordeal.id(),
                recovered,
                verdict.history().longestPause(),
                bound,
                healthyAfter,
                List.of(
                        (long) verdict.history().acknowledged().size(),
                        (long) verdict.history().failed().size(),
                        (long) verdict.history().unknown().size(),
                        (long) verdict.unknownCommitted()),
                anomalies);
    }

    /** Reads a line; null when it is incomplete because the call that wrote it was killed. */
    static @Nullable EnduranceRun parse(String line) {
        List<String> fields = List.of(line.split("\t", -1));
        if (fields.size() != HEADER.split("\t").length) {
            return null;
        }
        return new EnduranceRun(
                fields.get(0),
                fields.get(1),
                Boolean.parseBoolean(fields.get(2)),
                Duration.ofMillis(Long.parseLong(fields.get(3))),
                Duration.ofMillis(Long.parseLong(fields.get(4))),
                Duration.ofMillis(Long.parseLong(fields.get(5))),
                numbers(fields.subList(COUNTS, ANOMALIES)),
                numbers(fields.subList(ANOMALIES, fields.size())));
    }

    private static List<Long> numbers(List<String> fields) {
        return fields.stream().map(Long::valueOf).toList();
    }

    String line() {
        return String.join(
                        "\t",
                        bundle,
                        ordeal,
                        Boolean.toString(recovered),
                        Long.toString(pause.toMillis()),
                        Long.toString(bound.toMillis()),
                        Long.toString(healthyAfter.toMillis()),
                        tabbed(counts))
                + "\t"
                + tabbed(anomalies);
    }

    private static String tabbed(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining("\t"));
    }

    long acknowledged() {
        return counts.get(0);
    }

    long unknown() {
        return counts.get(2);
    }

    long unknownCommitted() {
        return counts.get(3);
    }

    /** Number of rows that contradict an answer to a client. */
    long contradictions() {
        return anomalies.stream().mapToLong(Long::longValue).sum();
    }
}
