package io.github.pg1c.pki.x509;

import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.CertificateRequest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Distinguished names, built attribute by attribute: a text such as {@code node1,O=evil} stays one value, and {@code
 * #0c01} is text, not DER.
 */
public final class DistinguishedNames {
    private DistinguishedNames() {}

    /** The common name of the subject, or an empty string. */
    public static String commonName(X509Certificate certificate) {
        RDN[] names = subject(certificate).map(name -> name.getRDNs(BCStyle.CN)).orElse(new RDN[0]);
        return names.length > 0 && names[0].getFirst().getValue() instanceof ASN1String text ? text.getString() : "";
    }

    /** The subject, or empty when it is damaged in a way that the JDK overlooks. */
    public static Optional<X500Name> subject(X509Certificate certificate) {
        try {
            X500Name name =
                    X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
            // Decodes the texts.
            return name.toString().isEmpty() && name.getRDNs().length > 0 ? Optional.empty() : Optional.of(name);
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    public static X500Name subject(CertificateRequest request) {
        X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
        if (!request.commonName().isEmpty()) {
            builder.addRDN(BCStyle.CN, new DERUTF8String(request.commonName()));
        }
        return builder.build();
    }

    public static X500Name subject(CaRequest request) {
        X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
        if (!request.organization().isEmpty()) {
            builder.addRDN(BCStyle.O, new DERUTF8String(request.organization()));
        }
        return builder.addRDN(BCStyle.CN, new DERUTF8String(request.commonName()))
                .build();
    }
}
