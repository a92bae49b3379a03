package io.github.pg1c.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.jspecify.annotations.Nullable;

/** The decision about one certificate: what is on disk against what is asked for. */
record Examination(Set<ReissueReason> reasons, Optional<X509Certificate> certificate, Optional<PrivateKey> key) {
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_ENCIPHERMENT = 2;

    /** {@code issuer} is null when the authority is yet to be made. */
    static Examination of(
            Optional<String> certificatePem,
            Optional<String> keyPem,
            CertificateRequest request,
            @Nullable X509Certificate issuer,
            RenewalWindow window,
            Instant now) {
        Set<ReissueReason> reasons = EnumSet.noneOf(ReissueReason.class);
        Optional<PrivateKey> key = keyPem.flatMap(Examination::key);
        if (key.isEmpty()) {
            reasons.add(keyPem.isEmpty() ? ReissueReason.KEY_MISSING : ReissueReason.KEY_UNREADABLE);
        }
        Optional<X509Certificate> certificate = certificatePem.flatMap(Examination::certificate);
        if (certificate.isEmpty()) {
            reasons.add(certificatePem.isEmpty() ? ReissueReason.MISSING : ReissueReason.UNREADABLE);
        } else {
            X509Certificate leaf = certificate.get();
            if (key.isPresent() && !PrivateKeys.match(key.get(), leaf.getPublicKey())) {
                reasons.add(ReissueReason.KEY_MISMATCH);
            }
            if (issuer == null || !issued(issuer, leaf)) {
                reasons.add(ReissueReason.CHAIN);
            }
            if (!CertificateNames.of(leaf).equals(CertificateNames.of(request))) {
                reasons.add(ReissueReason.NAMES_CHANGED);
            }
            if (!usages(leaf, request.purpose())) {
                reasons.add(ReissueReason.USAGES_CHANGED);
            }
            life(leaf, issuer, window, now).ifPresent(reasons::add);
        }
        return new Examination(reasons, certificate, key);
    }

    Issuance.Action action() {
        if (reasons.isEmpty()) {
            return Issuance.Action.KEPT;
        }
        return reasons.stream().anyMatch(ReissueReason::needsNewKey) ? Issuance.Action.ISSUED : Issuance.Action.RENEWED;
    }

    /** The end of a life that goes on. */
    Optional<Instant> keptUntil() {
        return reasons.isEmpty() ? certificate.map(c -> c.getNotAfter().toInstant()) : Optional.empty();
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
        // A certificate that ends with its authority cannot be made to live longer: renewing it again and again would
        // not help.
        boolean endsWithIssuer =
                issuer != null && !end.isBefore(issuer.getNotAfter().toInstant());
        boolean due = endsWithIssuer ? !now.isBefore(end) : !now.isBefore(window.opens(start, end));
        return due ? Optional.of(ReissueReason.EXPIRING) : Optional.empty();
    }

    private static boolean issued(X509Certificate issuer, X509Certificate leaf) {
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
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean usages(X509Certificate leaf, Purpose purpose) {
        try {
            boolean[] keyUsage = leaf.getKeyUsage();
            boolean rsa = leaf.getPublicKey().getAlgorithm().equals("RSA");
            return keyUsage != null
                    && keyUsage[DIGITAL_SIGNATURE]
                    && keyUsage[KEY_ENCIPHERMENT] == rsa
                    && leaf.getBasicConstraints() < 0
                    && Usage.of(leaf).equals(purpose.usages());
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    private static Optional<X509Certificate> certificate(String pem) {
        try {
            return Optional.of(Pem.readCertificate(pem));
        } catch (PkiException e) {
            return Optional.empty();
        }
    }

    private static Optional<PrivateKey> key(String pem) {
        try {
            return Optional.of(Pem.readPrivateKey(pem));
        } catch (PkiException e) {
            return Optional.empty();
        }
    }
}
