package io.github.pg1c.patroni.internal.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads values as Patroni does, which is written in Python: {@code str}, {@code bool} and {@code int} of the language,
 * and Patroni's own {@code parse_bool} and {@code parse_int}, which follow PostgreSQL's parameters.
 *
 * @see <a href="https://github.com/patroni/patroni/blob/v4.1.4/patroni/utils.py">Patroni: utils.py</a>
 */
final class PythonValue {
    private static final Pattern INT = Pattern.compile("[-+]?[0-9]+(?:_[0-9]+)*");
    private static final Pattern HEX = Pattern.compile("[-+]?0x[0-9a-fA-F]+");
    private static final Pattern OCTAL = Pattern.compile("[-+]?0[0-7]*");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:0|[1-9][0-9]*)");
    /** Without a way back, so that a long text takes no longer than its length. */
    private static final Pattern REAL = Pattern.compile("[-+]?(?:[0-9]*+\\.[0-9]++|[0-9]++)(?:[eE][-+]?[0-9]++)?");
    /** More digits than any setting has; the arithmetic of huge numbers would take long. */
    private static final int LONGEST = 400;

    private static final Map<String, Map<String, Double>> UNITS = Map.of(
            "s", units("d", 86_400.0, "h", 3_600.0, "min", 60.0, "s", 1.0, "ms", 1e-3, "us", 1e-6),
            "ms", units("d", 86_400e3, "h", 3_600e3, "min", 60e3, "s", 1e3, "ms", 1.0, "us", 1e-3),
            "MB", units("TB", 1_048_576.0, "GB", 1_024.0, "MB", 1.0, "kB", 1.0 / 1_024, "B", 1.0 / 1_048_576));

    private PythonValue() {}

    /** {@code str(value)}. */
    static String text(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "True" : "False";
        }
        if (value.isFloatingPointNumber() && Double.isInfinite(value.doubleValue())) {
            return value.doubleValue() > 0 ? "inf" : "-inf";
        }
        return value.isNull() || value.isMissingNode() ? "None" : value.toString();
    }

    /** {@code bool(value)}. */
    static boolean isTrue(JsonNode value) {
        if (value.isContainerNode()) {
            return !value.isEmpty();
        }
        if (value.isTextual()) {
            return !value.textValue().isEmpty();
        }
        return value.isNumber() ? value.doubleValue() != 0 : value.booleanValue();
    }

    /** {@code parse_bool(value)}. */
    static Optional<Boolean> parseBool(JsonNode value) {
        return switch (text(value).toLowerCase(Locale.ROOT)) {
            case "on", "true", "yes", "1" -> Optional.of(true);
            case "off", "false", "no", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** {@code int(value)}; empty where Python raises an error. */
    static Optional<BigInteger> castInt(JsonNode value) {
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue() ? BigInteger.ONE : BigInteger.ZERO);
        }
        if (value.isIntegralNumber()) {
            return Optional.of(value.bigIntegerValue());
        }
        if (value.isNumber()) {
            return Double.isFinite(value.doubleValue())
                    ? Optional.of(new BigDecimal(value.doubleValue()).toBigInteger())
                    : Optional.empty();
        }
        String text = value.isTextual() ? value.textValue().strip() : "";
        return text.length() < LONGEST && INT.matcher(text).matches()
                ? Optional.of(new BigInteger(text.replace("_", "")))
                : Optional.empty();
    }

    /** {@code float(value)}, only of what is a finite number; empty where Python raises an error. */
    static Optional<Double> castFloat(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.doubleValue()).filter(Double::isFinite);
        }
        String text = value.isTextual() ? value.textValue().strip() : "";
        return REAL.matcher(text).matches()
                ? Optional.of(Double.valueOf(text)).filter(Double::isFinite)
                : Optional.empty();
    }

    /**
     * {@code parse_int(value, unit)}.
     *
     * @param unit {@code s}, {@code ms} or {@code MB}; empty when the value may have no unit
     */
    static Optional<BigInteger> parseInt(JsonNode value, Optional<String> unit) {
        if (value.isContainerNode()) {
            return Optional.empty();
        }
        String text = text(value).strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        BigDecimal number = null;
        String rest = text;
        for (Pattern pattern : List.of(HEX, OCTAL, DECIMAL)) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.lookingAt()) {
                number = new BigDecimal(integer(matcher.group(), pattern));
                rest = text.substring(matcher.end());
                break;
            }
        }
        if ((number == null && rest.startsWith(".")) || (!rest.isEmpty() && ".eE".indexOf(rest.charAt(0)) >= 0)) {
            Matcher matcher = REAL.matcher(text);
            if (!matcher.lookingAt() || !Double.isFinite(Double.parseDouble(matcher.group()))) {
                return Optional.empty();
            }
            number = new BigDecimal(Double.parseDouble(matcher.group()));
            rest = text.substring(matcher.end());
        }
        if (number == null) {
            return Optional.empty();
        }
        String suffix = rest.strip();
        if (suffix.isEmpty()) {
            return Optional.of(rounded(number));
        }
        return unit.flatMap(base -> Optional.ofNullable(UNITS.get(base)))
                .filter(table -> table.containsKey(suffix))
                .map(convert(number, suffix));
    }

    /** The number of the value in the unit, without rounding; empty when the value is none. */
    static Optional<BigDecimal> exact(JsonNode value, Optional<String> unit) {
        if (value.isNumber()) {
            return Double.isFinite(value.doubleValue()) ? Optional.of(real(value.asText())) : Optional.empty();
        }
        String text = value.isTextual() ? value.textValue().strip() : "";
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (HEX.matcher(text).matches()) {
            return Optional.of(new BigDecimal(integer(text, HEX)));
        }
        Matcher matcher = REAL.matcher(text);
        if (!matcher.lookingAt() || !Double.isFinite(Double.parseDouble(matcher.group()))) {
            return Optional.empty();
        }
        BigDecimal number = real(matcher.group());
        String suffix = text.substring(matcher.end()).strip();
        if (suffix.isEmpty()) {
            return Optional.of(number);
        }
        return unit.flatMap(base -> Optional.ofNullable(UNITS.get(base)))
                .flatMap(table -> Optional.ofNullable(table.get(suffix)))
                .map(factor -> number.multiply(new BigDecimal(factor)));
    }

    private static Function<Map<String, Double>, BigInteger> convert(BigDecimal number, String unit) {
        return table -> {
            double value = number.doubleValue() * table.getOrDefault(unit, 1.0);
            // A fraction counts down to the next smaller unit only.
            List<String> order = List.copyOf(table.keySet());
            int next = order.indexOf(unit) + 1;
            if (next < order.size()) {
                double step = table.getOrDefault(order.get(next), 1.0);
                value = Math.rint(value / step) * step;
            }
            return new BigDecimal(Math.rint(value)).toBigInteger();
        };
    }

    private static BigInteger integer(String text, Pattern pattern) {
        boolean negative = text.startsWith("-");
        String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        BigInteger number = pattern == HEX
                ? new BigInteger(digits.substring(2), 16)
                : new BigInteger(digits, pattern == OCTAL ? 8 : 10);
        return negative ? number.negate() : number;
    }

    /** The number as it is written; zero when it is too small for Python, as its powers of ten could be too many. */
    private static BigDecimal real(String text) {
        return Double.parseDouble(text) == 0 ? BigDecimal.ZERO : new BigDecimal(text);
    }

    /** Half goes to the even neighbour. */
    private static BigInteger rounded(BigDecimal number) {
        return number.setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
    }

    private static Map<String, Double> units(Object... pairs) {
        Map<String, Double> units = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            units.put((String) pairs[i], (Double) pairs[i + 1]);
        }
        return units;
    }
}
