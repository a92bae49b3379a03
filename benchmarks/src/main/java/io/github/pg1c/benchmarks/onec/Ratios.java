package io.github.pg1c.benchmarks.onec;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Ratios of several rounds: only what two runs of one round have to each other is kept, because machines drift.
 *
 * @param sorted at least one
 */
public record Ratios(double[] sorted) {

    public static Ratios of(DoubleStream ratios) {
        double[] sorted = ratios.filter(Double::isFinite).toArray();
        Arrays.sort(sorted);
        return new Ratios(sorted);
    }

    boolean isEmpty() {
        return sorted.length == 0;
    }

    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double least() {
        return sorted[0];
    }

    double most() {
        return sorted[sorted.length - 1];
    }

    /** The median with the tenth and the ninetieth percentile behind it, or a dash where nothing was measured. */
    public String inner() {
        return isEmpty()
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%.3f (%.3f–%.3f)",
                        median(),
                        sorted[Math.round((sorted.length - 1) * 0.1f)],
                        sorted[Math.round((sorted.length - 1) * 0.9f)]);
    }

    /** The median with the spread behind it, or a dash where nothing was measured. */
    String text() {
        return isEmpty() ? "–" : String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median(), least(), most());
    }
}
