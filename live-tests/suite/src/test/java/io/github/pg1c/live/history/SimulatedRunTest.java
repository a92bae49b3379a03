package io.github.pg1c.live.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** A run that keeps every promise has no anomaly; after one fault exactly its anomaly is found. */
class SimulatedRunTest {

    private static final List<Integer> SEEDS = IntStream.range(0, 100).boxed().toList();

    /** A change to the stored rows. */
    private enum Fault {
        LOSE {
            @Override
            Anomaly inject(History history, List<Row> stored, Random random) {
                Operation victim = any(history, Outcome.Acknowledged.class, random);
                stored.remove(victim.row());
                return new Anomaly.Lost(victim.row(), (Outcome.Acknowledged) victim.outcome());
            }
        },
        DUPLICATE {
            @Override
            Anomaly inject(History history, List<Row> stored, Random random) {
                Row row = stored.get(random.nextInt(stored.size()));
                insert(row, stored, random);
                return new Anomaly.Duplicated(row, 2);
            }
        },
        REORDER {
            @Override
            Anomaly inject(History history, List<Row> stored, Random random) {
                String client =
                        any(history, Outcome.Acknowledged.class, random).row().client();
                List<Row> acknowledged = history.of(client).operations().stream()
                        .filter(operation -> operation.outcome() instanceof Outcome.Acknowledged)
                        .map(Operation::row)
                        .toList();
                int late = 1 + random.nextInt(acknowledged.size() - 1);
                int early = random.nextInt(late);
                stored.remove(acknowledged.get(late));
                stored.add(stored.indexOf(acknowledged.get(early)), acknowledged.get(late));
                return new Anomaly.Reordered(acknowledged.get(late), acknowledged.subList(early, late));
            }
        },
        RESURRECT {
            @Override
            Anomaly inject(History history, List<Row> stored, Random random) {
                Operation failed = any(history, Outcome.Failed.class, random);
                insert(failed.row(), stored, random);
                return new Anomaly.Resurrected(failed.row(), "read-only");
            }
        },
        INVENT {
            @Override
            Anomaly inject(History history, List<Row> stored, Random random) {
                Row row = new Row(random.nextBoolean() ? "a" : "nobody", 1_000_000);
                insert(row, stored, random);
                return new Anomaly.Invented(row);
            }
        };

        /** Injects the fault at a random place and returns the anomaly that the checker must find. */
        abstract Anomaly inject(History history, List<Row> stored, Random random);

        private static Operation any(History history, Class<? extends Outcome> outcome, Random random) {
            List<Operation> all = history.operations().stream()
                    .filter(operation -> outcome.isInstance(operation.outcome()))
                    .toList();
            return all.get(random.nextInt(all.size()));
        }

        private static void insert(Row row, List<Row> stored, Random random) {
            stored.add(random.nextInt(stored.size() + 1), row);
        }
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void aRunThatKeepsEveryPromiseHasNoAnomaly(int seed) {
        SimulatedRun run = SimulatedRun.of(new Random(seed));

        Verdict verdict = HistoryChecker.check(run.history(), run.stored());

        assertThat(verdict.anomalies()).isEmpty();
        assertThat(verdict.unknownCommitted())
                .isEqualTo(run.stored().size() - run.history().acknowledged().size());
    }

    @ParameterizedTest
    @EnumSource
    void oneFaultIsNamedAndNothingElse(Fault fault) {
        for (int seed : SEEDS) {
            Random random = new Random(seed);
            SimulatedRun run = SimulatedRun.of(random);
            List<Row> stored = new ArrayList<>(run.stored());

            Anomaly injected = fault.inject(run.history(), stored, random);

            assertThat(HistoryChecker.check(run.history(), stored).anomalies())
                    .as("seed %d", seed)
                    .containsExactly(injected);
        }
    }

    /** So that the others say something. */
    @ParameterizedTest
    @EnumSource
    void theRunsContainEverySituation(Situation sight) {
        assertThat(SEEDS).extracting(seed -> SimulatedRun.of(new Random(seed))).anyMatch(sight.shown);
    }

    /** A situation that the runs must contain. */
    private enum Situation {
        FAILOVERS(run -> run.failovers() > 3),
        UNKNOWN_AND_COMMITTED(
                run -> HistoryChecker.check(run.history(), run.stored()).unknownCommitted() > 3),
        UNKNOWN_AND_NOT_COMMITTED(run -> run.history().unknown().stream()
                .anyMatch(operation -> operation.outcome() instanceof Outcome.Unknown
                        && !run.stored().contains(operation.row()))),
        OPEN(run ->
                run.history().operations().stream().anyMatch(operation -> operation.outcome() instanceof Outcome.Open)),
        FAILED(run -> run.history().failed().size() > 3),
        STORED_LATE(run -> {
            List<Row> ofOne = run.stored().stream()
                    .filter(row -> row.client().equals("a"))
                    .toList();
            return !ofOne.equals(
                    ofOne.stream().sorted(Comparator.comparingLong(Row::id)).toList());
        });

        private final Predicate<SimulatedRun> shown;

        Situation(Predicate<SimulatedRun> shown) {
            this.shown = shown;
        }
    }
}
