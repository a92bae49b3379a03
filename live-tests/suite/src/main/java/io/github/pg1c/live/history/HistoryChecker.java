package io.github.pg1c.live.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares a history with the rows that the cluster has at the end.
 *
 * @since 0.1
 */
public final class HistoryChecker {

    private final Map<Row, Operation> invoked = new LinkedHashMap<>();
    private final Map<Row, Integer> copies = new LinkedHashMap<>();
    private final List<Row> stored;
    private final List<Anomaly> anomalies = new ArrayList<>();

    private HistoryChecker(History history, List<Row> stored) {
        this.stored = stored;
        history.operations().forEach(operation -> invoked.put(operation.row(), operation));
        stored.forEach(row -> copies.merge(row, 1, Integer::sum));
    }

    /**
     * Finds every anomaly.
     *
     * @param history the operations of the clients; no client writes any more
     * @param stored all rows of these clients in the order of storing, each as often as it is stored
     */
    public static Verdict check(History history, List<Row> stored) {
        HistoryChecker checker = new HistoryChecker(history, stored);
        history.operations().forEach(checker::checkOutcome);
        checker.copies.forEach(checker::checkCopies);
        history.clients().forEach(checker::checkOrder);
        int unknownCommitted = (int) history.unknown().stream()
                .filter(operation -> checker.copies.containsKey(operation.row()))
                .count();
        return new Verdict(history, unknownCommitted, checker.anomalies);
    }

    private void checkOutcome(Operation operation) {
        Row row = operation.row();
        boolean there = copies.containsKey(row);
        if (operation.outcome() instanceof Outcome.Acknowledged acknowledged && !there) {
            anomalies.add(new Anomaly.Lost(row, acknowledged));
        } else if (operation.outcome() instanceof Outcome.Failed failed && there) {
            anomalies.add(new Anomaly.Resurrected(row, failed.why()));
        }
    }

    private void checkCopies(Row row, int times) {
        if (!invoked.containsKey(row)) {
            anomalies.add(new Anomaly.Invented(row));
        }
        if (times > 1) {
            anomalies.add(new Anomaly.Duplicated(row, times));
        }
    }

    /**
     * Goes through the rows in the order of storing and remembers the latest invocation so far: no later row may have
     * been acknowledged before it. Duplicated, resurrected and invented rows are left out, because they are anomalies
     * already.
     */
    private void checkOrder(String client) {
        Map<Row, List<Row>> late = new LinkedHashMap<>();
        @Nullable Operation newest = null;
        for (Row row : stored) {
            Operation operation = invoked.get(row);
            if (operation == null || !row.client().equals(client) || !hasAPlace(operation)) {
                continue;
            }
            if (newest == null || operation.invoked().compareTo(newest.invoked()) > 0) {
                newest = operation;
            } else if (wasAcknowledgedBefore(operation, newest.invoked())) {
                late.computeIfAbsent(newest.row(), first -> new ArrayList<>()).add(row);
            }
        }
        late.forEach((row, before) -> anomalies.add(new Anomaly.Reordered(row, before)));
    }

    private boolean hasAPlace(Operation operation) {
        return copies.getOrDefault(operation.row(), 0) == 1 && !(operation.outcome() instanceof Outcome.Failed);
    }

    private static boolean wasAcknowledgedBefore(Operation operation, Duration time) {
        return operation.outcome() instanceof Outcome.Acknowledged acknowledged
                && acknowledged.at().compareTo(time) < 0;
    }
}
