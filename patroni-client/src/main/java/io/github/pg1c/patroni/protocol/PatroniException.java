package io.github.pg1c.patroni.protocol;

import io.github.pg1c.base.words.Text;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Patroni gave no usable answer: it was not reachable, the connection broke, or the answer does not fit the request.
 * The message names the address and is English; {@link #explanation} has it in both languages. Neither contains
 * credentials.
 *
 * @since 0.1
 */
public class PatroniException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final URI uri;
    private final transient Text reason;

    /** A failure of a request to this address. */
    public PatroniException(URI uri, Text reason, @Nullable Throwable cause) {
        super(uri + ": " + reason.en(), cause);
        this.uri = uri;
        this.reason = reason;
    }

    /** The address that was asked. */
    public URI uri() {
        return uri;
    }

    /** The address, and what went wrong. */
    public Text explanation() {
        return Text.of(uri + ": " + reason.en(), uri + ": " + reason.ru());
    }
}
