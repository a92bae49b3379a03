package io.github.pg1c.benchmarks.onec.paired;

import io.github.pg1c.benchmarks.onec.Laboratory;
import io.github.pg1c.benchmarks.onec.Regime;
import io.github.pg1c.benchmarks.onec.Turn;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs one of the comparisons and writes its results. */
public final class PairedRuns {
    /** Nothing but the operations takes processor time. */
    static final String WITHOUT_VACUUM = "\nautovacuum = off\n";

    private PairedRuns() {}

    /**
     * Does one of {@code huge-pages}, {@code compression-standby}.
     *
     * @param args an unpacked PostgreSQL, a directory to work in, the directory of the launcher, what to do
     */
    public static void main(String[] args) throws Exception {
        Laboratory laboratory = new Laboratory(Path.of(args[0]), Path.of(args[1]));
        laboratory.prepare(Regime.IN_MEMORY);
        try (Turn turn = Turn.take(System.getenv())) {
            String results = switch (args[3]) {
                case "huge-pages" -> HugePages.compare(laboratory);
                case "compression-standby" -> CompressionWithStandby.compare(laboratory);
                default ->
                    throw new IllegalArgumentException(
                            "unknown: " + args[3] + "; write huge-pages or compression-standby");
            };
            Files.writeString(Path.of(args[2]).resolve("results").resolve(args[3] + ".md"), results);
        }
    }
}
