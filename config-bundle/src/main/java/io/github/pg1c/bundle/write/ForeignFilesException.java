package io.github.pg1c.bundle.write;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Files that pg1c did not write, or that were edited since, are at the paths of the bundle's files; nothing was
 * written.
 *
 * @since 0.1
 */
public class ForeignFilesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Path> files;

    ForeignFilesException(List<Path> files) {
        super("not written by pg1c, or edited by hand since: "
                + files.stream().map(Path::toString).collect(Collectors.joining(", ")));
        this.files = List.copyOf(files);
    }

    /** All of them, sorted. */
    public List<Path> files() {
        return files;
    }
}
