package io.github.pg1c.live.history;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Records the operations of clients while they run; thread-safe.
 *
 * <p>No two events have the same time: where the clock has not moved, the later event is one nanosecond later. So the
 * order of two times is the order of the events.
 *
 * @since 0.1
 */
public final class HistoryRecorder {

    private final LongSupplier nanos;
    private final long start;
    private final Map<Row, Operation> operations = new LinkedHashMap<>();
    private Duration last = Duration.ZERO;

    /**
     * An empty record that begins now.
     *
     * @param nanos the clock, as {@link System#nanoTime()}
     */
    public HistoryRecorder(LongSupplier nanos) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /**
     * Records that the client begins to write a row, which must happen before it sends anything.
     *
     * @throws IllegalArgumentException when the row was invoked before
     */
    public synchronized Invocation invoke(String client, long id) {
        Row row = new Row(client, id);
        if (operations.containsKey(row)) {
            throw new IllegalArgumentException(row + " was invoked before");
        }
        operations.put(row, new Operation(row, now(), new Outcome.Open()));
        return new Invocation(row);
    }

    /** The history so far. */
    public synchronized History history() {
        return new History(List.copyOf(operations.values()));
    }

    private synchronized void end(Row row, Function<Duration, Outcome> outcome) {
        operations.computeIfPresent(row, (same, operation) -> {
            if (!(operation.outcome() instanceof Outcome.Open)) {
                throw new IllegalStateException(row + " has ended before: " + operation.outcome());
            }
            return new Operation(row, operation.invoked(), outcome.apply(now()));
        });
    }

    private Duration now() {
        Duration time = Duration.ofNanos(nanos.getAsLong() - start);
        last = time.compareTo(last) > 0 ? time : last.plusNanos(1);
        return last;
    }

    /**
     * An operation that a client has begun. It ends once; until then it is open.
     *
     * <p>Each method throws {@link IllegalStateException} when the operation has ended before.
     *
     * @since 0.1
     */
    public final class Invocation {

        private final Row row;

        private Invocation(Row row) {
            this.row = row;
        }

        /** Records that the server said that the row is committed. */
        public void acknowledged(String server, boolean standby) {
            end(row, at -> new Outcome.Acknowledged(server, standby, at));
        }

        /** Records that the row is certainly not committed. */
        public void failed(String why) {
            end(row, at -> new Outcome.Failed(why));
        }

        /** Records that the row may be committed or not. */
        public void unknown(String why) {
            end(row, at -> new Outcome.Unknown(why));
        }
    }
}
