package io.github.pg1c.pki.authority;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.Purpose;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mutual TLS over real sockets with the JDK on both sides; the certificates are issued for the time at which the test runs. */
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

    /** What the server saw of its client. */
    private static Certificate handshake(
            String protocol, CertificateAuthority ca, IssuedCertificate server, IssuedCertificate client)
            throws Exception {
        SSLContext serverSide = context(ca.certificate(), server);
        try (SSLServerSocket listener = (SSLServerSocket)
                serverSide.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener.setNeedClientAuth(true);
            listener.setEnabledProtocols(new String[] {protocol});
            CompletableFuture<Certificate> seen = CompletableFuture.supplyAsync(() -> serve(listener));
            try (SSLSocket socket = (SSLSocket) context(ca.certificate(), client)
                    .getSocketFactory()
                    .createSocket("localhost", listener.getLocalPort())) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                assertThat(socket.getInputStream().read()).isEqualTo(42);
                assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
            }
            return seen.get(30, TimeUnit.SECONDS);
        }
    }

    private static Certificate serve(SSLServerSocket listener) {
        try (SSLSocket socket = (SSLSocket) listener.accept()) {
            socket.getOutputStream().write(42);
            return socket.getSession().getPeerCertificates()[0];
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static SSLContext context(X509Certificate trusted, IssuedCertificate own)
            throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        PrivateKey key = own.privateKey();
        keys.setKeyEntry("own", key, new char[0], new Certificate[] {own.certificate()});
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance("PKIX");
        keyManagers.init(keys, new char[0]);
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("ca", trusted);
        TrustManagerFactory trustManagers = TrustManagerFactory.getInstance("PKIX");
        trustManagers.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), Authorities.RANDOM);
        return context;
    }
}
