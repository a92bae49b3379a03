package io.github.pg1c.benchmarks.onec;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What each rule does, as Markdown and as the table that the calculator shows beside its reasons. */
final class AblationReport {
    /** An effect that was seen in one round only has to be so many times the noise. */
    private static final double TIMES_IN_ONE_ROUND = 4;

    private AblationReport() {}

    /** The rules one after the other; what is not there was within the noise. */
    static String of(List<Measurement> rows) {
        Effects effects = Effects.of(rows);
        StringBuilder text = new StringBuilder(
                "# Each rule switched off by itself\n\nMade by `run.sh report` from `ablation.tsv`:"
                        + " `balanced` without one rule, next to `balanced`. Above 1 the rule saves, below 1 it costs;"
                        + " what is not there was within the noise in one of the rounds,"
                        + " or, with one round only, within it in one regime and within four times of it in the other.\n\n## The noise\n\n| phase |");
        List<Quantity> quantities = List.of(
                Quantity.CPU, Quantity.TEMPORARY, Quantity.BLOCKS, Quantity.WAL, Quantity.PEAK, Quantity.CATALOG);
        quantities.forEach(quantity -> text.append(' ').append(quantity.title()).append(" |"));
        text.append("\n|---|").append("---|".repeat(quantities.size())).append('\n');
        for (Regime regime : Regime.values()) {
            for (String phase : effects.phases()) {
                text.append("| ").append(regime.id()).append(", ").append(phase).append(" |");
                quantities.forEach(quantity -> text.append(
                        String.format(Locale.ROOT, " ±%.0f %% |", 100 * effects.noise(regime.id(), phase, quantity))));
                text.append('\n');
            }
        }
        text.append("\n## The rules\n\n| rule | without it, next to balanced |\n|---|---|\n");
        List<Effect> outside = effects.outside(TIMES_IN_ONE_ROUND);
        for (String rule : effects.rules()) {
            String own = outside.stream()
                    .filter(effect -> effect.rule().equals(rule))
                    .map(effect -> String.format(
                            Locale.ROOT,
                            "%s, %s: %s × %.2f (±%.0f %%)",
                            effect.regime(),
                            effect.phase(),
                            effect.quantity().title(),
                            effect.ratio(),
                            100 * effect.noise()))
                    .collect(Collectors.joining("; "));
            text.append("| `")
                    .append(rule)
                    .append("` | ")
                    .append(own.isEmpty() ? "within the noise" : own)
                    .append(" |\n");
        }
        return text.toString();
    }

    /**
     * A line for each effect outside of the noise, and one for each rule that has none, with the largest noise of
     * processor time.
     */
    static String table(List<Measurement> rows) {
        Effects effects = Effects.of(rows);
        List<Effect> outside = effects.outside(TIMES_IN_ONE_ROUND);
        StringBuilder text = new StringBuilder("# rule\tregime\tphase\tquantity\twithout/with\tnoise\trounds\n");
        for (String rule : effects.rules()) {
            List<Effect> own = outside.stream()
                    .filter(effect -> effect.rule().equals(rule))
                    .toList();
            own.forEach(effect -> text.append(effect.line()).append('\n'));
            if (own.isEmpty()) {
                text.append(new Effect(rule, "", "", Quantity.CPU, 1, noise(effects), rounds(rows, rule)).line())
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static double noise(Effects effects) {
        double most = 0;
        for (Regime regime : Regime.values()) {
            for (String phase : effects.phases()) {
                most = Math.max(most, effects.noise(regime.id(), phase, Quantity.CPU));
            }
        }
        return most;
    }

    private static int rounds(List<Measurement> rows, String rule) {
        return (int) rows.stream()
                .filter(row -> row.configuration().equals(rule))
                .map(Measurement::round)
                .distinct()
                .count();
    }
}
