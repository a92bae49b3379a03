package io.github.pg1c.tuning;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.calculation.BudgetCalculation;
import io.github.pg1c.tuning.calculation.KernelRules;
import io.github.pg1c.tuning.calculation.PlannedValues;
import io.github.pg1c.tuning.calculation.PoolSizing;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.catalogue.ParameterHandling;
import io.github.pg1c.tuning.catalogue.ParameterSpec;
import io.github.pg1c.tuning.catalogue.RestartRule;
import io.github.pg1c.tuning.check.ClusterMinimums;
import io.github.pg1c.tuning.check.OverrideProblem;
import io.github.pg1c.tuning.check.OwnRuleCheck;
import io.github.pg1c.tuning.check.PageCosts;
import io.github.pg1c.tuning.check.PlanFinding;
import io.github.pg1c.tuning.check.PlanReview;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.MemoryBudget;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.preset.PresetRule;
import io.github.pg1c.tuning.rule.Group;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.RuleSet;
import io.github.pg1c.tuning.rule.RuleSource;
import io.github.pg1c.tuning.rule.RuleSources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Calculates the parameters of a database node; pure.
 *
 * <pre>{@code
 * TuningPlan plan = Calculator.plan(TuningInput.builder(MemorySize.parse("16GB"), 6, 200).build());
 * plan.value("shared_buffers"); // 4GB
 * plan.budget().fits();         // true
 * }</pre>
 *
 * @since 0.1
 */
public final class Calculator {

    private Calculator() {}

    /**
     * The plan of an input; the same input gives the same plan.
     *
     * <p>Overrides replace calculated values, and others are calculated from them. Those that {@link #check} calls an
     * error are left out. A plan is made also when the memory does not suffice; {@link MemoryBudget#fits()} tells.
     */
    public static TuningPlan plan(TuningInput input) {
        return plan(input, RuleSet.of(input.preset()));
    }

    /**
     * The plan of an input by other rules than its preset's.
     *
     * @throws IllegalArgumentException when a rule of the user comes to a value that would be refused
     * @throws IllegalStateException when rules of the user wait for each other's values
     */
    public static TuningPlan plan(TuningInput input, RuleSet rules) {
        ParameterCatalogue catalogue = ParameterCatalogue.of(input.major(), input.distribution());
        Map<String, String> valid = valid(input, catalogue);
        PlannedValues figures = new PlannedValues(input, catalogue, valid, rules);
        List<PlannedParameter> parameters = parameters(figures, catalogue, valid, rules);
        MemoryBudget budget = BudgetCalculation.budget(figures);
        return new TuningPlan(
                input,
                parameters,
                budget,
                PoolSizing.limits(figures),
                KernelRules.settings(figures, budget),
                rules.switchedOff());
    }

    /** Everything that is wrong with the overrides of an input, sorted by the parameter's name. */
    public static List<OverrideProblem> check(TuningInput input) {
        return check(input, ParameterCatalogue.of(input.major(), input.distribution()));
    }

    /**
     * Everything that is wrong, or worth a look, with an input: its overrides, its version and build, the pool, and what
     * its plan comes to; errors first.
     */
    public static List<PlanFinding> review(TuningInput input) {
        return PlanReview.of(plan(input));
    }

    /** The same for a plan that was calculated by other rules than its preset's. */
    public static List<PlanFinding> review(TuningPlan plan) {
        return PlanReview.of(plan);
    }

    private static List<OverrideProblem> check(TuningInput input, ParameterCatalogue catalogue) {
        if (input.overrides().isEmpty()) {
            return List.of();
        }
        List<OverrideProblem> problems = new ArrayList<>(catalogue.check(input.overrides(), input.synchronous()));
        problems.addAll(ClusterMinimums.check(input));
        problems.addAll(PageCosts.check(input));
        problems.sort(Comparator.comparing(OverrideProblem::name));
        return Collections.unmodifiableList(problems);
    }

    /** Overrides without an error, by lower-case name. */
    private static Map<String, String> valid(TuningInput input, ParameterCatalogue catalogue) {
        Set<String> refused = check(input, catalogue).stream()
                .filter(problem -> problem.severity() == OverrideProblem.Severity.ERROR)
                .map(OverrideProblem::name)
                .collect(Collectors.toSet());
        Map<String, String> valid = new TreeMap<>();
        input.overrides().forEach((name, value) -> {
            if (!refused.contains(name)) {
                valid.put(name.toLowerCase(Locale.ROOT), value);
            }
        });
        return valid;
    }

    private static List<PlannedParameter> parameters(
            PlannedValues figures, ParameterCatalogue catalogue, Map<String, String> valid, RuleSet rules) {
        Map<String, String> rest = new TreeMap<>(valid);
        List<PlannedParameter> parameters = new ArrayList<>();
        for (RuleSet.Entry entry : rules.entries()) {
            PresetRule rule = entry.rule();
            if (rule.applies().test(figures)) {
                String said = rest.remove(rule.parameter().toLowerCase(Locale.ROOT));
                parameters.add(said == null ? planned(entry, figures) : overridden(rule, said, figures));
            }
        }
        rest.forEach((name, value) -> parameters.add(added(name, value, catalogue)));
        return parameters;
    }

    private static PlannedParameter planned(RuleSet.Entry entry, PlannedValues figures) {
        PresetRule rule = entry.rule();
        RuleResult outcome = figures.outcome(rule);
        if (entry.own()) {
            OwnRuleCheck.check(entry, outcome, figures);
        }
        return parameter(
                rule.parameter(),
                outcome.value(),
                figures.catalogue(),
                entry.id(),
                outcome.formula(),
                rule.reason(),
                rule.source(),
                rule.group());
    }

    private static PlannedParameter overridden(PresetRule rule, String value, PlannedValues figures) {
        String calculated = figures.without(rule.parameter()).outcome(rule).value();
        return override(
                rule.parameter(),
                value,
                figures.catalogue(),
                Text.of(
                        "The specification says so; calculated was " + calculated + ".",
                        "Так задано в описании; расчётное значение — " + calculated + "."),
                rule.group());
    }

    private static PlannedParameter added(String name, String value, ParameterCatalogue catalogue) {
        String spelled = catalogue.find(name).map(ParameterSpec::name).orElse(name);
        return override(
                spelled,
                value,
                catalogue,
                Text.of("The specification says so.", "Так задано в описании."),
                Group.OTHER);
    }

    private static PlannedParameter override(
            String name, String value, ParameterCatalogue catalogue, Text reason, Group group) {
        return parameter(
                name,
                value,
                catalogue,
                PlannedParameter.OVERRIDE,
                Text.same(name + " = " + value),
                reason,
                RuleSources.SPECIFICATION,
                group);
    }

    private static PlannedParameter parameter(
            String name,
            String value,
            ParameterCatalogue catalogue,
            String ruleId,
            Text formula,
            Text reason,
            RuleSource source,
            Group group) {
        ParameterHandling handling = catalogue.handling(name);
        return new PlannedParameter(
                name,
                value,
                catalogue.find(name).map(ParameterSpec::unit).orElse(""),
                handling.scope(),
                handling.activation(),
                RestartRule.of(handling),
                ruleId,
                formula,
                reason,
                source,
                group);
    }
}
