package io.github.pg1c.pki.cfssl.certificate;

import io.github.pg1c.base.pem.Pem;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.PkiException;
import java.io.IOException;
import java.io.StringReader;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** PEM as Go writes it: lines of 64 characters, line feeds. */
public final class CfsslPem {
    private static final Text CERTIFICATE = Text.of("certificate", "сертификат");
    private static final Text REQUEST = Text.of("signing request", "запрос на сертификат");

    private CfsslPem() {}

    public static String certificate(X509CertificateHolder certificate) {
        return Pem.block("CERTIFICATE", der(certificate.toASN1Structure()));
    }

    public static String request(PKCS10CertificationRequest request) {
        return Pem.block("CERTIFICATE REQUEST", der(request.toASN1Structure()));
    }

    public static X509CertificateHolder readCertificate(String pem) {
        return first(pem, X509CertificateHolder.class, CERTIFICATE);
    }

    public static PKCS10CertificationRequest readRequest(String pem) {
        return first(pem, PKCS10CertificationRequest.class, REQUEST);
    }

    private static <T> T first(String pem, Class<T> type, Text what) {
        try (PEMParser parser = new PEMParser(new StringReader(pem.replaceAll("(?m)^[ \t]+", "")))) {
            for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
                if (type.isInstance(found)) {
                    return type.cast(found);
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new PkiException(
                    Text.of("the " + what.en() + " cannot be read", what.ru() + ": не удалось прочитать"), e);
        }
        throw new PkiException(Text.of("there is no " + what.en(), what.ru() + ": в тексте его нет"));
    }

    static byte[] der(ASN1Object object) {
        try {
            return object.getEncoded("DER");
        } catch (IOException e) {
            throw new PkiException(Text.of("the value cannot be encoded", "не удалось закодировать значение"), e);
        }
    }
}
