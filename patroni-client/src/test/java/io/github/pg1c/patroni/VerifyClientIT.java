package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server with OpenSSL, as Patroni's is, that insists on a client certificate: with TLS 1.3 its refusal comes after
 * the handshake.
 */
class VerifyClientIT {
    private final HeldCertificate ca = new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("REST CA")
            .build();

    @TempDir
    Path directory;

    @Test
    void refusalForWantOfACertificateIsSaidInWords() throws Exception {
        Process server = start();
        try (BufferedReader output = server.inputReader();
                PatroniClient client = builder(output).build()) {
            assertThatExceptionOfType(PatroniException.class)
                    .isThrownBy(client::cluster)
                    .withMessageContaining("asks for a client certificate (restapi.verify_client)");
        } finally {
            server.destroy();
        }
    }

    @Test
    void changeWithoutACertificateIsRefusedAndNotUnknown() throws Exception {
        Process server = start();
        try (BufferedReader output = server.inputReader();
                PatroniClient client = builder(output).build()) {
            assertThat(client.cancelSwitchover())
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused ->
                                    assertThat(refused.reason()).isEqualTo(RefusalReason.CLIENT_CERTIFICATE_REQUIRED));
        } finally {
            server.destroy();
        }
    }

    @Test
    void certificateOfTheRightAuthorityIsAccepted() throws Exception {
        HeldCertificate own = new HeldCertificate.Builder()
                .commonName("patronictl")
                .signedBy(ca)
                .build();
        Path certificate = Files.writeString(directory.resolve("own.pem"), own.certificatePem());
        Path key = Files.writeString(directory.resolve("own-key.pem"), own.privateKeyPkcs8Pem());
        Process server = start();
        try (BufferedReader output = server.inputReader();
                PatroniClient client =
                        builder(output).clientCertificate(certificate, key).build()) {
            // The program answers with a page about the connection, which is not Patroni's.
            assertThatExceptionOfType(PatroniException.class)
                    .isThrownBy(client::cluster)
                    .withMessageContaining("is not valid JSON");
        } finally {
            server.destroy();
        }
    }

    private Process start() throws IOException {
        HeldCertificate own = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .signedBy(ca)
                .build();
        Files.writeString(directory.resolve("ca.pem"), ca.certificatePem());
        Files.writeString(directory.resolve("server.pem"), own.certificatePem());
        Files.writeString(directory.resolve("server-key.pem"), own.privateKeyPkcs8Pem());
        try {
            return new ProcessBuilder(
                            "openssl",
                            "s_server",
                            "-accept",
                            "0",
                            "-cert",
                            "server.pem",
                            "-key",
                            "server-key.pem",
                            "-CAfile",
                            "ca.pem",
                            "-Verify",
                            "1",
                            "-verify_return_error",
                            "-www")
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new AssertionError("this test needs the program openssl on the PATH", e);
        }
    }

    private PatroniClientBuilder builder(BufferedReader output) throws IOException {
        String line = output.readLine();
        while (line != null && !line.startsWith("ACCEPT")) {
            line = output.readLine();
        }
        assertThat(line).as("where the server listens").isNotNull();
        String port = line.substring(line.lastIndexOf(':') + 1).strip();
        return PatroniClient.builder()
                .endpoint(URI.create("https://localhost:" + port))
                .trustPem(directory.resolve("ca.pem"));
    }
}
