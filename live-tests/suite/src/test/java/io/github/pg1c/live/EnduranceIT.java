package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.history.HistoryRecorder;
import io.github.pg1c.live.history.Verdict;
import io.github.pg1c.live.lab.Command;
import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Fault;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The long runs: each ordeal twenty times, and load between them. One call takes as long as it is given, takes up where the last
 * one ended, and adds to the results under {@code docs/endurance}.
 */
@ExtendWith(BootedCluster.class)
@Tag("endurance")
class EnduranceIT {

    private static final int REPETITIONS = 20;
    private static final int CLIENTS = 4;
    private static final Duration LOAD = Duration.ofMinutes(5);
    /** No run is begun that might not end in time. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(6);
    /** Booting, rewinding or copying a small database, and the turns of Patroni's loop around it. */
    private static final Duration HEALTHY = Duration.ofMinutes(4);

    @Test
    void livesThroughEverythingAgainAndAgain(LiveCluster live) throws Exception {
        Instant end = Instant.now().plus(Duration.ofMinutes(Long.getLong("endurance.minutes", 50)));
        EnduranceResults results = EnduranceResults.of(live, Path.of("../../docs/endurance"));
        List<String> broken = new ArrayList<>();
        while (Instant.now().plus(LONGEST_RUN).isBefore(end)) {
            Optional<Ordeal> next = results.fewest(REPETITIONS);
            Verdict verdict = next.isPresent() ? ordeal(live, results, next.get()) : load(live, results);
            String title = next.map(Ordeal::id).orElse(EnduranceResults.LOAD);
            System.out.println(title + ": " + verdict.describe());
            if (!verdict.anomalies().isEmpty()) {
                broken.add(title + ": " + verdict.describe());
            }
        }
        results.report();
        assertThat(broken).isEmpty();
    }

    private static Verdict ordeal(LiveCluster live, EnduranceResults results, Ordeal ordeal) throws SQLException {
        live.awaitHealthy(HEALTHY);
        List<Writer> writers = writers(live);
        Instant struck;
        Duration healthy;
        try {
            awaitWrites(writers, Duration.ofMinutes(1));
            struck = Instant.now();
            try (Fault fault = ordeal.strike(live)) {
                awaitWrites(writers, HEALTHY);
                // Long enough for a lock that is not renewed to run out.
                pause(live.timing().ttl());
            }
            live.awaitHealthy(HEALTHY);
            healthy = Duration.between(struck, Instant.now());
            awaitWrites(writers, Duration.ofMinutes(1));
        } finally {
            writers.forEach(Writer::close);
        }
        Verdict verdict = verdict(live, writers);
        results.add(ordeal.id(), verdict, healthy);
        return verdict;
    }

    private static Verdict load(LiveCluster live, EnduranceResults results) throws SQLException {
        List<Writer> writers = writers(live);
        pause(LOAD);
        writers.forEach(Writer::close);
        live.awaitHealthy(HEALTHY);
        Verdict verdict = verdict(live, writers);
        results.add(EnduranceResults.LOAD, verdict, Duration.ZERO);
        return verdict;
    }

    private static List<Writer> writers(LiveCluster live) throws SQLException {
        HistoryRecorder recorder = new HistoryRecorder(System::nanoTime);
        List<Writer> writers = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            // Half of the clients connect anew all the time.
            long writesPerConnection = client % 2 == 0 ? Long.MAX_VALUE : 50;
            writers.add(Writer.start(
                    "client" + client,
                    recorder,
                    live.infobase(),
                    LiveCluster.address(entrance(live)),
                    live.writePort(),
                    writesPerConnection));
        }
        return writers;
    }

    private static Verdict verdict(LiveCluster live, List<Writer> writers) throws SQLException {
        return Writer.verdict(
                writers.get(0).history(), live.infobase(), LiveCluster.address(entrance(live)), live.writePort());
    }

    private static Node entrance(LiveCluster live) {
        return live.nodes(NodeRole.HAPROXY).get(1);
    }

    /** Every client writes something from now on. */
    private static void awaitWrites(List<Writer> writers, Duration within) {
        List<Integer> before = writers.stream().map(EnduranceIT::acknowledged).toList();
        Eventually.holds(within, () -> {
            for (int i = 0; i < writers.size(); i++) {
                assertThat(acknowledged(writers.get(i)))
                        .as(writers.get(i).client())
                        .isGreaterThan(before.get(i));
            }
        });
    }

    private static int acknowledged(Writer writer) {
        return writer.history().of(writer.client()).acknowledged().size();
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw Command.interrupted(e);
        }
    }
}
