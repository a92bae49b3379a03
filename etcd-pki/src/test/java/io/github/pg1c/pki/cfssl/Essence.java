package io.github.pg1c.pki.cfssl;

import io.github.pg1c.pki.cfssl.certificate.CfsslPem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/**
 * What of a certificate or a request is the same in every run: all octets but serial number, dates, keys and what is
 * computed from them.
 */
final class Essence {
    private Essence() {}

    static List<String> of(String pem, boolean withoutEncipherment) {
        X509CertificateHolder certificate = CfsslPem.readCertificate(pem);
        List<String> lines = new ArrayList<>();
        lines.add("version " + certificate.getVersionNumber());
        lines.add("serial "
                + (certificate.getSerialNumber().signum() > 0
                        && certificate.getSerialNumber().bitLength() <= 159));
        lines.add("signature " + hex(certificate.getSignatureAlgorithm()));
        lines.add("issuer " + hex(certificate.getIssuer()));
        lines.add("subject " + hex(certificate.getSubject()));
        lines.add("key " + hex(certificate.getSubjectPublicKeyInfo().getAlgorithm()) + " "
                + certificate.getSubjectPublicKeyInfo().getPublicKeyData().getOctets().length);
        lines.add("life "
                + Duration.between(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant()));
        lines.addAll(extensions(certificate.getExtensions(), withoutEncipherment));
        return lines;
    }

    static List<String> ofRequest(String pem) {
        PKCS10CertificationRequest request = CfsslPem.readRequest(pem);
        List<String> lines = new ArrayList<>();
        lines.add("signature " + hex(request.getSignatureAlgorithm()));
        lines.add("subject " + hex(request.getSubject()));
        if (request.getRequestedExtensions() != null) {
            lines.addAll(extensions(request.getRequestedExtensions(), false));
        }
        return lines;
    }

    private static List<String> extensions(Extensions extensions, boolean withoutEncipherment) {
        List<String> lines = new ArrayList<>();
        for (ASN1ObjectIdentifier id : extensions.getExtensionOIDs()) {
            Extension extension = extensions.getExtension(id);
            String value = hex(extension.getParsedValue());
            if (id.equals(Extension.subjectKeyIdentifier) || id.equals(Extension.authorityKeyIdentifier)) {
                // Computed from a key, so that only the form can be the same.
                value = value.length() + " digits";
            } else if (id.equals(Extension.keyUsage) && withoutEncipherment) {
                int bits = KeyUsage.getInstance(extension.getParsedValue()).getBytes()[0] & 0xff;
                value = "" + (bits & ~(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment));
            }
            lines.add(id.getId() + " " + extension.isCritical() + " " + value);
        }
        return lines;
    }

    /** The labels of the blocks and, of a key, the shape of its ASN.1. */
    static Map<String, String> labels(CfsslOutput output) {
        Map<String, String> labels = new TreeMap<>();
        output.certificate().ifPresent(pem -> labels.put("cert", label(pem)));
        output.request().ifPresent(pem -> labels.put("csr", label(pem)));
        output.privateKey().ifPresent(pem -> labels.put("key", label(pem)));
        return labels;
    }

    static String label(String pem) {
        assert pem.endsWith("-----\n");
        return pem.lines().filter(line -> line.startsWith("-----BEGIN")).toList() + " "
                + Arrays.stream(pem.split("\n")).mapToInt(String::length).max().orElse(0);
    }

    private static String hex(ASN1Encodable value) {
        try {
            return HexFormat.of().formatHex(value.toASN1Primitive().getEncoded("DER"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
