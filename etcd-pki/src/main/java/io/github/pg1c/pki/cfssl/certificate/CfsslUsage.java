package io.github.pg1c.pki.cfssl.certificate;

import io.github.pg1c.base.words.Suggestion;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;

/** A usage as cfssl names it, with the bit or the object identifier that it means. */
enum CfsslUsage {
    SIGNING("signing", KeyUsage.digitalSignature),
    DIGITAL_SIGNATURE("digital signature", KeyUsage.digitalSignature),
    CONTENT_COMMITMENT("content commitment", KeyUsage.nonRepudiation),
    KEY_ENCIPHERMENT("key encipherment", KeyUsage.keyEncipherment),
    KEY_AGREEMENT("key agreement", KeyUsage.keyAgreement),
    DATA_ENCIPHERMENT("data encipherment", KeyUsage.dataEncipherment),
    CERT_SIGN("cert sign", KeyUsage.keyCertSign),
    CRL_SIGN("crl sign", KeyUsage.cRLSign),
    ENCIPHER_ONLY("encipher only", KeyUsage.encipherOnly),
    DECIPHER_ONLY("decipher only", KeyUsage.decipherOnly),
    ANY("any", "2.5.29.37.0"),
    SERVER_AUTH("server auth", "1.3.6.1.5.5.7.3.1"),
    CLIENT_AUTH("client auth", "1.3.6.1.5.5.7.3.2"),
    CODE_SIGNING("code signing", "1.3.6.1.5.5.7.3.3"),
    EMAIL_PROTECTION("email protection", "1.3.6.1.5.5.7.3.4"),
    S_MIME("s/mime", "1.3.6.1.5.5.7.3.4"),
    IPSEC_END_SYSTEM("ipsec end system", "1.3.6.1.5.5.7.3.5"),
    IPSEC_TUNNEL("ipsec tunnel", "1.3.6.1.5.5.7.3.6"),
    IPSEC_USER("ipsec user", "1.3.6.1.5.5.7.3.7"),
    TIMESTAMPING("timestamping", "1.3.6.1.5.5.7.3.8"),
    OCSP_SIGNING("ocsp signing", "1.3.6.1.5.5.7.3.9"),
    MICROSOFT_SGC("microsoft sgc", "1.3.6.1.4.1.311.10.3.3"),
    NETSCAPE_SGC("netscape sgc", "2.16.840.1.113730.4.1");

    private final String text;
    private final int bit;
    private final @Nullable KeyPurposeId purpose;

    CfsslUsage(String text, int bit) {
        this.text = text;
        this.bit = bit;
        this.purpose = null;
    }

    CfsslUsage(String text, String oid) {
        this.text = text;
        this.bit = 0;
        this.purpose = KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oid));
    }

    static Optional<CfsslUsage> of(String text) {
        return Arrays.stream(values()).filter(usage -> usage.text.equals(text)).findFirst();
    }

    /** The usage that a misspelling probably means, or all usages. */
    static String meantBy(String text) {
        return Suggestion.of(
                        text, Arrays.stream(values()).map(usage -> usage.text).toList())
                .map(usage -> '"' + usage + '"')
                .orElseGet(CfsslUsage::known);
    }

    private static String known() {
        return Arrays.stream(values()).map(usage -> usage.text).collect(Collectors.joining(", "));
    }

    /** The bit of the key usage, or 0 when this is an extended one. */
    int bit() {
        return bit;
    }

    /** The purpose, when this is an extended usage. */
    Optional<KeyPurposeId> purpose() {
        return Optional.ofNullable(purpose);
    }
}
