package io.github.pg1c.pki.store;

import io.github.pg1c.pki.Purpose;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One row of a store's inventory: an authority, a certificate, or a copy of trusted certificates or revocation lists.
 *
 * @param id as in {@link Issuance#id()}
 * @param purpose its purpose; empty for rows that are not a certificate of the plan
 * @param authority the name of the authority
 * @param subject the subject on disk as RFC 2253 writes it; empty when there is none
 * @param names host names and addresses on disk
 * @param serial the serial number on disk
 * @param generation the number of the generation that issued it; for an authority the issuing generation; 0 when
 *     unknown
 * @param phase the phase of the authority's replacement
 * @param notBefore the beginning of its life
 * @param notAfter the end of its life; for a revocation list the moment of the next one
 * @param dueFrom the moment from which it is due for renewal
 * @param next the action that {@link PlannedStore#ensure} would take now, and why
 * @since 0.1
 */
public record CertificateStatus(
        String id,
        Optional<Purpose> purpose,
        String authority,
        String subject,
        List<String> names,
        Optional<BigInteger> serial,
        int generation,
        RotationPhase phase,
        Optional<Instant> notBefore,
        Optional<Instant> notAfter,
        Optional<Instant> dueFrom,
        Issuance next) {
    /** Copies the names. */
    public CertificateStatus {
        names = List.copyOf(names);
    }
}
