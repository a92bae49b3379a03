package io.github.pg1c.pki.plan;

import io.github.pg1c.base.text.Excerpt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Paths that a plan may name: inside the store, and not among the store's own files. */
final class PlannedPath {
    private static final Set<String> OWN = Set.of("ca", ".lock", "history", "requests");

    private PlannedPath() {}

    /**
     * The normalised path.
     *
     * @throws IllegalArgumentException when it leaves the store or names one of the store's own files
     */
    static Path of(Path path) {
        Path normal = path.normalize();
        String first = normal.getName(0).toString();
        if (path.isAbsolute() || first.isEmpty() || first.equals("..")) {
            throw new IllegalArgumentException(
                    "\"" + Excerpt.of(path.toString()) + "\" is not a path inside the store");
        }
        if (OWN.contains(first)) {
            throw new IllegalArgumentException("\"" + Excerpt.of(path.toString()) + "\" belongs to the store itself");
        }
        return normal;
    }

    /** The path in a form that ignores case, to compare paths as some file systems do. */
    static String folded(Path path) {
        List<String> names = new ArrayList<>();
        path.forEach(name -> names.add(name.toString()));
        return String.join("/", names).toLowerCase(Locale.ROOT);
    }
}
