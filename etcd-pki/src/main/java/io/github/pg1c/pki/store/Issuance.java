package io.github.pg1c.pki.store;

import io.github.pg1c.pki.plan.MaintenanceWindow;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was done, or is to be done, about one certificate of the plan, and why.
 *
 * @param id the id of the certificate, {@code ca/<name>} for an authority, {@code trust/<path>} for a copy of one,
 *     {@code crl/<name>} for the revocation lists of one, {@code crl/<path>} for a copy of them
 * @param action what was done
 * @param reasons why; empty for {@link Action#KEPT}, except for an authority that is due, whose renewal is a decision
 *     of its own, and for a certificate that is due and waits for its {@link MaintenanceWindow}
 * @param notAfter the end of its life, empty for a dry run that would issue and for copies
 * @param clampedToIssuer true when the validity was cut to the authority's
 * @since 0.1
 */
public record Issuance(
        String id,
        Action action,
        SortedSet<ReissueReason> reasons,
        Optional<Instant> notAfter,
        boolean clampedToIssuer) {
    /** Copies the reasons. */
    public Issuance {
        reasons = Collections.unmodifiableSortedSet(new TreeSet<>(reasons));
    }

    static Issuance of(String id, Action action, Collection<ReissueReason> reasons, Optional<Instant> notAfter) {
        return new Issuance(id, action, new TreeSet<>(reasons), notAfter, false);
    }

    /** True when files were written, or would be. */
    public boolean changes() {
        return action != Action.KEPT && action != Action.AWAITED;
    }

    /** What was done. */
    public enum Action {
        /** Nothing. */
        KEPT,
        /** A new certificate for the key that was there. */
        RENEWED,
        /** A new key and a new certificate; for a copy: written. */
        ISSUED,
        /** A signing request was written: the authority is outside, and its answer is to be imported. */
        REQUESTED,
        /** Nothing: the signing request was written before, and the answer is still to be imported. */
        AWAITED,
        /** An answer from outside was put in its place. */
        IMPORTED
    }
}
