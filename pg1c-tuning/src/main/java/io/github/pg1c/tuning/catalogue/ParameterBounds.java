package io.github.pg1c.tuning.catalogue;

import io.github.pg1c.base.words.Text;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The bounds of a number as people read them. */
public final class ParameterBounds {

    private ParameterBounds() {}

    public static String range(ParameterSpec spec) {
        String unit = spec.unit() == null ? "" : " " + (spec.unit().equals("8kB") ? "(× 8kB)" : spec.unit());
        return text(spec.min()) + ".." + text(spec.max()) + unit;
    }

    public static Text remedy(ParameterSpec spec) {
        String units = units(spec);
        String range = range(spec);
        return units.isEmpty()
                ? Text.of("write a number within " + range, "напишите число в пределах " + range)
                : Text.of(
                        "write a number within " + range + ", with one of the units " + units,
                        "напишите число в пределах " + range + " с одной из единиц " + units);
    }

    /** Units that a number may carry; none for a plain number. */
    public static String units(ParameterSpec spec) {
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
