package io.github.pg1c.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/**
 * PEM text: written with line feeds on every platform; read leniently, because {@code openssl x509 -text} puts prose in front,
 * {@code openssl ecparam} puts a block of parameters in front, and cfssl labels Ed25519 keys in its own way.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>
 */
final class Pem {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

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
        return readCertificates(text).get(0);
    }

    /** All certificates in the text, at least one, in its order. */
    static List<X509Certificate> readCertificates(String text) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (PemBlock block : PemBlock.all(text)) {
            if (block.isCertificate()) {
                certificates.add(parse(block.der("certificate")));
            }
        }
        if (certificates.isEmpty()) {
            throw new PkiException("there is no CERTIFICATE block");
        }
        return List.copyOf(certificates);
    }

    /** A certificate from a file in PEM or DER. */
    static X509Certificate readCertificate(byte[] file) {
        return isDer(file) ? parse(file) : readCertificate(new String(file, StandardCharsets.ISO_8859_1));
    }

    static X509Certificate parse(byte[] der) {
        try {
            if (CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der))
                    instanceof X509Certificate certificate) {
                return certificate;
            }
            throw new PkiException("the certificate cannot be parsed");
        } catch (CertificateException e) {
            throw new PkiException("the certificate cannot be parsed", e);
        }
    }

    static String revocationList(X509CRL list) {
        try {
            return block("X509 CRL", list.getEncoded());
        } catch (CRLException e) {
            throw new PkiException("the revocation list cannot be encoded", e);
        }
    }

    /** All revocation lists in the text, in its order. */
    static List<X509CRL> readRevocationLists(String text) {
        List<X509CRL> lists = new ArrayList<>();
        for (PemBlock block : PemBlock.all(text)) {
            if (block.label().equals("X509 CRL")) {
                lists.add(parseRevocationList(block.der("revocation list")));
            }
        }
        return List.copyOf(lists);
    }

    static X509CRL parseRevocationList(byte[] der) {
        try {
            if (CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der))
                    instanceof X509CRL list) {
                return list;
            }
            throw new PkiException("the revocation list cannot be parsed");
        } catch (CRLException | CertificateException e) {
            throw new PkiException("the revocation list cannot be parsed", e);
        }
    }

    /** True when the first private key in the text needs a passphrase. */
    static boolean isEncrypted(String text) {
        return keyBlock(text).map(PemBlock::isEncrypted).orElse(false);
    }

    /** The first private key in the text: PKCS#8, PKCS#1 or SEC1, unencrypted. */
    static PrivateKey readPrivateKey(String text) {
        return readPrivateKey(text, null);
    }

    /** The first private key in the text, encrypted or not. */
    static PrivateKey readPrivateKey(String text, @Nullable Passphrase passphrase) {
        PemBlock block = keyBlock(text).orElseThrow(() -> new PkiException("there is no PRIVATE KEY block"));
        if (block.isEncrypted()) {
            if (passphrase == null) {
                throw new PkiException("the private key is encrypted and no passphrase was given");
            }
            return block.headers().isEmpty()
                    ? EncryptedKeys.decrypt(block.der("private key"), passphrase)
                    : EncryptedKeys.decryptTraditional(block.text(), passphrase);
        }
        return PrivateKeys.read(pkcs8(block, curveBefore(text)));
    }

    /** A private key from a file in PEM or DER of PKCS#8. */
    static PrivateKey readPrivateKey(byte[] file, @Nullable Passphrase passphrase) {
        if (!isDer(file)) {
            return readPrivateKey(new String(file, StandardCharsets.ISO_8859_1), passphrase);
        }
        try {
            // PKCS#8 begins with a version number, its encrypted form with the description of a cipher.
            return passphrase != null && ASN1Sequence.getInstance(file).getObjectAt(0) instanceof ASN1Sequence
                    ? EncryptedKeys.decrypt(file, passphrase)
                    : PrivateKeys.read(file);
        } catch (IllegalArgumentException | IllegalStateException | ArrayIndexOutOfBoundsException e) {
            throw damaged();
        }
    }

    /** PKCS#1 or SEC1, and PKCS#8 for a key that has no older form. */
    static String traditionalPrivateKey(PrivateKey key) {
        return PrivateKeys.traditional(key)
                .map(form -> block(form.label(), form.der()))
                .orElseGet(() -> privateKey(key));
    }

    static String encryptedPrivateKey(byte[] der) {
        return block("ENCRYPTED PRIVATE KEY", der);
    }

    static String request(byte[] der) {
        return block("CERTIFICATE REQUEST", der);
    }

    /** The first signing request in the text, as DER. */
    static byte[] readRequest(String text) {
        return PemBlock.all(text).stream()
                .filter(block -> block.label().endsWith("CERTIFICATE REQUEST"))
                .findFirst()
                .orElseThrow(() -> new PkiException("there is no CERTIFICATE REQUEST block"))
                .der("signing request");
    }

    private static Optional<PemBlock> keyBlock(String text) {
        return PemBlock.all(text).stream().filter(PemBlock::isPrivateKey).findFirst();
    }

    /** The curve that {@code openssl ecparam -genkey} writes in front of a key. */
    private static @Nullable ASN1Encodable curveBefore(String text) {
        for (PemBlock block : PemBlock.all(text)) {
            if (block.label().equals("EC PARAMETERS")) {
                try {
                    return ASN1Primitive.fromByteArray(block.der("curve")) instanceof ASN1ObjectIdentifier curve
                            ? curve
                            : null;
                } catch (IOException | IllegalArgumentException e) {
                    return null;
                }
            }
        }
        return null;
    }

    private static byte[] pkcs8(PemBlock block, @Nullable ASN1Encodable curveBefore) {
        byte[] der = block.der("private key");
        try {
            return switch (block.label().toUpperCase(Locale.ROOT)) {
                case "RSA PRIVATE KEY" ->
                    new PrivateKeyInfo(
                                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                                    ASN1Sequence.getInstance(der))
                            .getEncoded();
                case "EC PRIVATE KEY" -> {
                    ECPrivateKey key = ECPrivateKey.getInstance(der);
                    ASN1Encodable curve = key.getParametersObject() == null ? curveBefore : key.getParametersObject();
                    if (curve == null) {
                        throw new PkiException("the EC private key does not name its curve");
                    }
                    yield new PrivateKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), key)
                            .getEncoded();
                }
                default -> der;
            };
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw damaged();
        }
    }

    private static boolean isDer(byte[] file) {
        return file.length > 0 && file[0] == 0x30;
    }

    private static PkiException damaged() {
        // The cause could quote bytes of the key.
        return new PkiException("the private key cannot be read: its ASN.1 is damaged");
    }

    private static String block(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(der) + "\n-----END " + label + "-----\n";
    }
}
