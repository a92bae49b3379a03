package io.github.pg1c.patroni.protocol;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Patroni gave no usable answer: it could not be reached, the connection broke, or what came was not what this request is answered with.
 * The message names the address; it never contains credentials.
 *
 * @since 0.1
 */
public class PatroniException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final URI uri;

    /** A failure of a request to this address. */
    public PatroniException(URI uri, String reason, @Nullable Throwable cause) {
        super(uri + ": " + reason, cause);
        this.uri = uri;
    }

    /** The address that was asked. */
    public URI uri() {
        return uri;
    }
}
