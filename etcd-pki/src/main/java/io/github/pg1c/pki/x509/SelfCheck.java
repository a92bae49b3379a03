package io.github.pg1c.pki.x509;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.Usage;
import io.github.pg1c.pki.key.PrivateKeys;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks a new certificate before it leaves the library. */
public final class SelfCheck {
    private static final int KEY_CERT_SIGN = 5;

    private SelfCheck() {}

    /** Checks that the certificate may issue: constraint, key usage and key identifier. */
    public static void isAuthority(X509Certificate certificate) {
        if (certificate.getBasicConstraints() < 0
                || DistinguishedNames.subject(certificate).isEmpty()) {
            throw new PkiException(Text.of(
                    certificate.getSubjectX500Principal() + " is not the certificate of an authority",
                    certificate.getSubjectX500Principal() + " — не сертификат удостоверяющего центра"));
        }
        boolean[] usage = certificate.getKeyUsage();
        if (usage == null || !usage[KEY_CERT_SIGN]) {
            throw new PkiException(Text.of(
                    "the certificate of the authority " + certificate.getSubjectX500Principal()
                            + " lacks the key usage keyCertSign, which strict verifiers ask for",
                    "в сертификате центра " + certificate.getSubjectX500Principal()
                            + " нет назначения ключа keyCertSign, которого требуют строгие проверяющие"));
        }
        if (KeyAlgorithm.of(certificate.getPublicKey()).isEmpty()) {
            throw new PkiException(Text.of(
                    "the authority " + certificate.getSubjectX500Principal() + " has a key of an unsupported kind",
                    "у центра " + certificate.getSubjectX500Principal() + " ключ неподдерживаемого вида"));
        }
        CertificateProfile.subjectKeyIdentifier(certificate);
    }

    public static void root(X509Certificate root, KeyPair keys, Instant now) {
        isAuthority(root);
        same(root, keys);
        StrictRules.checkRoot(root);
        try {
            root.verify(root.getPublicKey());
            root.checkValidity(Date.from(now));
        } catch (GeneralSecurityException e) {
            throw new PkiException(
                    Text.of(
                            "the new authority failed its own check: " + e.getMessage(),
                            "новый центр не прошёл собственную проверку: подпись или срок не сходятся"),
                    e);
        }
    }

    public static void leaf(
            X509Certificate leaf, KeyPair keys, CertificateRequest request, X509Certificate issuer, Instant now) {
        same(leaf, keys);
        StrictRules.checkLeaf(leaf, issuer);
        try {
            path(leaf, issuer, request.purpose().usages(), now);
        } catch (GeneralSecurityException e) {
            throw new PkiException(
                    Text.of(
                            "the new certificate for " + request.purpose() + " failed its own check: " + e.getMessage(),
                            "новый сертификат для " + request.purpose()
                                    + " не прошёл собственную проверку: цепочка до центра не принимается"),
                    e);
        }
        if (!CertificateNames.of(leaf).equals(CertificateNames.of(request))) {
            throw new PkiException(Text.of(
                    "the new certificate for " + request.purpose() + " does not carry the names asked for",
                    "в новом сертификате для " + request.purpose() + " не те имена, что были заданы"));
        }
    }

    /**
     * Path validation as the JDK does it for TLS: the signature, the life at the given moment, and every one of the
     * usages.
     */
    public static void path(X509Certificate leaf, X509Certificate issuer, Set<Usage> usages, Instant now)
            throws GeneralSecurityException {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(issuer, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(now));
        X509CertSelector target = new X509CertSelector();
        try {
            target.setExtendedKeyUsage(usages.stream().map(Usage::oid).collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new IllegalStateException(usages + " have no valid object identifiers", e);
        }
        parameters.setTargetCertConstraints(target);
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(leaf)), parameters);
    }

    /** Checks that each certificate belongs to an authority, is valid now, and is signed by the next one. */
    public static void chain(List<X509Certificate> chain, Instant now) {
        for (int i = 0; i < chain.size(); i++) {
            X509Certificate certificate = chain.get(i);
            isAuthority(certificate);
            try {
                certificate.checkValidity(Date.from(now));
                if (i + 1 < chain.size()) {
                    certificate.verify(chain.get(i + 1).getPublicKey());
                }
            } catch (GeneralSecurityException e) {
                throw new PkiException(
                        Text.of(
                                "the certificate of the authority " + certificate.getSubjectX500Principal()
                                        + " is refused: it is not alive, or not signed by the one behind it",
                                "сертификат центра " + certificate.getSubjectX500Principal()
                                        + " не принят: срок не действует или он не подписан следующим за ним"),
                        e);
            }
        }
    }

    private static void same(X509Certificate certificate, KeyPair keys) {
        if (!Arrays.equals(
                        certificate.getPublicKey().getEncoded(),
                        keys.getPublic().getEncoded())
                || !PrivateKeys.match(keys.getPrivate(), keys.getPublic())) {
            throw new PkiException(Text.of(
                    "the private key does not belong to the certificate " + certificate.getSubjectX500Principal(),
                    "закрытый ключ не подходит к сертификату " + certificate.getSubjectX500Principal()));
        }
    }
}
