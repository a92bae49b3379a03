package io.github.pg1c.tuning.calculation;

import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.catalogue.ParameterSpec;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.rule.RuleInput;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.RuleSet;
import io.github.pg1c.tuning.rule.TuningRule;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * The values of all parameters, as a spreadsheet: each is what the user wrote, else what its rule comes to, else the
 * server's default; so everything is calculated from the values in force.
 */
public final class PlannedValues implements RuleInput {

    private final TuningInput input;
    private final ParameterCatalogue catalogue;
    private final Map<String, String> given;
    private final RuleSet rules;
    private final Map<String, RuleResult> results = new HashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<String, OptionalDouble> numbers = new HashMap<>();

    /**
     * The values of an input.
     *
     * @param given valid values that go before the rules, by lower-case name
     */
    public PlannedValues(TuningInput input, ParameterCatalogue catalogue, Map<String, String> given, RuleSet rules) {
        this.input = input;
        this.catalogue = catalogue;
        this.given = given;
        this.rules = rules;
    }

    /** The same, as if the user had not written one of the values. */
    public PlannedValues without(String name) {
        Map<String, String> others = new TreeMap<>(given);
        others.remove(name);
        return new PlannedValues(input, catalogue, others, rules);
    }

    /** The same, as if the user had written another value. */
    public PlannedValues with(String name, String value) {
        Map<String, String> others = new TreeMap<>(given);
        others.put(name.toLowerCase(Locale.ROOT), value);
        return new PlannedValues(input, catalogue, others, rules);
    }

    /** What is derived from these values. */
    public Sizing sizing() {
        return new Sizing(this);
    }

    /** What a rule comes to; calculated once. */
    public RuleResult result(TuningRule rule) {
        String name = rule.parameter();
        RuleResult known = results.get(name);
        if (known != null) {
            return known;
        }
        if (!asked.add(name)) {
            throw new IllegalStateException(
                    asked.size() == 1
                            ? "the rule for " + name
                                    + " asks for its own value: what it stands in place of is replaced()"
                            : "rules wait for each other: " + String.join(", ", asked));
        }
        RuleResult result = rule.calculate(this);
        asked.remove(name);
        results.put(name, result);
        return result;
    }

    @Override
    public TuningInput input() {
        return input;
    }

    @Override
    public MemorySize available() {
        MemorySize memory = input.usableMemory();
        return input.sharedWith1cServer() ? memory.dividedBy(2) : memory;
    }

    @Override
    public int cpus() {
        return input.usableCpus();
    }

    @Override
    public boolean has(String parameter) {
        return catalogue.find(parameter).isPresent();
    }

    @Override
    public boolean hasRule(String parameter) {
        return rules.rule(parameter).isPresent();
    }

    @Override
    public Optional<RuleResult> replaced() {
        return Optional.empty();
    }

    @Override
    public Optional<String> value(String parameter) {
        String name = parameter.toLowerCase(Locale.ROOT);
        String word = given.get(name);
        if (word != null) {
            return Optional.of(word);
        }
        Optional<TuningRule> rule = rules.rule(name).filter(found -> found.applies(this));
        return rule.isPresent()
                ? Optional.of(result(rule.get()).value())
                : catalogue.find(name).map(ParameterSpec::defaultValue);
    }

    @Override
    public OptionalDouble number(String parameter) {
        OptionalDouble known = numbers.get(parameter);
        if (known == null) {
            known = catalogue
                    .find(parameter)
                    .flatMap(spec -> value(parameter).map(spec::number))
                    .orElse(OptionalDouble.empty());
            numbers.put(parameter, known);
        }
        return known;
    }

    /** Parameters whose numbers were asked for so far: nothing that was calculated depends on the others. */
    public Set<String> counted() {
        return numbers.keySet();
    }

    @Override
    public Optional<MemorySize> size(String parameter) {
        return catalogue.find(parameter).flatMap(spec -> spec.size(number(parameter)));
    }
}
