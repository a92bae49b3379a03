package io.github.pg1c.pki;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The kind of a key pair, and with it the signature that an issuer with such a key makes.
 * The default is {@link #P256}: every program of the cluster accepts it and it costs the least.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5480">RFC 5480</a>, <a href="https://www.rfc-editor.org/rfc/rfc8410">RFC 8410</a>
 * @since 0.1
 */
public enum KeyAlgorithm {
    /** ECDSA on the NIST curve P-256; the default. */
    P256("p256", "EC", "SHA256withECDSA", new ECGenParameterSpec("secp256r1"), 256),
    /** ECDSA on the NIST curve P-384. */
    P384("p384", "EC", "SHA384withECDSA", new ECGenParameterSpec("secp384r1"), 384),
    /** RSA with 2048 bits, for programs that know nothing newer. */
    RSA_2048("rsa-2048", "RSA", "SHA256withRSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4), 2048),
    /** RSA with 3072 bits. */
    RSA_3072("rsa-3072", "RSA", "SHA384withRSA", new RSAKeyGenParameterSpec(3072, RSAKeyGenParameterSpec.F4), 3072),
    /** RSA with 4096 bits; hundreds of times slower to make than {@link #P256}. */
    RSA_4096("rsa-4096", "RSA", "SHA512withRSA", new RSAKeyGenParameterSpec(4096, RSAKeyGenParameterSpec.F4), 4096),
    /** Ed25519; not accepted by FIPS builds and by Windows' own TLS. */
    ED25519("ed25519", "Ed25519", "Ed25519", null, 255);

    private final String id;
    private final String keyType;
    private final String signature;
    private final @Nullable AlgorithmParameterSpec parameters;
    private final int bits;

    KeyAlgorithm(String id, String keyType, String signature, @Nullable AlgorithmParameterSpec parameters, int bits) {
        this.id = id;
        this.keyType = keyType;
        this.signature = signature;
        this.parameters = parameters;
        this.bits = bits;
    }

    /** The name in configuration: {@code p256}, {@code p384}, {@code rsa-2048}, {@code rsa-3072}, {@code rsa-4096}, {@code ed25519}. */
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
                .orElseThrow(() -> new IllegalArgumentException("unknown key algorithm \"" + id + "\"; known are "
                        + Arrays.stream(values()).map(KeyAlgorithm::id).collect(Collectors.joining(", "))));
    }

    /** The algorithm of a key, or empty when this library does not issue such keys. */
    public static Optional<KeyAlgorithm> of(PublicKey key) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.describes(key))
                .findFirst();
    }

    /** True for the RSA family, whose keys may also encipher. */
    public boolean isRsa() {
        return keyType.equals("RSA");
    }

    /** A new key pair; the key objects are of the provider that the JVM prefers for this kind, as TLS expects them. */
    public KeyPair generate(SecureRandom random) {
        try {
            // Bouncy Castle makes curve keys several times faster than SunEC and RSA keys slower.
            KeyPairGenerator generator = isRsa()
                    ? KeyPairGenerator.getInstance(keyType)
                    : KeyPairGenerator.getInstance(keyType, BouncyCastle.PROVIDER);
            if (parameters != null) {
                generator.initialize(parameters, random);
            } else {
                generator.initialize(bits, random);
            }
            KeyPair pair = generator.generateKeyPair();
            PublicKey publicKey = KeyFactory.getInstance(keyType)
                    .generatePublic(new X509EncodedKeySpec(pair.getPublic().getEncoded()));
            return new KeyPair(publicKey, PrivateKeys.normalised(pair.getPrivate()));
        } catch (GeneralSecurityException e) {
            throw new PkiException("cannot make a " + id + " key pair", e);
        }
    }

    /** The signature that an issuer with such a key makes: the digest is as strong as the key. */
    String signature() {
        return signature;
    }

    private boolean describes(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return isRsa() && rsa.getModulus().bitLength() == bits;
        }
        if (key instanceof ECPublicKey ec) {
            return keyType.equals("EC") && ec.getParams().getCurve().getField().getFieldSize() == bits;
        }
        return this == ED25519
                && (key.getAlgorithm().equals("EdDSA") || key.getAlgorithm().equals("Ed25519"))
                && key.getEncoded().length == 44;
    }
}
