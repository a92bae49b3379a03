package io.github.pg1c.pki.cfssl.certificate;

import io.github.pg1c.base.words.Text;
import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;

/**
 * What kind of public key a request or an authority has, and who takes it.
 *
 * @param name as people call it: {@code RSA 1024}, {@code secp256k1}
 * @param grade who takes it
 * @see <a href="https://pkg.go.dev/crypto/x509">Go: crypto/x509</a>, which reads no other kinds
 */
record PublicKeyKind(Text name, Grade grade) {
    private static final DefaultAlgorithmNameFinder NAMES = new DefaultAlgorithmNameFinder();
    private static final int RSA_LEAST_BITS = 2048;
    /** Go takes no longer key in a TLS handshake. */
    private static final int RSA_MOST_BITS = 8192;
    /** FIPS 186-5, A.1.1. */
    private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(65537);

    private static final int MOST_EXPONENT_BITS = 31;

    enum Grade {
        SOUND,
        /** cfssl takes it, strict verifiers do not. */
        WEAK,
        /** Go does not read it. */
        UNSUPPORTED
    }

    /** The kind of a key; one that contradicts itself is refused by {@link Signatures}. */
    static PublicKeyKind of(SubjectPublicKeyInfo key) throws IOException {
        AlgorithmIdentifier algorithm = key.getAlgorithm();
        ASN1ObjectIdentifier id = algorithm.getAlgorithm();
        if (id.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return rsa(RSAPublicKey.getInstance(key.parsePublicKey()), algorithm);
        }
        if (id.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return algorithm.getParameters() != null
                            && algorithm.getParameters().toASN1Primitive() instanceof ASN1ObjectIdentifier curve
                    ? ec(curve)
                    : new PublicKeyKind(Text.of("EC without a named curve", "EC без имени кривой"), Grade.UNSUPPORTED);
        }
        return id.equals(EdECObjectIdentifiers.id_Ed25519)
                ? new PublicKeyKind(Text.same("Ed25519"), Grade.SOUND)
                : new PublicKeyKind(Text.same(NAMES.getAlgorithmName(algorithm)), Grade.UNSUPPORTED);
    }

    private static PublicKeyKind rsa(RSAPublicKey key, AlgorithmIdentifier algorithm) {
        int bits = key.getModulus().bitLength();
        BigInteger exponent = key.getPublicExponent();
        String name = "RSA " + bits;
        if (!DERNull.INSTANCE.equals(algorithm.getParameters())) {
            return new PublicKeyKind(
                    Text.of(name + " without NULL parameters", name + " без параметров NULL"), Grade.UNSUPPORTED);
        }
        if (key.getModulus().signum() <= 0
                || exponent.signum() <= 0
                || exponent.bitLength() == 1
                || exponent.bitLength() > MOST_EXPONENT_BITS
                || !exponent.testBit(0)) {
            return new PublicKeyKind(withExponent(name, exponent), Grade.UNSUPPORTED);
        }
        if (exponent.compareTo(LEAST_EXPONENT) < 0) {
            return new PublicKeyKind(withExponent(name, exponent), Grade.WEAK);
        }
        return new PublicKeyKind(
                Text.same(name), bits < RSA_LEAST_BITS || bits > RSA_MOST_BITS ? Grade.WEAK : Grade.SOUND);
    }

    private static Text withExponent(String name, BigInteger exponent) {
        return Text.of(name + " with the exponent " + exponent, name + " с экспонентой " + exponent);
    }

    private static PublicKeyKind ec(ASN1ObjectIdentifier curve) {
        if (curve.equals(SECObjectIdentifiers.secp256r1)
                || curve.equals(SECObjectIdentifiers.secp384r1)
                || curve.equals(SECObjectIdentifiers.secp521r1)) {
            return new PublicKeyKind(Text.same("EC"), Grade.SOUND);
        }
        String name = ECNamedCurveTable.getName(curve);
        return new PublicKeyKind(
                Text.same(name == null ? "EC " + curve : name),
                curve.equals(SECObjectIdentifiers.secp224r1) ? Grade.WEAK : Grade.UNSUPPORTED);
    }
}
