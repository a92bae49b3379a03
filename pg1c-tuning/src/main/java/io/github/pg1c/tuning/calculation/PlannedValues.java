package io.github.pg1c.tuning.calculation;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.GucNumber;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.catalogue.ParameterSpec;
import io.github.pg1c.tuning.input.DiskClass;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.preset.PresetRule;
import io.github.pg1c.tuning.rule.RuleInput;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.RuleSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * The figures that rules, the memory budget and the kernel's settings share, as a spreadsheet: each is what the user
 * said, else what its rule comes to, else the server's default; so all of them count with the values in force.
 */
public final class PlannedValues implements RuleInput {

    public static final int SUPERUSER_CONNECTIONS = 5;
    public static final int MONITORING_CONNECTIONS = 10;
    /** Patroni replaces less by its own default. */
    public static final int LEAST_CONNECTIONS = 25;
    /** Nodes of one plan that sort or hash at the same time, in a query of 1C. */
    static final int NODES = 2;

    private final TuningInput input;
    private final ParameterCatalogue catalogue;
    private final Map<String, String> said;
    private final RuleSet rules;
    private final Map<String, RuleResult> outcomes = new HashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<String, OptionalDouble> numbers = new HashMap<>();

    /**
     * The figures of an input.
     *
     * @param said valid values that go before the rules, by lower-case name
     */
    public PlannedValues(TuningInput input, ParameterCatalogue catalogue, Map<String, String> said, RuleSet rules) {
        this.input = input;
        this.catalogue = catalogue;
        this.said = said;
        this.rules = rules;
    }

    /** The same, as if the user had not said one of the values. */
    public PlannedValues without(String name) {
        Map<String, String> others = new TreeMap<>(said);
        others.remove(name);
        return new PlannedValues(input, catalogue, others, rules);
    }

    /** The same, as if the user had said another value. */
    public PlannedValues with(String name, String value) {
        Map<String, String> others = new TreeMap<>(said);
        others.put(name.toLowerCase(Locale.ROOT), value);
        return new PlannedValues(input, catalogue, others, rules);
    }

    public ParameterCatalogue catalogue() {
        return catalogue;
    }

    /** What a rule comes to; calculated once. */
    public RuleResult outcome(PresetRule rule) {
        String name = rule.parameter();
        RuleResult known = outcomes.get(name);
        if (known != null) {
            return known;
        }
        if (!asked.add(name)) {
            throw new IllegalStateException("rules wait for each other: " + String.join(", ", asked));
        }
        RuleResult outcome = rule.calculation().apply(this);
        asked.remove(name);
        outcomes.put(name, outcome);
        return outcome;
    }

    @Override
    public TuningInput input() {
        return input;
    }

    @Override
    public Optional<String> value(String parameter) {
        String name = parameter.toLowerCase(Locale.ROOT);
        String word = said.get(name);
        if (word != null) {
            return Optional.of(word);
        }
        Optional<PresetRule> rule =
                rules.rule(name).filter(found -> found.applies().test(this));
        return rule.isPresent()
                ? Optional.of(outcome(rule.get()).value())
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
        OptionalDouble number = number(parameter);
        if (number.isEmpty() || number.getAsDouble() < 0) {
            return Optional.empty();
        }
        String unit = catalogue.find(parameter).map(ParameterSpec::unit).orElse("B");
        return Optional.of(new MemorySize((long) (number.getAsDouble() * GucNumber.factor(unit))));
    }

    /** A parameter that every version has, as a whole number. */
    public int count(String parameter) {
        return (int) number(parameter).orElseThrow();
    }

    /** A parameter that every version has, as a size. */
    public MemorySize sizeOf(String parameter) {
        return size(parameter).orElse(MemorySize.ZERO);
    }

    /** The most one query takes: its nodes, each a hash. */
    double workMemPerSession() {
        return NODES * number("hash_mem_multiplier").orElse(2);
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

    /** The name of {@link #available()} in formulas. */
    public Text memoryName() {
        return input.sharedWith1cServer() ? Text.of("(RAM / 2)", "(ОЗУ / 2)") : Text.of("RAM", "ОЗУ");
    }

    /** What 1C's roles cannot use; before version 16 the part for monitoring is not enforced, but there all the same. */
    public int reservedConnections() {
        int monitoring = input.major().atLeast(16)
                ? count("reserved_connections")
                : rules.rule("reserved_connections").isPresent() ? MONITORING_CONNECTIONS : 0;
        return count("superuser_reserved_connections") + monitoring;
    }

    public int maxConnections() {
        return count("max_connections");
    }

    public MemorySize sharedBuffers() {
        return sizeOf("shared_buffers");
    }

    MemorySize temporaryBuffers() {
        return sizeOf("temp_buffers");
    }

    MemorySize maintenanceWorkMem() {
        return sizeOf("maintenance_work_mem");
    }

    public int autovacuumWorkers() {
        return count("autovacuum_max_workers");
    }

    int autovacuumSlots() {
        return input.major().atLeast(18) ? count("autovacuum_worker_slots") : autovacuumWorkers();
    }

    /** What one worker may take; unless it is said, as much as a maintenance command. */
    MemorySize autovacuumWorkMem() {
        return size("autovacuum_work_mem").orElseGet(this::maintenanceWorkMem);
    }

    int locksPerTransaction() {
        return count("max_locks_per_transaction");
    }

    /** The size from which configurations such as ERP with their many tables are to be expected. */
    public boolean largeDatabase() {
        return input.databaseSize().compareTo(MemorySize.ofGigabytes(100)) >= 0;
    }

    /** Processes that may hold locks. */
    public int lockHolders() {
        return maxConnections()
                + autovacuumSlots()
                + count("max_worker_processes")
                + count("max_wal_senders")
                + count("max_prepared_transactions");
    }

    /** Sessions that work at the same moment: processors carry no more. */
    int activeSessions() {
        return Math.min(input.connections(), Math.max(4, 2 * cpus()));
    }

    public boolean rotating() {
        return input.disk() == DiskClass.HDD;
    }
}
