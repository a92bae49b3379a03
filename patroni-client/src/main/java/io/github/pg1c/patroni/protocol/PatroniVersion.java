package io.github.pg1c.patroni.protocol;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Patroni.
 *
 * @param major the first number
 * @param minor the second number
 * @param patch the third number
 * @since 0.1
 */
public record PatroniVersion(int major, int minor, int patch) implements Comparable<PatroniVersion> {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?(?:[^0-9].*)?");
    private static final Comparator<PatroniVersion> ORDER = Comparator.comparingInt(PatroniVersion::major)
            .thenComparingInt(PatroniVersion::minor)
            .thenComparingInt(PatroniVersion::patch);

    /** The version of a text such as {@code 4.0.7} or {@code 4.1.0-1.pgdg}. */
    public static Optional<PatroniVersion> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String patch = matcher.group(3);
        return Optional.of(new PatroniVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                patch == null ? 0 : Integer.parseInt(patch)));
    }

    @Override
    public int compareTo(PatroniVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
