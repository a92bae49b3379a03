package io.github.pg1c.patroni.internal.operation;

import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.Refused;
import java.util.function.Function;

/** The result of the check of an address before a request that changes something. */
sealed interface Recipient {
    /**
     * The intended member answers.
     *
     * @param status the member's own status
     * @param named false if only its role identifies it, because Patroni before 3.2 does not tell the name
     */
    record Meant(MemberStatus status, boolean named) implements Recipient {}

    /** Another member answers, or it cannot be told which. */
    record Wrong(Refused refused) implements Recipient {}

    /** No member answers. */
    record Silent(NoResponse none) implements Recipient {}

    /** Sends the request if the intended member answers. */
    default <T> T outcome(Function<Meant, T> send, Function<Refused, T> refused, Function<NoResponse, T> unseen) {
        if (this instanceof Meant meant) {
            return send.apply(meant);
        }
        return this instanceof Wrong wrong ? refused.apply(wrong.refused()) : unseen.apply(((Silent) this).none());
    }
}
