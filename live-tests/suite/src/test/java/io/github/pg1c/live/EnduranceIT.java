package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.Manifest;
import io.github.pg1c.live.history.HistoryRecorder;
import io.github.pg1c.live.history.Verdict;
import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Fault;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The long runs: every ordeal repeatedly. A call lasts as long as it is told, continues where the last one ended, and
 * adds to the results under {@code docs/endurance}.
 */
@ExtendWith(BootedCluster.class)
@Tag("endurance")
class EnduranceIT {

    private static final int CLIENTS = 4;
    /** Limit for a boot, for rewinding or copying a small database, and for the turns of Patroni's loop around it. */
    private static final Duration HEALTHY = Duration.ofMinutes(4);

    @Test
    void recoversFromEveryOrdealRepeatedly(LiveCluster live) throws Exception {
        Instant end = Instant.now().plus(Duration.ofMinutes(Long.getLong("endurance.minutes", 50)));
        String bundle = hash(live.generated().bundle().resolve(Manifest.FILE));
        EnduranceResults results = new EnduranceResults(Path.of("../../docs/endurance"), live.release(), bundle);
        List<String> broken = new ArrayList<>();
        for (Ordeal ordeal = results.next();
                Instant.now().plus(ordeal.longest()).isBefore(end);
                ordeal = results.next()) {
            EnduranceRun run = live(live, ordeal, bundle);
            results.add(run);
            System.out.println(run.line());
            if (!run.recovered() || run.contradictions() > 0 || isTooSlow(ordeal, run)) {
                broken.add(ordeal.id() + ": " + run);
            }
            if (!run.recovered()) {
                // The next ordeal would run on the same broken cluster.
                break;
            }
        }
        assertThat(broken).isEmpty();
    }

    private static boolean isTooSlow(Ordeal ordeal, EnduranceRun run) {
        return ordeal.bounded() && run.pause().compareTo(run.bound()) > 0;
    }

    private static String hash(Path file) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest, 0, 4);
    }

    private static EnduranceRun live(LiveCluster live, Ordeal ordeal, String bundle) throws SQLException {
        live.awaitHealthy(HEALTHY);
        List<Writer> writers = writers(live);
        Instant struck = Instant.now();
        boolean recovered = true;
        try {
            awaitWrites(writers);
            struck = Instant.now();
            try (Fault fault = ordeal.strike(live)) {
                awaitWrites(writers);
                // Long enough for the leader's lock to expire.
                Ordeal.pause(live.timing().ttl());
            }
            live.awaitHealthy(HEALTHY);
            awaitWrites(writers);
        } catch (AssertionError | RuntimeException e) {
            System.out.println(ordeal.id() + ": " + e);
            recovered = false;
        } finally {
            writers.forEach(Writer::close);
        }
        Duration healthyAfter = Duration.between(struck, Instant.now());
        Verdict verdict;
        try {
            verdict = Eventually.value(HEALTHY, () -> verdict(live, writers));
        } catch (AssertionError e) {
            // The rows cannot be read, so nothing is checked, and the run counts as not recovered.
            recovered = false;
            verdict = new Verdict(writers.get(0).history(), 0, List.of());
        }
        System.out.println(ordeal.id() + ": " + verdict.describe());
        return EnduranceRun.of(bundle, ordeal, recovered, live.worstCase(), healthyAfter, verdict);
    }

    private static Verdict verdict(LiveCluster live, List<Writer> writers) throws SQLException {
        return Writer.verdict(
                writers.get(0).history(), live.infobase(), LiveCluster.address(entrance(live)), live.writePort());
    }

    private static List<Writer> writers(LiveCluster live) throws SQLException {
        HistoryRecorder recorder = new HistoryRecorder(System::nanoTime);
        List<Writer> writers = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
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

    private static Node entrance(LiveCluster live) {
        return live.nodes(NodeRole.HAPROXY).get(1);
    }

    /** Waits until every client has written after this call. */
    private static void awaitWrites(List<Writer> writers) {
        List<Integer> before = writers.stream().map(EnduranceIT::acknowledged).toList();
        Eventually.holds(HEALTHY, () -> {
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
}
