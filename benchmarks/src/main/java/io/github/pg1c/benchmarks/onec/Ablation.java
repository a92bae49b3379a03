package io.github.pg1c.benchmarks.onec;

import io.github.pg1c.tuning.Group;
import io.github.pg1c.tuning.PlannedParameter;
import io.github.pg1c.tuning.Preset;
import io.github.pg1c.tuning.TuningPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code balanced} without each rule in which it departs from the server's default, and whole again every few runs. The first round has all
 * rules; those after it have the rules that seemed to do something.
 */
record Ablation(Laboratory laboratory, Results results) {
    private static final int RULES_PER_REFERENCE = 6;

    /** Rules for who may connect, for standbys and for what is logged come last. */
    private static final Set<Group> WITHOUT_DATA =
            Set.of(Group.CONNECTIONS, Group.REPLICATION, Group.COMPATIBILITY, Group.TIMEOUTS, Group.LOGGING);

    /** Rules whose parameter a server has at another value when it reads the plan. */
    List<String> rules() throws IOException, InterruptedException {
        TuningPlan plan = Configurations.plan(Preset.BALANCED);
        List<String> departing = laboratory.departing(Configurations.of(plan, Configurations.BALANCED));
        return plan.parameters().stream()
                .filter(parameter -> departing.contains(parameter.name()))
                .sorted(Comparator.comparing(parameter -> WITHOUT_DATA.contains(parameter.group())))
                .map(PlannedParameter::ruleId)
                .toList();
    }

    /** The runs of one round. */
    List<Configuration> series(int round, List<String> rules) throws IOException {
        TuningPlan plan = Configurations.plan(Preset.BALANCED);
        List<String> chosen = round == 1 ? rules : suspected();
        List<Configuration> series = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            if (i % RULES_PER_REFERENCE == 0) {
                series.add(Configurations.of(plan, Configurations.BALANCED));
            }
            series.add(Configurations.without(plan, chosen.get(i)));
        }
        series.add(Configurations.of(plan, Configurations.BALANCED));
        return series;
    }

    private List<String> suspected() throws IOException {
        Set<String> suspected = Effects.of(results.read()).outside(1).stream()
                .map(Effect::rule)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return List.copyOf(suspected);
    }
}
