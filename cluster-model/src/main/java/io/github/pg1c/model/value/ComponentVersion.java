package io.github.pg1c.model.value;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a component: major, minor and, if known, patch. It decides which settings may be written.
 *
 * @param major first number
 * @param minor second number
 * @param patch third number; 0 when not given
 * @since 0.1
 */
public record ComponentVersion(int major, int minor, int patch) implements Comparable<ComponentVersion> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?");
    private static final Comparator<ComponentVersion> ORDER = Comparator.comparingInt(ComponentVersion::major)
            .thenComparingInt(ComponentVersion::minor)
            .thenComparingInt(ComponentVersion::patch);

    /**
     * Reads {@code 4.0} or {@code 4.0.7}.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static ComponentVersion parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a version: write it as 4.0 or 4.0.7");
        }
        String patch = matcher.group(3);
        return new ComponentVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                patch == null ? 0 : Integer.parseInt(patch));
    }

    /** Whether this version is the given one or a later one. */
    public boolean atLeast(int otherMajor, int otherMinor) {
        return compareTo(new ComponentVersion(otherMajor, otherMinor, 0)) >= 0;
    }

    @Override
    public int compareTo(ComponentVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + (patch == 0 ? "" : "." + patch);
    }
}
