package io.github.pg1c.patroni.cluster;

import io.github.pg1c.base.words.Text;

/**
 * Why a member cannot be asked at the address of the REST API that it publishes.
 *
 * @param kind the kind of problem
 * @param explanation the problem with its values
 * @since 0.1
 */
public record AddressProblem(Kind kind, Text explanation) {
    /** Kinds of problems with an address. */
    public enum Kind {
        /** The member publishes no address, or one that is not a URI. */
        MISSING,
        /** The address has no host. */
        NO_HOST,
        /** The address is a wildcard, such as {@code 0.0.0.0}. */
        WILDCARD,
        /** The address is not that of a REST API. */
        MALFORMED,
        /** Other members publish the same address, so the member that answers is not known. */
        SHARED
    }

    @Override
    public String toString() {
        return explanation.en();
    }
}
