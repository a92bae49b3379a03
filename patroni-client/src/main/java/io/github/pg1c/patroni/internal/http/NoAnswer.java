package io.github.pg1c.patroni.internal.http;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.operation.Delivery;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.io.IOException;
import java.net.URI;

/** No complete answer: the reason for people, the delivery of the request, and the failure itself. */
public record NoAnswer(URI uri, Text reason, Delivery delivery, boolean certificateWanted, IOException cause)
        implements Exchange {
    /** The same for a request that waited for this answer and then was not sent. */
    public NoAnswer beforeSending() {
        return new NoAnswer(uri, reason, Delivery.NOT_SENT, certificateWanted, cause);
    }

    public PatroniException exception() {
        return new PatroniException(uri, reason, cause);
    }
}
