package io.github.pg1c.base.pem;

import io.github.pg1c.base.words.Text;
import java.io.ByteArrayInputStream;
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
import java.util.Optional;

/**
 * PEM text: written with line feeds on every platform, and read leniently, because {@code openssl x509 -text} puts
 * prose in front, {@code openssl ecparam} puts a block of parameters in front, and cfssl labels Ed25519 keys in its own
 * way.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>
 * @since 0.1
 */
public final class Pem {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});
    private static final Text CERTIFICATE = Text.of("certificate", "сертификат");
    private static final Text LIST = Text.of("revocation list", "список отзыва");
    private static final Text KEY = Text.of("private key", "закрытый ключ");

    private Pem() {}

    /** A block with lines of 64 characters. */
    public static String block(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    /** A certificate as a block. */
    public static String certificate(X509Certificate certificate) {
        try {
            return block("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new PemException(
                    Text.of("the certificate cannot be encoded", "сертификат не удалось закодировать"), e);
        }
    }

    /** A revocation list as a block. */
    public static String revocationList(X509CRL list) {
        try {
            return block("X509 CRL", list.getEncoded());
        } catch (CRLException e) {
            throw new PemException(
                    Text.of("the revocation list cannot be encoded", "список отзыва не удалось закодировать"), e);
        }
    }

    /**
     * All certificates in a text, in its order.
     *
     * @throws PemException when there is none, or one of them is damaged
     */
    public static List<X509Certificate> certificates(String text) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (PemBlock block : PemBlock.all(text)) {
            if (block.isCertificate()) {
                certificates.add(parseCertificate(block.der(CERTIFICATE)));
            }
        }
        if (certificates.isEmpty()) {
            throw new PemException(Text.of("there is no CERTIFICATE block", "нет блока CERTIFICATE"));
        }
        return List.copyOf(certificates);
    }

    /** All revocation lists in a text, in its order; possibly none. */
    public static List<X509CRL> revocationLists(String text) {
        List<X509CRL> lists = new ArrayList<>();
        for (PemBlock block : PemBlock.all(text)) {
            if (block.isRevocationList()) {
                lists.add(parseRevocationList(block.der(LIST)));
            }
        }
        return List.copyOf(lists);
    }

    /**
     * A certificate in DER.
     *
     * @throws PemException when it is damaged
     */
    public static X509Certificate parseCertificate(byte[] der) {
        try {
            if (CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der))
                    instanceof X509Certificate certificate) {
                return certificate;
            }
            throw new PemException(unreadable(CERTIFICATE));
        } catch (CertificateException e) {
            throw new PemException(unreadable(CERTIFICATE), e);
        }
    }

    /**
     * A revocation list in DER.
     *
     * @throws PemException when it is damaged
     */
    public static X509CRL parseRevocationList(byte[] der) {
        try {
            if (CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der))
                    instanceof X509CRL list) {
                return list;
            }
            throw new PemException(unreadable(LIST));
        } catch (CRLException | CertificateException e) {
            throw new PemException(unreadable(LIST), e);
        }
    }

    /** The block of the first private key in a text, of any form. */
    public static Optional<PemBlock> privateKeyBlock(String text) {
        return PemBlock.all(text).stream().filter(PemBlock::isPrivateKey).findFirst();
    }

    /**
     * The first private key in a text: EC, RSA or Ed25519 as unencrypted PKCS#8.
     *
     * @throws PemException when there is none, or its form is not supported; the message names the form
     */
    public static PrivateKey privateKey(String text) {
        PemBlock block = privateKeyBlock(text)
                .orElseThrow(() -> new PemException(Text.of("there is no PRIVATE KEY block", "нет блока PRIVATE KEY")));
        if (block.isEncrypted()) {
            throw new PemException(Text.of(
                    "the private key is encrypted; it must be unencrypted PKCS#8",
                    "закрытый ключ зашифрован; нужен незашифрованный ключ в виде PKCS#8"));
        }
        if (block.label().startsWith("RSA ") || block.label().startsWith("EC ")) {
            throw new PemException(Text.of(
                    "the private key has the older form " + block.label()
                            + "; convert it to PKCS#8 by: openssl pkcs8 -topk8 -nocrypt",
                    "закрытый ключ записан в старом виде " + block.label()
                            + "; переведите его в PKCS#8 командой openssl pkcs8 -topk8 -nocrypt"));
        }
        return Pkcs8.read(block.der(KEY));
    }

    private static Text unreadable(Text what) {
        return Text.of("the " + what.en() + " cannot be parsed", what.ru() + " не удалось разобрать");
    }
}
