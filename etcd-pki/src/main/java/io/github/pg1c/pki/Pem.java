package io.github.pg1c.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * PEM text: written with line feeds on every platform; read leniently, because {@code openssl x509 -text} puts prose in front,
 * {@code openssl ecparam} puts a block of parameters in front, and cfssl labels Ed25519 keys in its own way.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>
 */
final class Pem {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Za-z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private static final Pattern ENCRYPTED = Pattern.compile("-----BEGIN ENCRYPTED |Proc-Type: *4, *ENCRYPTED");

    private Pem() {}

    static String certificate(X509Certificate certificate) {
        try {
            return block("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new PkiException("the certificate cannot be encoded", e);
        }
    }

    static String privateKey(PrivateKey key) {
        return block("PRIVATE KEY", PrivateKeys.pkcs8(key));
    }

    /** The first certificate in the text. */
    static X509Certificate readCertificate(String text) {
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1).equals("CERTIFICATE")) {
                return parse(decode(matcher.group(2), "certificate"));
            }
        }
        throw new PkiException("there is no CERTIFICATE block");
    }

    static X509Certificate parse(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new PkiException("the certificate cannot be parsed", e);
        }
    }

    /** The first private key in the text: PKCS#8, PKCS#1 or SEC1, unencrypted. */
    static PrivateKey readPrivateKey(String text) {
        if (ENCRYPTED.matcher(text).find()) {
            throw new PkiException("the private key is encrypted; a plain PKCS#8, PKCS#1 or SEC1 key is needed");
        }
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            String label = matcher.group(1).toUpperCase(Locale.ROOT);
            if (label.endsWith("PRIVATE KEY")) {
                return PrivateKeys.read(pkcs8(label, decode(matcher.group(2), "private key")));
            }
        }
        throw new PkiException("there is no PRIVATE KEY block");
    }

    private static byte[] pkcs8(String label, byte[] der) {
        try {
            return switch (label) {
                case "RSA PRIVATE KEY" ->
                    new PrivateKeyInfo(
                                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                                    ASN1Sequence.getInstance(der))
                            .getEncoded();
                case "EC PRIVATE KEY" -> {
                    ECPrivateKey key = ECPrivateKey.getInstance(der);
                    var curve = key.getParametersObject();
                    if (curve == null) {
                        throw new PkiException("the EC private key does not name its curve");
                    }
                    yield new PrivateKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), key)
                            .getEncoded();
                }
                default -> der;
            };
        } catch (IOException | IllegalArgumentException e) {
            throw new PkiException("the private key cannot be read: its ASN.1 is damaged");
        }
    }

    private static byte[] decode(String base64, String what) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new PkiException("the Base64 text of the " + what + " is damaged");
        }
    }

    private static String block(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(der) + "\n-----END " + label + "-----\n";
    }
}
