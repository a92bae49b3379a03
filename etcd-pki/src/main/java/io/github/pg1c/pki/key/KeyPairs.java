package io.github.pg1c.pki.key;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.PkiException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;

/** New key pairs, and key pairs computed from the private half. */
public final class KeyPairs {
    private KeyPairs() {}

    /** A new key pair; its objects come from the provider that the JVM prefers for this kind, as TLS expects. */
    public static KeyPair generate(KeyAlgorithm algorithm, SecureRandom random) {
        String type = algorithm.keyType();
        try {
            // Bouncy Castle makes curve keys several times faster than SunEC and RSA keys slower.
            KeyPairGenerator generator = algorithm.isRsa()
                    ? KeyPairGenerator.getInstance(type)
                    : KeyPairGenerator.getInstance(type, BouncyCastle.PROVIDER);
            switch (type) {
                case "EC" -> generator.initialize(new ECGenParameterSpec("secp" + algorithm.bits() + "r1"), random);
                case "RSA" ->
                    generator.initialize(
                            new RSAKeyGenParameterSpec(algorithm.bits(), RSAKeyGenParameterSpec.F4), random);
                default -> generator.initialize(algorithm.bits(), random);
            }
            KeyPair pair = generator.generateKeyPair();
            return new KeyPair(
                    KeyFactory.getInstance(type)
                            .generatePublic(
                                    new X509EncodedKeySpec(pair.getPublic().getEncoded())),
                    PrivateKeys.normalised(pair.getPrivate()));
        } catch (GeneralSecurityException e) {
            throw new PkiException(
                    Text.of(
                            "a key pair " + algorithm.id() + " cannot be made",
                            "не удалось создать пару ключей " + algorithm.id()),
                    e);
        }
    }

    /** The pair of a private key. */
    public static KeyPair of(PrivateKey key) {
        return new KeyPair(PrivateKeys.publicKey(key), key);
    }
}
