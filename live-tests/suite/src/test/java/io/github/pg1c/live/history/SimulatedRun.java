package io.github.pg1c.live.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Clients and a table that keeps every promise, while failovers happen and answers get lost.
 *
 * <p>The clients take turns at random, so their operations overlap. A failover disconnects every client: operations in
 * progress become unknown, stored or not. An operation that was not stored yet may be stored later, after other rows of
 * the same client, as if it had waited in a pooler.
 */
final class SimulatedRun {

    private static final int STEPS = 400;
    private static final List<String> CLIENTS = List.of("a", "b", "c");

    /** An operation in progress. */
    private record UnderWay(Row row, HistoryRecorder.Invocation invocation, boolean stored) {}

    private final Random random;
    private final AtomicLong clock = new AtomicLong();
    private final HistoryRecorder recorder = new HistoryRecorder(clock::get);
    private final Map<String, @Nullable UnderWay> underWay = new LinkedHashMap<>();
    private final List<Row> stuck = new ArrayList<>();
    private final List<Row> stored = new ArrayList<>();
    private int failovers;
    private long next;

    private SimulatedRun(Random random) {
        this.random = random;
    }

    static SimulatedRun of(Random random) {
        SimulatedRun run = new SimulatedRun(random);
        for (int i = 0; i < STEPS; i++) {
            run.step();
        }
        return run;
    }

    History history() {
        return recorder.history();
    }

    /** The rows in the order in which they were stored. */
    List<Row> stored() {
        return List.copyOf(stored);
    }

    int failovers() {
        return failovers;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void step() {
        clock.addAndGet(random.nextInt(1_000_000));
        if (chance(2)) {
            failOver();
        } else if (!stuck.isEmpty() && chance(5)) {
            stored.add(stuck.remove(random.nextInt(stuck.size())));
        } else {
            turn(CLIENTS.get(random.nextInt(CLIENTS.size())));
        }
    }

    private void failOver() {
        failovers++;
        CLIENTS.forEach(this::cutOff);
    }

    private void turn(String client) {
        UnderWay current = underWay.get(client);
        if (current == null) {
            Row row = new Row(client, ++next);
            underWay.put(client, new UnderWay(row, recorder.invoke(client, row.id()), false));
        } else if (chance(3)) {
            cutOff(client);
        } else if (current.stored()) {
            current.invocation().acknowledged("pg" + failovers, false);
            underWay.remove(client);
        } else if (chance(5)) {
            current.invocation().failed("read-only");
            underWay.remove(client);
        } else {
            stored.add(current.row());
            underWay.put(client, new UnderWay(current.row(), current.invocation(), true));
        }
    }

    private void cutOff(String client) {
        UnderWay current = underWay.remove(client);
        if (current != null) {
            current.invocation().unknown("cut off");
            if (!current.stored() && chance(50)) {
                stuck.add(current.row());
            }
        }
    }
}
