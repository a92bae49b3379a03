package io.github.pg1c.pki;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A role of a certificate in a TLS handshake (extended key usage).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.12">RFC 5280, 4.2.1.12</a>
 * @since 0.1
 */
public enum Usage {
    /** The holder may be a server. */
    SERVER_AUTH("1.3.6.1.5.5.7.3.1"),
    /** The holder may be a client. */
    CLIENT_AUTH("1.3.6.1.5.5.7.3.2");

    private final String oid;

    Usage(String oid) {
        this.oid = oid;
    }

    /** The object identifier in dotted form. */
    public String oid() {
        return oid;
    }

    /** The usages of a certificate; empty when it has a usage that this library does not know. */
    public static Set<Usage> of(X509Certificate certificate) throws CertificateParsingException {
        List<String> oids = certificate.getExtendedKeyUsage();
        Set<Usage> usages = EnumSet.noneOf(Usage.class);
        if (oids != null) {
            for (Usage usage : values()) {
                if (oids.contains(usage.oid)) {
                    usages.add(usage);
                }
            }
            if (!Arrays.stream(values()).map(Usage::oid).toList().containsAll(oids)) {
                usages.clear();
            }
        }
        return usages;
    }
}
