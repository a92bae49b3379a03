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
    private static final Text NO_CERTIFICATE = Text.of(
            "there is no certificate, or something else stands first", "сертификата нет или первым стоит не он");
    private static final Text DAMAGED_CERTIFICATE = Text.of(
            "the certificate cannot be read: it is damaged, or its issuer has no name",
            "сертификат не удалось прочитать: он повреждён или у его издателя нет имени");
    private static final Text NO_REQUEST = Text.of(
            "there is no signing request, or something else stands first",
            "запроса на сертификат нет или первым стоит не он");
    private static final Text DAMAGED_REQUEST = Text.of(
            "the signing request cannot be read: it is damaged",
            "запрос на сертификат не удалось прочитать: он повреждён");

    private static final String END = "-----END ";

    private CfsslPem() {}

    public static String certificate(X509CertificateHolder certificate) {
        return Pem.block("CERTIFICATE", der(certificate.toASN1Structure()));
    }

    public static String request(PKCS10CertificationRequest request) {
        return Pem.block("CERTIFICATE REQUEST", der(request.toASN1Structure()));
    }

    /** The one certificate in the text; what stands in front of it is no matter. */
    public static X509CertificateHolder readCertificate(String pem) {
        return first(pem, X509CertificateHolder.class, NO_CERTIFICATE, DAMAGED_CERTIFICATE);
    }

    /** Whether there is something behind the first object, with which cfssl takes no certificate. */
    public static boolean holdsMore(String pem) {
        int end = pem.indexOf(END);
        int line = end < 0 ? -1 : pem.indexOf('\n', end);
        return line >= 0 && !pem.substring(line).isBlank();
    }

    public static PKCS10CertificationRequest readRequest(String pem) {
        return first(pem, PKCS10CertificationRequest.class, NO_REQUEST, DAMAGED_REQUEST);
    }

    private static <T> T first(String pem, Class<T> type, Text missing, Text damaged) {
        try (PEMParser parser = new PEMParser(new StringReader(pem.replaceAll("(?m)^[ \t]+", "")))) {
            Object found = parser.readObject();
            if (type.isInstance(found)) {
                return type.cast(found);
            }
        } catch (IOException | RuntimeException e) {
            throw new PkiException(damaged, e);
        }
        throw new PkiException(missing);
    }

    static byte[] der(ASN1Object object) {
        try {
            return object.getEncoded("DER");
        } catch (IOException e) {
            throw new PkiException(Text.of("the value cannot be encoded", "не удалось закодировать значение"), e);
        }
    }
}
