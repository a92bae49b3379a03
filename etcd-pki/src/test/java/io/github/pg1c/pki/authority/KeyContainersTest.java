package io.github.pg1c.pki.authority;

import static io.github.pg1c.pki.authority.Authorities.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.key.PemText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of a key is read back, and a key that is not the certificate's is refused in each. */
class KeyContainersTest {
    private static final Passphrase PASSPHRASE = Passphrase.of("correct horse".toCharArray());
    private static final Passphrase ANOTHER = Passphrase.of("battery staple".toCharArray());

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void everyFormIsReadBack(KeyAlgorithm algorithm) throws Exception {
        IssuedCertificate issued = issued(algorithm);
        byte[] der = issued.certificate().getEncoded();
        byte[] pem = bytes(issued.certificatePem());

        same(IssuedCertificate.open(pem, bytes(issued.privateKeyPkcs8Pem())), issued);
        same(IssuedCertificate.open(der, issued.privateKeyPkcs8Der()), issued);
        same(IssuedCertificate.open(pem, bytes(issued.privateKeyTraditionalPem())), issued);
        same(
                IssuedCertificate.openPkcs12(
                        issued.pkcs12(
                                "user",
                                PASSPHRASE,
                                List.of(Authorities.of(algorithm).certificate())),
                        PASSPHRASE),
                issued);
    }

    @Test
    void encryptedKeyIsReadWithItsPassphraseOnly() {
        IssuedCertificate issued = issued(KeyAlgorithm.P256);
        byte[] certificate = bytes(issued.certificatePem());
        String encrypted = issued.privateKeyEncryptedPem(PASSPHRASE, RANDOM);

        assertThat(encrypted).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n");
        same(IssuedCertificate.open(certificate, bytes(encrypted), PASSPHRASE), issued);
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> IssuedCertificate.open(certificate, bytes(encrypted), ANOTHER))
                .withMessageContaining("passphrase")
                .withNoCause();
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> IssuedCertificate.open(certificate, bytes(encrypted)))
                .withMessageContaining("no passphrase was given");
    }

    @Test
    void authorityOpensWithItsPassphrase() {
        CertificateAuthority authority = Authorities.of(KeyAlgorithm.P256);

        CertificateAuthority opened = CertificateAuthority.open(
                authority.certificatePem(), authority.privateKeyEncryptedPem(PASSPHRASE, RANDOM), PASSPHRASE);

        assertThat(opened.privateKeyPkcs8Pem()).isEqualTo(authority.privateKeyPkcs8Pem());
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void keyOfAnotherCertificateIsRefusedInEveryForm(KeyAlgorithm algorithm) {
        byte[] certificate = bytes(Authorities.of(KeyAlgorithm.P256)
                .issue(request(), KeyAlgorithm.P256, Authorities.YEAR, Authorities.CLOCK, RANDOM)
                .certificatePem());
        IssuedCertificate other = issued(algorithm);

        for (byte[] key : List.of(
                bytes(other.privateKeyPkcs8Pem()),
                other.privateKeyPkcs8Der(),
                bytes(other.privateKeyTraditionalPem()))) {
            assertThatExceptionOfType(PkiException.class)
                    .isThrownBy(() -> IssuedCertificate.open(certificate, key))
                    .withMessageContaining("does not belong to the certificate CN=node1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "пароль", "tab\t", "\u0000"})
    void passphraseIsPrintableAscii(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Passphrase.of(text.toCharArray()));
    }

    @Test
    void passphraseIsNeverShownAndCanBeWiped() {
        char[] characters = "secret".toCharArray();
        Passphrase passphrase = Passphrase.of(characters);

        assertThat(passphrase).hasToString("Passphrase[hidden]");
        passphrase.close();
        assertThat(characters).as("the caller's own stay").containsExactly('s', 'e', 'c', 'r', 'e', 't');
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(passphrase::copy);
    }

    @Test
    void curveInFrontOfAKeyIsUsedWhenTheKeyNamesNone() throws Exception {
        IssuedCertificate issued = issued(KeyAlgorithm.P256);
        var full = org.bouncycastle.asn1.sec.ECPrivateKey.getInstance(
                org.bouncycastle.asn1.pkcs.PrivateKeyInfo.getInstance(issued.privateKeyPkcs8Der())
                        .parsePrivateKey());
        String bare =
                pem("EC PRIVATE KEY", new org.bouncycastle.asn1.sec.ECPrivateKey(256, full.getKey()).getEncoded());
        String curve = pem("EC PARAMETERS", org.bouncycastle.asn1.sec.SECObjectIdentifiers.secp256r1.getEncoded());

        assertThat(IssuedCertificate.open(bytes(issued.certificatePem()), bytes(curve + bare))
                        .privateKeyTraditionalPem())
                .isEqualTo(issued.privateKeyTraditionalPem());
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> PemText.readPrivateKey(bare))
                .withMessageContaining("does not name its curve");
    }

    private static void same(IssuedCertificate read, IssuedCertificate written) {
        // JSSE overlooks a key that calls itself "ECDSA".
        assertThat(read.privateKey().getAlgorithm())
                .isEqualTo(written.privateKey().getAlgorithm())
                .isIn("EC", "RSA", "EdDSA", "Ed25519");
        assertThat(read.certificate()).isEqualTo(written.certificate());
        assertThat(read.privateKeyPkcs8Der()).isEqualTo(written.privateKeyPkcs8Der());
    }

    private static IssuedCertificate issued(KeyAlgorithm algorithm) {
        return Authorities.issue(algorithm, request());
    }

    private static CertificateRequest request() {
        return CertificateRequest.of(Purpose.ETCD_PEER, "node1", "node1");
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + java.util.Base64.getEncoder().encodeToString(der) + "\n-----END "
                + label + "-----\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
