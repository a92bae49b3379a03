package io.github.pg1c.tuning;

import java.util.List;
import java.util.stream.Stream;

/** The rules of each preset, in the order in which parameters are written. */
final class PresetRules {

    private static final List<Rule> BALANCED = Stream.of(
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

    private PresetRules() {}

    static List<Rule> of(Preset preset) {
        return switch (preset) {
            case BALANCED -> BALANCED;
        };
    }
}
