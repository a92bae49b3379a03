package io.github.pg1c.pki.cfssl.certificate;
import io.github.pg1c.base.pem.Pem;
import io.github.pg1c.pki.PkiException;
import java.io.IOException;
import java.io.StringReader;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** PEM as Go writes it: lines of 64 characters, line feeds. */
public final class CfsslPem {
    private CfsslPem() {}

    public static String certificate(X509CertificateHolder certificate) {
        return Pem.block("CERTIFICATE", der(certificate.toASN1Structure()));
    }

    public static String request(PKCS10CertificationRequest request) {
        return Pem.block("CERTIFICATE REQUEST", der(request.toASN1Structure()));
    }

    public static X509CertificateHolder readCertificate(String pem) {
        return first(pem, X509CertificateHolder.class, "certificate");
    }

    public static PKCS10CertificationRequest readRequest(String pem) {
        return first(pem, PKCS10CertificationRequest.class, "signing request");
    }

    private static <T> T first(String pem, Class<T> type, String what) {
        try (PEMParser parser = new PEMParser(new StringReader(pem.replaceAll("(?m)^[ \t]+", "")))) {
            for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
                if (type.isInstance(found)) {
                    return type.cast(found);
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new PkiException("the " + what + " cannot be read", e);
        }
        throw new PkiException("there is no " + what);
    }

    static byte[] der(ASN1Object object) {
        try {
            return object.getEncoded("DER");
        } catch (IOException e) {
            throw new PkiException("the value cannot be encoded", e);
        }
    }
}
