package io.github.pg1c.benchmarks.onec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * What rules do: each run without a rule next to the whole runs before and after it; how far a whole run is from those
 * before and after it is the noise.
 */
final class Effects {
    /** Quantities that an effect is looked for in, each with the least figure that says anything. */
    private static final Map<Quantity, Double> LOOKED_AT = Map.of(
            Quantity.CPU, 0.0,
            Quantity.P99, 0.0,
            Quantity.BLOCKS, 1000.0,
            Quantity.DISK, 20.0,
            Quantity.TEMPORARY, 5.0,
            Quantity.WAL, 5.0,
            Quantity.PEAK, 0.0,
            Quantity.CATALOG, 0.0);

    /** A few whole runs may happen to be close to one another; no noise is taken to be less than this. */
    private static final double LEAST_NOISE = 0.03;

    private static final Map<Quantity, Double> LEAST_NOISE_OF_TIMES = Map.of(Quantity.CPU, 0.1, Quantity.P99, 0.3);

    /** Fewer operations have no 99th percentile. */
    private static final Set<String> WITHOUT_P99 = Set.of("reports", "restricted", "selection", "restructuring");

    private final List<Measurement> rows;

    private Effects(List<Measurement> rows) {
        this.rows = rows;
    }

    static Effects of(List<Measurement> rows) {
        return new Effects(rows.stream().filter(row -> !row.failed()).toList());
    }

    Set<String> rules() {
        return rows.stream()
                .map(Measurement::configuration)
                .filter(name -> !name.equals(Configurations.BALANCED))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<String> phases() {
        return rows.stream().map(Measurement::phase).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The noise of a quantity in a phase, as a part of it. */
    double noise(String regime, String phase, Quantity quantity) {
        return rows.stream()
                .filter(row -> row.configuration().equals(Configurations.BALANCED)
                        && row.regime().equals(regime)
                        && row.phase().equals(phase))
                .flatMapToDouble(row -> ratio(row, quantity).stream().mapToDouble(ratio -> Math.abs(ratio - 1)))
                .reduce(LEAST_NOISE_OF_TIMES.getOrDefault(quantity, LEAST_NOISE), Math::max);
    }

    private static double floored(Measurement row, Quantity quantity) {
        return Math.max(row.figure(quantity), LOOKED_AT.getOrDefault(quantity, 0.0));
    }

    /** A run next to the mean of the whole runs that are its neighbours, itself excepted. */
    private Optional<Double> ratio(Measurement row, Quantity quantity) {
        List<Measurement> whole = rows.stream()
                .filter(other -> other.configuration().equals(Configurations.BALANCED)
                        && other.regime().equals(row.regime())
                        && other.round() == row.round()
                        && other.phase().equals(row.phase())
                        && other.position() != row.position())
                .toList();
        Optional<Measurement> before = whole.stream()
                .filter(other -> other.position() < row.position())
                .max(Comparator.comparingInt(Measurement::position));
        Optional<Measurement> after = whole.stream()
                .filter(other -> other.position() > row.position())
                .min(Comparator.comparingInt(Measurement::position));
        double mean = DoubleStream.concat(
                        before.stream().mapToDouble(other -> floored(other, quantity)),
                        after.stream().mapToDouble(other -> floored(other, quantity)))
                .average()
                .orElse(Double.NaN);
        return Double.isFinite(mean) && mean > 0 ? Optional.of(floored(row, quantity) / mean) : Optional.empty();
    }

    /** The effect of a rule on a quantity, whether it is outside of the noise or not. */
    Optional<Effect> effect(String rule, String regime, String phase, Quantity quantity) {
        Ratios ratios = ratios(rule, regime, phase, quantity);
        return ratios.isEmpty()
                ? Optional.empty()
                : Optional.of(new Effect(
                        rule,
                        regime,
                        phase,
                        quantity,
                        ratios.median(),
                        noise(regime, phase, quantity),
                        ratios.sorted().length));
    }

    private Ratios ratios(String rule, String regime, String phase, Quantity quantity) {
        return Ratios.of(rows.stream()
                .filter(row -> row.configuration().equals(rule)
                        && row.regime().equals(regime)
                        && row.phase().equals(phase))
                .flatMapToDouble(row -> ratio(row, quantity).stream().mapToDouble(Double::doubleValue)));
    }

    /**
     * Effects that were outside of the noise, to the same side, in every round. With one round only: in both regimes,
     * or outside of so many times the noise.
     */
    List<Effect> outside(double timesInOneRound) {
        List<Effect> effects = new ArrayList<>();
        for (String rule : rules()) {
            for (String phase : phases()) {
                for (Quantity quantity : Quantity.ALL) {
                    if (!LOOKED_AT.containsKey(quantity) || !sensible(phase, quantity)) {
                        continue;
                    }
                    boolean everywhere = Math.abs(Arrays.stream(Regime.values())
                                    .mapToInt(regime -> side(rule, regime, phase, quantity, 1))
                                    .sum())
                            == Regime.values().length;
                    for (Regime regime : Regime.values()) {
                        if (side(rule, regime, phase, quantity, everywhere ? 1 : timesInOneRound) != 0) {
                            effect(rule, regime.id(), phase, quantity).ifPresent(effects::add);
                        }
                    }
                }
            }
        }
        return effects;
    }

    /** 1 when all rounds were above the noise, -1 when all were below it. */
    private int side(String rule, Regime regime, String phase, Quantity quantity, double timesInOneRound) {
        Ratios ratios = ratios(rule, regime.id(), phase, quantity);
        if (ratios.isEmpty()) {
            return 0;
        }
        double noise = noise(regime.id(), phase, quantity) * (ratios.sorted().length == 1 ? timesInOneRound : 1);
        return ratios.least() > 1 + noise ? 1 : ratios.most() < 1 / (1 + noise) ? -1 : 0;
    }

    private static boolean sensible(String phase, Quantity quantity) {
        return switch (quantity) {
            case P99 -> WITHOUT_P99.stream().noneMatch(phase::startsWith);
            // Whether autovacuum has just cleaned a catalog decides it.
            case BLOCKS, DISK -> !phase.startsWith("temporary");
            default -> true;
        };
    }
}
