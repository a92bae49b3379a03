package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patroni's REST API with {@code restapi.verify_client: required}. */
class MutualTlsTest {
    private final HeldCertificate ca = new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("REST CA")
            .build();

    @TempDir
    Path directory;

    @BeforeEach
    void writeAuthority() throws IOException {
        Files.writeString(directory.resolve("ca.pem"), ca.certificatePem());
    }

    @Test
    void bothSidesShowTheirCertificates() throws Exception {
        for (boolean rsa : new boolean[] {false, true}) {
            HeldCertificate.Builder builder =
                    new HeldCertificate.Builder().commonName("patronictl").signedBy(ca);
            HeldCertificate own = (rsa ? builder.rsa2048() : builder.ecdsa256()).build();
            try (MockWebServer server = server("localhost");
                    PatroniClient client = builder(server, "localhost")
                            .clientCertificate(
                                    write("own.pem", own.certificatePem()),
                                    write("own-key.pem", own.privateKeyPkcs8Pem()))
                            .build()) {
                assertThat(client.cluster().members()).hasSize(3);
                assertThat(server.takeRequest().getHandshake().peerPrincipal().getName())
                        .isEqualTo("CN=patronictl");
            }
        }
    }

    @Test
    void certificateMayComeFromPkcs12() throws Exception {
        HeldCertificate own = new HeldCertificate.Builder()
                .commonName("patronictl")
                .signedBy(ca)
                .build();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "own", own.keyPair().getPrivate(), "hunter2".toCharArray(), new X509Certificate[] {own.certificate()});
        Path file = directory.resolve("own.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "hunter2".toCharArray());
        }
        try (MockWebServer server = server("localhost");
                PatroniClient client = builder(server, "localhost")
                        .clientCertificatePkcs12(file, Secret.of("hunter2"))
                        .build()) {
            assertThat(client.cluster().members()).hasSize(3);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PatroniClient.builder().clientCertificatePkcs12(file, Secret.of("hunter3")))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter"));
        Path pem = directory.resolve("ca.pem");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PatroniClient.builder().clientCertificatePkcs12(pem, Secret.of("hunter2")));
    }

    @Test
    void addressInsteadOfANameIsVerifiedAsWell() throws Exception {
        HeldCertificate own = new HeldCertificate.Builder()
                .commonName("patronictl")
                .signedBy(ca)
                .build();
        try (MockWebServer server = server("127.0.0.1");
                PatroniClient client = builder(server, "127.0.0.1")
                        .clientCertificate(
                                write("own.pem", own.certificatePem()), write("own-key.pem", own.privateKeyPkcs8Pem()))
                        .build()) {
            assertThat(client.cluster().members()).hasSize(3);
        }
    }

    @Test
    void serverWithAnotherNameIsRefused() throws Exception {
        HeldCertificate own = new HeldCertificate.Builder()
                .commonName("patronictl")
                .signedBy(ca)
                .build();
        try (MockWebServer server = server("node1.example.com");
                PatroniClient client = builder(server, "localhost")
                        .clientCertificate(
                                write("own.pem", own.certificatePem()), write("own-key.pem", own.privateKeyPkcs8Pem()))
                        .build()) {
            assertThatExceptionOfType(PatroniException.class)
                    .isThrownBy(client::cluster)
                    .withCauseInstanceOf(SSLPeerUnverifiedException.class)
                    .withMessageContaining("localhost not verified");
            assertThat(server.getRequestCount()).isZero();
        }
    }

    @Test
    void serverOfAnotherAuthorityIsRefused() throws Exception {
        HeldCertificate other =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        try (MockWebServer server = server("localhost");
                PatroniClient client = PatroniClient.builder()
                        .endpoint(uri(server, "localhost"))
                        .trust(other.certificate())
                        .build()) {
            assertThatExceptionOfType(PatroniException.class)
                    .isThrownBy(client::cluster)
                    .withCauseInstanceOf(SSLException.class);
        }
    }

    @Test
    void serverIsNotTrustedByDefault() throws Exception {
        try (MockWebServer server = server("localhost");
                PatroniClient client = PatroniClient.builder()
                        .endpoint(uri(server, "localhost"))
                        .build()) {
            assertThatExceptionOfType(PatroniException.class)
                    .isThrownBy(client::cluster)
                    .withCauseInstanceOf(SSLException.class);
        }
    }

    @Test
    void missingClientCertificateIsAFailure() throws Exception {
        try (MockWebServer server = server("localhost");
                PatroniClient client = builder(server, "localhost").build()) {
            assertThatExceptionOfType(PatroniException.class)
                    .isThrownBy(client::cluster)
                    .withCauseInstanceOf(IOException.class);
            assertThat(server.getRequestCount()).isZero();
        }
    }

    @Test
    void filesWithoutWhatTheyShouldHoldAreRefused() throws IOException {
        Path garbage = write(
                "garbage.pem", "-----BEGIN PRIVATE KEY-----\nc2VjcmV0IGtleSBieXRlcw==\n-----END PRIVATE KEY-----\n");
        Path sec1 = write("sec1.pem", "-----BEGIN EC PRIVATE KEY-----\nMHc=\n-----END EC PRIVATE KEY-----\n");
        Path pem = directory.resolve("ca.pem");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PatroniClient.builder().trustPem(garbage))
                .withMessageContaining("there is no CERTIFICATE block");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PatroniClient.builder().clientCertificate(pem, sec1))
                .withMessageContaining("PKCS#8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PatroniClient.builder().clientCertificate(pem, garbage))
                .withMessageContaining("cannot be read")
                .withNoCause();
    }

    private MockWebServer server(String name) throws IOException {
        HeldCertificate own = new HeldCertificate.Builder()
                .addSubjectAlternativeName(name)
                .signedBy(ca)
                .build();
        MockWebServer server = new MockWebServer();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(own, ca.certificate())
                .addTrustedCertificate(ca.certificate())
                .build()
                .sslSocketFactory());
        server.requireClientAuth();
        server.enqueue(new MockResponse.Builder()
                .body(Samples.read("cluster-4.0.7.json"))
                .build());
        server.start();
        return server;
    }

    private PatroniClientBuilder builder(MockWebServer server, String host) {
        return PatroniClient.builder().endpoint(uri(server, host)).trustPem(directory.resolve("ca.pem"));
    }

    private static URI uri(MockWebServer server, String host) {
        return URI.create("https://" + host + ":" + server.getPort());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
