package io.github.pg1c.pki.cfssl.json;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as Go writes them: {@code 87600h}, {@code 8760h30m}, {@code 1.5h}, {@code -5m}; hours are the longest unit.
 * Values are whole nanoseconds within 64 bits, and fractions are cut the way Go cuts them.
 *
 * @see <a href="https://pkg.go.dev/time#ParseDuration">Go: time.ParseDuration</a>
 */
public final class GoDuration {
    private static final Map<String, Long> UNITS = Map.of(
            "ns",
            1L,
            "us",
            1_000L,
            "\u00b5s",
            1_000L,
            "\u03bcs",
            1_000L,
            "ms",
            1_000_000L,
            "s",
            1_000_000_000L,
            "m",
            60_000_000_000L,
            "h",
            3_600_000_000_000L);
    private static final Pattern TERM = Pattern.compile("([0-9]*+)(?:\\.([0-9]*+))?+([^0-9.]++)");
    /** The number of digits of 2^63; a number of units must be smaller. */
    private static final int MOST_DIGITS = 19;

    private static final Pattern CALENDAR = Pattern.compile("([0-9]{1,6}) ?(d|w|y|days?|weeks?|years?)");

    /** 292 years are the most that 64 bits of nanoseconds hold. */
    private static final String LONGEST = "2562047h";

    private GoDuration() {}

    /** The duration, or empty for what Go refuses. */
    public static Optional<Duration> parse(String text) {
        boolean negative = text.startsWith("-");
        String rest = negative || text.startsWith("+") ? text.substring(1) : text;
        if (rest.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        Matcher term = TERM.matcher(rest);
        BigInteger nanos = BigInteger.ZERO;
        int end = 0;
        while (end < rest.length()) {
            Optional<BigInteger> part =
                    term.region(end, rest.length()).lookingAt() ? part(term) : Optional.<BigInteger>empty();
            if (part.isEmpty()) {
                return Optional.empty();
            }
            nanos = nanos.add(part.get());
            end = term.end();
        }
        BigInteger signed = negative ? nanos.negate() : nanos;
        return end == 0 || signed.bitLength() > 63
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(signed.longValueExact()));
    }

    /** A spelling that Go understands, for units that it lacks: {@code 240h} for {@code 10d}. */
    public static String suggestion(String text) {
        Matcher calendar = CALENDAR.matcher(text.strip());
        if (!calendar.matches()) {
            return "8760h";
        }
        int hours = switch (calendar.group(2).charAt(0)) {
            case 'd' -> 24;
            case 'w' -> 7 * 24;
            default -> 365 * 24;
        };
        String asHours = Long.parseLong(calendar.group(1)) * hours + "h";
        return parse(asHours).isPresent() ? asHours : LONGEST;
    }

    private static Optional<BigInteger> part(Matcher term) {
        String whole = withoutLeadingZeros(term.group(1));
        String fraction = term.group(2) == null ? "" : term.group(2);
        Long scale = UNITS.get(term.group(3));
        if (scale == null || term.group(1).isEmpty() && fraction.isEmpty() || whole.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        return Optional.of(new BigInteger(whole.isEmpty() ? "0" : whole)
                .multiply(BigInteger.valueOf(scale))
                .add(BigInteger.valueOf(cut(fraction, scale))));
    }

    private static String withoutLeadingZeros(String digits) {
        int first = 0;
        while (first < digits.length() && digits.charAt(first) == '0') {
            first++;
        }
        return digits.substring(first);
    }

    /**
     * As Go: digits count as long as they fit into 63 bits; the product is a floating point number, cut to a whole one.
     */
    private static long cut(String fraction, long scale) {
        long digits = 0;
        double power = 1;
        for (int i = 0; i < fraction.length() && digits <= (Long.MAX_VALUE - 9) / 10; i++) {
            digits = digits * 10 + (fraction.charAt(i) - '0');
            power *= 10;
        }
        return (long) (digits * (scale / power));
    }
}
