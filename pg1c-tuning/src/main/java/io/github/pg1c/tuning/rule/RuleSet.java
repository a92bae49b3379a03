package io.github.pg1c.tuning.rule;

import io.github.pg1c.base.words.EditDistance;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.preset.Preset;
import io.github.pg1c.tuning.preset.PresetRule;
import io.github.pg1c.tuning.preset.PresetRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rules that a plan is calculated by: those of a preset, with the user's own ones in place of them or beside them,
 * and without those the user does not want. Immutable.
 *
 * <pre>{@code
 * RuleSet rules = RuleSet.of(Preset.BALANCED)
 *         .with(new TemporaryBuffersOfErp())
 *         .without("balanced.jit", Text.same("measured: reports of our payroll gain from it"));
 * }</pre>
 *
 * @since 0.1
 */
public final class RuleSet {

    /** No rules: the server's own defaults. */
    private static final RuleSet NONE = new RuleSet("", Map.of(), List.of());

    private static final Map<Preset, RuleSet> PRESETS =
            Arrays.stream(Preset.values()).collect(Collectors.toUnmodifiableMap(preset -> preset, RuleSet::ofPreset));

    private final String prefix;
    /** By lower-case name of the parameter, in the order in which parameters are written. */
    private final Map<String, Entry> entries;

    private final List<OmittedRule> switchedOff;

    private RuleSet(String prefix, Map<String, Entry> entries, List<OmittedRule> switchedOff) {
        this.prefix = prefix;
        this.entries = entries;
        this.switchedOff = List.copyOf(switchedOff);
    }

    /** A rule, its id, and whether the user wrote it. */
    public record Entry(String id, PresetRule rule, boolean own) {}

    /** The rules of a preset. */
    public static RuleSet of(Preset preset) {
        return PRESETS.getOrDefault(preset, NONE);
    }

    /** No rules at all: a plan of it has what the user said, and its budget counts the server's defaults. */
    public static RuleSet none() {
        return NONE;
    }

    private static RuleSet ofPreset(Preset preset) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (PresetRule rule : PresetRules.of(preset)) {
            entries.put(
                    rule.parameter().toLowerCase(Locale.ROOT),
                    new Entry(preset.id() + "." + rule.parameter(), rule, false));
        }
        return new RuleSet(preset.id() + ".", entries, List.of());
    }

    /**
     * With a rule of one's own: in place of the one for the same parameter, or beside the others.
     *
     * @throws IllegalArgumentException when its id is blank, {@link PlannedParameter#OVERRIDE}, or taken
     */
    public RuleSet with(TuningRule rule) {
        String id = rule.id();
        if (id.isBlank() || id.equals(PlannedParameter.OVERRIDE) || find(id).isPresent()) {
            throw new IllegalArgumentException("the id '" + id + "' of the rule for " + rule.parameter()
                    + " is taken: write one with a prefix of your own");
        }
        String name = rule.parameter().toLowerCase(Locale.ROOT);
        Map<String, Entry> others = new LinkedHashMap<>(entries);
        Entry replaced = others.get(name);
        Group group = replaced == null ? Group.OTHER : replaced.rule().group();
        others.put(name, new Entry(id, PresetRule.of(rule, group), true));
        List<OmittedRule> off = switchedOff.stream()
                .filter(one -> !one.parameter().equalsIgnoreCase(name))
                .toList();
        return new RuleSet(prefix, sorted(others), off);
    }

    /** In the order of sections; within one the preset's rules, then the user's. */
    private static Map<String, Entry> sorted(Map<String, Entry> entries) {
        Map<String, Entry> sorted = new LinkedHashMap<>();
        entries.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().rule().group()))
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
        Entry entry = find(ruleId)
                .orElseThrow(() -> new IllegalArgumentException("no rule '" + ruleId + "'" + similar(ruleId)));
        Map<String, Entry> others = new LinkedHashMap<>(entries);
        String parameter = entry.rule().parameter();
        others.remove(parameter.toLowerCase(Locale.ROOT));
        List<OmittedRule> off = new ArrayList<>(switchedOff);
        off.add(new OmittedRule(ruleId, parameter, reason));
        return new RuleSet(prefix, others, off);
    }

    private Optional<Entry> find(String id) {
        return entries.values().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    private String similar(String id) {
        String ids = entries.values().stream()
                .map(Entry::id)
                .filter(known -> known.equals(prefix + id) || EditDistance.between(known, id) <= 1 + id.length() / 5)
                .limit(3)
                .collect(Collectors.joining(", "));
        return ids.isEmpty() ? "" : ": did you mean " + ids + "?";
    }

    /** Rules that were switched off. */
    public List<OmittedRule> switchedOff() {
        return switchedOff;
    }

    /** Ids in the order in which parameters are written. */
    public List<String> ids() {
        return entries.values().stream().map(Entry::id).toList();
    }

    public Optional<PresetRule> rule(String parameter) {
        return Optional.ofNullable(entries.get(parameter)).map(Entry::rule);
    }

    public Iterable<Entry> entries() {
        return entries.values();
    }
}
