package io.github.pg1c.live.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HistoryCheckerTest {

    private static final Duration MILLISECOND = Duration.ofMillis(1);

    private final AtomicLong clock = new AtomicLong();
    private final HistoryRecorder recorder = new HistoryRecorder(() -> clock.addAndGet(MILLISECOND.toNanos()));

    private HistoryRecorder.Invocation invoke(long id) {
        return recorder.invoke("a", id);
    }

    private void acknowledged(long... ids) {
        LongStream.of(ids).forEach(id -> invoke(id).acknowledged("pg1", false));
    }

    private Verdict check(Row... stored) {
        return HistoryChecker.check(recorder.history(), List.of(stored));
    }

    private static Row a(long id) {
        return new Row("a", id);
    }

    private static Row b(long id) {
        return new Row("b", id);
    }

    @Test
    void nothingIsFoundWhereEveryAcknowledgedRowIsThereOnceAndInOrder() {
        acknowledged(1, 2, 3);

        assertThat(check(a(1), a(2), a(3)).anomalies()).isEmpty();
    }

    @Test
    void anEmptyHistoryAndAnEmptyTableAgree() {
        assertThat(check().anomalies()).isEmpty();
    }

    @Test
    void anAcknowledgedRowThatIsNotThereIsLost() {
        acknowledged(1, 2, 3);

        assertThat(check(a(1), a(3)).anomalies())
                .containsExactly(new Anomaly.Lost(a(2), new Outcome.Acknowledged("pg1", false, Duration.ofMillis(4))));
    }

    @Test
    void aRowThatIsThereTwiceIsDuplicatedWhereverTheCopyIs() {
        acknowledged(1, 2, 3);

        assertThat(check(a(1), a(2), a(2), a(3)).anomalies()).containsExactly(new Anomaly.Duplicated(a(2), 2));
        assertThat(check(a(3), a(1), a(2), a(3), a(3)).anomalies()).containsExactly(new Anomaly.Duplicated(a(3), 3));
    }

    @Test
    void aRowOfUnknownOutcomeMustNotBeThereTwiceEither() {
        invoke(1).unknown("cut off");

        assertThat(check(a(1), a(1)).anomalies()).containsExactly(new Anomaly.Duplicated(a(1), 2));
    }

    @Test
    void aRowStoredBeforeOnesThatWereAcknowledgedEarlierIsReordered() {
        acknowledged(1, 2, 3, 4);

        assertThat(check(a(1), a(4), a(2), a(3)).anomalies())
                .containsExactly(new Anomaly.Reordered(a(4), List.of(a(2), a(3))));
        assertThat(check(a(2), a(3), a(1), a(4)).anomalies())
                .containsExactly(new Anomaly.Reordered(a(3), List.of(a(1))));
    }

    @Test
    void twoDisplacedRowsAreBothNamed() {
        acknowledged(1, 2, 3, 4);

        assertThat(check(a(2), a(1), a(4), a(3)).anomalies())
                .containsExactly(
                        new Anomaly.Reordered(a(2), List.of(a(1))), new Anomaly.Reordered(a(4), List.of(a(3))));
    }

    @Test
    void aRowOfUnknownOutcomeBetweenThemDoesNotHideThatTwoAreReordered() {
        invoke(1).unknown("cut off");
        acknowledged(2, 3);

        assertThat(check(a(3), a(1), a(2)).anomalies()).containsExactly(new Anomaly.Reordered(a(3), List.of(a(2))));
    }

    @Test
    void concurrentRowsHaveNoOrder() {
        HistoryRecorder.Invocation first = invoke(1);
        HistoryRecorder.Invocation second = invoke(2);
        second.acknowledged("pg1", false);
        first.acknowledged("pg1", false);

        assertThat(check(a(1), a(2)).anomalies()).isEmpty();
        assertThat(check(a(2), a(1)).anomalies()).isEmpty();
    }

    @Test
    void aRowOfUnknownOutcomeMayBeStoredLateButNotBeforeItWasInvoked() {
        acknowledged(1);
        invoke(2).unknown("cut off");
        acknowledged(3);

        assertThat(check(a(1), a(3), a(2)).anomalies()).isEmpty();
        assertThat(check(a(2), a(1), a(3)).anomalies()).containsExactly(new Anomaly.Reordered(a(2), List.of(a(1))));
    }

    @Test
    void aFailedRowThatIsThereIsResurrected() {
        acknowledged(1);
        invoke(2).failed("read-only");

        assertThat(check(a(1)).anomalies()).isEmpty();
        assertThat(check(a(2), a(1)).anomalies()).containsExactly(new Anomaly.Resurrected(a(2), "read-only"));
    }

    @Test
    void aRowThatNobodyInvokedIsInvented() {
        acknowledged(1);

        assertThat(check(a(7), a(1)).anomalies()).containsExactly(new Anomaly.Invented(a(7)));
        assertThat(check(a(1), b(1)).anomalies()).containsExactly(new Anomaly.Invented(b(1)));
    }

    @Test
    void aRowOfUnknownOutcomeIsThereOrNot() {
        acknowledged(1);
        invoke(2).unknown("cut off");
        invoke(3).unknown("cut off");

        assertThat(check(a(1)).anomalies()).isEmpty();
        assertThat(check(a(1)).unknownCommitted()).isZero();
        assertThat(check(a(1), a(3)).anomalies()).isEmpty();
        assertThat(check(a(1), a(3)).unknownCommitted()).isEqualTo(1);
    }

    @Test
    void anOpenOperationIsUnknown() {
        acknowledged(1);
        invoke(2);

        assertThat(check(a(1)).anomalies()).isEmpty();
        assertThat(check(a(1), a(2)).anomalies()).isEmpty();
        assertThat(check(a(1), a(2)).unknownCommitted()).isEqualTo(1);
    }

    @Test
    void clientsHaveNoOrderAmongEachOtherAndTheSameNumbers() {
        acknowledged(1);
        recorder.invoke("b", 1).acknowledged("pg1", false);
        acknowledged(2);
        recorder.invoke("b", 2).acknowledged("pg1", false);

        assertThat(check(b(1), b(2), a(1), a(2)).anomalies()).isEmpty();
        assertThat(check(a(1), b(2), a(2), b(1)).anomalies())
                .containsExactly(new Anomaly.Reordered(b(2), List.of(b(1))));
        assertThat(check(a(1), b(1), a(2)).anomalies())
                .extracting(Anomaly::getClass, anomaly -> ((Anomaly.Lost) anomaly).row())
                .containsExactly(tuple(Anomaly.Lost.class, b(2)));
    }

    @Test
    void allAnomaliesAreFoundAtOnce() {
        acknowledged(1, 2, 3, 4);
        invoke(5).failed("read-only");

        assertThat(check(a(5), a(4), a(3), a(1), a(9), a(1)).anomalies())
                .containsExactlyInAnyOrder(
                        new Anomaly.Lost(a(2), new Outcome.Acknowledged("pg1", false, Duration.ofMillis(4))),
                        new Anomaly.Duplicated(a(1), 2),
                        new Anomaly.Reordered(a(4), List.of(a(3))),
                        new Anomaly.Resurrected(a(5), "read-only"),
                        new Anomaly.Invented(a(9)));
    }

    @Test
    void theDescriptionHasTheFiguresAndEveryKindOfAnomaly() {
        acknowledged(1, 2, 3, 4);
        invoke(5).failed("read-only");
        invoke(6).unknown("cut off");
        invoke(7).unknown("cut off");

        Verdict verdict = check(a(5), a(4), a(3), a(1), a(9), a(1), a(6));

        String description = """
                4 acknowledged, 1 failed, 2 unknown (1 of them committed), longest pause 2 ms; anomalies: 5
                  lost: row 2 of a, which pg1 acknowledged after 4 ms
                  resurrected: row 5 of a, which failed: read-only
                  duplicated: row 1 of a is there 2 times
                  invented: row 9 of a, which nobody invoked
                  reordered: row 4 of a is stored before 3, acknowledged before it was invoked""";
        assertThat(verdict.describe()).isEqualTo(description);
        assertThat(verdict).hasToString(description);
    }

    @Test
    void theDescriptionOfACleanRunSaysSo() {
        acknowledged(1, 2);

        assertThat(check(a(1), a(2)))
                .hasToString("2 acknowledged, 0 failed, 0 unknown (0 of them committed), longest pause 2 ms;"
                        + " no anomalies");
    }

    @Test
    void theDescriptionNamesTheFirstTwentyAnomalies() {
        acknowledged(LongStream.rangeClosed(1, 23).toArray());

        assertThat(check().anomalies()).hasSize(23);
        assertThat(check().describe().lines())
                .hasSize(22)
                .contains("  lost: row 20 of a, which pg1 acknowledged after 40 ms")
                .endsWith("  and 3 more");
    }
}
