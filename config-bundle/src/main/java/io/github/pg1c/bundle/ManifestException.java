package io.github.pg1c.bundle;

import io.github.pg1c.base.words.Text;

/**
 * A {@code bundle.json} that cannot be relied on: damaged, or written by a later version of pg1c.
 *
 * @since 0.1
 */
public class ManifestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text reason;
    private final boolean newer;

    ManifestException(Text reason, boolean newer) {
        super(reason.en());
        this.reason = reason;
        this.newer = newer;
    }

    /** What is wrong, whole in each language. */
    public Text reason() {
        return reason;
    }

    /** Whether the format is a later one, so that another version of pg1c has to read it. */
    public boolean newer() {
        return newer;
    }
}
