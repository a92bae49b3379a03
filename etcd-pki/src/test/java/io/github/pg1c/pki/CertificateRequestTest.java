package io.github.pg1c.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pg1c.pki.authority.Authorities;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateRequestTest {
    @ParameterizedTest
    @ValueSource(strings = {"node1,O=evil", "#0c04evil", "a+CN=b", "\"quoted\"", "\\2C", "CN=x", "имя <узла>;"})
    void commonNameStaysOneValueWhateverItContains(String hostile) throws Exception {
        var certificate = Authorities.issue(KeyAlgorithm.P256, CertificateRequest.of(Purpose.OPERATOR, hostile))
                .certificate();
        var name = org.bouncycastle.asn1.x500.X500Name.getInstance(
                certificate.getSubjectX500Principal().getEncoded());

        assertThat(name.getRDNs()).hasSize(1);
        assertThat(name.getRDNs()[0].isMultiValued()).isFalse();
        assertThat(name.getRDNs()[0].getFirst().getValue().toString()).isEqualTo(hostile);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", " x", "x ", "a\nb", "a\u0000b", "a\u202eb", "\ud800"})
    void refusesCommonNamesThatCannotBeSeen(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> CertificateRequest.of(Purpose.OPERATOR, name));
    }

    @Test
    void refusesCommonNameOfMoreThan64Characters() {
        assertThat(CertificateRequest.of(Purpose.OPERATOR, "я".repeat(64)).commonName())
                .hasSize(64);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateRequest.of(Purpose.OPERATOR, "я".repeat(65)))
                .withMessageContaining("64");
    }

    @Test
    void patroniAsEtcdClientHasNoCommonName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateRequest.of(Purpose.PATRONI_ETCD_CLIENT, "patroni", "node1"))
                .withMessageContaining("must not have a common name");
        assertThatIllegalArgumentException().isThrownBy(() -> CertificateRequest.of(Purpose.PATRONI_ETCD_CLIENT, ""));
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void serverNeedsNames(Purpose purpose) {
        if (purpose.isServer()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CertificateRequest.of(purpose, "node1"))
                    .withMessageContaining("names");
        } else if (purpose.commonName() != Purpose.CommonName.FORBIDDEN) {
            assertThat(CertificateRequest.of(purpose, "node1").names()).isEmpty();
        }
    }

    @Test
    void authorityNeedsANameAndALife() {
        assertThatIllegalArgumentException().isThrownBy(() -> CaRequest.of(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaRequest("ca", "", KeyAlgorithm.P256, Duration.ZERO));
    }

    @Test
    void unknownAlgorithmIsAnsweredWithTheKnownOnes() {
        assertThat(KeyAlgorithm.ofId("rsa-3072")).isEqualTo(KeyAlgorithm.RSA_3072);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyAlgorithm.ofId("dsa"))
                .withMessageContaining("p256, p384, rsa-2048, rsa-3072, rsa-4096, ed25519");
    }
}
