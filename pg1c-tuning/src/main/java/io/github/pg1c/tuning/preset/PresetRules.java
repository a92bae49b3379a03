package io.github.pg1c.tuning.preset;

import io.github.pg1c.tuning.calculation.PresetRule;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.catalogue.ParameterContext;
import io.github.pg1c.tuning.catalogue.ParameterSpec;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.rule.Group;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of each preset, in the order in which parameters are written. */
final class PresetRules {

    private static final List<PresetRule> BALANCED = Stream.of(
                    ConnectionRules.rules(),
                    MemoryRules.rules(),
                    PlannerRules.rules(),
                    ParallelRules.rules(),
                    WalRules.rules(),
                    ReplicationRules.rules(),
                    AutovacuumRules.rules(),
                    CompatibilityRules.rules(),
                    TimeoutRules.rules(),
                    LibraryRules.rules(),
                    LoggingRules.rules())
            .flatMap(List::stream)
            .toList();

    /** Parameters that a member of a cluster needs in addition to a reference preset. */
    private static final Set<String> OF_A_CLUSTER =
            Set.of("wal_level", "wal_log_hints", "max_logical_replication_workers", "shared_preload_libraries");

    private static final List<PresetRule> ITS_5866 = withCluster(ItsRules.rules());
    private static final List<PresetRule> INITDB_1C_18 = withCluster(InitdbRules.rules());

    private static final List<PresetRule> GENERAL = GeneralRules.of(BALANCED);

    /** Parameters of 1C alone that a database or a role may have to itself; memory is shared by all. */
    private static final Set<String> PER_DATABASE = BALANCED.stream()
            .filter(rule -> rule.group() != Group.MEMORY && !GeneralRules.holdsForAll(rule))
            .map(PresetRule::parameter)
            .filter(PresetRules::setInSessions)
            .collect(Collectors.toUnmodifiableSet());

    private PresetRules() {}

    private static boolean setInSessions(String parameter) {
        return ParameterCatalogue.of(PgMajor.NEWEST_SUPPORTED, Distribution.PGDG)
                .find(parameter)
                .map(ParameterSpec::context)
                .filter(context -> context == ParameterContext.USER || context == ParameterContext.SUPERUSER)
                .isPresent();
    }

    static Set<String> perDatabase() {
        return PER_DATABASE;
    }

    /** Those of 1C for the whole server; where a database can have its own value, the general ones. */
    static List<PresetRule> mixed() {
        return BALANCED.stream()
                .flatMap(rule -> PER_DATABASE.contains(rule.parameter())
                        ? GENERAL.stream().filter(other -> other.parameter().equals(rule.parameter()))
                        : Stream.of(rule))
                .toList();
    }

    static List<PresetRule> balanced() {
        return BALANCED;
    }

    static List<PresetRule> general() {
        return GENERAL;
    }

    static List<PresetRule> its5866() {
        return ITS_5866;
    }

    static List<PresetRule> initdb1c18() {
        return INITDB_1C_18;
    }

    private static List<PresetRule> withCluster(List<PresetRule> reference) {
        List<String> said = reference.stream().map(PresetRule::parameter).toList();
        Stream<PresetRule> cluster = BALANCED.stream()
                .filter(rule -> rule.group() == Group.REPLICATION
                        || rule.parameter().contains(".")
                        || OF_A_CLUSTER.contains(rule.parameter()))
                .filter(rule -> !said.contains(rule.parameter()));
        return Stream.concat(reference.stream(), cluster)
                .sorted(Comparator.comparing(PresetRule::group))
                .toList();
    }
}
