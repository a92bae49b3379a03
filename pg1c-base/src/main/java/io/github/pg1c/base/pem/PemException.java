package io.github.pg1c.base.pem;

import io.github.pg1c.base.words.Text;
import org.jspecify.annotations.Nullable;

/**
 * A text or a key cannot be read. Neither the message nor a cause contains any of it, because it may be secret.
 *
 * @since 0.1
 */
public final class PemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    /** An error without a cause. */
    public PemException(Text reason) {
        this(reason, null);
    }

    /** An error with its cause. */
    public PemException(Text reason, @Nullable Throwable cause) {
        super(reason.en(), cause);
        this.reason = reason;
    }

    /** What is wrong. */
    public Text reason() {
        return reason;
    }
}
