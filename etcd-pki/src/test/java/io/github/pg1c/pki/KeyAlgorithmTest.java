package io.github.pg1c.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pg1c.pki.authority.CertificateAuthority;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that others have made. */
class KeyAlgorithmTest {
    private static final Provider BOUNCY = new BouncyCastleProvider();
    private static final Clock CLOCK = Clock.systemUTC();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final CertificateRequest NODE = CertificateRequest.of(Purpose.ETCD_SERVER, "node1", "node1");

    @ParameterizedTest
    @CsvSource({"secp256r1, P256", "secp384r1, P384"})
    void curveIsKnownWhoeverMadeTheKey(String curve, KeyAlgorithm algorithm) throws GeneralSecurityException {
        assertThat(KeyAlgorithm.of(ec(curve).getPublic())).contains(algorithm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secp256k1",
                "brainpoolP256r1",
                "brainpoolP256t1",
                "brainpoolP384r1",
                "secp224r1",
                "secp521r1",
                "sect283k1"
            })
    void otherCurvesOfTheSameSizeAreRefused(String curve) throws GeneralSecurityException {
        KeyPair keys = ec(curve);

        assertThat(KeyAlgorithm.of(keys.getPublic())).isEmpty();
        refuses(keys);
    }

    @Test
    void smallKeyIsRefused() throws GeneralSecurityException {
        refuses(pair("RSA", new RSAKeyGenParameterSpec(1024, BigInteger.valueOf(65537))));
    }

    private static void refuses(KeyPair keys) {
        CertificateAuthority authority = CertificateAuthority.create(CaRequest.of("authority"), CLOCK, RANDOM);

        assertThatThrownBy(() -> authority.issue(NODE, keys, Duration.ofDays(30), CLOCK, RANDOM))
                .isInstanceOf(PkiException.class)
                .hasMessageContaining("is not supported");
        assertThatThrownBy(() -> CertificateAuthority.create(CaRequest.of("authority"), keys, CLOCK, RANDOM))
                .isInstanceOf(PkiException.class)
                .hasMessageContaining("is not supported");
    }

    private static KeyPair ec(String curve) throws GeneralSecurityException {
        return pair("EC", new ECGenParameterSpec(curve));
    }

    private static KeyPair pair(String algorithm, AlgorithmParameterSpec parameters) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, BOUNCY);
        generator.initialize(parameters);
        return generator.generateKeyPair();
    }
}
