package io.github.pg1c.maven.tune;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.InstalledRuleSets;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.derived.ClusterTuning;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.input.Application;
import io.github.pg1c.tuning.input.ContainerLimits;
import io.github.pg1c.tuning.input.DiskClass;
import io.github.pg1c.tuning.input.PoolMode;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.input.TuningInputBuilder;
import io.github.pg1c.tuning.preset.RuleSets;
import io.github.pg1c.tuning.rule.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The figures of a node in the user's parameters: a complete set, or replacements for those of a specification. */
public final class NodeFigures {

    /** Figures that a plan requires. */
    static final List<String> NEEDED = List.of(PropertyNames.MEMORY, PropertyNames.CPUS, PropertyNames.CONNECTIONS);

    private static final Map<String, Boolean> TRUTH = Map.of("true", true, "false", false);
    private static final int MOST_CPUS = 4096;

    private final Map<String, String> said;
    private final ParameterProblems problems;
    private final Optional<MemorySize> memory;
    private final Optional<Integer> cpus;
    private final Optional<Integer> connections;
    private final Optional<Application> application;
    private final Optional<Preset> preset;
    private final Optional<MemorySize> containerMemory;
    private final Optional<Double> containerCpus;
    private final Map<String, String> overrides;
    private final List<UnaryOperator<TuningInputBuilder>> changes = new ArrayList<>();

    private NodeFigures(TuneRequest order, ParameterProblems problems) {
        this.said = order.figures();
        this.problems = problems;
        this.memory = problems.size(PropertyNames.MEMORY, text(PropertyNames.MEMORY), TuningInput.LEAST_MEMORY);
        this.cpus = problems.number(PropertyNames.CPUS, text(PropertyNames.CPUS), 1, MOST_CPUS);
        this.connections = problems.number(
                PropertyNames.CONNECTIONS, text(PropertyNames.CONNECTIONS), 1, TuningInput.MOST_CONNECTIONS);
        this.application = problems.word(
                PropertyNames.APPLICATION,
                text(PropertyNames.APPLICATION),
                words(Application.values(), Application::id));
        this.preset = problems.word(PropertyNames.PRESET, text(PropertyNames.PRESET), presets())
                .map(RuleSet::name);
        this.containerMemory = problems.size(
                PropertyNames.CONTAINER_MEMORY, text(PropertyNames.CONTAINER_MEMORY), TuningInput.LEAST_MEMORY);
        this.containerCpus = share(PropertyNames.CONTAINER_CPUS);
        this.overrides = overrides(order.overrides());
        word(PropertyNames.DISK, words(DiskClass.values(), DiskClass::id), TuningInputBuilder::disk);
        word(
                PropertyNames.DISTRIBUTION,
                words(Distribution.values(), Distribution::id),
                TuningInputBuilder::distribution);
        word(PropertyNames.POOLING, words(PoolMode.values(), PoolMode::id), TuningInputBuilder::pooling);
        word(PropertyNames.LZ4, TRUTH, TuningInputBuilder::lz4);
        word(PropertyNames.SYNCHRONOUS, TRUTH, TuningInputBuilder::synchronous);
        word(PropertyNames.DATABASE_COPIES, TRUTH, TuningInputBuilder::databaseCopies);
        word(PropertyNames.SHARED, TRUTH, TuningInputBuilder::sharedWith1cServer);
        change(
                problems.size(PropertyNames.DATABASE_SIZE, text(PropertyNames.DATABASE_SIZE)),
                TuningInputBuilder::databaseSize);
        change(problems.size(PropertyNames.WAL_DISK, text(PropertyNames.WAL_DISK)), TuningInputBuilder::walDisk);
        change(
                problems.number(PropertyNames.STANDBYS, text(PropertyNames.STANDBYS), 0, 100),
                TuningInputBuilder::standbys);
        // The calculator reports versions without rules.
        change(
                problems.number(PropertyNames.POSTGRESQL, text(PropertyNames.POSTGRESQL), 10, 99)
                        .map(PgMajor::new),
                TuningInputBuilder::major);
    }

    /** Reads the user's parameters; malformed ones become problems. */
    static NodeFigures read(TuneRequest order, ParameterProblems problems) {
        return new NodeFigures(order, problems);
    }

    /** Whether they describe a node without a specification. */
    boolean suffice() {
        return said.keySet().containsAll(NEEDED);
    }

    /** The described node; empty when a figure is missing or malformed. */
    Optional<TuningInput> node() {
        return memory.flatMap(size -> cpus.flatMap(cores -> connections.map(count -> {
            TuningInputBuilder builder = TuningInput.builder(size, cores, count);
            Application user = application.orElse(Application.ONE_C);
            builder.application(user).preset(user.preset(preset.orElse(Preset.BALANCED)));
            return with(builder, size, cores, Map.of());
        })));
    }

    /** A node of a cluster with these figures instead of its own. */
    TuningInput in(Cluster cluster, Node specified) {
        TuningInput node = ClusterTuning.input(cluster, specified);
        MemorySize size = memory.orElse(node.memory());
        int cores = cpus.orElse(node.cpus());
        String build = node.distribution().id();
        TuningInputBuilder bare = node.toBuilder(size, cores, connections.orElse(node.connections()))
                // The value of the specified build does not apply to another one.
                .lz4(node.lz4()
                        && said.getOrDefault(PropertyNames.DISTRIBUTION, build).equals(build));
        application.ifPresent(bare::application);
        bare.preset(application
                .orElse(cluster.application())
                .preset(preset.orElse(cluster.workload().preset().name())));
        return with(bare, size, cores, node.overrides());
    }

    /** The rules of a node: those of the specification, which depend on its databases, unless others are named. */
    RuleSet rules(Cluster cluster, TuningInput node) {
        RuleSet own = cluster.rules();
        return application.isEmpty() && own.name().equals(node.preset()) ? own : rules(node);
    }

    /** The rules of a node that no specification describes. */
    static RuleSet rules(TuningInput node) {
        return InstalledRuleSets.all().of(node.preset());
    }

    private TuningInput with(TuningInputBuilder bare, MemorySize size, int cores, Map<String, String> earlier) {
        TuningInputBuilder builder = bare;
        for (UnaryOperator<TuningInputBuilder> change : changes) {
            builder = change.apply(builder);
        }
        if (containerMemory.isPresent() || containerCpus.isPresent()) {
            builder.container(new ContainerLimits(containerMemory.orElse(size), containerCpus.orElse((double) cores)));
        }
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(earlier);
        all.putAll(overrides);
        return builder.overrides(all).build();
    }

    /** Names and values; a value with a comma in it, as a list of libraries, arrives in several pieces. */
    private Map<String, String> overrides(List<String> pieces) {
        Map<String, String> values = new TreeMap<>();
        String last = "";
        for (String piece : pieces) {
            int sign = piece.indexOf('=');
            if (sign > 0) {
                last = piece.substring(0, sign).strip();
                values.put(last, piece.substring(sign + 1).strip());
            } else if (!last.isEmpty()) {
                values.merge(last, piece, (before, more) -> before + "," + more);
            } else {
                problems.add(
                        ParameterProblems.MALFORMED,
                        PropertyNames.SET,
                        Text.of("'" + piece + "' has no value", "у «" + piece + "» нет значения"),
                        Text.of(
                                "write names and values with commas between them, for example work_mem=64MB,jit=off",
                                "напишите имена и значения через запятую, например work_mem=64MB,jit=off"));
            }
        }
        return values;
    }

    private Optional<Double> share(String name) {
        Optional<String> text = text(name);
        Optional<Double> share = text.filter(number -> number.matches("\\d{1,4}(\\.\\d{1,6})?"))
                .map(Double::valueOf)
                .filter(number -> number > 0 && number <= MOST_CPUS);
        return problems.within(name, text, share, "0.1", Integer.toString(MOST_CPUS));
    }

    private <T> void word(
            String name, Map<String, T> words, BiFunction<TuningInputBuilder, T, TuningInputBuilder> change) {
        change(problems.word(name, text(name), words), change);
    }

    private <T> void change(Optional<T> value, BiFunction<TuningInputBuilder, T, TuningInputBuilder> change) {
        value.ifPresent(known -> changes.add(builder -> change.apply(builder, known)));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(said.get(name));
    }

    /** The sets of rules by name. */
    static Map<String, RuleSet> presets() {
        Map<String, RuleSet> sets = new LinkedHashMap<>();
        RuleSets all = InstalledRuleSets.all();
        all.presets().forEach(name -> sets.put(name.id(), all.of(name)));
        return sets;
    }

    static <T> Map<String, T> words(T[] values, Function<T, String> word) {
        Map<String, T> words = new LinkedHashMap<>();
        for (T value : values) {
            words.put(word.apply(value), value);
        }
        return words;
    }
}
