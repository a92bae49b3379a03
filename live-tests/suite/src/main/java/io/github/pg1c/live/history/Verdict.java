package io.github.pg1c.live.history;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The result of a check.
 *
 * @param history the history that was checked
 * @param unknownCommitted number of operations with unknown outcome that are committed
 * @param anomalies every contradiction; empty when the cluster kept every promise
 * @since 0.1
 */
public record Verdict(History history, int unknownCommitted, List<Anomaly> anomalies) {

    /** A longer list would hide the first ones. */
    private static final int DESCRIBED = 20;

    public Verdict {
        anomalies = List.copyOf(anomalies);
    }

    /** The numbers in one line, without a line's end. */
    public String figures() {
        return history.acknowledged().size() + " acknowledged, "
                + history.failed().size() + " failed, "
                + history.unknown().size() + " unknown (" + unknownCommitted + " of them committed), longest pause "
                + history.longestPause().toMillis() + " ms";
    }

    /** The numbers, and the first anomalies on a line each. */
    public String describe() {
        if (anomalies.isEmpty()) {
            return figures() + "; no anomalies";
        }
        String first = anomalies.stream()
                .limit(DESCRIBED)
                .map(anomaly -> "\n  " + anomaly.describe())
                .collect(Collectors.joining());
        int more = anomalies.size() - DESCRIBED;
        return figures() + "; anomalies: " + anomalies.size() + first + (more > 0 ? "\n  and " + more + " more" : "");
    }

    @Override
    public String toString() {
        return describe();
    }
}
