package io.github.pg1c.tuning.rule;

import io.github.pg1c.base.words.EditDistance;
import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.input.Preset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a plan is calculated by: those of a preset, with the user's own rules in place of them or in addition,
 * and without rules that the user switched off. Immutable.
 *
 * <pre>{@code
 * RuleSet rules = RuleSets.builtIn()
 *         .of(Preset.BALANCED)
 *         .with(new TemporaryBuffersOfErp())
 *         .without("balanced.jit", Text.same("measured: reports of our payroll gain from it"));
 * }</pre>
 *
 * @since 0.1
 */
public final class RuleSet {

    /** The rule id of a value that the user wrote; reserved. */
    public static final String OVERRIDE = "override";

    /** No rules: the server's own defaults. */
    private static final RuleSet NONE =
            new RuleSet(new Preset("none"), Text.of("No rules", "Без правил"), Map.of(), List.of());

    private final Preset name;
    private final Text title;
    /** By lower-case name of the parameter, in the order in which parameters are written. */
    private final Map<String, TuningRule> rules;

    private final List<OmittedRule> switchedOff;

    private RuleSet(Preset name, Text title, Map<String, TuningRule> rules, List<OmittedRule> switchedOff) {
        this.name = name;
        this.title = title;
        this.rules = rules;
        this.switchedOff = List.copyOf(switchedOff);
    }

    /**
     * A set of rules.
     *
     * @param name what a specification calls it
     * @param title what the set is, for people
     * @throws IllegalArgumentException when two rules have one id or one parameter, or an id is reserved
     */
    public static RuleSet of(Preset name, Text title, List<? extends TuningRule> rules) {
        Map<String, TuningRule> byParameter = new LinkedHashMap<>();
        for (TuningRule rule : rules) {
            require(rule, byParameter);
            TuningRule other = byParameter.put(rule.parameter().toLowerCase(Locale.ROOT), rule);
            if (other != null) {
                throw new MalformedValueException(
                        Text.of(
                                rule.id() + " and " + other.id() + " are both rules for " + rule.parameter(),
                                rule.id() + " и " + other.id() + " — правила одного параметра " + rule.parameter()),
                        Text.of("keep one of them", "оставьте одно из них"));
            }
        }
        return new RuleSet(name, title, sorted(byParameter), List.of());
    }

    /** No rules at all: a plan of it has what the user wrote, and its budget counts the server's defaults. */
    public static RuleSet none() {
        return NONE;
    }

    /**
     * The same rules under another name.
     *
     * @param other the name in a specification
     * @param otherTitle what the set is, for people
     */
    public RuleSet named(Preset other, Text otherTitle) {
        return new RuleSet(other, otherTitle, rules, switchedOff);
    }

    /**
     * Adds a rule of one's own, or replaces the rule of the same parameter; the result of the replaced rule is
     * {@link RuleInput#replaced()}.
     *
     * @throws IllegalArgumentException when its id is blank, {@link #OVERRIDE}, or taken
     */
    public RuleSet with(TuningRule rule) {
        require(rule, rules);
        String parameter = rule.parameter().toLowerCase(Locale.ROOT);
        Map<String, TuningRule> others = new LinkedHashMap<>(rules);
        TuningRule replaced = others.get(parameter);
        others.put(parameter, replaced == null ? rule : new ReplacingRule(rule, replaced));
        List<OmittedRule> off = switchedOff.stream()
                .filter(one -> !one.parameter().equalsIgnoreCase(parameter))
                .toList();
        return new RuleSet(name, title, sorted(others), off);
    }

    private static void require(TuningRule rule, Map<String, TuningRule> others) {
        String id = rule.id();
        if (id.isBlank() || id.equals(OVERRIDE) || find(others, id).isPresent()) {
            throw new MalformedValueException(
                    Text.of(
                            "the id '" + id + "' of the rule for " + rule.parameter() + " is taken",
                            "идентификатор «" + id + "» правила для " + rule.parameter() + " занят"),
                    Text.of("write one with a prefix of your own", "напишите идентификатор с собственной приставкой"));
        }
    }

    /** In the order of sections; within one the preset's rules, then the user's. */
    private static Map<String, TuningRule> sorted(Map<String, TuningRule> entries) {
        Map<String, TuningRule> sorted = new LinkedHashMap<>();
        entries.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().group()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /**
     * Without a rule; its parameter stays at the server's default, which the budget then counts with.
     *
     * @param ruleId as the plan shows it
     * @param reason shown in the plan
     * @throws IllegalArgumentException for an unknown id; the message has similar ones
     */
    public RuleSet without(String ruleId, Text reason) {
        TuningRule rule = find(rules, ruleId)
                .orElseThrow(() -> new MalformedValueException(
                        Text.of("no rule '" + ruleId + "'", "правила «" + ruleId + "» нет"), similar(ruleId)));
        Map<String, TuningRule> others = new LinkedHashMap<>(rules);
        String parameter = rule.parameter();
        others.remove(parameter.toLowerCase(Locale.ROOT));
        List<OmittedRule> off = new ArrayList<>(switchedOff);
        off.add(new OmittedRule(ruleId, parameter, reason));
        return new RuleSet(name, title, others, off);
    }

    /**
     * Without a rule of one's own. The rule that it replaced counts again.
     *
     * @param rule one of {@link #rules}
     */
    public RuleSet withoutOwn(TuningRule rule) {
        Map<String, TuningRule> others = new LinkedHashMap<>(rules);
        others.replaceAll((parameter, one) -> one == rule && one instanceof ReplacingRule own ? own.other() : one);
        others.values().removeIf(one -> one == rule);
        return new RuleSet(name, title, sorted(others), switchedOff);
    }

    private static Optional<TuningRule> find(Map<String, TuningRule> rules, String id) {
        return rules.values().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    private Text similar(String id) {
        String ids = rules.values().stream()
                .map(TuningRule::id)
                .filter(known -> known.endsWith("." + id) || EditDistance.between(known, id) <= 1 + id.length() / 5)
                .limit(3)
                .collect(Collectors.joining(", "));
        return ids.isEmpty()
                ? Text.of("write an id that the plan shows", "напишите идентификатор из расчёта")
                : Text.of("did you mean " + ids + "?", "возможно, имелось в виду " + ids);
    }

    /** The name in a specification. */
    public Preset name() {
        return name;
    }

    /** What the set is, for people. */
    public Text title() {
        return title;
    }

    /** Rules that were switched off. */
    public List<OmittedRule> switchedOff() {
        return switchedOff;
    }

    /** Ids in the order in which parameters are written. */
    public List<String> ids() {
        return rules.values().stream().map(TuningRule::id).toList();
    }

    /** The rule for a parameter, its name in any case, if there is one. */
    public Optional<TuningRule> rule(String parameter) {
        return Optional.ofNullable(rules.get(parameter.toLowerCase(Locale.ROOT)));
    }

    /** All rules in the order in which parameters are written. */
    public List<TuningRule> rules() {
        return List.copyOf(rules.values());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleSet set
                && name.equals(set.name)
                && rules.equals(set.rules)
                && switchedOff.equals(set.switchedOff);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, rules.keySet(), switchedOff);
    }

    @Override
    public String toString() {
        return name.id();
    }
}
