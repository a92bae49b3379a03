package io.github.pg1c.tuning.preset;

import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.calculation.PresetRule;
import io.github.pg1c.tuning.calculation.RuleFaults;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.rule.RuleProblem;
import io.github.pg1c.tuning.rule.RuleSet;
import io.github.pg1c.tuning.rule.RuleSetProvider;
import io.github.pg1c.tuning.rule.TuningRule;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sets of rules that a specification may name as its preset: those that come with pg1c, and a company's own. Immutable.
 *
 * <pre>{@code
 * RuleSet payroll = RuleSets.builtIn()
 *         .of(Preset.BALANCED)
 *         .named(new Preset("acme-payroll"), Text.same("Acme: payroll"))
 *         .with(new WorkMemCeiling());
 * RuleSets sets = RuleSets.builtIn().with(payroll);
 * }</pre>
 *
 * @since 0.1
 */
public final class RuleSets {

    private static final RuleSets BUILT_IN = new RuleSets(Map.of(), List.of())
            .with(builtIn(
                    Preset.BALANCED,
                    Text.of(
                            "Balanced: fits the memory and survives a failover",
                            "Сбалансированный: укладывается в память и переживает смену лидера"),
                    PresetRules.balanced()))
            .with(builtIn(
                    Preset.GENERAL,
                    Text.of(
                            "General: for applications other than 1C; fits the memory and survives a failover",
                            "Общий: для приложений, отличных от 1С; укладывается в память и переживает смену лидера"),
                    PresetRules.general()))
            .with(builtIn(
                    Preset.ITS_5866,
                    Text.of(
                            "1C ITS, article 5866: the figures of the article, whatever they add up to",
                            "ИТС 1С, статья 5866: числа из статьи, сколько бы их сумма ни составила"),
                    PresetRules.its5866()))
            .with(builtIn(
                    Preset.INITDB_1C_18,
                    Text.of(
                            "1C's build of PostgreSQL 18: what its initdb writes, with its rounding",
                            "Сборка PostgreSQL 18 от 1С: то, что записывает её initdb, с его округлением"),
                    PresetRules.initdb1c18()));

    private final Map<Preset, RuleSet> sets;
    private final List<RuleProblem> problems;

    private RuleSets(Map<Preset, RuleSet> sets, List<RuleProblem> problems) {
        this.sets = sets;
        this.problems = List.copyOf(problems);
    }

    private static RuleSet builtIn(Preset preset, Text title, List<PresetRule> rules) {
        List<TuningRule> own = new ArrayList<>();
        rules.forEach(rule -> own.add(rule.of(preset.id())));
        return RuleSet.of(preset, title, own);
    }

    /**
     * Balanced for a server with databases of 1C and others: its values for the whole server, except those of {@link
     * #perDatabase()}, which are general.
     */
    public static RuleSet mixed() {
        return builtIn(
                Preset.BALANCED,
                Text.of("Balanced, for databases of 1C and others", "Сбалансированный, для баз 1С и других приложений"),
                PresetRules.mixed());
    }

    /** Parameters that only 1C needs as they are, and that a database or a role may have to itself. */
    public static Set<String> perDatabase() {
        return PresetRules.perDatabase();
    }

    /** The sets that come with pg1c. */
    public static RuleSets builtIn() {
        return BUILT_IN;
    }

    /**
     * The sets that come with pg1c, and those of every {@link RuleSetProvider} that a class loader finds.
     *
     * <p>A provider that fails, or has a set whose name is taken, brings no set; {@link #problems} names it.
     */
    public static RuleSets installed(ClassLoader loader) {
        RuleSets all = BUILT_IN;
        Iterator<ServiceLoader.Provider<RuleSetProvider>> providers =
                ServiceLoader.load(RuleSetProvider.class, loader).stream().iterator();
        String name = RuleSetProvider.class.getName();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    return all;
                }
                name = RuleSetProvider.class.getName();
                ServiceLoader.Provider<RuleSetProvider> provider = providers.next();
                name = provider.type().getName();
                RuleSets more = all;
                for (RuleSet set : provider.get().ruleSets(BUILT_IN.of(Preset.BALANCED))) {
                    more = more.with(set);
                }
                all = more;
            } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
                RuleProblem problem = RuleFaults.provider(name, e);
                if (all.problems.contains(problem)) {
                    return all; // The loader is stuck at the same fault.
                }
                all = all.without(problem);
            }
        }
    }

    private RuleSets without(RuleProblem problem) {
        List<RuleProblem> more = new ArrayList<>(problems);
        more.add(problem);
        return new RuleSets(sets, more);
    }

    /** Faults of providers whose sets are missing here; none when every provider has brought its sets. */
    public List<RuleProblem> problems() {
        return problems;
    }

    /**
     * With a set of one's own.
     *
     * @throws IllegalArgumentException when the name is taken
     */
    public RuleSets with(RuleSet set) {
        if (sets.containsKey(set.name())) {
            throw new MalformedValueException(
                    Text.of("there is a preset '" + set.name() + "' already", "набор «" + set.name() + "» уже есть"),
                    Text.of("give the set of rules another name", "назовите набор правил иначе"));
        }
        Map<Preset, RuleSet> others = new LinkedHashMap<>(sets);
        others.put(set.name(), set);
        return new RuleSets(others, problems);
    }

    /** The set of a name, if there is one. */
    public Optional<RuleSet> find(Preset preset) {
        return Optional.ofNullable(sets.get(preset));
    }

    /**
     * The set of a name.
     *
     * @throws IllegalArgumentException for an unknown name; the message lists the known ones
     */
    public RuleSet of(Preset preset) {
        return find(preset)
                .orElseThrow(() -> new MalformedValueException(
                        Text.of("unknown preset '" + preset + "'", "набор правил «" + preset + "» не известен"),
                        Text.of("write " + names(), "напишите " + names())));
    }

    /** Names of all sets: those of pg1c, then the others in the order in which they were added. */
    public List<Preset> presets() {
        return List.copyOf(sets.keySet());
    }

    /** The names for a message: {@code balanced, its-5866, initdb-1c-18}. */
    public String names() {
        return sets.keySet().stream().map(Preset::id).collect(Collectors.joining(", "));
    }
}
