package io.github.pg1c.pki.cfssl.certificate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.PkiException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;

/** The description that {@code cfssl certinfo} prints. */
public final class CertificateInfo {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DefaultAlgorithmNameFinder ALGORITHMS = new DefaultAlgorithmNameFinder();
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

    /** cfssl's names of the parts of a subject, in its order. */
    private static final List<Map.Entry<String, ASN1ObjectIdentifier>> PARTS = List.of(
            Map.entry("common_name", BCStyle.CN),
            Map.entry("serial_number", BCStyle.SERIALNUMBER),
            Map.entry("country", BCStyle.C),
            Map.entry("organization", BCStyle.O),
            Map.entry("organizational_unit", BCStyle.OU),
            Map.entry("locality", BCStyle.L),
            Map.entry("province", BCStyle.ST),
            Map.entry("street_address", BCStyle.STREET),
            Map.entry("postal_code", BCStyle.POSTAL_CODE));

    private CertificateInfo() {}

    public static String json(X509CertificateHolder certificate) {
        StringWriter text = new StringWriter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator(""))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        try (JsonGenerator json = FACTORY.createGenerator(text).setPrettyPrinter(printer)) {
            write(certificate, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Escapes as Go does, for text that may stand in HTML.
        return text.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026") + "\n";
    }

    private static void write(X509CertificateHolder certificate, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeFieldName("subject");
        write(certificate.getSubject(), json);
        json.writeFieldName("issuer");
        write(certificate.getIssuer(), json);
        json.writeStringField("serial_number", certificate.getSerialNumber().toString());
        texts("sans", names(certificate), json);
        json.writeStringField(
                "not_before",
                certificate
                        .getNotBefore()
                        .toInstant()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        json.writeStringField(
                "not_after",
                certificate
                        .getNotAfter()
                        .toInstant()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        json.writeStringField("sigalg", signature(certificate));
        json.writeStringField("authority_key_id", COLONS.formatHex(issuerIdentifier(certificate)));
        json.writeStringField("subject_key_id", COLONS.formatHex(identifier(certificate)));
        json.writeStringField("pem", CfsslPem.certificate(certificate));
        json.writeEndObject();
    }

    private static void write(X500Name name, JsonGenerator json) throws IOException {
        List<AttributeTypeAndValue> all = Arrays.stream(name.getRDNs())
                .flatMap(rdn -> Arrays.stream(rdn.getTypesAndValues()))
                .toList();
        json.writeStartObject();
        for (Map.Entry<String, ASN1ObjectIdentifier> part : PARTS) {
            String joined = all.stream()
                    .filter(it -> it.getType().equals(part.getValue()))
                    .map(CertificateInfo::text)
                    .collect(Collectors.joining(","));
            if (!joined.isEmpty()) {
                json.writeStringField(part.getKey(), joined);
            }
        }
        texts("names", all.stream().map(CertificateInfo::text).toList(), json);
        json.writeEndObject();
    }

    private static void texts(String key, List<String> values, JsonGenerator json) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(key);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
    }

    private static String text(AttributeTypeAndValue attribute) {
        return attribute.getValue() instanceof ASN1String string
                ? string.getString()
                : attribute.getValue().toString();
    }

    /** Host names, then addresses; cfssl leaves out other kinds. */
    private static List<String> names(X509CertificateHolder certificate) {
        GeneralNames all = GeneralNames.fromExtensions(certificate.getExtensions(), Extension.subjectAlternativeName);
        List<String> names = new ArrayList<>();
        if (all != null) {
            AlternativeNames sorted = AlternativeNames.of(all);
            sorted.dns()
                    .forEach(it ->
                            names.add(ASN1IA5String.getInstance(it.getName()).getString()));
            sorted.addresses().forEach(it -> names.add(address(it)));
        }
        return names;
    }

    private static String address(GeneralName name) {
        try {
            InetAddress address = InetAddress.getByAddress(
                    ASN1OctetString.getInstance(name.getName()).getOctets());
            return io.github.pg1c.pki.SubjectName.ip(address.getHostAddress()).text();
        } catch (UnknownHostException e) {
            throw new PkiException(
                    Text.of(
                            "the certificate has an address that is none",
                            "в сертификате адрес, который не является адресом"),
                    e);
        }
    }

    /** Go's name of the algorithm. */
    private static String signature(X509CertificateHolder certificate) {
        String name =
                ALGORITHMS.getAlgorithmName(certificate.getSignatureAlgorithm()).toUpperCase(Locale.ROOT);
        int with = name.indexOf("WITH");
        if (with < 0) {
            return name.equals("ED25519") ? "Ed25519" : name;
        }
        String digest = name.substring(0, with);
        String key = name.substring(with + "WITH".length());
        return key.equals("ECDSA") ? key + "With" + digest : digest + "With" + key;
    }

    private static byte[] issuerIdentifier(X509CertificateHolder certificate) {
        AuthorityKeyIdentifier identifier = AuthorityKeyIdentifier.fromExtensions(certificate.getExtensions());
        byte[] octets = identifier == null ? null : identifier.getKeyIdentifierOctets();
        return octets == null ? new byte[0] : octets;
    }

    private static byte[] identifier(X509CertificateHolder certificate) {
        SubjectKeyIdentifier identifier = SubjectKeyIdentifier.fromExtensions(certificate.getExtensions());
        return identifier == null ? new byte[0] : identifier.getKeyIdentifier();
    }
}
