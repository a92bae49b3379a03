package io.github.pg1c.bundle.text;

import java.nio.file.Path;

/** Paths inside a bundle or a secrets store: relative, clean, the same on every operating system. */
public final class RelativePaths {

    private RelativePaths() {}

    /** The path unchanged; refused when it could lead out of its directory. */
    public static String check(String path) {
        for (String name : path.split("/", -1)) {
            boolean clean = !name.isEmpty() && !name.equals(".") && !name.equals("..");
            if (!clean || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("'" + path + "' is not a clean relative path");
            }
        }
        return path;
    }

    /** The path of a file below the directory, with {@code /} between names. */
    public static String between(Path directory, Path file) {
        StringBuilder path = new StringBuilder();
        for (Path name : directory.relativize(file)) {
            path.append(path.isEmpty() ? "" : "/").append(name);
        }
        return path.toString();
    }
}
