package io.github.pg1c.pki.cfssl.certificate;

import io.github.pg1c.pki.cfssl.json.InputPlace;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;

/** An authority that can sign: its certificate, its key, and the facts for checking a request. */
public record SigningAuthority(X509CertificateHolder certificate, SigningKey key, Issuer issuer) {

    /** An authority whose key belongs to its certificate. */
    public static SigningAuthority of(X509CertificateHolder certificate, SigningKey key, InputPlace origin) {
        return new SigningAuthority(certificate, key, Issuer.of(certificate, origin));
    }

    /** The identifier that certificates refer to, or an empty array; other programs' authorities may lack it. */
    public byte[] keyIdentifier() {
        Extension extension = certificate.getExtension(Extension.subjectKeyIdentifier);
        return extension == null
                ? new byte[0]
                : SubjectKeyIdentifier.getInstance(extension.getParsedValue()).getKeyIdentifier();
    }
}
