package io.github.pg1c.pki.cfssl.certificate;

import io.github.pg1c.pki.cfssl.json.JsonFields;

/** The parts of a signing request that a profile with a {@code CSRWhitelist} lets into the certificate. */
record CopiedFields(boolean subject, boolean dnsNames, boolean addresses, boolean mails, boolean uris) {
    static CopiedFields read(JsonFields fields) {
        // Without the other parts a certificate would have no key or no signature.
        fields.ignore("PublicKeyAlgorithm", "PublicKey", "SignatureAlgorithm");
        CopiedFields copied = new CopiedFields(
                fields.truth("Subject"),
                fields.truth("DNSNames"),
                fields.truth("IPAddresses"),
                fields.truth("EmailAddresses"),
                fields.truth("URIs"));
        fields.end();
        return copied;
    }
}
