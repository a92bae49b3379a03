package io.github.pg1c.bundle.write;

import io.github.pg1c.base.words.Text;
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
    private final transient Text reason;

    /** A refusal of the file system; {@code path} is the file or directory. */
    public BundleException(Path path, Text reason) {
        this(path, reason, null);
    }

    /** A refusal of the file system with its cause; {@code path} is the file or directory. */
    public BundleException(Path path, Text reason, @Nullable Throwable cause) {
        super(path + ": " + reason.en(), cause);
        this.path = path;
        this.reason = reason;
    }

    /** What is wrong, without the path; whole in each language. */
    public Text reason() {
        return reason;
    }

    /** The file or directory. */
    public Path path() {
        return path;
    }
}
