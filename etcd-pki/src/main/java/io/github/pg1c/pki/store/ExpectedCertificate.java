package io.github.pg1c.pki.store;

import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a certificate on disk is compared with.
 *
 * @param request what it has to say
 * @param external true when it comes from outside, where names may be added to those asked for
 * @param issuer the authority that issues now, empty when it is yet to be made
 * @param previous the generation that issued before, while it is still trusted
 * @param revoked whether a certificate was revoked
 * @param policy when it is due
 * @param now the moment
 */
record ExpectedCertificate(
        CertificateRequest request,
        boolean external,
        Optional<X509Certificate> issuer,
        Optional<X509Certificate> previous,
        Predicate<X509Certificate> revoked,
        IssuancePolicy policy,
        Instant now) {
    static ExpectedCertificate of(
            CertificatePlan.Certificate planned,
            AuthorityFiles authority,
            IssuedIndex index,
            IssuancePolicy policy,
            Instant now) {
        return new ExpectedCertificate(
                planned.request(),
                authority.isExternal(),
                authority.issuing().map(AuthorityGeneration::certificate),
                authority.old().map(AuthorityGeneration::certificate),
                index::isRevoked,
                policy,
                now);
    }
}
