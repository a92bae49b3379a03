package io.github.pg1c.tuning.check;

import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.rule.RuleSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Checks the overrides of an input: each by itself, against the cluster, and against the calculated values. */
public final class InputCheck {

    private InputCheck() {}

    /** Everything that is wrong, sorted by the parameter's name. */
    public static List<OverrideProblem> problems(TuningInput input, RuleSet rules) {
        if (input.overrides().isEmpty()) {
            return List.of();
        }
        ParameterCatalogue catalogue = ParameterCatalogue.of(input.major(), input.distribution());
        List<OverrideProblem> problems = new ArrayList<>(
                OverrideCheck.problems(catalogue, input.overrides(), input.synchronous(), input.application()));
        problems.addAll(ClusterMinimums.check(input, catalogue));
        problems.addAll(PageCosts.check(input, catalogue, rules));
        problems.sort(Comparator.comparing(OverrideProblem::name));
        return Collections.unmodifiableList(problems);
    }
}
