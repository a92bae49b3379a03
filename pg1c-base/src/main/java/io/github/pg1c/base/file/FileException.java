package io.github.pg1c.base.file;

import io.github.pg1c.base.words.Text;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file or directory cannot be read, written or locked. The message names the path, never the content.
 *
 * @since 0.1
 */
public final class FileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Path path;
    private final transient Text reason;

    /** An error without a cause. */
    public FileException(Path path, Text reason) {
        this(path, reason, null);
    }

    /** An error with its cause. */
    public FileException(Path path, Text reason, @Nullable Throwable cause) {
        super(path + ": " + reason.en(), cause);
        this.path = path;
        this.reason = reason;
    }

    /** The file or directory. */
    public Path path() {
        return path;
    }

    /** What is wrong with it, without the path. */
    public Text reason() {
        return reason;
    }
}
