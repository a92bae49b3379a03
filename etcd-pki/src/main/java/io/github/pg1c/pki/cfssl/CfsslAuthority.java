package io.github.pg1c.pki.cfssl;

import io.github.pg1c.pki.PkiException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * An authority from its two files, {@code -ca} and {@code -ca-key}: cfssl's, OpenSSL's or this library's own.
 * Its text form shows the subject, never the key.
 *
 * @since 0.1
 */
public final class CfsslAuthority {
    private static final char[] NO_PASSWORD = {};

    private final X509CertificateHolder certificate;
    private final SigningKey key;
    private final Issuer issuer;

    CfsslAuthority(X509CertificateHolder certificate, SigningKey key, Origin origin) {
        this.certificate = certificate;
        this.key = key;
        this.issuer = Issuer.of(certificate, origin);
    }

    /**
     * An authority from its PEM texts; the key is PKCS#8, PKCS#1 or SEC1.
     *
     * @throws CfsslException when one cannot be read, or when the key is not the certificate's
     */
    public static CfsslAuthority open(String certificatePem, String privateKeyPem) {
        return open("ca", certificatePem, "ca-key", privateKeyPem, NO_PASSWORD);
    }

    /**
     * As {@link #open(String, String)}, with a key that is encrypted, in OpenSSL's older form or as PKCS#8.
     *
     * @param password what cfssl takes from {@code CFSSL_CA_PK_PASSWORD}; the caller wipes it
     */
    public static CfsslAuthority open(String certificatePem, String privateKeyPem, char[] password) {
        return open("ca", certificatePem, "ca-key", privateKeyPem, password);
    }

    /**
     * As {@link #open(String, String)}, from files.
     *
     * @throws PkiException when a file cannot be read
     */
    public static CfsslAuthority read(Path certificate, Path privateKey) {
        return read(certificate, privateKey, NO_PASSWORD);
    }

    /** As {@link #open(String, String, char[])}, from files. */
    public static CfsslAuthority read(Path certificate, Path privateKey, char[] password) {
        return open(certificate.toString(), text(certificate), privateKey.toString(), text(privateKey), password);
    }

    /** The certificate in PEM. */
    public String certificatePem() {
        return PemText.certificate(certificate);
    }

    X509CertificateHolder certificate() {
        return certificate;
    }

    SigningKey key() {
        return key;
    }

    Issuer issuer() {
        return issuer;
    }

    /** The identifier that certificates refer to, or an empty array: authorities from elsewhere may lack it. */
    byte[] keyIdentifier() {
        Extension extension = certificate.getExtension(Extension.subjectKeyIdentifier);
        return extension == null
                ? new byte[0]
                : SubjectKeyIdentifier.getInstance(extension.getParsedValue()).getKeyIdentifier();
    }

    @Override
    public String toString() {
        return "CfsslAuthority[subject=" + certificate.getSubject() + "]";
    }

    private static CfsslAuthority open(
            String certificateName, String certificatePem, String keyName, String privateKeyPem, char[] password) {
        Findings findings = new Findings(Strictness.STRICT);
        X509CertificateHolder certificate = null;
        Origin certificateOrigin = new Origin(certificateName, 0, 0, "");
        Origin keyOrigin = new Origin(keyName, 0, 0, "");
        try {
            certificate = PemText.readCertificate(certificatePem);
        } catch (PkiException e) {
            findings.add(CfsslRule.PEM_INVALID, certificateOrigin, String.valueOf(e.getMessage()));
        }
        try {
            SigningKey key = SigningKey.read(privateKeyPem, password);
            if (certificate != null && key.belongsTo(certificate.getSubjectPublicKeyInfo())) {
                return new CfsslAuthority(certificate, key, certificateOrigin);
            }
            if (certificate != null) {
                findings.add(CfsslRule.AUTHORITY_KEY_MISMATCH, keyOrigin);
            }
        } catch (PkiException e) {
            findings.add(CfsslRule.PEM_INVALID, keyOrigin, String.valueOf(e.getMessage()));
        }
        throw findings.exception();
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new PkiException("cannot read " + file, e);
        }
    }
}
