package io.github.pg1c.pki.key;

import io.github.pg1c.base.pem.PemException;
import io.github.pg1c.base.pem.Pkcs8;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.PkiException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** Functions of Bouncy Castle for private keys: the public half, older forms, and the match with a certificate. */
public final class PrivateKeys {
    private static final byte[] CHALLENGE =
            "pg1c: does this key belong to that certificate?".getBytes(StandardCharsets.UTF_8);

    private PrivateKeys() {}

    public static byte[] pkcs8(PrivateKey key) {
        try {
            return Pkcs8.encode(key);
        } catch (PemException e) {
            throw new PkiException(e.reason());
        }
    }

    /** The same key as an object of the JDK, because JSSE knows "EC" but not the "ECDSA" of other providers. */
    public static PrivateKey normalised(PrivateKey key) {
        return read(pkcs8(key));
    }

    static PrivateKey read(byte[] pkcs8) {
        try {
            return Pkcs8.read(pkcs8);
        } catch (PemException e) {
            throw new PkiException(e.reason());
        }
    }

    /**
     * Whether the two halves belong together. The public half in most key files is compared; without it a signature is
     * made and verified. The comparison is faster: an unchanged store needs no signature and no start of the provider.
     */
    public static boolean match(PrivateKey privateKey, PublicKey publicKey) {
        return enclosedPublicKey(privateKey)
                .map(enclosed -> Arrays.equals(enclosed, publicKeyBits(publicKey)))
                .orElseGet(() -> signsFor(privateKey, publicKey));
    }

    /** The public half within an encoded RSA or EC key. */
    private static Optional<byte[]> enclosedPublicKey(PrivateKey key) {
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(key.getEncoded());
            ASN1ObjectIdentifier type = info.getPrivateKeyAlgorithm().getAlgorithm();
            if (type.equals(PKCSObjectIdentifiers.rsaEncryption)) {
                RSAPrivateKey rsa = RSAPrivateKey.getInstance(info.parsePrivateKey());
                return Optional.of(new RSAPublicKey(rsa.getModulus(), rsa.getPublicExponent()).getEncoded());
            }
            if (type.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
                return Optional.ofNullable(
                                ECPrivateKey.getInstance(info.parsePrivateKey()).getPublicKey())
                        .map(ASN1BitString::getBytes);
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static byte[] publicKeyBits(PublicKey key) {
        return SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getPublicKeyData()
                .getBytes();
    }

    private static boolean signsFor(PrivateKey privateKey, PublicKey publicKey) {
        var algorithm = KeyAlgorithm.of(publicKey);
        if (algorithm.isEmpty()) {
            return false;
        }
        try {
            Signature signer = Signature.getInstance(algorithm.get().signature(), BouncyCastle.PROVIDER);
            signer.initSign(bouncy(privateKey));
            signer.update(CHALLENGE);
            byte[] signature = signer.sign();
            Signature verifier = Signature.getInstance(algorithm.get().signature());
            verifier.initVerify(publicKey);
            verifier.update(CHALLENGE);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The public half, computed from the private one. */
    public static PublicKey publicKey(PrivateKey key) {
        try {
            AsymmetricKeyParameter secret = PrivateKeyFactory.createKey(pkcs8(key));
            AsymmetricKeyParameter open;
            if (secret instanceof RSAPrivateCrtKeyParameters rsa) {
                open = new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent());
            } else if (secret instanceof ECPrivateKeyParameters ec) {
                open = new ECPublicKeyParameters(
                        new FixedPointCombMultiplier()
                                .multiply(ec.getParameters().getG(), ec.getD()),
                        ec.getParameters());
            } else if (secret instanceof Ed25519PrivateKeyParameters ed) {
                open = ed.generatePublicKey();
            } else {
                throw new PkiException(
                        Text.of("the private key is of an unsupported kind", "закрытый ключ неподдерживаемого вида"));
            }
            SubjectPublicKeyInfo info = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(open);
            return KeyFactory.getInstance(keyType(info.getAlgorithm().getAlgorithm()))
                    .generatePublic(new X509EncodedKeySpec(info.getEncoded()));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | IllegalStateException e) {
            throw new PkiException(Text.of(
                    "the private key cannot be read: it is damaged or of an unsupported kind",
                    "закрытый ключ не удалось прочитать: он повреждён или неподдерживаемого вида"));
        }
    }

    /** The same key as an object of Bouncy Castle, which signs faster than SunEC. */
    public static PrivateKey bouncy(PrivateKey key) throws GeneralSecurityException {
        byte[] pkcs8 = pkcs8(key);
        String type = keyType(
                PrivateKeyInfo.getInstance(pkcs8).getPrivateKeyAlgorithm().getAlgorithm());
        return KeyFactory.getInstance(type, BouncyCastle.PROVIDER).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    /** A key in a form older than PKCS#8. */
    record Traditional(String label, byte[] der) {}

    /** PKCS#1 for RSA, SEC1 with the curve and the public half for EC; others have none. */
    static Optional<Traditional> traditional(PrivateKey key) {
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(pkcs8(key));
            ASN1ObjectIdentifier type = info.getPrivateKeyAlgorithm().getAlgorithm();
            if (type.equals(PKCSObjectIdentifiers.rsaEncryption)) {
                return Optional.of(new Traditional(
                        "RSA PRIVATE KEY",
                        info.parsePrivateKey().toASN1Primitive().getEncoded(ASN1Encoding.DER)));
            }
            if (type.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
                // Without the curve neither OpenSSL nor Go can read it.
                ECPrivateKey ec = ECPrivateKey.getInstance(info.parsePrivateKey());
                int bits = ECNamedCurveTable.getByOID(ASN1ObjectIdentifier.getInstance(
                                info.getPrivateKeyAlgorithm().getParameters()))
                        .getN()
                        .bitLength();
                return Optional.of(new Traditional(
                        "EC PRIVATE KEY",
                        new ECPrivateKey(
                                        bits,
                                        ec.getKey(),
                                        new DERBitString(publicKeyBits(publicKey(key))),
                                        info.getPrivateKeyAlgorithm().getParameters())
                                .getEncoded(ASN1Encoding.DER)));
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new PkiException(Text.of(
                    "the private key cannot be written in its older form",
                    "закрытый ключ не удалось записать в старом виде"));
        }
    }

    private static String keyType(ASN1ObjectIdentifier oid) {
        if (oid.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return "EC";
        }
        if (oid.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return "RSA";
        }
        if (oid.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return "Ed25519";
        }
        throw new IllegalArgumentException("unsupported key type " + oid);
    }
}
