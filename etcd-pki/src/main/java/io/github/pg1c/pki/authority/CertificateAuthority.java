package io.github.pg1c.pki.authority;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.key.EncryptedKeys;
import io.github.pg1c.pki.key.KeyPairs;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.key.PrivateKeys;
import io.github.pg1c.pki.x509.CertificateProfile;
import io.github.pg1c.pki.x509.SelfCheck;
import io.github.pg1c.pki.x509.Validity;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A certificate authority: its certificate, which the cluster's programs trust, and its key, which issues certificates.
 *
 * <p>A program that is given {@link #certificatePem()} as its file of trusted authorities accepts every certificate
 * that this authority {@linkplain #issue issues}, provided that the name and the usage fit. The holder of
 * {@link #privateKeyPkcs8Pem()} can impersonate every program of the cluster. The key therefore stays with the
 * administrator and is never copied to a node.
 *
 * <pre>{@code
 * CertificateAuthority ca = CertificateAuthority.create(CaRequest.of("etcd CA"), clock, random);
 * IssuedCertificate node = ca.issue(
 *         CertificateRequest.of(Purpose.ETCD_SERVER, "node1", "node1.example.com", "10.0.0.11", "127.0.0.1"),
 *         KeyAlgorithm.P256, Duration.ofDays(365), clock, random);
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280">RFC 5280</a>
 * @since 0.1
 */
public final class CertificateAuthority {
    private final X509Certificate certificate;
    private final PrivateKey privateKey;

    private CertificateAuthority(X509Certificate certificate, PrivateKey privateKey) {
        this.certificate = certificate;
        this.privateKey = privateKey;
    }

    /** A new self-signed root that may issue end-entity certificates only (path length 0). */
    public static CertificateAuthority create(CaRequest request, Clock clock, SecureRandom random) {
        return create(request, KeyPairs.generate(request.keyAlgorithm(), random), clock, random);
    }

    /** A new self-signed root for an existing key; the kind of key in the request is ignored. */
    public static CertificateAuthority create(CaRequest request, KeyPair keys, Clock clock, SecureRandom random) {
        X509Certificate root = CertificateProfile.root(request, keys, clock.instant(), random);
        SelfCheck.root(root, keys, clock.instant());
        return new CertificateAuthority(root, keys.getPrivate());
    }

    /**
     * An authority from its two PEM texts; the key is PKCS#8, PKCS#1 or SEC1.
     *
     * @throws PkiException when one cannot be read, when the key is not the certificate's, or when the certificate is
     *     not one of an authority
     */
    public static CertificateAuthority open(String certificatePem, String privateKeyPem) {
        return open(PemText.readCertificate(certificatePem), PemText.readPrivateKey(privateKeyPem));
    }

    /**
     * An authority whose key is encrypted.
     *
     * @throws PkiException as {@link #open(String, String)}, and when the passphrase is wrong
     */
    public static CertificateAuthority open(String certificatePem, String privateKeyPem, Passphrase passphrase) {
        return open(PemText.readCertificate(certificatePem), PemText.readPrivateKey(privateKeyPem, passphrase));
    }

    /**
     * An authority from objects of the JDK.
     *
     * @throws PkiException as {@link #open(String, String)}
     */
    public static CertificateAuthority open(X509Certificate certificate, PrivateKey key) {
        SelfCheck.isAuthority(certificate);
        if (!PrivateKeys.match(key, certificate.getPublicKey())) {
            throw new PkiException(Text.of(
                    "the private key does not belong to the certificate of the authority "
                            + certificate.getSubjectX500Principal(),
                    "закрытый ключ не подходит к сертификату центра " + certificate.getSubjectX500Principal()));
        }
        return new CertificateAuthority(certificate, key);
    }

    /**
     * A new key and a certificate for it, checked before it is returned.
     *
     * @param validity its life from now; it is cut to the authority's own life, and
     *     {@link IssuedCertificate#clampedToIssuer} is then true
     * @throws PkiException when the authority has ended or has not begun, or when the result fails its own check
     */
    public IssuedCertificate issue(
            CertificateRequest request,
            KeyAlgorithm keyAlgorithm,
            Duration validity,
            Clock clock,
            SecureRandom random) {
        return issue(request, KeyPairs.generate(keyAlgorithm, random), validity, clock, random);
    }

    /**
     * A certificate for an existing key. It is a renewal when the key had a certificate before.
     *
     * @throws PkiException as {@link #issue(CertificateRequest, KeyAlgorithm, Duration, Clock, SecureRandom)}, and when
     *     the halves of the pair do not fit
     */
    public IssuedCertificate issue(
            CertificateRequest request, KeyPair keys, Duration validity, Clock clock, SecureRandom random) {
        if (validity.isNegative() || validity.isZero()) {
            throw new IllegalArgumentException("the validity of a certificate must be positive, not " + validity);
        }
        Instant now = clock.instant();
        Validity life = Validity.leaf(now, validity, certificate);
        X509Certificate leaf =
                CertificateProfile.leaf(request, keys.getPublic(), life, certificate, privateKey, random);
        SelfCheck.leaf(leaf, keys, request, certificate, now);
        return new IssuedCertificate(leaf, keys.getPrivate(), life.clamped());
    }

    /**
     * The same authority with a new certificate. Name, key and identifier stay. Issued certificates therefore remain
     * valid, for programs with the old certificate and for those with the new one.
     *
     * @param validity how long it lives from now
     * @throws PkiException when the certificate is not self-signed; its issuer must renew it
     */
    public CertificateAuthority renewed(Duration validity, Clock clock, SecureRandom random) {
        if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            throw new PkiException(Text.of(
                    "the authority " + certificate.getSubjectX500Principal()
                            + " was certified by another one, which has to renew it",
                    "центр " + certificate.getSubjectX500Principal()
                            + " удостоверен другим центром; продлевает его тот"));
        }
        Instant now = clock.instant();
        X509Certificate root =
                CertificateProfile.renewedRoot(certificate, privateKey, Validity.root(now, validity), random);
        SelfCheck.root(root, new KeyPair(root.getPublicKey(), privateKey), now);
        return new CertificateAuthority(root, privateKey);
    }

    /** The authority's certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The authority's certificate in PEM, which programs trust. */
    public String certificatePem() {
        return PemText.certificate(certificate);
    }

    /** The authority's private key in PEM as unencrypted PKCS#8. */
    public String privateKeyPkcs8Pem() {
        return PemText.privateKey(privateKey);
    }

    /** The authority's private key in PEM as PKCS#8, encrypted with AES-256 under a key of PBKDF2. */
    public String privateKeyEncryptedPem(Passphrase passphrase, SecureRandom random) {
        return PemText.encryptedPrivateKey(EncryptedKeys.encrypt(privateKey, passphrase, random));
    }

    /** The authority's private key. */
    public PrivateKey privateKey() {
        return privateKey;
    }

    @Override
    public String toString() {
        return "CertificateAuthority[subject=" + certificate.getSubjectX500Principal() + ", serial="
                + certificate.getSerialNumber().toString(16) + "]";
    }
}
