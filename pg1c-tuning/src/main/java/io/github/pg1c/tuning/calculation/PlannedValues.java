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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The values of all parameters, evaluated like the cells of a spreadsheet. A value is the one that the user wrote, or
 * the result of its rule, or the server's default.
 */
public final class PlannedValues implements RuleInput {

    private final TuningInput input;
    private final ParameterCatalogue catalogue;
    private final Map<String, String> given;
    private final RuleSet rules;
    private final Map<String, RuleResult> results = new HashMap<>();
    private final BiConsumer<TuningRule, RuleResult> examiner;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> applying = new HashSet<>();
    private final Map<String, OptionalDouble> numbers = new HashMap<>();

    /**
     * The values of an input.
     *
     * @param given valid values that go before the rules, by lower-case name
     */
    public PlannedValues(TuningInput input, ParameterCatalogue catalogue, Map<String, String> given, RuleSet rules) {
        this(input, catalogue, given, rules, (rule, result) -> {});
    }

    /**
     * The same with a check of each value of the user's rules, before other values are calculated from it.
     *
     * @param examiner throws {@link FaultyRule} for a value that is refused
     */
    public PlannedValues(
            TuningInput input,
            ParameterCatalogue catalogue,
            Map<String, String> given,
            RuleSet rules,
            BiConsumer<TuningRule, RuleResult> examiner) {
        this.input = input;
        this.catalogue = catalogue;
        this.given = given;
        this.rules = rules;
        this.examiner = examiner;
    }

    /** The same, as if the user had not written one of the values. */
    public PlannedValues without(String name) {
        Map<String, String> others = new TreeMap<>(given);
        others.remove(name);
        return new PlannedValues(input, catalogue, others, rules, examiner);
    }

    /** The same, as if the user had written another value. */
    public PlannedValues with(String name, String value) {
        Map<String, String> others = new TreeMap<>(given);
        others.put(name.toLowerCase(Locale.ROOT), value);
        return new PlannedValues(input, catalogue, others, rules, examiner);
    }

    /** Figures that are derived from these values. */
    public Sizing sizing() {
        return new Sizing(this);
    }

    /**
     * The result of a rule; calculated once.
     *
     * @throws FaultyRule when a rule of the user fails, or its value is refused
     */
    public RuleResult result(TuningRule rule) {
        String name = rule.parameter();
        RuleResult known = results.get(name);
        if (known != null) {
            return known;
        }
        if (!asked.add(name)) {
            throw waiting(asked.stream().dropWhile(one -> !one.equals(name)).toList());
        }
        try {
            RuleResult result = calculated(rule);
            results.put(name, result);
            return result;
        } finally {
            asked.remove(name);
        }
    }

    private RuleResult calculated(TuningRule rule) {
        if (isOfPg1c(rule)) {
            return rule.calculate(this);
        }
        RuleResult result = RuleFaults.ask(rule, () -> {
            RuleResult own = Objects.requireNonNull(rule.calculate(this), "calculate() returns null");
            Objects.requireNonNull(own.value(), "the value is null");
            Objects.requireNonNull(own.formula(), "the formula is null");
            return own;
        });
        examiner.accept(rule, result);
        return result;
    }

    /**
     * Whether a rule has something to say.
     *
     * @throws FaultyRule when a rule of the user fails
     */
    public boolean applies(TuningRule rule) {
        if (isOfPg1c(rule)) {
            return rule.applies(this);
        }
        if (!applying.add(rule.parameter())) {
            throw RuleFaults.ring(rule, List.of(rule.parameter()));
        }
        try {
            return RuleFaults.ask(rule, () -> rule.applies(this));
        } finally {
            applying.remove(rule.parameter());
        }
    }

    private static boolean isOfPg1c(TuningRule rule) {
        return rule instanceof PresetRule;
    }

    /** The rules of pg1c do not wait for each other, so a rule of the user is in the ring. */
    private FaultyRule waiting(List<String> ring) {
        TuningRule own = ring.stream()
                .flatMap(name -> rules.rule(name).stream())
                .filter(rule -> !isOfPg1c(rule))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new IllegalStateException("rules wait for each other: " + ring));
        return RuleFaults.ring(own, ring);
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
        Optional<TuningRule> rule = rules.rule(name).filter(this::applies);
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

    /** Parameters whose numbers were asked for so far. No calculated value depends on other parameters. */
    public Set<String> counted() {
        return numbers.keySet();
    }

    @Override
    public Optional<MemorySize> size(String parameter) {
        return catalogue.find(parameter).flatMap(spec -> spec.size(number(parameter)));
    }
}
