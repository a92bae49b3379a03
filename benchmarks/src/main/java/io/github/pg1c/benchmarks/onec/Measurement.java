package io.github.pg1c.benchmarks.onec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One row of results: what one phase of one run came to.
 *
 * @param configuration its name
 * @param regime of the run
 * @param round number of the round
 * @param position how many runs of the series came before it
 * @param phase name of the phase and number of its clients; {@link #FAILED} for a run that does not count
 * @param durability the parameters that a commit's durability rests on
 * @param figures by quantity, in declared order; empty for a run that does not count
 * @param note why a run does not count
 */
record Measurement(
        String configuration,
        String regime,
        int round,
        int position,
        String phase,
        String durability,
        Map<Quantity, Double> figures,
        String note) {

    /** The phase of a run that does not count. */
    static final String FAILED = "failed";

    Measurement {
        figures = new LinkedHashMap<>(figures);
    }

    static String header() {
        return "configuration\tregime\tround\tposition\tphase\tdurability\t"
                + Quantity.ALL.stream().map(Quantity::id).collect(Collectors.joining("\t")) + "\tnote";
    }

    String line() {
        return String.join(
                        "\t",
                        configuration,
                        regime,
                        Integer.toString(round),
                        Integer.toString(position),
                        phase,
                        durability)
                + "\t"
                + Quantity.ALL.stream()
                        .map(quantity -> figures.containsKey(quantity)
                                ? String.format(Locale.ROOT, "%.3f", figures.get(quantity))
                                : "")
                        .collect(Collectors.joining("\t"))
                + "\t" + note;
    }

    /** A row of a file whose first line says which columns it has. */
    static Measurement parse(String header, String line) {
        List<String> names = List.of(header.split("\t", -1));
        String[] words = line.split("\t", -1);
        Map<Quantity, Double> figures = new LinkedHashMap<>();
        for (Quantity quantity : Quantity.ALL) {
            int column = names.indexOf(quantity.id());
            if (column >= 0 && !words[column].isEmpty()) {
                figures.put(quantity, Double.valueOf(words[column]));
            }
        }
        return new Measurement(
                words[0],
                words[1],
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]),
                words[4],
                words[5],
                figures,
                words[words.length - 1]);
    }

    boolean failed() {
        return phase.equals(FAILED);
    }

    double figure(Quantity quantity) {
        return figures.getOrDefault(quantity, Double.NaN);
    }
}
