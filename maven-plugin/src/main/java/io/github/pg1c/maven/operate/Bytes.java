package io.github.pg1c.maven.operate;

import io.github.pg1c.patroni.cluster.Lag;
import java.util.List;
import java.util.Locale;

/** Bytes of WAL as people read them. */
final class Bytes {

    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");

    private Bytes() {}

    /** {@code 0}, {@code 312 kB}, {@code 1.5 GB}; {@code unknown} or an empty text, according to Patroni. */
    static String of(Lag lag) {
        if (lag instanceof Lag.Bytes known) {
            return of(known.count());
        }
        return lag instanceof Lag.Unknown ? "unknown" : "";
    }

    static String of(long count) {
        double rest = count;
        int unit = 0;
        while (rest >= 1024 && unit < UNITS.size() - 1) {
            rest /= 1024;
            unit++;
        }
        if (count == 0) {
            return "0";
        }
        String number =
                unit == 0 || rest >= 10 ? Long.toString(Math.round(rest)) : String.format(Locale.ROOT, "%.1f", rest);
        return number + " " + UNITS.get(unit);
    }
}
