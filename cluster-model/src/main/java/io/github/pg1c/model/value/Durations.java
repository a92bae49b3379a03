package io.github.pg1c.model.value;

import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The spelling of durations in a specification: a whole number and one of {@code ms s min h d}.
 *
 * @since 0.1
 */
public final class Durations {

    /** The form of a duration, for the JSON Schema. */
    public static final String FORM = "^(0|[1-9][0-9]{0,8})(ms|s|min|h|d)$";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    private Durations() {}

    /**
     * Reads {@code 200ms}, {@code 30s}, {@code 5min}, {@code 1h} or {@code 365d}.
     *
     * @throws MalformedValueException when the text has another form
     */
    public static Duration parse(String text) {
        Matcher matcher = PATTERN.matcher(text);
        if (!matcher.matches()) {
            throw new MalformedValueException(
                    Text.of("'" + text + "' is not a duration", "«" + text + "» — не длительность"),
                    Text.of(
                            "write a whole number and one of ms, s, min, h, d, for example 200ms, 30s or 5min",
                            "напишите целое число и единицу ms, s, min, h или d, например 200ms, 30s или 5min"));
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** The spelling with the largest unit that divides it: {@code 5min}, {@code 90s}, {@code 1500ms}. */
    public static String print(Duration duration) {
        long millis = duration.toMillis();
        if (millis == 0) {
            return "0s";
        }
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        if (seconds % 86400 == 0) {
            return seconds / 86400 + "d";
        }
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "min" : seconds + "s";
    }
}
