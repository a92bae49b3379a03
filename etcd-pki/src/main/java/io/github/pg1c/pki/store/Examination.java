package io.github.pg1c.pki.store;

import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.Usage;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.key.PrivateKeys;
import io.github.pg1c.pki.plan.IssuancePolicy;
import io.github.pg1c.pki.plan.RenewalWindow;
import io.github.pg1c.pki.x509.CertificateNames;
import io.github.pg1c.pki.x509.CertificateProfile;
import io.github.pg1c.pki.x509.DistinguishedNames;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.jspecify.annotations.Nullable;

/** The decision about one certificate: the files compared with the request. */
record Examination(
        Set<ReissueReason> reasons,
        boolean postponed,
        Optional<X509Certificate> certificate,
        Optional<PrivateKey> key) {
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_ENCIPHERMENT = 2;

    static Examination of(Optional<String> certificatePem, Optional<String> keyPem, ExpectedCertificate expected) {
        Set<ReissueReason> reasons = EnumSet.noneOf(ReissueReason.class);
        Optional<PrivateKey> key = keyPem.flatMap(Examination::key);
        if (key.isEmpty()) {
            reasons.add(keyPem.isEmpty() ? ReissueReason.KEY_MISSING : ReissueReason.KEY_UNREADABLE);
        }
        Optional<X509Certificate> certificate = certificatePem.flatMap(Examination::certificate);
        boolean postponed = false;
        if (certificate.isEmpty()) {
            reasons.add(certificatePem.isEmpty() ? ReissueReason.MISSING : ReissueReason.UNREADABLE);
        } else {
            X509Certificate leaf = certificate.get();
            if (key.isPresent() && !PrivateKeys.match(key.get(), leaf.getPublicKey())) {
                reasons.add(ReissueReason.KEY_MISMATCH);
            }
            if (expected.issuer().filter(issuer -> issued(issuer, leaf)).isEmpty()) {
                reasons.add(
                        expected.previous().filter(old -> issued(old, leaf)).isPresent()
                                ? ReissueReason.GENERATION
                                : ReissueReason.CHAIN);
            }
            if (!names(leaf, expected)) {
                reasons.add(ReissueReason.NAMES_CHANGED);
            }
            if (!usages(leaf, expected)) {
                reasons.add(ReissueReason.USAGES_CHANGED);
            }
            if (expected.revoked().test(leaf)) {
                reasons.add(ReissueReason.REVOKED);
            }
            IssuancePolicy policy = expected.policy();
            life(leaf, expected.issuer().orElse(null), policy.window(), expected.now())
                    .ifPresent(reasons::add);
            postponed = reasons.equals(EnumSet.of(ReissueReason.EXPIRING)) && canWait(leaf, policy, expected.now());
        }
        return new Examination(reasons, postponed, certificate, key);
    }

    /** The same, with reissue requested by a person. */
    Examination ordered() {
        Set<ReissueReason> more = EnumSet.of(ReissueReason.REQUESTED);
        more.addAll(reasons);
        return new Examination(more, false, certificate, key);
    }

    /** The same as if there were no key. */
    Examination withoutKey() {
        return new Examination(reasons, postponed, certificate, Optional.empty());
    }

    boolean isDue() {
        return !reasons.isEmpty() && !postponed;
    }

    Issuance.Action action() {
        if (!isDue()) {
            return Issuance.Action.KEPT;
        }
        return key.isEmpty() || reasons.stream().anyMatch(ReissueReason::needsNewKey)
                ? Issuance.Action.ISSUED
                : Issuance.Action.RENEWED;
    }

    /** The end of life of a certificate that is kept. */
    Optional<Instant> keptUntil() {
        return isDue() ? Optional.empty() : certificate.map(c -> c.getNotAfter().toInstant());
    }

    /** The key to certify again, with its public half. */
    Optional<KeyPair> reusableKey() {
        if (action() != Issuance.Action.RENEWED) {
            return Optional.empty();
        }
        return key.map(k -> new KeyPair(
                certificate
                        .map(X509Certificate::getPublicKey)
                        .filter(p -> PrivateKeys.match(k, p))
                        .orElseGet(() -> PrivateKeys.publicKey(k)),
                k));
    }

    static Optional<ReissueReason> life(
            X509Certificate certificate, @Nullable X509Certificate issuer, RenewalWindow window, Instant now) {
        Instant start = certificate.getNotBefore().toInstant();
        Instant end = certificate.getNotAfter().toInstant();
        if (now.isBefore(start)) {
            return Optional.of(ReissueReason.NOT_YET_VALID);
        }
        // A certificate that ends with its authority cannot live longer: renewing it again and again would
        // not help.
        boolean endsWithIssuer =
                issuer != null && !end.isBefore(issuer.getNotAfter().toInstant());
        boolean due = endsWithIssuer ? !now.isBefore(end) : !now.isBefore(window.opens(start, end));
        return due ? Optional.of(ReissueReason.EXPIRING) : Optional.empty();
    }

    static boolean issued(X509Certificate issuer, X509Certificate leaf) {
        if (!Arrays.equals(
                issuer.getSubjectX500Principal().getEncoded(),
                leaf.getIssuerX500Principal().getEncoded())) {
            return false;
        }
        byte[] extension = leaf.getExtensionValue(Extension.authorityKeyIdentifier.getId());
        if (extension == null) {
            return false;
        }
        try {
            byte[] identifier = AuthorityKeyIdentifier.getInstance(
                            ASN1OctetString.getInstance(extension).getOctets())
                    .getKeyIdentifierOctets();
            leaf.verify(issuer.getPublicKey());
            return Arrays.equals(identifier, CertificateProfile.subjectKeyIdentifier(issuer));
        } catch (GeneralSecurityException | IllegalArgumentException | IllegalStateException e) {
            return false;
        }
    }

    /** Whether the renewal can wait: outside the maintenance window, in the first half of the time for renewals. */
    private static boolean canWait(X509Certificate leaf, IssuancePolicy policy, Instant now) {
        Instant end = leaf.getNotAfter().toInstant();
        Instant opens = policy.window().opens(leaf.getNotBefore().toInstant(), end);
        Instant urgent = opens.plus(Duration.between(opens, end).dividedBy(2));
        return now.isBefore(urgent)
                && policy.maintenance().filter(hours -> !hours.contains(now)).isPresent();
    }

    private static boolean names(X509Certificate leaf, ExpectedCertificate expected) {
        CertificateNames found = CertificateNames.of(leaf);
        CertificateRequest request = expected.request();
        if (!expected.external()) {
            return found.equals(CertificateNames.of(request));
        }
        // Corporate authorities add their own extensions; the parts that a program checks must be as requested.
        String commonName = DistinguishedNames.commonName(leaf);
        return found.names().containsAll(request.names())
                && switch (request.purpose().commonName()) {
                    case REQUIRED -> commonName.equals(request.commonName());
                    case FORBIDDEN -> commonName.isEmpty();
                    case OPTIONAL -> true;
                };
    }

    private static boolean usages(X509Certificate leaf, ExpectedCertificate expected) {
        Set<Usage> usages = expected.request().purpose().usages();
        try {
            boolean[] keyUsage = leaf.getKeyUsage();
            if (leaf.getBasicConstraints() >= 0) {
                return false;
            }
            if (expected.external()) {
                List<String> found = leaf.getExtendedKeyUsage();
                return (keyUsage == null || keyUsage[DIGITAL_SIGNATURE])
                        && found != null
                        && found.containsAll(usages.stream().map(Usage::oid).toList());
            }
            boolean rsa = leaf.getPublicKey().getAlgorithm().equals("RSA");
            return keyUsage != null
                    && keyUsage[DIGITAL_SIGNATURE]
                    && keyUsage[KEY_ENCIPHERMENT] == rsa
                    && Usage.of(leaf).equals(usages);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    private static Optional<X509Certificate> certificate(String pem) {
        try {
            return Optional.of(PemText.readCertificate(pem));
        } catch (PkiException e) {
            return Optional.empty();
        }
    }

    static Optional<PrivateKey> key(String pem) {
        try {
            return Optional.of(PemText.readPrivateKey(pem));
        } catch (PkiException e) {
            return Optional.empty();
        }
    }
}
