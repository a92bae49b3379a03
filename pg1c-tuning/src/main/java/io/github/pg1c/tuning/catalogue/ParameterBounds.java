package io.github.pg1c.tuning.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The bounds of a number as people read them. */
final class ParameterBounds {

    private ParameterBounds() {}

    static String range(ParameterSpec spec) {
        String unit = spec.unit() == null ? "" : " " + (spec.unit().equals("8kB") ? "(× 8kB)" : spec.unit());
        return text(spec.min()) + ".." + text(spec.max()) + unit;
    }

    /** Units that a number may carry; none for a plain number. */
    static String units(ParameterSpec spec) {
        String unit = spec.unit();
        if (unit == null) {
            return "";
        }
        return unit.endsWith("B") ? "B, kB, MB, GB, TB" : "us, ms, s, min, h, d";
    }

    private static String text(@Nullable Double bound) {
        if (bound == null) {
            return "";
        }
        return Math.abs(bound) > 1e18
                ? Double.toString(bound)
                : BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
