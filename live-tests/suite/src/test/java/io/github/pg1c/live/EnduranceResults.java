package io.github.pg1c.live;

import io.github.pg1c.live.history.Anomaly;
import io.github.pg1c.live.history.Verdict;
import io.github.pg1c.live.lab.Command;
import io.github.pg1c.live.lab.DebianRelease;
import io.github.pg1c.live.lab.NotShown;
import io.github.pg1c.live.lab.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results of the long runs of one release: a line for each run in a file, and the report on all releases beside it. */
final class EnduranceResults {

    /** What is filed for clients that write without anything happening to the cluster. */
    static final String LOAD = "load";

    private static final String HEADER = String.join(
            "\t",
            "commit",
            "ordeal",
            "pause_ms",
            "bound_ms",
            "healthy_after_ms",
            "acknowledged",
            "failed",
            "unknown",
            "unknown_committed",
            "lost",
            "duplicated",
            "reordered",
            "resurrected",
            "invented");
    private static final List<Class<? extends Anomaly>> KINDS = List.of(
            Anomaly.Lost.class,
            Anomaly.Duplicated.class,
            Anomaly.Reordered.class,
            Anomaly.Resurrected.class,
            Anomaly.Invented.class);

    private final LiveCluster live;
    private final Path directory;
    private final Path file;
    private final String commit;
    private final List<Run> runs;

    /** One line of the file. */
    private record Run(
            String ordeal,
            long pause,
            long bound,
            long acknowledged,
            long unknown,
            long unknownCommitted,
            long anomalies) {

        static Run parse(String line) {
            String[] fields = line.split("\t", -1);
            return new Run(
                    fields[1],
                    Long.parseLong(fields[2]),
                    Long.parseLong(fields[3]),
                    Long.parseLong(fields[5]),
                    Long.parseLong(fields[7]),
                    Long.parseLong(fields[8]),
                    Arrays.stream(fields).skip(9).mapToLong(Long::parseLong).sum());
        }
    }

    private EnduranceResults(LiveCluster live, Path directory, Path file, String commit, List<Run> runs) {
        this.live = live;
        this.directory = directory;
        this.file = file;
        this.commit = commit;
        this.runs = runs;
    }

    /** The results so far; the file is begun when there is none. */
    static EnduranceResults of(LiveCluster live, Path directory) throws IOException {
        Path file = directory.resolve(live.release().id() + ".tsv");
        Files.createDirectories(directory);
        if (!Files.exists(file)) {
            Files.writeString(file, HEADER + "\n");
        }
        Output commit = Command.run("git", "rev-parse", "--short", "HEAD");
        return new EnduranceResults(
                live, directory, file, commit.succeeded() ? commit.orThrow() : "unknown", read(file));
    }

    private static List<Run> read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return new ArrayList<>(lines.skip(1).map(Run::parse).toList());
        }
    }

    /** The ordeal with the fewest runs, as long as one has fewer than so many. */
    Optional<Ordeal> fewest(int repetitions) {
        return Arrays.stream(Ordeal.values())
                .filter(ordeal -> count(ordeal) < repetitions)
                .min(Comparator.comparingLong(this::count));
    }

    private long count(Ordeal ordeal) {
        return runs.stream().filter(run -> run.ordeal().equals(ordeal.id())).count();
    }

    void add(String ordeal, Verdict verdict, Duration healthyAfter) {
        String anomalies = KINDS.stream()
                .map(kind ->
                        verdict.anomalies().stream().filter(kind::isInstance).count())
                .map(String::valueOf)
                .collect(Collectors.joining("\t"));
        String line = String.join(
                "\t",
                commit,
                ordeal,
                Long.toString(verdict.history().longestPause().toMillis()),
                Long.toString(live.worstCase().toMillis()),
                Long.toString(healthyAfter.toMillis()),
                Integer.toString(verdict.history().acknowledged().size()),
                Integer.toString(verdict.history().failed().size()),
                Integer.toString(verdict.history().unknown().size()),
                Integer.toString(verdict.unknownCommitted()),
                anomalies);
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        runs.add(Run.parse(line));
    }

    /** Writes the report on all releases that have results. */
    void report() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Endurance

                Each line is an ordeal that a generated cluster of eight hosts lived through while four clients wrote through its second
                balancer, half of them over one connection, half connecting anew all the time. The clients record what they were told of
                each row; a checker compares that with the rows that are there afterwards: none may be lost, duplicated, reordered,
                resurrected or invented. A pause is the longest time in which no client was told of a committed row. The files beside this
                page have every single run; `./endure` adds to them and writes this page.

                """);
        for (DebianRelease release : DebianRelease.values()) {
            Path results = directory.resolve(release.id() + ".tsv");
            if (Files.exists(results)) {
                table(page, release, read(results));
            }
        }
        page.append("## What these hosts cannot show\n\n");
        NotShown.here().forEach(missing -> page.append("- ").append(missing).append('\n'));
        Path report = directory.resolve("README.md");
        Path written = Files.writeString(
                directory.resolve("README.md." + live.release().id()), page);
        Files.move(written, report, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void table(StringBuilder page, DebianRelease release, List<Run> all) {
        page.append("## ").append(release.id()).append("\n\n");
        page.append("| what happened | runs | median pause | longest pause | bound of the model | acknowledged rows"
                + " | unknown (committed) | anomalies |\n|---|---|---|---|---|---|---|---|\n");
        for (Ordeal ordeal : Ordeal.values()) {
            row(page, ordeal.sentence(), ordeal.bounded(), of(all, ordeal.id()));
        }
        row(page, "nothing, for five minutes each", false, of(all, LOAD));
        page.append('\n');
    }

    private static List<Run> of(List<Run> all, String ordeal) {
        return all.stream().filter(run -> run.ordeal().equals(ordeal)).toList();
    }

    private static void row(StringBuilder page, String sentence, boolean bounded, List<Run> runs) {
        if (runs.isEmpty()) {
            return;
        }
        List<Long> pauses = runs.stream().map(Run::pause).sorted().toList();
        page.append("| %s | %d | %s | %s | %s | %d | %d (%d) | %d |%n"
                .formatted(
                        sentence,
                        runs.size(),
                        seconds(pauses.get(pauses.size() / 2)),
                        seconds(pauses.get(pauses.size() - 1)),
                        bounded ? seconds(runs.get(runs.size() - 1).bound()) : "–",
                        runs.stream().mapToLong(Run::acknowledged).sum(),
                        runs.stream().mapToLong(Run::unknown).sum(),
                        runs.stream().mapToLong(Run::unknownCommitted).sum(),
                        runs.stream().mapToLong(Run::anomalies).sum()));
    }

    private static String seconds(long milliseconds) {
        return "%.1f s".formatted(milliseconds / 1000.0);
    }
}
