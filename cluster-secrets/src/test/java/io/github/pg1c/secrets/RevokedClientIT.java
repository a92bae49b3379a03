package io.github.pg1c.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.pki.RevocationReason;
import io.github.pg1c.pki.store.CertificateStatus;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real etcd with the generated configuration and a client whose certificate is revoked while it runs. */
class RevokedClientIT {

    private static final Cluster CLUSTER = SecretClusters.cluster(SecretClusters.odd());
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CLIENT = "operator/etcd-client";

    @TempDir
    private Path directory;

    private ClusterPki pki;
    private int clientPort;
    private int peerPort;

    @BeforeEach
    void prepare() throws IOException {
        assumeTrue(program("etcd").isPresent(), "no etcd in PG1C_TOOLS and PATH");
        assumeTrue(program("curl").isPresent(), "no curl in PG1C_TOOLS and PATH");
        pki = ClusterPki.of(CLUSTER, directory.resolve("secrets"));
        pki.ensure(Clock.systemUTC(), RANDOM);
        try (ServerSocket client = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket peer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            clientPort = client.getLocalPort();
            peerPort = peer.getLocalPort();
        }
    }

    @Test
    void isRefusedFromTheMomentTheListIsThere() throws Exception {
        revoke("pg1/etc/etcd/tls/client");
        Path own = Files.createDirectory(directory.resolve("stolen"));
        for (String file : List.of("etcd-client.pem", "etcd-client-key.pem")) {
            Files.copy(pki.directory().resolve("operator").resolve(file), own.resolve(file));
        }
        Process etcd = start();
        try {
            assertThat(put(own)).as("before").contains("\"revision\"");

            revoke(CLIENT);

            assertThat(put(own)).as("after").doesNotContain("\"revision\"");
            assertThat(put(pki.directory().resolve("operator")))
                    .as("its successor")
                    .contains("\"revision\"");
        } finally {
            etcd.toHandle().destroy();
            etcd.onExit().join();
        }
    }

    /** A program where `./verify` puts those that the machine lacks, or on the PATH. */
    private static Optional<String> program(String name) {
        return Stream.of(System.getenv("PG1C_TOOLS"), System.getenv("PATH"))
                .filter(Objects::nonNull)
                .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private void revoke(String id) {
        BigInteger serial = pki.report(Clock.systemUTC()).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .flatMap(CertificateStatus::serial)
                .orElseThrow();
        pki.revoke(Set.of(serial), RevocationReason.KEY_COMPROMISE, Clock.systemUTC(), RANDOM);
    }

    private String put(Path client) throws Exception {
        Path output = Files.createTempFile(directory, "curl", "");
        new ProcessBuilder(
                        program("curl").orElseThrow(),
                        "-sS",
                        "--cacert",
                        pki.directory().resolve("operator/etcd-ca.pem").toString(),
                        "--cert",
                        client.resolve("etcd-client.pem").toString(),
                        "--key",
                        client.resolve("etcd-client-key.pem").toString(),
                        "-d",
                        "{\"key\": \"Zm9v\", \"value\": \"YmFy\"}",
                        "https://127.0.0.1:" + clientPort + "/v3/kv/put")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        return Files.readString(output);
    }

    /** etcd as the bundle configures it, at other ports and in another place. */
    private Process start() throws IOException {
        Bundle bundle = Bundle.of(ClusterPlan.of(CLUSTER), pki.revocationLists(), "0", "0");
        String text = Objects.requireNonNull(BundleTexts.of(bundle).get("nodes/pg1/rootfs/etc/etcd/etcd.yml"))
                .replace("https://10.0.0.11:2379,https://127.0.0.1:2379", "https://127.0.0.1:" + clientPort)
                .replace("https://10.0.0.11:2379", "https://127.0.0.1:" + clientPort)
                .replace("https://10.0.0.11:2380", "https://127.0.0.1:" + peerPort)
                .replaceAll("listen-metrics-urls: .*", "")
                .replaceAll("data-dir: .*", "data-dir: \"" + directory.resolve("data") + "\"")
                .replace(
                        "/etc/etcd/tls",
                        pki.directory().resolve("nodes/pg1/rootfs/etc/etcd/tls").toString());
        Path file = Files.writeString(directory.resolve("etcd.yml"), text);
        Process etcd = new ProcessBuilder(program("etcd").orElseThrow(), "--config-file", file.toString())
                .redirectErrorStream(true)
                .start();
        StringBuilder log = new StringBuilder();
        BufferedReader reader = etcd.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            log.append(line).append('\n');
            if (line.contains("ready to serve client requests") || line.contains("serving client traffic securely")) {
                Thread rest = new Thread(() -> reader.lines().forEach(ignored -> {}), "log of etcd");
                rest.setDaemon(true);
                rest.start();
                return etcd;
            }
        }
        throw new AssertionError("etcd did not start:\n" + log);
    }
}
