package io.github.pg1c.secrets.operation;

import io.github.pg1c.pki.store.CertificateStatus;
import io.github.pg1c.pki.store.Issuance;
import io.github.pg1c.pki.store.RotationPhase;
import io.github.pg1c.secrets.CertificateIds;
import io.github.pg1c.secrets.ClusterPki;
import java.time.Clock;
import java.util.List;

/**
 * The certificates of a cluster at one moment: holder, end, and what a renewal would do and why.
 *
 * @param exists whether there are certificates already; if not, everything is listed as missing
 * @param rows every authority, certificate, revocation list and copy, in the order of the plan
 * @since 0.1
 */
public record CertificateOverview(boolean exists, List<CertificateStatus> rows) {

    /** Copies the list. */
    public CertificateOverview {
        rows = List.copyOf(rows);
    }

    /** Reads the store. Changes nothing and needs no passphrase. */
    public static CertificateOverview of(ClusterPki pki, Clock clock) {
        return new CertificateOverview(pki.exists(), pki.report(clock));
    }

    /** Whether anything is due, including an authority, which no run renews by itself. */
    public boolean isDue() {
        return rows.stream()
                .anyMatch(row -> row.next().action() != Issuance.Action.KEPT
                        || !row.next().reasons().isEmpty());
    }

    /** Whether the next {@link CertificateRenewal#ofDue()} or generation changes something. */
    public boolean isRenewable() {
        return rows.stream().anyMatch(row -> row.next().changes());
    }

    /** Whether requests wait for an external authority. */
    public boolean isAwaiting() {
        return rows.stream().anyMatch(row -> row.next().action() == Issuance.Action.AWAITED);
    }

    /** The rows of the authorities. */
    public List<CertificateStatus> authorities() {
        return rows.stream().filter(row -> CertificateIds.isAuthority(row.id())).toList();
    }

    /** Whether the key of this authority is being replaced. */
    public static boolean isRotating(CertificateStatus authority) {
        return authority.phase() != RotationPhase.SETTLED;
    }

    /** Whether this authority expires soon. No run renews it by itself: it has to be named or rotated. */
    public static boolean isExpiring(CertificateStatus authority) {
        return authority.next().action() == Issuance.Action.KEPT
                && !authority.next().reasons().isEmpty();
    }
}
