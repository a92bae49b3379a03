package io.github.pg1c.tuning.compare;

import io.github.pg1c.tuning.calculation.BudgetCalculation;
import io.github.pg1c.tuning.calculation.PlannedValues;
import io.github.pg1c.tuning.catalogue.Activation;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.catalogue.ParameterOwner;
import io.github.pg1c.tuning.catalogue.ParameterSpec;
import io.github.pg1c.tuning.compare.ParameterDifference.MemberOrder;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.MemoryBudget;
import io.github.pg1c.tuning.plan.MemoryEffect;
import io.github.pg1c.tuning.plan.PlannedSetting;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.rule.RuleSet;
import io.github.pg1c.tuning.text.PostgresConf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares values by what they mean to a server. */
final class ValueComparison {

    private final TuningPlan plan;
    private final ParameterCatalogue earlierCatalogue;
    private final ParameterCatalogue catalogue;
    private final Map<String, String> before;
    private final Map<String, String> after;
    private final PlannedValues figures;
    private final MemoryBudget laterBudget;

    private ValueComparison(
            TuningInput earlier, Map<String, String> before, Map<String, String> after, TuningPlan plan) {
        this.plan = plan;
        this.earlierCatalogue = ParameterCatalogue.of(earlier.major(), earlier.distribution());
        this.catalogue =
                ParameterCatalogue.of(plan.input().major(), plan.input().distribution());
        this.before = before;
        this.after = after;
        this.figures = new PlannedValues(plan.input(), catalogue, countable(after, catalogue), RuleSet.none());
        this.laterBudget = BudgetCalculation.budget(figures.sizing());
    }

    static PlanComparison plans(TuningPlan before, TuningPlan after) {
        ValueComparison comparing = new ValueComparison(before.input(), values(before), values(after), after);
        return new PlanComparison(
                comparing.differences(Set.of()),
                settings(before, after),
                List.of(),
                List.of(),
                before.budget(),
                after.budget());
    }

    static PlanComparison fileToPlan(PostgresConf file, TuningPlan after) {
        Map<String, String> values = new TreeMap<>(file.values());
        Map<String, String> planned = values(after);
        ParameterCatalogue catalogue =
                ParameterCatalogue.of(after.input().major(), after.input().distribution());
        List<String> elsewhere = values.keySet().stream()
                .filter(name ->
                        !planned.containsKey(name) && catalogue.handling(name).owner() != ParameterOwner.USER)
                .toList();
        elsewhere.forEach(values::remove);
        Set<String> unknown = new LinkedHashSet<>(planned.keySet());
        file.settings().forEach(setting -> unknown.add(setting.name().toLowerCase(Locale.ROOT)));
        unknown.removeIf(name -> file.known(name)
                || !planned.containsKey(name) && catalogue.handling(name).owner() != ParameterOwner.USER);
        ValueComparison comparing = new ValueComparison(after.input(), values, planned, after);
        MemoryBudget budget = file.complete()
                ? BudgetCalculation.budget(
                        new PlannedValues(after.input(), catalogue, countable(values, catalogue), RuleSet.none())
                                .sizing())
                : after.budget();
        return new PlanComparison(
                comparing.differences(unknown), List.of(), elsewhere, List.copyOf(unknown), budget, after.budget());
    }

    private static Map<String, String> values(TuningPlan plan) {
        Map<String, String> values = new LinkedHashMap<>();
        plan.parameters().forEach(one -> values.put(one.name().toLowerCase(Locale.ROOT), one.value()));
        return values;
    }

    /** Values for the budget; a value that the server refuses counts as the default. */
    private static Map<String, String> countable(Map<String, String> values, ParameterCatalogue catalogue) {
        Map<String, String> countable = new TreeMap<>();
        values.forEach((name, value) -> catalogue
                .find(name)
                .filter(spec -> spec.inBounds(value))
                .ifPresent(spec -> countable.put(name, value)));
        return countable;
    }

    private List<ParameterDifference> differences(Set<String> unknown) {
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        List<ParameterDifference> differences = new ArrayList<>();
        for (String name : names) {
            if (!unknown.contains(name) && !same(name)) {
                differences.add(difference(name));
            }
        }
        return differences;
    }

    private boolean same(String name) {
        Optional<ParameterSpec> earlier = earlierCatalogue.find(name);
        Optional<ParameterSpec> later = catalogue.find(name);
        String one = before.get(name);
        String other = after.get(name);
        if (earlier.isEmpty() || later.isEmpty()) {
            return Objects.equals(one, other);
        }
        return later.get()
                .same(
                        one == null ? earlier.get().defaultValue() : one,
                        other == null ? later.get().defaultValue() : other);
    }

    private ParameterDifference difference(String name) {
        Optional<ParameterSpec> spec = catalogue.find(name).or(() -> earlierCatalogue.find(name));
        return new ParameterDifference(
                spec.map(ParameterSpec::name).orElse(name),
                Optional.ofNullable(before.get(name)),
                Optional.ofNullable(after.get(name)),
                spec.map(ParameterSpec::readableDefault).orElse(""),
                spec.map(ParameterSpec::activation).orElse(Activation.RESTART),
                spec.map(this::order).orElse(MemberOrder.ANY),
                memory(name),
                plan.parameter(name));
    }

    private MemberOrder order(ParameterSpec spec) {
        if (!catalogue.handling(spec.name()).standbyLimit()) {
            return MemberOrder.ANY;
        }
        String name = spec.name().toLowerCase(Locale.ROOT);
        OptionalDouble one = spec.number(before.getOrDefault(name, spec.defaultValue()));
        OptionalDouble other = spec.number(after.getOrDefault(name, spec.defaultValue()));
        return one.orElse(0) < other.orElse(0) ? MemberOrder.STANDBYS_FIRST : MemberOrder.LEADER_FIRST;
    }

    private MemoryEffect memory(String name) {
        Optional<ParameterSpec> spec = catalogue.find(name);
        if (spec.isEmpty() || !figures.counted().contains(name)) {
            return new MemoryEffect(0, 0);
        }
        String earlier = before.get(name);
        boolean counted = earlier != null && spec.get().inBounds(earlier);
        PlannedValues alone = counted ? figures.with(name, Objects.requireNonNull(earlier)) : figures.without(name);
        return MemoryEffect.between(BudgetCalculation.budget(alone.sizing()), laterBudget);
    }

    private static List<SettingDifference> settings(TuningPlan before, TuningPlan after) {
        Map<String, PlannedSetting> earlier = byRule(before);
        Map<String, PlannedSetting> later = byRule(after);
        Set<String> ids = new LinkedHashSet<>(later.keySet());
        ids.addAll(earlier.keySet());
        List<SettingDifference> differences = new ArrayList<>();
        for (String id : ids) {
            Optional<PlannedSetting> one = Optional.ofNullable(earlier.get(id));
            Optional<PlannedSetting> other = Optional.ofNullable(later.get(id));
            Optional<String> from = one.map(PlannedSetting::value);
            Optional<String> to = other.map(PlannedSetting::value);
            if (!from.equals(to)) {
                PlannedSetting any = other.or(() -> one).orElseThrow();
                differences.add(new SettingDifference(any.area(), any.name(), from, to, any.change()));
            }
        }
        return differences;
    }

    private static Map<String, PlannedSetting> byRule(TuningPlan plan) {
        return plan.settings().stream()
                .collect(Collectors.toMap(
                        PlannedSetting::ruleId, Function.identity(), (one, other) -> other, LinkedHashMap::new));
    }
}
