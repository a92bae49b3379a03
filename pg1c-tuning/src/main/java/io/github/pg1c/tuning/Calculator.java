package io.github.pg1c.tuning;

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
        ParameterCatalogue catalogue = ParameterCatalogue.of(input.major(), input.distribution());
        Map<String, String> valid = valid(input, catalogue);
        Figures figures = new Figures(input, new Effective(catalogue, valid));
        MemoryBudget budget = Budgeting.budget(figures);
        return new TuningPlan(
                input,
                parameters(figures, catalogue, valid),
                budget,
                PoolSizing.limits(figures),
                KernelRules.settings(figures, budget));
    }

    /** Everything that is wrong with the overrides of an input, sorted by the parameter's name. */
    public static List<OverrideProblem> check(TuningInput input) {
        return check(input, ParameterCatalogue.of(input.major(), input.distribution()));
    }

    private static List<OverrideProblem> check(TuningInput input, ParameterCatalogue catalogue) {
        List<OverrideProblem> problems = new ArrayList<>(catalogue.check(input.overrides(), input.synchronous()));
        problems.addAll(TooFew.check(input));
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
            Figures figures, ParameterCatalogue catalogue, Map<String, String> valid) {
        Map<String, String> rest = new TreeMap<>(valid);
        List<PlannedParameter> parameters = new ArrayList<>();
        for (Rule rule : PresetRules.of(figures.input().preset())) {
            if (rule.applies().test(figures)) {
                String said = rest.remove(rule.parameter());
                parameters.add(
                        said == null ? planned(rule, figures, catalogue) : overridden(rule, said, figures, catalogue));
            }
        }
        rest.forEach((name, value) -> parameters.add(added(name, value, catalogue)));
        return parameters;
    }

    private static PlannedParameter planned(Rule rule, Figures figures, ParameterCatalogue catalogue) {
        Outcome outcome = rule.calculation().apply(figures);
        return new PlannedParameter(
                rule.parameter(),
                outcome.value(),
                ManagedParameters.scope(rule.parameter()),
                change(rule.parameter(), catalogue),
                rule.id(figures.input().preset()),
                outcome.formula(),
                rule.reason(),
                rule.source(),
                rule.group());
    }

    private static PlannedParameter overridden(Rule rule, String value, Figures figures, ParameterCatalogue catalogue) {
        Figures without = new Figures(figures.input(), figures.effective().without(rule.parameter()));
        String calculated = rule.calculation().apply(without).value();
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
        return new PlannedParameter(
                name,
                value,
                ManagedParameters.scope(name),
                change(name, catalogue),
                PlannedParameter.OVERRIDE,
                Text.same(name + " = " + value),
                reason,
                Sources.SPECIFICATION,
                group);
    }

    /** A parameter that the catalogue does not know may need a restart. */
    private static Change change(String name, ParameterCatalogue catalogue) {
        return catalogue.find(name).map(ParameterSpec::change).orElse(Change.RESTART);
    }
}
