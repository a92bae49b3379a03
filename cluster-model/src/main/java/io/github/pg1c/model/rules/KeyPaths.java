package io.github.pg1c.model.rules;

import java.util.List;
import java.util.regex.Pattern;

/** Paths of a specification, as {@code nodes[2].address}; {@code [*]} in a pattern is any element. */
final class KeyPaths {

    private static final Pattern SEPARATOR = Pattern.compile("\\.|(?=\\[)");

    private KeyPaths() {}

    /** Whether one path equals the other or is a part of it; the empty path is the whole specification. */
    static boolean overlap(String pattern, String path) {
        if (path.isEmpty()) {
            return true;
        }
        String[] left = SEPARATOR.split(pattern, -1);
        String[] right = SEPARATOR.split(path, -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            boolean any = left[i].equals("[*]") && right[i].startsWith("[");
            if (!any && !left[i].equals(right[i])) {
                return false;
            }
        }
        return true;
    }

    static boolean anyOverlap(List<String> patterns, List<String> paths) {
        return patterns.stream().anyMatch(pattern -> paths.stream().anyMatch(path -> overlap(pattern, path)));
    }

    static String node(int index) {
        return "nodes[" + index + "]";
    }
}
