package io.github.pg1c.pki;

import io.github.pg1c.base.words.Text;
import org.jspecify.annotations.Nullable;

/**
 * A certificate could not be made, read or kept. The reason names the certificate, the file or the rule; it never
 * contains key material.
 *
 * @since 0.1
 */
public class PkiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    /** An error without a cause. */
    public PkiException(Text reason) {
        this(reason, null);
    }

    /** An error with its cause. */
    public PkiException(Text reason, @Nullable Throwable cause) {
        super(reason.en(), cause);
        this.reason = reason;
    }

    /** What is wrong, whole in each language. */
    public Text reason() {
        return reason;
    }
}
