package io.github.pg1c.benchmarks.onec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The configurations side by side as Markdown: ratios to one of them within a round, and counters as they are. */
final class ComparisonReport {
    private static final List<Quantity> RATIOS = List.of(Quantity.CPU, Quantity.PER_SECOND, Quantity.P99);
    private static final List<Quantity> COUNTERS = List.of(
            Quantity.TEMPORARY,
            Quantity.BLOCKS,
            Quantity.DISK,
            Quantity.WAL,
            Quantity.PEAK,
            Quantity.CATALOG,
            Quantity.CHECKPOINTS);

    private final String source;
    private final String base;
    private final List<Measurement> rows;
    private final List<Measurement> failed;
    private final StringBuilder text = new StringBuilder();

    private ComparisonReport(List<Measurement> all, String source, String base) {
        this.source = source;
        this.base = base;
        failed = all.stream().filter(Measurement::failed).toList();
        rows = all.stream().filter(row -> !row.failed()).toList();
    }

    /**
     * The report on a series.
     *
     * @param source name of the file with the rows
     * @param base the configuration that the others are next to
     */
    static String of(List<Measurement> rows, String source, String base) {
        ComparisonReport report = new ComparisonReport(rows, source, base);
        report.head();
        for (Regime regime : Regime.values()) {
            report.regime(regime);
        }
        return report.text.toString();
    }

    private void head() {
        text.append("# Configurations in turn\n\nMade by `run.sh report` from `")
                .append(source)
                .append("`.\n\n");
        text.append("| configuration | runs that count | runs that do not | durability |\n|---|---|---|---|\n");
        for (String configuration : names(Measurement::configuration)) {
            List<Measurement> own = rows.stream()
                    .filter(row -> row.configuration().equals(configuration))
                    .toList();
            text.append("| ")
                    .append(configuration)
                    .append(" | ")
                    .append(runs(own))
                    .append(" | ")
                    .append(failed.stream()
                            .filter(row -> row.configuration().equals(configuration))
                            .map(row -> row.regime() + ": " + row.note())
                            .collect(Collectors.joining("; ")))
                    .append(" | ")
                    .append(own.isEmpty() ? "" : own.get(0).durability())
                    .append(" |\n");
        }
    }

    private static long runs(List<Measurement> rows) {
        return rows.stream().map(row -> row.regime() + row.round()).distinct().count();
    }

    private Set<String> names(java.util.function.Function<Measurement, String> name) {
        return java.util.stream.Stream.concat(rows.stream(), failed.stream())
                .filter(row -> !name.apply(row).equals(Measurement.FAILED))
                .map(name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void regime(Regime regime) {
        text.append("\n## ").append(regime.id()).append('\n');
        if (names(Measurement::configuration).contains(Configurations.BALANCED)) {
            first(regime);
        }
        for (Quantity quantity : RATIOS) {
            table(regime, quantity, quantity.title() + ", next to " + base + ": median (spread)");
        }
        for (Quantity quantity : COUNTERS) {
            table(regime, quantity, quantity.title() + ": median");
        }
    }

    /** Which configuration needs the least processor time in each phase, and how far {@code balanced} is from it. */
    private void first(Regime regime) {
        text.append(
                "\n### First by the server's processor time\n\n| phase | first | next to defaults | balanced next to defaults |"
                        + " balanced next to the first, each round |\n|---|---|---|---|---|\n");
        for (String phase : names(Measurement::phase)) {
            List<String> configurations = new ArrayList<>(names(Measurement::configuration));
            configurations.removeIf(
                    name -> ratios(regime, phase, name, base, Quantity.CPU).isEmpty());
            configurations.stream()
                    .min(Comparator.comparingDouble(name ->
                            ratios(regime, phase, name, base, Quantity.CPU).median()))
                    .ifPresent(best -> text.append("| ")
                            .append(phase)
                            .append(" | ")
                            .append(best)
                            .append(" | ")
                            .append(ratios(regime, phase, best, base, Quantity.CPU)
                                    .text())
                            .append(" | ")
                            .append(ratios(regime, phase, Configurations.BALANCED, base, Quantity.CPU)
                                    .text())
                            .append(" | ")
                            .append(ratios(regime, phase, Configurations.BALANCED, best, Quantity.CPU)
                                    .text())
                            .append(" |\n"));
        }
    }

    private void table(Regime regime, Quantity quantity, String title) {
        Set<String> phases = names(Measurement::phase);
        text.append("\n### ").append(title).append("\n\n| configuration |");
        phases.forEach(phase -> text.append(' ').append(phase).append(" |"));
        text.append("\n|---|").append("---|".repeat(phases.size())).append('\n');
        for (String configuration : names(Measurement::configuration)) {
            text.append("| ").append(configuration).append(" |");
            for (String phase : phases) {
                text.append(' ')
                        .append(
                                RATIOS.contains(quantity)
                                        ? ratios(regime, phase, configuration, base, quantity)
                                                .text()
                                        : median(regime, phase, configuration, quantity))
                        .append(" |");
            }
            text.append('\n');
        }
    }

    private String median(Regime regime, String phase, String configuration, Quantity quantity) {
        Ratios figures = Ratios.of(of(regime, phase, configuration).stream().mapToDouble(row -> row.figure(quantity)));
        return figures.isEmpty() ? "–" : String.format(Locale.ROOT, "%.0f", figures.median());
    }

    private List<Measurement> of(Regime regime, String phase, String configuration) {
        return rows.stream()
                .filter(row -> row.regime().equals(regime.id())
                        && row.phase().equals(phase)
                        && row.configuration().equals(configuration))
                .toList();
    }

    private Ratios ratios(Regime regime, String phase, String one, String other, Quantity quantity) {
        return Ratios.of(of(regime, phase, one).stream()
                .mapToDouble(row -> of(regime, phase, other).stream()
                        .filter(base -> base.round() == row.round())
                        .mapToDouble(base -> row.figure(quantity) / base.figure(quantity))
                        .findFirst()
                        .orElse(Double.NaN)));
    }
}
