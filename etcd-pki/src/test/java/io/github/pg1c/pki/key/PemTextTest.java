package io.github.pg1c.pki.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.authority.Authorities;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PemTextTest {
    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void keyIsWrittenAsVersionOnePkcs8WithLineFeeds(KeyAlgorithm algorithm) {
        PrivateKey key = Authorities.keys(algorithm).getPrivate();

        String pem = PemText.privateKey(key);

        assertThat(pem)
                .startsWith("-----BEGIN PRIVATE KEY-----\n")
                .endsWith("-----END PRIVATE KEY-----\n")
                .doesNotContain("\r");
        assertThat(pem.lines()).allMatch(line -> line.length() <= 64);
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(PrivateKeys.pkcs8(key));
        assertThat(info.getVersion().intValueExact()).isZero();
        assertThat(info.hasPublicKey()).isFalse();
        assertThat(PrivateKeys.pkcs8(PemText.readPrivateKey(pem))).isEqualTo(PrivateKeys.pkcs8(key));
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void publicHalfIsFoundFromThePrivateOne(KeyAlgorithm algorithm) {
        var pair = Authorities.keys(algorithm);

        assertThat(PrivateKeys.publicKey(pair.getPrivate()).getEncoded())
                .isEqualTo(pair.getPublic().getEncoded());
    }

    @Test
    void readsTheLabelThatCfsslGivesEd25519Keys() {
        PrivateKey key = Authorities.keys(KeyAlgorithm.ED25519).getPrivate();

        PrivateKey read = PemText.readPrivateKey(PemText.privateKey(key).replace("PRIVATE KEY", "Ed25519 PRIVATE KEY"));

        assertThat(PrivateKeys.pkcs8(read)).isEqualTo(PrivateKeys.pkcs8(key));
    }

    @Test
    void readsCertificateBehindProseAndWithWindowsLineEnds() {
        String pem = Authorities.of(KeyAlgorithm.P256).certificatePem();

        assertThat(PemText.readCertificate("Certificate:\n    Data:\n" + pem.replace("\n", "\r\n")))
                .isEqualTo(Authorities.of(KeyAlgorithm.P256).certificate());
    }

    @Test
    void complaintAboutADamagedKeyShowsNothingOfIt() {
        byte[] der = PrivateKeys.pkcs8(Authorities.keys(KeyAlgorithm.P256).getPrivate());
        byte[] cut = java.util.Arrays.copyOf(der, der.length - 5);
        String[] damaged = {
            block(cut),
            block(new byte[] {1, 2, 3}),
            "-----BEGIN PRIVATE KEY-----\n@@@@",
            "",
            block(new byte[0]),
            block(der).replaceFirst("MI", "M"),
            block(der).replace("PRIVATE KEY", "EC PRIVATE KEY"),
            block(der).replace("PRIVATE KEY", "RSA PRIVATE KEY"),
            block(der).replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY")
        };
        String hex = HexFormat.of().formatHex(der).substring(72, 100);
        String base64 = Base64.getEncoder().encodeToString(der).substring(48, 72);

        for (String text : damaged) {
            Throwable thrown = catchThrowable(() -> PemText.readPrivateKey(text));
            assertThat(thrown).isInstanceOf(PkiException.class);
            for (Throwable t = thrown; t != null; t = t.getCause()) {
                assertThat(String.valueOf(t.getMessage()))
                        .doesNotContain(hex, base64, text.isEmpty() ? "\u0000" : text);
            }
        }
    }

    private static String block(byte[] der) {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(der)
                + "\n-----END PRIVATE KEY-----\n";
    }
}
