package io.github.pg1c.patroni;

import java.io.IOException;
import java.net.URI;

/** No complete answer: the reason for people, how far the request may have got, and the failure itself. */
record Silence(URI uri, String reason, Delivery delivery, boolean certificateWanted, IOException cause)
        implements Reply {
    PatroniException exception() {
        return new PatroniException(uri, reason, cause);
    }
}
