package io.github.pg1c.pki.store;

import io.github.pg1c.pki.plan.MaintenanceWindow;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The action for one certificate of the plan, done or planned, and its reasons.
 *
 * @param id the id of the certificate, {@code ca/<name>} for an authority, {@code trust/<path>} for a copy of one,
 *     {@code crl/<name>} for the revocation lists of one, {@code crl/<path>} for a copy of them
 * @param action what was done
 * @param reasons why; empty for {@link Action#KEPT}, except for an authority that is due, which is renewed only on
 *     request, and for a certificate that is due and waits for its {@link MaintenanceWindow}
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
        /** A new key and a new certificate; a copy was written. */
        ISSUED,
        /** A signing request was written for an external authority; its answer must be imported. */
        REQUESTED,
        /** Nothing; the answer to an earlier signing request must be imported. */
        AWAITED,
        /** The answer of an external authority was imported. */
        IMPORTED
    }
}
