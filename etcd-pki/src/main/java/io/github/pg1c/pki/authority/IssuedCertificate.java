package io.github.pg1c.pki.authority;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.key.EncryptedKeys;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.key.PrivateKeys;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A certificate together with its private key. Its text form shows the subject and the serial number, never the key.
 *
 * @param certificate the certificate
 * @param privateKey its key
 * @param clampedToIssuer true when the validity was cut to the life of the authority
 * @since 0.1
 */
public record IssuedCertificate(X509Certificate certificate, PrivateKey privateKey, boolean clampedToIssuer) {
    /**
     * A certificate and its key from two files, each in PEM or DER; the key is PKCS#8, PKCS#1 or SEC1.
     *
     * @throws PkiException when one cannot be read, or when the key is not the certificate's
     */
    public static IssuedCertificate open(byte[] certificate, byte[] privateKey) {
        return of(PemText.readCertificate(certificate), PemText.readPrivateKey(privateKey, null));
    }

    /**
     * A certificate and its key, which is encrypted: PKCS#8, or OpenSSL's older form with a {@code Proc-Type} header.
     *
     * @throws PkiException as {@link #open(byte[], byte[])}, and when the passphrase is wrong
     */
    public static IssuedCertificate open(byte[] certificate, byte[] privateKey, Passphrase passphrase) {
        return of(PemText.readCertificate(certificate), PemText.readPrivateKey(privateKey, passphrase));
    }

    /**
     * The first private key of a PKCS#12 file with its certificate.
     *
     * @throws PkiException when the file cannot be read, holds no key, or when its key is not the certificate's
     */
    public static IssuedCertificate openPkcs12(byte[] file, Passphrase passphrase) {
        return Pkcs12.read(file, passphrase);
    }

    /**
     * A certificate and its key from objects of the JDK.
     *
     * @throws PkiException when the key is not the certificate's
     */
    public static IssuedCertificate of(X509Certificate certificate, PrivateKey key) {
        if (!PrivateKeys.match(key, certificate.getPublicKey())) {
            throw new PkiException(Text.of(
                    "the private key does not belong to the certificate " + certificate.getSubjectX500Principal(),
                    "закрытый ключ не подходит к сертификату " + certificate.getSubjectX500Principal()));
        }
        return new IssuedCertificate(certificate, key, false);
    }

    /** The certificate in PEM, with line feeds. */
    public String certificatePem() {
        return PemText.certificate(certificate);
    }

    /** The private key in PEM as unencrypted PKCS#8, which OpenSSL, Go and the JDK read. */
    public String privateKeyPkcs8Pem() {
        return PemText.privateKey(privateKey);
    }

    /**
     * The private key in PEM as unencrypted PKCS#1 (RSA) or SEC1 (EC), and as PKCS#8 for Ed25519, which has no older
     * form.
     */
    public String privateKeyTraditionalPem() {
        return PemText.traditionalPrivateKey(privateKey);
    }

    /**
     * The private key in PEM as PKCS#8, encrypted with AES-256 under a key of PBKDF2; PostgreSQL and libpq read it,
     * etcd does not.
     */
    public String privateKeyEncryptedPem(Passphrase passphrase, SecureRandom random) {
        return PemText.encryptedPrivateKey(EncryptedKeys.encrypt(privateKey, passphrase, random));
    }

    /**
     * Certificate and key as a PKCS#12 file, encrypted by the JDK with its own randomness.
     *
     * @param alias the name of the entry; pgJDBC asks for {@code user}
     * @param issuers the certificates of the authorities that the receiver does not have, nearest first
     */
    public byte[] pkcs12(String alias, Passphrase passphrase, List<X509Certificate> issuers) {
        return Pkcs12.write(this, alias, passphrase, issuers);
    }

    /** The private key as DER of PKCS#8, which older releases of pgJDBC require. */
    public byte[] privateKeyPkcs8Der() {
        return PrivateKeys.pkcs8(privateKey);
    }

    /** The end of its life. */
    public Instant notAfter() {
        return certificate.getNotAfter().toInstant();
    }

    @Override
    public String toString() {
        return "IssuedCertificate[subject=" + certificate.getSubjectX500Principal() + ", serial="
                + certificate.getSerialNumber().toString(16) + "]";
    }
}
