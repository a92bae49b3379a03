package io.github.pg1c.pki;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Distinguished names, built attribute by attribute: a text such as {@code node1,O=evil} stays one value, and {@code #0c01} is text, not DER. */
final class DistinguishedNames {
    private static final int UPPER_BOUND = 64;

    private DistinguishedNames() {}

    static void checkText(String what, String text) {
        if (text.isBlank() || !text.equals(text.strip())) {
            throw new IllegalArgumentException(
                    "the " + what + " \"" + Printable.of(text) + "\" is blank or has blanks at its ends");
        }
        if (text.codePointCount(0, text.length()) > UPPER_BOUND) {
            throw new IllegalArgumentException(
                    "the " + what + " \"" + Printable.of(text) + "\" is longer than " + UPPER_BOUND + " characters");
        }
        if (text.codePoints()
                .anyMatch(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.SURROGATE
                        || !Character.isDefined(c))) {
            throw new IllegalArgumentException(
                    "the " + what + " \"" + Printable.of(text) + "\" contains an invisible character");
        }
    }

    /** The common name of the subject, or an empty string. */
    static String commonName(X509Certificate certificate) {
        RDN[] names = subject(certificate).map(name -> name.getRDNs(BCStyle.CN)).orElse(new RDN[0]);
        return names.length > 0 && names[0].getFirst().getValue() instanceof ASN1String text ? text.getString() : "";
    }

    /** The subject, or empty when it is damaged in a way that the JDK overlooks. */
    static Optional<X500Name> subject(X509Certificate certificate) {
        try {
            X500Name name =
                    X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
            // Decodes the texts.
            return name.toString().isEmpty() && name.getRDNs().length > 0 ? Optional.empty() : Optional.of(name);
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    static X500Name subject(CertificateRequest request) {
        X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
        if (!request.commonName().isEmpty()) {
            builder.addRDN(BCStyle.CN, new DERUTF8String(request.commonName()));
        }
        return builder.build();
    }

    static X500Name subject(CaRequest request) {
        X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
        if (!request.organization().isEmpty()) {
            builder.addRDN(BCStyle.O, new DERUTF8String(request.organization()));
        }
        return builder.addRDN(BCStyle.CN, new DERUTF8String(request.commonName()))
                .build();
    }
}
