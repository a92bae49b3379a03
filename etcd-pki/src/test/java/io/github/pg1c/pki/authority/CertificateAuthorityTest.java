package io.github.pg1c.pki.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.Usage;
import io.github.pg1c.pki.key.KeyPairs;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.x509.SelfCheck;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.Security;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CertificateAuthorityTest {
    private final CertificateAuthority ca = Authorities.of(KeyAlgorithm.P256);
    private final CertificateRequest request = Authorities.request(Purpose.ETCD_SERVER);

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void opensWhatItWrote(KeyAlgorithm algorithm) {
        CertificateAuthority made = Authorities.of(algorithm);

        CertificateAuthority opened = CertificateAuthority.open(made.certificatePem(), made.privateKeyPkcs8Pem());

        assertThat(opened.certificate()).isEqualTo(made.certificate());
        assertThat(opened.privateKeyPkcs8Pem()).isEqualTo(made.privateKeyPkcs8Pem());
    }

    @Test
    void refusesTheKeyOfAnotherAuthority() {
        CertificateAuthority other = Authorities.of(KeyAlgorithm.P384);

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> CertificateAuthority.open(ca.certificatePem(), other.privateKeyPkcs8Pem()))
                .withMessageContaining("does not belong");
    }

    @Test
    void refusesACertificateThatIsNotAnAuthoritys() {
        IssuedCertificate leaf = Authorities.issue(KeyAlgorithm.P256, request);

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> CertificateAuthority.open(leaf.certificatePem(), leaf.privateKeyPkcs8Pem()))
                .withMessageContaining("is not the certificate of an authority");
    }

    @Test
    void certificateBeginsFiveMinutesAgoAndLivesAsLongAsAsked() {
        IssuedCertificate leaf = ca.issue(
                request,
                KeyAlgorithm.P256,
                Duration.ofDays(90),
                Clock.offset(Authorities.CLOCK, Duration.ofDays(1)),
                Authorities.RANDOM);

        Instant now = Authorities.NOW.plus(Duration.ofDays(1));
        assertThat(leaf.certificate().getNotBefore()).isEqualTo(now.minus(Duration.ofMinutes(5)));
        assertThat(leaf.notAfter()).isEqualTo(now.plus(Duration.ofDays(90)));
        assertThat(leaf.clampedToIssuer()).isFalse();
    }

    @Test
    void certificateNeverOutlivesItsAuthorityAndSaysSo() {
        IssuedCertificate leaf =
                ca.issue(request, KeyAlgorithm.P256, Duration.ofDays(36500), Authorities.CLOCK, Authorities.RANDOM);

        assertThat(leaf.notAfter()).isEqualTo(ca.certificate().getNotAfter().toInstant());
        assertThat(leaf.clampedToIssuer()).isTrue();
    }

    @Test
    void certificateNeverBeginsBeforeItsAuthority() {
        Clock early = Clock.offset(Authorities.CLOCK, Duration.ofMinutes(-4));

        IssuedCertificate leaf = ca.issue(request, KeyAlgorithm.P256, Authorities.YEAR, early, Authorities.RANDOM);

        assertThat(leaf.certificate().getNotBefore()).isEqualTo(ca.certificate().getNotBefore());
    }

    @Test
    void authorityOutsideItsLifeIssuesNothing() {
        for (Duration shift : new Duration[] {Duration.ofDays(3650), Duration.ofDays(-1)}) {
            assertThatExceptionOfType(PkiException.class)
                    .isThrownBy(() -> ca.issue(
                            request,
                            KeyAlgorithm.P256,
                            Authorities.YEAR,
                            Clock.offset(Authorities.CLOCK, shift),
                            Authorities.RANDOM))
                    .withMessageContaining("cannot issue at");
        }
    }

    @Test
    void refusesTheAuthoritysOwnNameAsSubject() {
        CertificateAuthority named =
                CertificateAuthority.create(CaRequest.of("same"), Authorities.CLOCK, Authorities.RANDOM);

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> named.issue(
                        CertificateRequest.of(Purpose.OPERATOR, "Same"),
                        KeyAlgorithm.P256,
                        Authorities.YEAR,
                        Authorities.CLOCK,
                        Authorities.RANDOM))
                .withMessageContaining("self-signed");
    }

    @Test
    void refusesAPairWhoseHalvesDoNotFit() {
        KeyPair mixed = new KeyPair(
                Authorities.keys(KeyAlgorithm.P256).getPublic(),
                KeyPairs.generate(KeyAlgorithm.P256, Authorities.RANDOM).getPrivate());

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> ca.issue(request, mixed, Authorities.YEAR, Authorities.CLOCK, Authorities.RANDOM))
                .withMessageContaining("does not belong");
    }

    @Test
    void certificateOutlivesARenewalOfItsAuthorityWithTheSameKey() throws Exception {
        KeyPair keys = KeyPairs.generate(KeyAlgorithm.P256, Authorities.RANDOM);
        CaRequest caRequest = CaRequest.of("renewed");
        CertificateAuthority first =
                CertificateAuthority.create(caRequest, keys, Authorities.CLOCK, Authorities.RANDOM);
        IssuedCertificate leaf =
                first.issue(request, KeyAlgorithm.P256, Authorities.YEAR, Authorities.CLOCK, Authorities.RANDOM);

        CertificateAuthority second =
                CertificateAuthority.create(caRequest, keys, Authorities.CLOCK, Authorities.RANDOM);

        assertThat(second.certificate().getSerialNumber())
                .isNotEqualTo(first.certificate().getSerialNumber());
        SelfCheck.path(leaf.certificate(), second.certificate(), java.util.Set.of(Usage.SERVER_AUTH), Authorities.NOW);
    }

    @Test
    void authorityFromElsewhereKeepsItsIdentifierAndTheEncodingOfItsName() throws Exception {
        KeyPair keys = Authorities.keys(KeyAlgorithm.P384);
        byte[] identifier = {1, 2, 3, 4, 5, 6, 7, 8};
        var name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "RU")
                .addRDN(BCStyle.CN, new DERPrintableString("Printable CA"))
                .build();
        var built = new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.TWO,
                        Date.from(Authorities.NOW.minusSeconds(10)),
                        Date.from(Authorities.NOW.plus(Authorities.YEAR)),
                        name,
                        keys.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))
                .addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(identifier))
                .build(new JcaContentSignerBuilder("SHA384withECDSA").build(keys.getPrivate()));
        CertificateAuthority foreign = CertificateAuthority.open(
                PemText.certificate(new JcaX509CertificateConverter().getCertificate(built)),
                PemText.privateKey(keys.getPrivate()));

        IssuedCertificate leaf =
                foreign.issue(request, KeyAlgorithm.P256, Authorities.YEAR, Authorities.CLOCK, Authorities.RANDOM);

        assertThat(leaf.certificate().getIssuerX500Principal().getEncoded()).isEqualTo(name.getEncoded());
        assertThat(leaf.certificate().getExtensionValue("2.5.29.35")).endsWith(identifier);
        SelfCheck.path(leaf.certificate(), foreign.certificate(), java.util.Set.of(Usage.CLIENT_AUTH), Authorities.NOW);
    }

    @Test
    void clientOnlyCertificateFailsPathValidationAsServer() {
        IssuedCertificate client = Authorities.issue(KeyAlgorithm.P256, Authorities.request(Purpose.PATRONI_CLIENT));

        assertThatExceptionOfType(java.security.cert.CertPathValidatorException.class)
                .isThrownBy(() -> SelfCheck.path(
                        client.certificate(), ca.certificate(), java.util.Set.of(Usage.SERVER_AUTH), Authorities.NOW));
    }

    @Test
    void providerIsNotRegisteredGlobally() {
        Authorities.issue(KeyAlgorithm.P256, request);

        assertThat(Security.getProvider("BC")).isNull();
    }

    @Test
    void textFormsNeverShowTheKey() {
        IssuedCertificate leaf = Authorities.issue(KeyAlgorithm.P256, request);
        String secret = leaf.privateKeyPkcs8Pem().lines().skip(1).findFirst().orElseThrow();

        assertThat(leaf.toString()).contains("CN=node1").doesNotContain(secret, "PRIVATE");
        assertThat(ca.toString()).contains("test CA").doesNotContain("PRIVATE");
    }
}
