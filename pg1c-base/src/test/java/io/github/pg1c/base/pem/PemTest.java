package io.github.pg1c.base.pem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PemTest {

    /** The key of RFC 8410, section 10.3, in version 2: with an attribute and the public half. */
    private static final String VERSION_TWO = """
            -----BEGIN PRIVATE KEY-----
            MHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            oB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUgQ2hhaXJzgSEAGb9ECWmEzf6FQbrB
            Z9w7lshQhqowtrbLDFw4rXAxZuE=
            -----END PRIVATE KEY-----
            """;

    @ParameterizedTest
    @CsvSource({"EC, 256", "EC, 384", "RSA, 2048", "Ed25519, 255"})
    void readsTheKeysThatTheJdkMakes(String kind, int size) throws GeneralSecurityException {
        PrivateKey key = generate(kind, size);
        String text = Pem.block("PRIVATE KEY", Pkcs8.encode(key));
        assertThat(Pem.privateKey("prose in front\n" + text.replace("\n", "\r\n")))
                .isEqualTo(key);
    }

    @Test
    void readsVersionTwoAndWritesVersionOne() throws GeneralSecurityException {
        PrivateKey key = Pem.privateKey(VERSION_TWO);
        byte[] encoded = Pkcs8.encode(key);
        assertThat(HexFormat.of().formatHex(encoded))
                .isEqualTo("302e020100300506032b657004220420"
                        + "d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44755842");
        assertThat(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)))
                .isEqualTo(key);
    }

    @Test
    void writesLinesOf64Characters() {
        assertThat(Pem.block("X", new byte[100]).lines()).hasSize(5).allMatch(line -> line.length() <= 64);
        assertThat(Pem.block("X", new byte[100])).endsWith("-----END X-----\n").doesNotContain("\r");
    }

    @Test
    void saysWhichFormItCannotRead() {
        assertThatExceptionOfType(PemException.class)
                .isThrownBy(() -> Pem.privateKey("no key"))
                .withMessage("there is no PRIVATE KEY block");
        assertThatExceptionOfType(PemException.class)
                .isThrownBy(() -> Pem.privateKey(Pem.block("ENCRYPTED PRIVATE KEY", new byte[9])))
                .withMessage("the private key is encrypted; it must be unencrypted PKCS#8");
        assertThatExceptionOfType(PemException.class)
                .isThrownBy(() -> Pem.privateKey(Pem.block("EC PRIVATE KEY", new byte[9])))
                .withMessageContaining("EC PRIVATE KEY")
                .withMessageContaining("openssl pkcs8 -topk8 -nocrypt");
        assertThatExceptionOfType(PemException.class)
                .isThrownBy(() -> Pem.certificates(VERSION_TWO))
                .withMessage("there is no CERTIFICATE block");
    }

    @Test
    void refusesBase64WithOtherCharacters() {
        assertThatExceptionOfType(PemException.class)
                .isThrownBy(() -> Pem.privateKey(VERSION_TWO.replace("MHIC", "M!IC")))
                .satisfies(e ->
                        assertThat(e.reason().ru()).contains("закрытый ключ").contains("повреждён"))
                .withMessage("the Base64 text of the private key is damaged");
    }

    @Test
    void readsADamagedKeyOrRefusesItAndNeverQuotesIt() throws GeneralSecurityException {
        byte[] whole = Pkcs8.encode(generate("EC", 256));
        Random random = new Random(20261128);
        int refused = 0;
        for (int i = 0; i < 5000; i++) {
            byte[] damaged = random.nextBoolean() ? whole.clone() : Arrays.copyOf(whole, random.nextInt(whole.length));
            for (int bytes = random.nextInt(4); bytes > 0 && damaged.length > 0; bytes--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                Pkcs8.read(damaged);
            } catch (PemException e) {
                refused++;
                assertThat(e).hasNoCause().hasMessageStartingWith("the private key cannot be read");
            }
        }
        assertThat(refused).isBetween(2000, 5000);
    }

    @Test
    void skipsWhatIsCutOff() {
        assertThat(PemBlock.all("-----BEGIN A-----\nAAAA\n" + Pem.block("B", new byte[3]) + "-----BEGIN C"))
                .extracting(PemBlock::label)
                .containsExactly("B");
        assertThat(PemBlock.all(VERSION_TWO).get(0)).hasToString("PemBlock[PRIVATE KEY]");
    }

    private static PrivateKey generate(String kind, int size) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        generator.initialize(size);
        return generator.generateKeyPair().getPrivate();
    }
}
