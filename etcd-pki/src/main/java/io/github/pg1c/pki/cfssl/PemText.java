package io.github.pg1c.pki.cfssl;

import io.github.pg1c.pki.PkiException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** PEM as Go writes it: lines of 64 characters, line feeds. */
final class PemText {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private PemText() {}

    static String block(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    static String certificate(X509CertificateHolder certificate) {
        return block("CERTIFICATE", der(certificate.toASN1Structure()));
    }

    static String request(PKCS10CertificationRequest request) {
        return block("CERTIFICATE REQUEST", der(request.toASN1Structure()));
    }

    static X509CertificateHolder readCertificate(String pem) {
        return first(pem, X509CertificateHolder.class, "certificate");
    }

    static PKCS10CertificationRequest readRequest(String pem) {
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
