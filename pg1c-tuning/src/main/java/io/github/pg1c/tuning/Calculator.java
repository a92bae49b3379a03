package io.github.pg1c.tuning;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.calculation.BudgetCalculation;
import io.github.pg1c.tuning.calculation.FaultyRule;
import io.github.pg1c.tuning.calculation.KernelRules;
import io.github.pg1c.tuning.calculation.PlannedValues;
import io.github.pg1c.tuning.calculation.PoolSizing;
import io.github.pg1c.tuning.calculation.RuleFaults;
import io.github.pg1c.tuning.calculation.Sizing;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.catalogue.ParameterHandling;
import io.github.pg1c.tuning.catalogue.ParameterSpec;
import io.github.pg1c.tuning.catalogue.RestartRule;
import io.github.pg1c.tuning.check.InputCheck;
import io.github.pg1c.tuning.check.OverrideProblem;
import io.github.pg1c.tuning.check.PlanFinding;
import io.github.pg1c.tuning.check.PlanReview;
import io.github.pg1c.tuning.check.RuleExamination;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.MemoryBudget;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.preset.RuleSets;
import io.github.pg1c.tuning.rule.FaultyRulesException;
import io.github.pg1c.tuning.rule.Group;
import io.github.pg1c.tuning.rule.RuleProblem;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.RuleSet;
import io.github.pg1c.tuning.rule.RuleSource;
import io.github.pg1c.tuning.rule.RuleSources;
import io.github.pg1c.tuning.rule.TuningRule;
import java.util.ArrayList;
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
     * The plan of an input by its preset, which comes with pg1c. The same input gives the same plan.
     *
     * <p>Overrides replace calculated values, and others are calculated from them. Those that {@link #check} calls an
     * error are left out. A plan is made also when the memory does not suffice; {@link MemoryBudget#fits()} tells.
     *
     * @throws IllegalArgumentException when the preset does not come with pg1c; the message lists those that do
     */
    public static TuningPlan plan(TuningInput input) {
        return plan(input, RuleSets.builtIn().of(input.preset()));
    }

    /**
     * The plan of an input by a set of rules. The preset that the input names does not count.
     *
     * @throws FaultyRulesException when rules of the user fail or have refused values; it names all of them
     */
    public static TuningPlan plan(TuningInput input, RuleSet rules) {
        List<RuleProblem> problems = new ArrayList<>();
        RuleSet sound = rules;
        while (true) {
            try {
                TuningPlan plan = calculated(input, sound);
                if (problems.isEmpty()) {
                    return plan;
                }
                throw new FaultyRulesException(problems, sound);
            } catch (FaultyRule fault) {
                problems.add(fault.problem());
                sound = sound.withoutOwn(fault.rule());
            }
        }
    }

    private static TuningPlan calculated(TuningInput input, RuleSet rules) {
        ParameterCatalogue catalogue = ParameterCatalogue.of(input.major(), input.distribution());
        Map<String, String> valid = valid(input, rules);
        PlannedValues values = new PlannedValues(
                input, catalogue, valid, rules, (rule, result) -> RuleExamination.require(input, rule, result));
        List<PlannedParameter> parameters = parameters(values, catalogue, valid, rules);
        Sizing sizing = values.sizing();
        MemoryBudget budget = BudgetCalculation.budget(sizing);
        return new TuningPlan(
                input.withPreset(rules.name()),
                parameters,
                budget,
                PoolSizing.limits(sizing),
                KernelRules.settings(sizing, budget),
                rules);
    }

    /**
     * Everything that is wrong with the overrides of an input, sorted by the parameter's name.
     *
     * @throws IllegalArgumentException when the preset does not come with pg1c
     */
    public static List<OverrideProblem> check(TuningInput input) {
        return check(input, RuleSets.builtIn().of(input.preset()));
    }

    /** Everything that is wrong with the overrides of an input by a set of rules, sorted by the parameter's name. */
    public static List<OverrideProblem> check(TuningInput input, RuleSet rules) {
        return InputCheck.problems(input, rules);
    }

    /**
     * Errors and warnings about an input: overrides, version and build, pool, and the sums of its plan; errors first.
     *
     * @throws IllegalArgumentException when the preset does not come with pg1c
     */
    public static List<PlanFinding> review(TuningInput input) {
        return PlanReview.of(plan(input));
    }

    /** Errors and warnings about a plan and its input; errors first. */
    public static List<PlanFinding> review(TuningPlan plan) {
        return PlanReview.of(plan);
    }

    /** Overrides without an error, by lower-case name. */
    private static Map<String, String> valid(TuningInput input, RuleSet rules) {
        Set<String> refused = check(input, rules).stream()
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
            PlannedValues values, ParameterCatalogue catalogue, Map<String, String> valid, RuleSet rules) {
        Map<String, String> rest = new TreeMap<>(valid);
        List<PlannedParameter> parameters = new ArrayList<>();
        for (TuningRule rule : rules.rules()) {
            if (values.applies(rule)) {
                String given = rest.remove(rule.parameter().toLowerCase(Locale.ROOT));
                parameters.add(
                        given == null ? planned(rule, values, catalogue) : overridden(rule, given, values, catalogue));
            }
        }
        rest.forEach((name, value) -> parameters.add(added(name, value, catalogue)));
        return parameters;
    }

    private static PlannedParameter planned(TuningRule rule, PlannedValues values, ParameterCatalogue catalogue) {
        RuleResult result = values.result(rule);
        return parameter(
                rule.parameter(),
                result.value(),
                catalogue,
                rule.id(),
                result.formula(),
                RuleFaults.answer(rule, TuningRule::reason, "reason()"),
                RuleFaults.answer(rule, TuningRule::source, "source()"),
                RuleFaults.answer(rule, TuningRule::group, "group()"));
    }

    private static PlannedParameter overridden(
            TuningRule rule, String value, PlannedValues values, ParameterCatalogue catalogue) {
        String calculated = values.without(rule.parameter()).result(rule).value();
        return override(
                rule.parameter(),
                value,
                catalogue,
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
