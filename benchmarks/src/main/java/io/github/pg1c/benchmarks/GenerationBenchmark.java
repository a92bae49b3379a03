package io.github.pg1c.benchmarks;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.secrets.generate.GenerationOptions;
import io.github.pg1c.secrets.generate.GenerationReport;
import io.github.pg1c.secrets.generate.Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Generation of one cluster of eight nodes onto disk: with all keys made, and when nothing changed. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class GenerationBenchmark {

    private static final Cluster CLUSTER = SampleClusters.read(SampleClusters.eightNodes("zup"));
    private static final Generator GENERATOR = new Generator(Clock.systemUTC(), new SecureRandom());

    /** An empty directory for every operation. */
    @State(Scope.Thread)
    public static class Empty {
        private Path directory = Path.of("");

        @Setup(Level.Invocation)
        public void make() throws IOException {
            directory = Files.createTempDirectory("pg1c-benchmark");
        }

        @TearDown(Level.Invocation)
        public void remove() throws IOException {
            delete(directory);
        }
    }

    /** A directory in which everything was generated before. */
    @State(Scope.Thread)
    public static class Filled {
        private Path directory = Path.of("");

        @Setup(Level.Trial)
        public void make() throws IOException {
            directory = Files.createTempDirectory("pg1c-benchmark");
            generate(directory);
        }

        @TearDown(Level.Trial)
        public void remove() throws IOException {
            delete(directory);
        }
    }

    /** Two authorities, every certificate, every password, the whole tree. */
    @Benchmark
    public GenerationReport withKeys(Empty state) {
        return generate(state.directory);
    }

    /** Everything is compared and nothing written. */
    @Benchmark
    public GenerationReport unchanged(Filled state) {
        return generate(state.directory);
    }

    private static GenerationReport generate(Path directory) {
        return GENERATOR.generate(
                CLUSTER, "0", GenerationOptions.of(directory.resolve("out"), directory.resolve("secrets"), "0"));
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
