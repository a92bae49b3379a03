package io.github.pg1c.bundle.write;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file system did not let a bundle or a secret be read or written; the message names the path, never a secret.
 *
 * @since 0.1
 */
public class BundleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path path;

    /** A refusal of the file system; {@code path} is the file or directory. */
    public BundleException(Path path, String message) {
        this(path, message, null);
    }

    /** A refusal of the file system with its cause; {@code path} is the file or directory. */
    public BundleException(Path path, String message, @Nullable Throwable cause) {
        super(path + ": " + message, cause);
        this.path = path;
    }

    /** The file or directory. */
    public Path path() {
        return path;
    }
}
