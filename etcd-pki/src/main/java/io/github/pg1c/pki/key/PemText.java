package io.github.pg1c.pki.key;

import io.github.pg1c.base.pem.Pem;
import io.github.pg1c.base.pem.PemBlock;
import io.github.pg1c.base.pem.PemException;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
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
 * PEM texts that {@link Pem} does not read, because they need more than the JDK: encrypted keys, keys in PKCS#1 and
 * SEC1, signing requests, and files in DER.
 */
public final class PemText {
    private static final Text CERTIFICATE_REQUEST = Text.of("signing request", "запрос на подпись");
    private static final Text CURVE = Text.of("curve", "кривая");
    private static final Text KEY = Text.of("private key", "закрытый ключ");

    private PemText() {}

    public static String certificate(X509Certificate certificate) {
        return refusing(() -> Pem.certificate(certificate));
    }

    public static String privateKey(PrivateKey key) {
        return Pem.block("PRIVATE KEY", PrivateKeys.pkcs8(key));
    }

    /** The first certificate in the text. */
    public static X509Certificate readCertificate(String text) {
        return readCertificates(text).get(0);
    }

    /** All certificates in the text, at least one, in its order. */
    public static List<X509Certificate> readCertificates(String text) {
        return refusing(() -> Pem.certificates(text));
    }

    /** A certificate from a file in PEM or DER. */
    public static X509Certificate readCertificate(byte[] file) {
        return isDer(file) ? parse(file) : readCertificate(new String(file, StandardCharsets.ISO_8859_1));
    }

    public static X509Certificate parse(byte[] der) {
        return refusing(() -> Pem.parseCertificate(der));
    }

    public static String revocationList(X509CRL list) {
        return refusing(() -> Pem.revocationList(list));
    }

    /** All revocation lists in the text, in its order. */
    public static List<X509CRL> readRevocationLists(String text) {
        return refusing(() -> Pem.revocationLists(text));
    }

    public static X509CRL parseRevocationList(byte[] der) {
        return refusing(() -> Pem.parseRevocationList(der));
    }

    /** True when the first private key in the text needs a passphrase. */
    public static boolean isEncrypted(String text) {
        return Pem.privateKeyBlock(text).map(PemBlock::isEncrypted).orElse(false);
    }

    /** The first private key in the text: PKCS#8, PKCS#1 or SEC1, unencrypted. */
    public static PrivateKey readPrivateKey(String text) {
        return readPrivateKey(text, null);
    }

    /** The first private key in the text, encrypted or not. */
    public static PrivateKey readPrivateKey(String text, @Nullable Passphrase passphrase) {
        PemBlock block = Pem.privateKeyBlock(text)
                .orElseThrow(() -> new PkiException(Text.of("there is no PRIVATE KEY block", "нет блока PRIVATE KEY")));
        if (block.isEncrypted()) {
            if (passphrase == null) {
                throw new PkiException(Text.of(
                        "the private key is encrypted and no passphrase was given",
                        "закрытый ключ зашифрован, а парольная фраза не задана"));
            }
            return block.headers().isEmpty()
                    ? EncryptedKeys.decrypt(der(block, KEY), passphrase)
                    : EncryptedKeys.decryptTraditional(block.text(), passphrase);
        }
        return PrivateKeys.read(pkcs8(block, curveBefore(text)));
    }

    /** A private key from a file in PEM or DER of PKCS#8. */
    public static PrivateKey readPrivateKey(byte[] file, @Nullable Passphrase passphrase) {
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
    public static String traditionalPrivateKey(PrivateKey key) {
        return PrivateKeys.traditional(key)
                .map(form -> Pem.block(form.label(), form.der()))
                .orElseGet(() -> privateKey(key));
    }

    public static String encryptedPrivateKey(byte[] der) {
        return Pem.block("ENCRYPTED PRIVATE KEY", der);
    }

    public static String request(byte[] der) {
        return Pem.block("CERTIFICATE REQUEST", der);
    }

    /** The first signing request in the text, as DER. */
    public static byte[] readRequest(String text) {
        return der(
                PemBlock.all(text).stream()
                        .filter(block -> block.label().endsWith("CERTIFICATE REQUEST"))
                        .findFirst()
                        .orElseThrow(() -> new PkiException(
                                Text.of("there is no CERTIFICATE REQUEST block", "нет блока CERTIFICATE REQUEST"))),
                CERTIFICATE_REQUEST);
    }

    /** The curve that {@code openssl ecparam -genkey} writes before a key. */
    private static @Nullable ASN1Encodable curveBefore(String text) {
        for (PemBlock block : PemBlock.all(text)) {
            if (block.label().equals("EC PARAMETERS")) {
                try {
                    return ASN1Primitive.fromByteArray(der(block, CURVE)) instanceof ASN1ObjectIdentifier curve
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
        byte[] der = der(block, KEY);
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
                        throw new PkiException(Text.of(
                                "the EC private key does not name its curve", "в закрытом ключе EC не названа кривая"));
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

    private static byte[] der(PemBlock block, Text what) {
        return refusing(() -> block.der(what));
    }

    private static <T> T refusing(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (PemException e) {
            throw new PkiException(e.reason(), e.getCause());
        }
    }

    private static boolean isDer(byte[] file) {
        return file.length > 0 && file[0] == 0x30;
    }

    private static PkiException damaged() {
        // The cause could quote bytes of the key.
        return new PkiException(Text.of(
                "the private key cannot be read: its ASN.1 is damaged",
                "закрытый ключ не удалось прочитать: структура ASN.1 повреждена"));
    }
}
