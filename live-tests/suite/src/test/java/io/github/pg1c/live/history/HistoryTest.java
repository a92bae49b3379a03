package io.github.pg1c.live.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static Operation acknowledged(String client, long id, long invoked, long at) {
        return operation(client, id, invoked, new Outcome.Acknowledged("s", false, Duration.ofMillis(at)));
    }

    private static Operation operation(String client, long id, long invoked, Outcome outcome) {
        return new Operation(new Row(client, id), Duration.ofMillis(invoked), outcome);
    }

    @Test
    void pausesLieBetweenAcknowledgementsOfAllClients() {
        History history = new History(List.of(
                acknowledged("a", 1, 0, 100),
                acknowledged("b", 1, 50, 2000),
                acknowledged("a", 2, 110, 700),
                operation("a", 3, 710, new Outcome.Unknown("cut off")),
                acknowledged("a", 4, 2000, 2300)));

        assertThat(history.longestPause()).isEqualTo(Duration.ofMillis(1300));
        assertThat(history.pauses(Duration.ofMillis(300)))
                .containsExactly(
                        new Pause(Duration.ofMillis(100), Duration.ofMillis(700)),
                        new Pause(Duration.ofMillis(700), Duration.ofMillis(2000)));
        assertThat(history.of("a").longestPause()).isEqualTo(Duration.ofMillis(1600));
    }

    @Test
    void withoutTwoAcknowledgementsThereIsNoPause() {
        History history = new History(
                List.of(acknowledged("a", 1, 0, 100), operation("a", 2, 110, new Outcome.Failed("read-only"))));

        assertThat(history.longestPause()).isZero();
        assertThat(history.pauses(Duration.ZERO)).isEmpty();
    }

    @Test
    void countsEachOutcomeAndTakesAnOpenOneForUnknown() {
        Operation failed = operation("a", 2, 110, new Outcome.Failed("read-only"));
        Operation unknown = operation("a", 3, 120, new Outcome.Unknown("cut off"));
        Operation open = operation("b", 1, 130, new Outcome.Open());
        History history = new History(List.of(acknowledged("a", 1, 0, 100), failed, unknown, open));

        assertThat(history.acknowledged()).hasSize(1);
        assertThat(history.failed()).containsExactly(failed);
        assertThat(history.unknown()).containsExactly(unknown, open);
        assertThat(history.clients()).containsExactly("a", "b");
    }

    @Test
    void refusesTwoOperationsOfTheSameRow() {
        List<Operation> twice = List.of(acknowledged("a", 1, 0, 100), acknowledged("a", 1, 110, 200));

        assertThatThrownBy(() -> new History(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 1 of a is invoked twice");
    }
}
