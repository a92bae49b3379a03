package io.github.pg1c.pki.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.tls.Handshake;
import io.github.pg1c.pki.tls.TlsIdentity;
import java.io.IOException;
import java.security.cert.Certificate;
import java.time.Clock;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mutual TLS over real sockets with the JDK on both sides; the certificates are issued for the time at which the test
 * runs.
 */
class TlsHandshakeTest {
    private static final Clock REAL = Clock.systemUTC();

    static Stream<Arguments> protocolsAndKeys() {
        return Stream.of("TLSv1.2", "TLSv1.3")
                .flatMap(protocol -> Stream.of(
                                KeyAlgorithm.P256, KeyAlgorithm.P384, KeyAlgorithm.RSA_2048, KeyAlgorithm.ED25519)
                        .map(algorithm -> Arguments.of(protocol, algorithm)));
    }

    @ParameterizedTest
    @MethodSource("protocolsAndKeys")
    void memberAndClientRecogniseEachOther(String protocol, KeyAlgorithm algorithm) throws Exception {
        CertificateAuthority ca = authority(algorithm);
        IssuedCertificate server = issue(ca, algorithm, Purpose.ETCD_SERVER);
        IssuedCertificate client = issue(ca, algorithm, Purpose.PATRONI_ETCD_CLIENT);

        assertThat(handshake(protocol, ca, server, client)).isEqualTo(client.certificate());
    }

    @Test
    void clientOnlyCertificateIsRefusedAsServer() {
        CertificateAuthority ca = authority(KeyAlgorithm.P256);
        IssuedCertificate client = issue(ca, KeyAlgorithm.P256, Purpose.PATRONI_CLIENT);

        assertThatThrownBy(() -> handshake("TLSv1.3", ca, client, client))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("Extended key usage does not permit use for TLS server authentication");
    }

    @Test
    void serverOnlyCertificateIsRefusedAsClient() {
        CertificateAuthority ca = authority(KeyAlgorithm.P256);
        IssuedCertificate server = issue(ca, KeyAlgorithm.P256, Purpose.PATRONI_REST);

        assertThatThrownBy(() -> handshake("TLSv1.2", ca, server, server)).isInstanceOf(IOException.class);
    }

    @Test
    void clientOfAnotherAuthorityIsRefused() {
        CertificateAuthority ca = authority(KeyAlgorithm.P256);
        CertificateAuthority other = authority(KeyAlgorithm.P256);

        assertThatThrownBy(() -> handshake(
                        "TLSv1.2",
                        ca,
                        issue(ca, KeyAlgorithm.P256, Purpose.ETCD_SERVER),
                        issue(other, KeyAlgorithm.P256, Purpose.ETCD_CLIENT)))
                .isInstanceOf(IOException.class);
    }

    private static CertificateAuthority authority(KeyAlgorithm algorithm) {
        return CertificateAuthority.create(
                new CaRequest("handshake", "", algorithm, Authorities.YEAR), REAL, Authorities.RANDOM);
    }

    private static IssuedCertificate issue(CertificateAuthority ca, KeyAlgorithm algorithm, Purpose purpose) {
        return ca.issue(Authorities.request(purpose), algorithm, Authorities.YEAR, REAL, Authorities.RANDOM);
    }

    private static Certificate handshake(
            String protocol, CertificateAuthority ca, IssuedCertificate server, IssuedCertificate client)
            throws Exception {
        return Handshake.between(protocol, TlsIdentity.of(server, ca), TlsIdentity.of(client, ca));
    }
}
