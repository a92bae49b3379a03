package io.github.pg1c.pki.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The store's own directories and files; a plan may not name them. */
final class StorePaths {
    static final String AUTHORITIES = "ca";
    static final String LOCK = ".lock";
    static final String HISTORY = "history";
    static final String REQUESTS = "requests";

    private StorePaths() {}

    /** The path with forward slashes, on every platform. */
    static String text(Path path) {
        List<String> names = new ArrayList<>();
        path.forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }
}
