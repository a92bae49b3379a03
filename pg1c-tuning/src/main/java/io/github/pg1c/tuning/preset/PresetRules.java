package io.github.pg1c.tuning.preset;

import io.github.pg1c.tuning.calculation.PresetRule;
import io.github.pg1c.tuning.rule.Group;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
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

    private PresetRules() {}

    static List<PresetRule> balanced() {
        return BALANCED;
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
