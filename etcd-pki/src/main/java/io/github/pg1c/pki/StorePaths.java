package io.github.pg1c.pki;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Paths inside a store. */
final class StorePaths {
    static final String AUTHORITIES = "ca";
    static final String LOCK = ".lock";
    static final String HISTORY = "history";
    static final String REQUESTS = "requests";
    private static final Set<String> OWN = Set.of(AUTHORITIES, LOCK, HISTORY, REQUESTS);

    private StorePaths() {}

    /**
     * The path without detours.
     *
     * @throws IllegalArgumentException when it leaves the store or falls on the store's own files
     */
    static Path relative(Path path) {
        Path normal = path.normalize();
        String first = normal.getName(0).toString();
        if (path.isAbsolute() || first.isEmpty() || first.equals("..")) {
            throw new IllegalArgumentException(
                    "\"" + Printable.of(path.toString()) + "\" is not a path inside the store");
        }
        if (OWN.contains(first)) {
            throw new IllegalArgumentException("\"" + Printable.of(path.toString()) + "\" belongs to the store itself");
        }
        return normal;
    }

    /** The path with forward slashes, on every platform. */
    static String text(Path path) {
        List<String> names = new ArrayList<>();
        path.forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }
}
