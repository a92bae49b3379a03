package io.github.pg1c.pki;

import io.github.pg1c.base.text.Excerpt;
import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The kind of a key pair, and the signature of an issuer with such a key. The default is {@link #P256}: every program
 * of the cluster accepts it and it costs the least.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5480">RFC 5480</a>, <a
 *     href="https://www.rfc-editor.org/rfc/rfc8410">RFC 8410</a>
 * @since 0.1
 */
public enum KeyAlgorithm {
    /** ECDSA on the NIST curve P-256; the default. */
    P256("p256", "EC", "SHA256withECDSA", 256),
    /** ECDSA on the NIST curve P-384. */
    P384("p384", "EC", "SHA384withECDSA", 384),
    /** RSA with 2048 bits, for old programs. */
    RSA_2048("rsa-2048", "RSA", "SHA256withRSA", 2048),
    /** RSA with 3072 bits. */
    RSA_3072("rsa-3072", "RSA", "SHA384withRSA", 3072),
    /** RSA with 4096 bits; key generation is hundreds of times slower than for {@link #P256}. */
    RSA_4096("rsa-4096", "RSA", "SHA512withRSA", 4096),
    /** Ed25519; not accepted by FIPS builds and by Windows' own TLS. */
    ED25519("ed25519", "Ed25519", "Ed25519", 255);

    private static final Map<Integer, ECParameterSpec> NIST = Map.of(256, curve("secp256r1"), 384, curve("secp384r1"));

    private final String id;
    private final String keyType;
    private final String signature;
    private final int bits;

    KeyAlgorithm(String id, String keyType, String signature, int bits) {
        this.id = id;
        this.keyType = keyType;
        this.signature = signature;
        this.bits = bits;
    }

    /**
     * The name in configuration: {@code p256}, {@code p384}, {@code rsa-2048}, {@code rsa-3072}, {@code rsa-4096},
     * {@code ed25519}.
     */
    public String id() {
        return id;
    }

    /**
     * The algorithm with this {@link #id() id}.
     *
     * @throws IllegalArgumentException for an unknown id; the message lists the known ones
     */
    public static KeyAlgorithm ofId(String id) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new MalformedValueException(
                        Text.of(
                                "unknown key algorithm \"" + Excerpt.of(id) + "\"",
                                "неизвестный вид ключа «" + Excerpt.of(id) + "»"),
                        known()));
    }

    private static Text known() {
        String ids = Arrays.stream(values()).map(KeyAlgorithm::id).collect(Collectors.joining(", "));
        return Text.of("known are " + ids, "известны " + ids);
    }

    /** The algorithm of a key, or empty when this library does not issue such keys. */
    public static Optional<KeyAlgorithm> of(PublicKey key) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.describes(key))
                .findFirst();
    }

    /** True for RSA; such keys may also encipher. */
    public boolean isRsa() {
        return keyType.equals("RSA");
    }

    /** The JDK's name of the kind of key: {@code EC}, {@code RSA} or {@code Ed25519}. */
    public String keyType() {
        return keyType;
    }

    /** The size of the key in bits. */
    public int bits() {
        return bits;
    }

    /** The JDK's name of the signature of an issuer with such a key; the digest is as strong as the key. */
    public String signature() {
        return signature;
    }

    /** Whether this is NIST's curve of the size: secp256k1 and Brainpool's have the same sizes. */
    private boolean isNist(ECParameterSpec curve) {
        ECParameterSpec nist = NIST.get(bits);
        return nist != null
                && curve.getCurve().equals(nist.getCurve())
                && curve.getGenerator().equals(nist.getGenerator())
                && curve.getOrder().equals(nist.getOrder());
    }

    private static ECParameterSpec curve(String name) {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(name));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name + " is a curve that every JDK has", e);
        }
    }

    private boolean describes(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return isRsa() && rsa.getModulus().bitLength() == bits;
        }
        if (key instanceof ECPublicKey ec) {
            return keyType.equals("EC") && isNist(ec.getParams());
        }
        return this == ED25519
                && (key.getAlgorithm().equals("EdDSA") || key.getAlgorithm().equals("Ed25519"))
                && key.getEncoded().length == 44;
    }
}
