package io.github.pg1c.patroni.cluster;

import io.github.pg1c.base.words.Text;

/**
 * Why a member cannot be asked at the address of the REST API that it publishes.
 *
 * @param kind what it is
 * @param explanation the same with its values
 * @since 0.1
 */
public record AddressProblem(Kind kind, Text explanation) {
    /** What may be wrong with an address. */
    public enum Kind {
        /** The member publishes none, or something that is no URI. */
        MISSING,
        /** It names no host. */
        NO_HOST,
        /** It stands for every address of a host, as {@code 0.0.0.0}. */
        WILDCARD,
        /** It is not the address of a REST API. */
        MALFORMED,
        /** Other members publish the same, so that it is not known who answers. */
        SHARED
    }

    @Override
    public String toString() {
        return explanation.en();
    }
}
