package io.github.pg1c.benchmarks;

import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.part.RevocationLists;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** From the text of a specification to the whole bundle in memory, for one and for many clusters of eight nodes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class RenderingBenchmark {

    /** How many clusters one operation makes; linear growth keeps time divided by this number constant. */
    @Param({"1", "10", "100", "1000"})
    public int clusters;

    private List<String> specifications = List.of();

    @Setup
    public void write() {
        specifications = IntStream.range(0, clusters)
                .mapToObj(number -> SampleClusters.eightNodes("zup" + number))
                .toList();
    }

    /** Reading, validating and rendering. */
    @Benchmark
    public void readAndRender(Blackhole hole) {
        for (String text : specifications) {
            hole.consume(Bundle.of(SampleClusters.plan(text), RevocationLists.NONE, "0", "0"));
        }
    }
}
