package io.github.pg1c.benchmarks.onec;

import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.rule.Group;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code balanced} without each rule in which it departs from the server's default, and whole again every few runs. The
 * first round has all rules; those after it have the rules that seemed to do something.
 */
record Ablation(Results results, List<PlannedParameter> departing) {
    private static final int RULES_PER_REFERENCE = 6;

    private static final int POSITIONS_OF_A_PART = 1000;

    /** Rules for who may connect, for standbys and for what is logged. */
    private static final Set<Group> WITHOUT_DATA =
            Set.of(Group.CONNECTIONS, Group.REPLICATION, Group.COMPATIBILITY, Group.TIMEOUTS, Group.LOGGING);

    /** Parameters that differences between whole configurations point to. */
    private static final Set<String> LIKELY = Set.of(
            "shared_buffers",
            "work_mem",
            "random_page_cost",
            "jit",
            "from_collapse_limit",
            "join_collapse_limit",
            "geqo_effort",
            "max_parallel_workers_per_gather",
            "max_parallel_workers",
            "max_parallel_maintenance_workers",
            "wal_compression",
            "autovacuum_naptime",
            "bgwriter_delay",
            "shared_preload_libraries",
            "track_io_timing");

    /**
     * The rules in the order in which they are switched off: the likely ones, the others that work on data, the rest.
     */
    enum Part {
        LIKELY,
        DATA,
        REST;

        private static Part of(PlannedParameter parameter) {
            if (Ablation.LIKELY.contains(parameter.name())) {
                return LIKELY;
            }
            return WITHOUT_DATA.contains(parameter.group()) ? REST : DATA;
        }
    }

    /** Asks a server which parameters it has at another value than the default when it reads the plan. */
    static Ablation of(Laboratory laboratory, Results results) throws IOException, InterruptedException {
        TuningPlan plan = Configurations.plan(Preset.BALANCED, Configurations.STANDBYS);
        List<String> departing = laboratory.departing(Configurations.of(plan, Configurations.BALANCED));
        return new Ablation(
                results,
                plan.parameters().stream()
                        .filter(parameter -> departing.contains(parameter.name()) && !parameter.overridden())
                        .toList());
    }

    List<String> rules() {
        return departing.stream().map(PlannedParameter::ruleId).toList();
    }

    /** The runs of one round in one regime. */
    List<Run> series(Part part, Regime regime, int round) throws IOException {
        List<String> suspected = round == 1 ? List.of() : suspected();
        List<String> chosen = departing.stream()
                .filter(parameter -> Part.of(parameter) == part)
                .map(PlannedParameter::ruleId)
                .filter(rule -> round == 1 || suspected.contains(rule))
                .toList();
        if (chosen.isEmpty()) {
            return List.of();
        }
        TuningPlan plan = Configurations.plan(Preset.BALANCED, Configurations.STANDBYS);
        Configuration whole = Configurations.of(plan, Configurations.BALANCED);
        List<Configuration> series = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            if (i % RULES_PER_REFERENCE == 0) {
                series.add(whole);
            }
            series.add(Configurations.without(plan, chosen.get(i)));
        }
        series.add(whole);
        int first = part.ordinal() * POSITIONS_OF_A_PART;
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            runs.add(new Run(series.get(i), regime, Amount.SHORT, round, first + i));
        }
        return runs;
    }

    /** Rules that were outside of the noise somewhere in the first round. */
    private List<String> suspected() throws IOException {
        return Effects.of(
                        results.read().stream().filter(row -> row.round() == 1).toList())
                .outside(1)
                .stream()
                .map(Effect::rule)
                .distinct()
                .toList();
    }
}
