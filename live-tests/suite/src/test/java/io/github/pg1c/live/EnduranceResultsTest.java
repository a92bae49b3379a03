package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.lab.DebianRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnduranceResultsTest {

    @TempDir
    private Path directory;

    @Test
    void choosesTheOrdealWithTheFewestRunsOfTheBundle() throws IOException {
        EnduranceResults results = results("new");
        assertThat(results.next()).isEqualTo(Ordeal.values()[0]);

        results.add(run("new", Ordeal.values()[0], 1));
        assertThat(results.next()).isEqualTo(Ordeal.values()[1]);

        for (Ordeal ordeal : Ordeal.values()) {
            results.add(run("old", ordeal, 1));
        }
        assertThat(results("new").next())
                .as("those of another bundle do not count")
                .isEqualTo(Ordeal.values()[1]);
    }

    @Test
    void ignoresAnIncompleteLine() throws IOException {
        results("new").add(run("new", Ordeal.values()[0], 1));
        Files.writeString(
                directory.resolve("debian-13.tsv"), "new\t" + Ordeal.values()[1].id(), StandardOpenOption.APPEND);

        assertThat(results("new").next()).isEqualTo(Ordeal.values()[1]);
    }

    @Test
    void saysWhatHappenedInNumbers() throws IOException {
        EnduranceResults results = results("new");
        results.add(run("old", Ordeal.LEADER_LOSES_POWER, 99));
        results.add(run("new", Ordeal.LEADER_LOSES_POWER, 10));
        results.add(run("new", Ordeal.LEADER_LOSES_POWER, 13));

        assertThat(directory.resolve("README.md"))
                .content()
                .contains("## debian-13, bundle new")
                .contains("| the leader's host loses its power | 2 | 2 | 11.5 s | 13.0 s | 29.0 s | 200 | 6 (2) | 2 |");
    }

    private EnduranceResults results(String bundle) {
        return new EnduranceResults(directory, DebianRelease.DEBIAN_13, bundle);
    }

    private static EnduranceRun run(String bundle, Ordeal ordeal, int seconds) {
        return new EnduranceRun(
                bundle,
                ordeal.id(),
                true,
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(29),
                Duration.ofSeconds(60),
                List.of(100L, 2L, 3L, 1L),
                List.of(1L, 0L, 0L, 0L, 0L));
    }
}
