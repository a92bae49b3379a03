package io.github.pg1c.patroni.internal.reader;

import io.github.pg1c.patroni.metrics.MetricSample;
import io.github.pg1c.patroni.metrics.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text format of Prometheus, also as Patroni before 3.3.11, 4.0.10 and 4.1.4 writes it, with a space between
 * name and labels.
 */
public final class MetricsReader {
    private static final Pattern SAMPLE = Pattern.compile(
            "([A-Za-z_:][A-Za-z0-9_:]*)[ \\t]*(?:\\{((?:[^\"}]++|\"(?:[^\"\\\\]++|\\\\.)*+\")*+)})?[ \\t]+(\\S+)(?:[ \\t]+-?\\d+)?[ \\t]*");
    private static final Pattern LABEL =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)[ \\t]*=[ \\t]*\"((?:[^\"\\\\]|\\\\.)*+)\"");

    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\\"n])");

    /** The longest line. Patroni's lines are far shorter; the limit bounds the depth of the match. */
    private static final int LONGEST = 2000;

    private MetricsReader() {}

    public static Metrics read(String text) {
        List<MetricSample> samples = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            Matcher matcher = SAMPLE.matcher(line);
            OptionalDouble value =
                    line.length() <= LONGEST && matcher.matches() ? number(matcher.group(3)) : OptionalDouble.empty();
            if (value.isPresent()) {
                samples.add(new MetricSample(matcher.group(1), labels(matcher.group(2)), value.getAsDouble()));
            } else {
                unreadable.add(line);
            }
        });
        return new Metrics(samples, unreadable);
    }

    private static Map<String, String> labels(@Nullable String text) {
        Map<String, String> labels = new TreeMap<>();
        if (text != null) {
            Matcher matcher = LABEL.matcher(text);
            while (matcher.find()) {
                labels.put(
                        matcher.group(1),
                        ESCAPE.matcher(matcher.group(2))
                                .replaceAll(escape -> Matcher.quoteReplacement(
                                        escape.group(1).equals("n") ? "\n" : escape.group(1))));
            }
        }
        return labels;
    }

    private static OptionalDouble number(String text) {
        return switch (text) {
            case "+Inf", "Inf" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-Inf" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            case "NaN" -> OptionalDouble.of(Double.NaN);
            default -> {
                try {
                    yield OptionalDouble.of(Double.parseDouble(text));
                } catch (NumberFormatException e) {
                    yield OptionalDouble.empty();
                }
            }
        };
    }
}
