package io.github.pg1c.patroni.internal.operation;

import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.Refused;
import java.util.function.Function;

/** Who answers at an address, before a request that changes something is sent there. */
sealed interface Recipient {
    /**
     * Whom the request means.
     *
     * @param status what the member says about itself
     * @param named false when its role alone tells that it is the one: Patroni before 3.2 tells no name
     */
    record Meant(MemberStatus status, boolean named) implements Recipient {}

    /** Somebody else, or it cannot be told. */
    record Wrong(Refused refused) implements Recipient {}

    /** Nobody. */
    record Silent(NoResponse none) implements Recipient {}

    /** What becomes of the request: it is sent, or nothing is. */
    default <T> T outcome(Function<Meant, T> send, Function<Refused, T> refused, Function<NoResponse, T> unseen) {
        if (this instanceof Meant meant) {
            return send.apply(meant);
        }
        return this instanceof Wrong wrong ? refused.apply(wrong.refused()) : unseen.apply(((Silent) this).none());
    }
}
