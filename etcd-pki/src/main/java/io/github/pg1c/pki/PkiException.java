package io.github.pg1c.pki;

import org.jspecify.annotations.Nullable;

/**
 * A certificate could not be made, read or kept.
 * The message names the certificate, the file or the rule; it never contains key material.
 *
 * @since 0.1
 */
public class PkiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An error with nothing behind it. */
    public PkiException(String message) {
        super(message);
    }

    /** An error with what caused it. */
    public PkiException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
