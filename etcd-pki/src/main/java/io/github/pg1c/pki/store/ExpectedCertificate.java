package io.github.pg1c.pki.store;

import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The expected content of a certificate on disk.
 *
 * @param request its requested content
 * @param external true for an external authority, which may add names
 * @param issuer the issuing authority, empty when it was not made yet
 * @param previous the previous generation, while it is trusted
 * @param revoked whether a certificate was revoked
 * @param policy decides when it is due
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
