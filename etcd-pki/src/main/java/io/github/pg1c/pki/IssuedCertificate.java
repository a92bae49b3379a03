package io.github.pg1c.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * A certificate together with its private key.
 * Its text form shows the subject and the serial number, never the key.
 *
 * @param certificate the certificate
 * @param privateKey its key
 * @param clampedToIssuer true when the asked-for validity was cut, because a certificate cannot outlive its authority
 * @since 0.1
 */
public record IssuedCertificate(X509Certificate certificate, PrivateKey privateKey, boolean clampedToIssuer) {
    /** The certificate in PEM, with line feeds. */
    public String certificatePem() {
        return Pem.certificate(certificate);
    }

    /** The private key in PEM as unencrypted PKCS#8: the one form that OpenSSL, Go and the JDK all read. */
    public String privateKeyPkcs8Pem() {
        return Pem.privateKey(privateKey);
    }

    /** The private key as DER of PKCS#8, which older releases of pgJDBC ask for. */
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
