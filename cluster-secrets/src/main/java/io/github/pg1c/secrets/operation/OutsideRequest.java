package io.github.pg1c.secrets.operation;

import io.github.pg1c.pki.store.SigningRequest;
import io.github.pg1c.secrets.ClusterPki;
import io.github.pg1c.secrets.PkiChange;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Writes signing requests for an external authority, such as a company's. They contain no secret.
 *
 * @param authority the authority whose key is elsewhere from now on; the authorities that are external already, if
 *     empty
 * @since 0.1
 */
public record OutsideRequest(Optional<String> authority) {

    /**
     * What would be requested.
     *
     * @param moved the authority whose key is elsewhere from now on; empty when it was before
     * @param unmaintainedList the authority whose revocation list in the store is no longer maintained; empty when it
     *     has none
     * @param obstacles everything that prevents it
     * @since 0.1
     */
    public record Plan(Optional<String> moved, Optional<String> unmaintainedList, List<CertificateObstacle> obstacles)
            implements PkiOperationPlan {

        /** Copies the list. */
        public Plan {
            obstacles = List.copyOf(obstacles);
        }
    }

    /**
     * The requests that were written.
     *
     * @param change what was written and which files nodes must get
     * @param requests all requests without an answer
     * @since 0.1
     */
    public record Result(PkiChange change, List<SigningRequest> requests) {

        /** Copies the list. */
        public Result {
            requests = List.copyOf(requests);
        }
    }

    /** Reads the store. Changes nothing. */
    public Plan plan(ClusterPki pki) {
        List<CertificateObstacle> missing = authority
                .map(name -> CertificateObstacle.AuthorityIsMissing.of(name, pki))
                .orElse(List.of());
        if (!missing.isEmpty()) {
            return new Plan(Optional.empty(), Optional.empty(), missing);
        }
        return authority.isEmpty() && pki.outside().isEmpty()
                ? new Plan(Optional.empty(), Optional.empty(), List.of(new CertificateObstacle.NobodyOutside()))
                : new Plan(
                        authority.filter(name -> !pki.outside().contains(name)),
                        authority.filter(name -> !pki.revoking(name).isEmpty()),
                        List.of());
    }

    /**
     * Writes the requests into the store.
     *
     * @throws io.github.pg1c.secrets.PassphraseException when the passphrase of the authorities' keys is missing or
     *     wrong; nothing was changed
     * @see SigningRequestFiles
     */
    public Result run(ClusterPki pki, Clock clock, SecureRandom random) {
        PkiChange change =
                authority.map(name -> pki.moveOutside(name, clock, random)).orElseGet(() -> pki.ensure(clock, random));
        return new Result(change, pki.signingRequests());
    }
}
