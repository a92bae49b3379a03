package io.github.pg1c.benchmarks;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.check.PlanFinding;
import io.github.pg1c.tuning.compare.PlanComparison;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.text.PlanFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The parameters of one database node, from its figures to the plan, and what is done with a plan. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class PlanBenchmark {

    private final TuningInput input =
            TuningInput.builder(MemorySize.parse("64GB"), 16, 500).build();
    private final TuningInput overridden =
            input.withOverrides(Map.of("work_mem", "32MB", "checkpoint_timeout", "30min", "shared_buffers", "12GB"));
    private final TuningPlan plan = Calculator.plan(input);
    private final TuningPlan reference = Calculator.plan(input.withPreset(Preset.ITS_5866));

    /** Parameters, budget, pool and kernel. */
    @Benchmark
    public TuningPlan plan() {
        return Calculator.plan(input);
    }

    /** The same with three values that the user said, which are checked against the catalogue. */
    @Benchmark
    public TuningPlan planWithOverrides() {
        return Calculator.plan(overridden);
    }

    /** Everything that is worth a look. */
    @Benchmark
    public List<PlanFinding> review() {
        return Calculator.review(plan);
    }

    /** By meaning, with the memory effect of each difference. */
    @Benchmark
    public PlanComparison compare() {
        return PlanComparison.of(reference, plan);
    }

    /** The text of a postgresql.conf. */
    @Benchmark
    public String conf() {
        return PlanFormat.POSTGRESQL_CONF.text(plan, Language.EN);
    }
}
