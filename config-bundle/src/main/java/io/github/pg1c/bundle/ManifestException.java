package io.github.pg1c.bundle;

/**
 * A {@code bundle.json} that cannot be relied on: damaged, or written by a later version of pg1c.
 *
 * @since 0.1
 */
public class ManifestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean newer;

    ManifestException(String message, boolean newer) {
        super(message);
        this.newer = newer;
    }

    /** Whether the format is a later one, so that another version of pg1c has to read it. */
    public boolean newer() {
        return newer;
    }
}
