package io.github.pg1c.pki;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a store holds of one authority. Unlike a certificate, an authority is never replaced by itself: that would end the trust of the whole cluster. */
record AuthorityFiles(
        CertificatePlan.Authority planned, Optional<CertificateAuthority> authority, Optional<PrivateKey> orphanedKey) {
    static Path certificate(String name) {
        return Path.of(StorePaths.AUTHORITIES, name, "ca.pem");
    }

    static Path key(String name) {
        return Path.of(StorePaths.AUTHORITIES, name, "ca-key.pem");
    }

    static AuthorityFiles read(StoreFiles files, CertificatePlan.Authority planned) {
        Optional<String> certificate = files.read(certificate(planned.name()));
        Optional<String> key = files.read(key(planned.name()));
        try {
            if (certificate.isPresent()) {
                String keyPem = key.orElseThrow(() -> new PkiException("its certificate is there, its key is not"));
                return new AuthorityFiles(
                        planned, Optional.of(CertificateAuthority.open(certificate.get(), keyPem)), Optional.empty());
            }
            return new AuthorityFiles(planned, Optional.empty(), key.map(Pem::readPrivateKey));
        } catch (PkiException e) {
            throw new PkiException(
                    "the authority " + planned.name() + " (" + StorePaths.text(certificate(planned.name())) + ", "
                            + StorePaths.text(key(planned.name())) + ") cannot be used: " + e.getMessage()
                            + "; restore both files from a backup, or remove both to begin with a new authority",
                    e);
        }
    }

    /** The authority on disk, or a new one; from a key without a certificate, which a killed run leaves, the certificate is made anew. */
    CertificateAuthority ensure(PkiStore.Writes writes, Clock clock, SecureRandom random) {
        if (authority.isPresent()) {
            return authority.get();
        }
        KeyPair keys = orphanedKey
                .map(key -> new KeyPair(PrivateKeys.publicKey(key), key))
                .orElseGet(() -> planned.request().keyAlgorithm().generate(random));
        CertificateAuthority made = CertificateAuthority.create(planned.request(), keys, clock, random);
        if (orphanedKey.isEmpty()) {
            writes.add(key(planned.name()), made.privateKeyPkcs8Pem());
        }
        writes.add(certificate(planned.name()), made.certificatePem());
        return made;
    }

    Issuance report(Optional<CertificateAuthority> current, IssuancePolicy policy, Instant now) {
        Set<ReissueReason> reasons = EnumSet.noneOf(ReissueReason.class);
        Issuance.Action action = Issuance.Action.KEPT;
        if (authority.isPresent()) {
            Examination.life(authority.get().certificate(), null, policy.window(), now)
                    .ifPresent(reasons::add);
        } else {
            reasons.add(ReissueReason.MISSING);
            if (orphanedKey.isEmpty()) {
                reasons.add(ReissueReason.KEY_MISSING);
            }
            action = orphanedKey.isPresent() ? Issuance.Action.RENEWED : Issuance.Action.ISSUED;
        }
        return Issuance.of(
                StorePaths.AUTHORITIES + "/" + planned.name(),
                action,
                reasons,
                current.map(ca -> ca.certificate().getNotAfter().toInstant()));
    }
}
