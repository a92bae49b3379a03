package io.github.pg1c.live.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HistoryRecorderTest {

    private final AtomicLong clock = new AtomicLong(-5_000);
    private final HistoryRecorder recorder = new HistoryRecorder(clock::get);

    @Test
    void keepsEachOperationWithItsTimesAndItsOutcome() {
        clock.addAndGet(100);
        HistoryRecorder.Invocation first = recorder.invoke("a", 1);
        clock.addAndGet(100);
        first.acknowledged("10.0.0.1", true);
        clock.addAndGet(100);
        recorder.invoke("a", 2).failed("read-only");
        clock.addAndGet(100);
        recorder.invoke("b", 1).unknown("cut off");
        clock.addAndGet(100);
        recorder.invoke("b", 2);

        assertThat(recorder.history().operations())
                .containsExactly(
                        new Operation(
                                new Row("a", 1),
                                Duration.ofNanos(100),
                                new Outcome.Acknowledged("10.0.0.1", true, Duration.ofNanos(200))),
                        new Operation(new Row("a", 2), Duration.ofNanos(300), new Outcome.Failed("read-only")),
                        new Operation(new Row("b", 1), Duration.ofNanos(400), new Outcome.Unknown("cut off")),
                        new Operation(new Row("b", 2), Duration.ofNanos(500), new Outcome.Open()));
    }

    @Test
    void givesNoTwoEventsTheSameTime() {
        HistoryRecorder.Invocation first = recorder.invoke("a", 1);
        first.acknowledged("s", false);
        recorder.invoke("a", 2);

        List<Operation> operations = recorder.history().operations();
        assertThat(recorder.history().acknowledged().get(0).at())
                .isGreaterThan(operations.get(0).invoked())
                .isLessThan(operations.get(1).invoked());
    }

    @Test
    void aHistoryDoesNotChangeWhileClientsGoOn() {
        HistoryRecorder.Invocation first = recorder.invoke("a", 1);
        History before = recorder.history();
        first.acknowledged("s", false);
        recorder.invoke("a", 2);

        assertThat(before.operations()).extracting(Operation::outcome).containsExactly(new Outcome.Open());
    }

    @Test
    void refusesASecondEndAndASecondInvocation() {
        HistoryRecorder.Invocation first = recorder.invoke("a", 1);
        first.failed("no");

        assertThatThrownBy(() -> first.acknowledged("s", false)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> first.failed("again")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> first.unknown("again")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> recorder.invoke("a", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(recorder.history().operations())
                .extracting(Operation::outcome)
                .containsExactly(new Outcome.Failed("no"));
    }

    @Test
    void takesManyClientsAtOnce() throws Exception {
        HistoryRecorder shared = new HistoryRecorder(System::nanoTime);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> clients = new ArrayList<>();
            for (String client : List.of("a", "b", "c", "d")) {
                clients.add(threads.submit(() -> {
                    for (int id = 0; id < 1000; id++) {
                        shared.invoke(client, id).acknowledged("s", false);
                    }
                }));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        } finally {
            threads.shutdownNow();
        }

        History history = shared.history();
        assertThat(history.clients()).containsExactly("a", "b", "c", "d");
        assertThat(history.acknowledged()).hasSize(4000);
        assertThat(history.operations())
                .extracting(Operation::invoked)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(history.of("c").operations())
                .extracting(operation -> operation.row().id())
                .hasSize(1000)
                .isSorted();
    }
}
