package io.github.pg1c.pki.x509;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.SubjectName;
import io.github.pg1c.pki.key.BouncyCastle;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.key.PrivateKeys;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The content of a certificate, field by field, as strict validators require ({@code openssl verify -x509_strict}, Go,
 * zlint).
 */
public final class CertificateProfile {
    private static final int SERIAL_BITS = 159;
    private static final int SERIAL_LEAST_BITS = 64;

    private CertificateProfile() {}

    public static X509Certificate root(CaRequest request, KeyPair keys, Instant now, SecureRandom random) {
        X500Name name = DistinguishedNames.subject(request);
        X509v3CertificateBuilder builder =
                builder(name, Validity.root(now, request.validity()), name, keys.getPublic(), random);
        try {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
            return sign(builder, keys.getPublic(), keys.getPrivate(), random);
        } catch (IOException | GeneralSecurityException e) {
            throw new PkiException(
                    Text.of(
                            "the certificate of the authority " + request.commonName() + " cannot be made",
                            "не удалось создать сертификат центра " + request.commonName()),
                    e);
        }
    }

    /** The renewed root: the same key under the same name and identifier, so issued certificates stay valid. */
    public static X509Certificate renewedRoot(
            X509Certificate root, PrivateKey key, Validity life, SecureRandom random) {
        X500Name name = X500Name.getInstance(root.getSubjectX500Principal().getEncoded());
        X509v3CertificateBuilder builder = builder(name, life, name, root.getPublicKey(), random);
        try {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            int pathLength = root.getBasicConstraints();
            builder.addExtension(
                    Extension.basicConstraints,
                    true,
                    pathLength == Integer.MAX_VALUE ? new BasicConstraints(true) : new BasicConstraints(pathLength));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(subjectKeyIdentifier(root)));
            return sign(builder, root.getPublicKey(), key, random);
        } catch (IOException | GeneralSecurityException e) {
            throw new PkiException(
                    Text.of(
                            "the certificate of the authority " + root.getSubjectX500Principal() + " cannot be renewed",
                            "не удалось продлить сертификат центра " + root.getSubjectX500Principal()),
                    e);
        }
    }

    public static X509Certificate leaf(
            CertificateRequest request,
            PublicKey key,
            Validity life,
            X509Certificate issuer,
            PrivateKey issuerKey,
            SecureRandom random) {
        X500Name subject = DistinguishedNames.subject(request);
        // The issuer's own octets: a name rebuilt from text may be encoded differently, and the chain would break.
        X500Name issuerName =
                X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded());
        if (subject.equals(issuerName)) {
            throw new PkiException(Text.of(
                    "the subject " + subject
                            + " is the authority's own; verifiers would take the certificate for self-signed",
                    "субъект " + subject
                            + " совпадает с именем центра; проверяющие примут сертификат за самоподписанный"));
        }
        KeyAlgorithm algorithm = KeyAlgorithm.of(key)
                .orElseThrow(() -> new PkiException(Text.of(
                        "a key of the kind " + key.getAlgorithm() + " is not supported",
                        "ключи вида " + key.getAlgorithm() + " не поддерживаются")));
        X509v3CertificateBuilder builder = builder(issuerName, life, subject, key, random);
        try {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(keyUsage(algorithm)));
            builder.addExtension(Extension.extendedKeyUsage, false, extendedKeyUsage(request.purpose()));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
            // A copy of the issuer's identifier, not a digest of its key: other programs' authorities digest in other
            // ways.
            // Without issuer and serial number, which would bind the certificate to one renewal of the authority.
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(subjectKeyIdentifier(issuer)));
            if (!request.names().isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName, request.commonName().isEmpty(), generalNames(request));
            }
            return sign(builder, issuer.getPublicKey(), issuerKey, random);
        } catch (IOException | GeneralSecurityException e) {
            throw new PkiException(
                    Text.of(
                            "the certificate for " + request.purpose() + " cannot be made",
                            "не удалось создать сертификат для " + request.purpose()),
                    e);
        }
    }

    public static byte[] subjectKeyIdentifier(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.subjectKeyIdentifier.getId());
        if (extension == null) {
            throw new PkiException(Text.of(
                    "the certificate of the authority " + certificate.getSubjectX500Principal()
                            + " has no subject key identifier",
                    "в сертификате центра " + certificate.getSubjectX500Principal()
                            + " нет идентификатора ключа субъекта"));
        }
        try {
            return ASN1OctetString.getInstance(
                            ASN1OctetString.getInstance(extension).getOctets())
                    .getOctets();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new PkiException(
                    Text.of(
                            "the subject key identifier of the authority " + certificate.getSubjectX500Principal()
                                    + " is damaged",
                            "идентификатор ключа субъекта центра " + certificate.getSubjectX500Principal()
                                    + " повреждён"),
                    e);
        }
    }

    public static int keyUsage(KeyAlgorithm algorithm) {
        // RFC 8813 and RFC 8410: curve keys sign, they do not encipher.
        return algorithm.isRsa() ? KeyUsage.digitalSignature | KeyUsage.keyEncipherment : KeyUsage.digitalSignature;
    }

    public static ExtendedKeyUsage extendedKeyUsage(Purpose purpose) {
        return new ExtendedKeyUsage(purpose.usages().stream()
                .map(usage -> KeyPurposeId.getInstance(new ASN1ObjectIdentifier(usage.oid())))
                .toArray(KeyPurposeId[]::new));
    }

    public static GeneralNames generalNames(CertificateRequest request) {
        return new GeneralNames(request.names().stream()
                .map(name -> name instanceof SubjectName.Ip ip
                        ? new GeneralName(GeneralName.iPAddress, new DEROctetString(ip.octets()))
                        : new GeneralName(GeneralName.dNSName, new DERIA5String(name.text())))
                .toArray(GeneralName[]::new));
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, Validity life, X500Name subject, PublicKey key, SecureRandom random) {
        return new X509v3CertificateBuilder(
                issuer,
                serial(random),
                Date.from(life.notBefore()),
                Date.from(life.notAfter()),
                subject,
                SubjectPublicKeyInfo.getInstance(key.getEncoded()));
    }

    /**
     * Positive, at most 20 octets in DER (RFC 5280, 4.1.2.2), and with the 64 bits of entropy that the CA/Browser Forum
     * asks for.
     */
    static BigInteger serial(SecureRandom random) {
        BigInteger serial;
        do {
            serial = new BigInteger(SERIAL_BITS, random);
        } while (serial.bitLength() < SERIAL_LEAST_BITS);
        return serial;
    }

    private static X509Certificate sign(
            X509v3CertificateBuilder builder, PublicKey issuerPublic, PrivateKey issuerKey, SecureRandom random)
            throws GeneralSecurityException, IOException {
        KeyAlgorithm algorithm = KeyAlgorithm.of(issuerPublic)
                .orElseThrow(() -> new PkiException(Text.of(
                        "an authority with a key of the kind " + issuerPublic.getAlgorithm() + " is not supported",
                        "центры с ключом вида " + issuerPublic.getAlgorithm() + " не поддерживаются")));
        return PemText.parse(builder.build(signer(algorithm, issuerKey, random)).getEncoded());
    }

    public static ContentSigner signer(KeyAlgorithm algorithm, PrivateKey key, SecureRandom random)
            throws GeneralSecurityException {
        try {
            return new JcaContentSignerBuilder(algorithm.signature())
                    .setProvider(BouncyCastle.PROVIDER)
                    .setSecureRandom(random)
                    .build(PrivateKeys.bouncy(key));
        } catch (OperatorCreationException e) {
            throw new PkiException(Text.of("the key cannot sign", "этим ключом не удалось подписать"), e);
        }
    }
}
