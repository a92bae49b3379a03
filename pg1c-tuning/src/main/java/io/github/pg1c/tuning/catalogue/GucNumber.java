package io.github.pg1c.tuning.catalogue;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as PostgreSQL reads them: a bare number counts in the parameter's base unit, one with a unit is converted.
 *
 * @see <a href="https://www.postgresql.org/docs/current/config-setting.html">PostgreSQL: setting parameters</a>
 */
final class GucNumber {

    private static final Pattern FORM = Pattern.compile("([+-]?)(0[xX][0-9a-fA-F]{1,15}|0[0-7]{1,20}"
            + "|(?:\\d{1,19}(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)\\s*([A-Za-z]*)");
    private static final List<String> MEMORY = List.of("TB", "GB", "MB", "kB", "B");
    private static final List<String> TIME = List.of("d", "h", "min", "s", "ms", "us");

    private GucNumber() {}

    /**
     * The value in the base unit; nothing when it is no number or has a unit that does not convert.
     *
     * @param whole whether the parameter is an integer, of which a leading zero makes an octal one
     */
    static OptionalDouble parse(String value, @Nullable String baseUnit, boolean whole) {
        if (plain(value)) {
            return OptionalDouble.of(Long.parseLong(value));
        }
        Matcher matcher = FORM.matcher(value.strip());
        if (!matcher.matches()) {
            return OptionalDouble.empty();
        }
        double number = (matcher.group(1).equals("-") ? -1 : 1) * magnitude(matcher.group(2), whole);
        String unit = matcher.group(3);
        if (unit.isEmpty()) {
            return OptionalDouble.of(number);
        }
        if (baseUnit == null || memory(unit) != memory(baseUnit) || factor(unit) == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(inSmallerUnits(number, unit) / factor(baseUnit));
    }

    /** The common case, a whole decimal number without a unit, needs no pattern. */
    private static boolean plain(String value) {
        int length = value.length();
        if (length == 0 || length > 18 || length > 1 && value.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** As the C library reads a number: 0x is hexadecimal, a leading zero of an integer octal unless a fraction follows. */
    private static double magnitude(String digits, boolean whole) {
        if (digits.startsWith("0x") || digits.startsWith("0X")) {
            return Long.parseLong(digits.substring(2), 16);
        }
        return whole && digits.matches("0[0-7]+")
                ? new BigInteger(digits, 8).doubleValue()
                : Double.parseDouble(digits);
    }

    /**
     * Bytes or milliseconds; a fraction such as 30.1GB becomes whole units of the next smaller kind, as the server
     * does.
     */
    private static double inSmallerUnits(double number, String unit) {
        List<String> units = memory(unit) ? MEMORY : TIME;
        int next = units.indexOf(unit) + 1;
        double exact = number * factor(unit);
        if (next == units.size()) {
            return exact;
        }
        double smaller = factor(units.get(next));
        return Math.rint(exact / smaller) * smaller;
    }

    /** A time in the largest unit that divides it: {@code 5min} for 300 s; 0 without a unit. */
    static String duration(double number, String baseUnit) {
        double milliseconds = number * factor(baseUnit);
        for (String unit : TIME) {
            double count = milliseconds / factor(unit);
            if (count >= 1 && count == Math.rint(count)) {
                return (long) count + unit;
            }
        }
        return number == 0 ? "0" : number + baseUnit;
    }

    /**
     * Bytes or milliseconds in a unit such as {@code kB}, {@code 8kB} or {@code min}; 0 when there is no such unit.
     */
    static double factor(String unit) {
        int digits = 0;
        while (digits < unit.length() && unit.charAt(digits) >= '0' && unit.charAt(digits) <= '9') {
            digits++;
        }
        double times = digits == 0 ? 1 : Double.parseDouble(unit.substring(0, digits));
        return times
                * switch (unit.substring(digits)) {
                    case "B", "ms" -> 1;
                    case "kB" -> 1024;
                    case "MB" -> 1024 * 1024;
                    case "GB" -> 1024 * 1024 * 1024;
                    case "TB" -> 1024.0 * 1024 * 1024 * 1024;
                    case "us" -> 0.001;
                    case "s" -> 1000;
                    case "min" -> 60_000;
                    case "h" -> 3_600_000;
                    case "d" -> 86_400_000;
                    default -> 0;
                };
    }

    private static boolean memory(String unit) {
        return unit.endsWith("B");
    }
}
