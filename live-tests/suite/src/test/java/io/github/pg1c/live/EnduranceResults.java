package io.github.pg1c.live;

import io.github.pg1c.live.lab.DebianRelease;
import io.github.pg1c.live.lab.NotShown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** The results of the long runs: a file for each release with a line for each run, and a page on all of them. */
final class EnduranceResults {

    private static final String HEAD = """
            # Endurance

            Each line is an ordeal that a generated cluster of eight hosts lived through while four clients wrote
            through its second balancer, two of them over one connection and two connecting anew all the time. The
            clients record what they were told of each row. A checker compares that with the rows that are there
            afterwards: a row that was lost, duplicated, reordered, resurrected or invented is an anomaly. A pause is
            the longest time in which no client was told of a committed row. The files beside this page have every
            run. `./endure` adds to them and writes this page, about the bundle that it ran last.
            [PG1C-706](../problems/PG1C-706.md) warns of what a frozen PostgreSQL costs with the Patroni of Debian 12.
            """;

    private final Path directory;
    private final DebianRelease release;
    private final String bundle;

    EnduranceResults(Path directory, DebianRelease release, String bundle) {
        this.directory = directory;
        this.release = release;
        this.bundle = bundle;
    }

    private Path file(DebianRelease of) {
        return directory.resolve(of.id() + ".tsv");
    }

    private List<EnduranceRun> runs(DebianRelease of) throws IOException {
        if (!Files.exists(file(of))) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file(of))) {
            return lines.skip(1)
                    .map(EnduranceRun::parse)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    /** The ordeal with the fewest runs of this bundle; the first one wins a tie. */
    Ordeal next() throws IOException {
        List<EnduranceRun> all = runs(release);
        return Arrays.stream(Ordeal.values())
                .min(Comparator.comparingLong(ordeal -> all.stream()
                        .filter(run -> run.bundle().equals(bundle))
                        .filter(run -> run.ordeal().equals(ordeal.id()))
                        .count()))
                .orElseThrow();
    }

    /** Adds a run, and writes the page again. */
    void add(EnduranceRun run) {
        try {
            Files.createDirectories(directory);
            if (!Files.exists(file(release))) {
                Files.writeString(file(release), EnduranceRun.HEADER + "\n");
            }
            Files.writeString(file(release), run.line() + "\n", StandardOpenOption.APPEND);
            Path page = Files.writeString(directory.resolve("README.md." + release.id()), page());
            Files.move(page, directory.resolve("README.md"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String page() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        for (DebianRelease of : DebianRelease.values()) {
            List<EnduranceRun> all = runs(of);
            if (!all.isEmpty()) {
                String latest = all.get(all.size() - 1).bundle();
                page.append("\n## ")
                        .append(of.id())
                        .append(", bundle ")
                        .append(latest)
                        .append("\n\n");
                page.append(
                        "| what happened | runs | recovered | median pause | longest pause | bound of the model"
                                + " | acknowledged | unknown (committed) | anomalies |\n|---|---|---|---|---|---|---|---|---|\n");
                for (Ordeal ordeal : Ordeal.values()) {
                    row(
                            page,
                            ordeal,
                            all.stream()
                                    .filter(run -> run.bundle().equals(latest))
                                    .filter(run -> run.ordeal().equals(ordeal.id()))
                                    .toList());
                }
            }
        }
        page.append("\n## What these hosts cannot show\n\n");
        NotShown.here().forEach(missing -> page.append("- ").append(missing).append('\n'));
        return page.toString();
    }

    private static void row(StringBuilder page, Ordeal ordeal, List<EnduranceRun> runs) {
        if (runs.isEmpty()) {
            return;
        }
        List<Duration> pauses = runs.stream().map(EnduranceRun::pause).sorted().toList();
        page.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %s | %s | %s | %d | %d (%d) | %d |\n",
                ordeal.sentence(),
                runs.size(),
                runs.stream().filter(EnduranceRun::recovered).count(),
                seconds(median(pauses)),
                seconds(pauses.get(pauses.size() - 1)),
                ordeal.bounded() ? seconds(runs.get(runs.size() - 1).bound()) : "–",
                runs.stream().mapToLong(EnduranceRun::acknowledged).sum(),
                runs.stream().mapToLong(EnduranceRun::unknown).sum(),
                runs.stream().mapToLong(EnduranceRun::unknownCommitted).sum(),
                runs.stream().mapToLong(EnduranceRun::contradictions).sum()));
    }

    private static Duration median(List<Duration> sorted) {
        Duration upper = sorted.get(sorted.size() / 2);
        Duration lower = sorted.get((sorted.size() - 1) / 2);
        return lower.plus(upper).dividedBy(2);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
