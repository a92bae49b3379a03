package io.github.pg1c.secrets.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class ScramVerifierTest {

    private static final String NONCE = "rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    private static final String EXCHANGE =
            "n=user,r=rOprNGfwEbeRWgbNEkqO,r=" + NONCE + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,c=biws,r=" + NONCE;

    /** The example of RFC 7677, section 3: the verifier accepts its client's proof and makes its server's signature. */
    @Test
    void holdsTheKeysOfTheExampleInTheStandard() throws Exception {
        Secret verifier =
                ScramVerifier.of(Secret.of("pencil"), Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ=="), 4096);

        String[] parts = verifier.reveal().split("[$:]", -1);
        assertThat(parts).hasSize(5).startsWith("SCRAM-SHA-256", "4096", "W22ZaJ0SNY7soEsUEjb6gQ==");
        byte[] storedKey = Base64.getDecoder().decode(parts[3]);
        byte[] serverKey = Base64.getDecoder().decode(parts[4]);
        assertThat(hmac(serverKey))
                .isEqualTo(Base64.getDecoder().decode("6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="));
        byte[] clientKey = Base64.getDecoder().decode("dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
        byte[] signature = hmac(storedKey);
        for (int i = 0; i < clientKey.length; i++) {
            clientKey[i] ^= signature[i];
        }
        assertThat(MessageDigest.getInstance("SHA-256").digest(clientKey)).isEqualTo(storedKey);
    }

    @Test
    void knowsItsPassword() {
        Secret password = Passwords.create(new SecureRandom());
        Secret verifier = ScramVerifier.create(password, new SecureRandom());

        assertThat(ScramVerifier.matches(verifier, password)).isTrue();
        assertThat(ScramVerifier.matches(verifier, Secret.of("other"))).isFalse();
        assertThat(ScramVerifier.matches(Secret.of("SCRAM-SHA-256$4096:!$x:y"), password))
                .isFalse();
        assertThat(ScramVerifier.matches(Secret.of("md5abc"), password)).isFalse();
    }

    private static byte[] hmac(byte[] key) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(EXCHANGE.getBytes(StandardCharsets.US_ASCII));
    }
}
