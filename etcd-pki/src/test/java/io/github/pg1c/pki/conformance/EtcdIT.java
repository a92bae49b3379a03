package io.github.pg1c.pki.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * etcd itself, listening with each certificate and each form of key that it reads, and asked by a client with a
 * certificate and by one without. It reads PEM that is not encrypted, and no other form.
 */
@NeedsPrograms({"etcd", "curl"})
class EtcdIT {
    @TempDir
    Path directory;

    static List<Specimen> specimens() {
        return Specimen.all();
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void servesClientsOfItsAuthorityOnly(Specimen specimen) throws IOException {
        specimen.write(directory);
        try (ServerSocket client = free();
                ServerSocket peer = free()) {
            String url = "https://127.0.0.1:" + client.getLocalPort();
            String peers = "https://127.0.0.1:" + peer.getLocalPort();
            client.close();
            peer.close();
            Process etcd = start(url, peers);
            try {
                // Through the gateway, which calls back into etcd with the member's own certificate.
                assertThat(curl(url, "client")).contains("\"revision\"");
                assertThat(curl(url, "member")).contains("\"revision\"");
                assertThat(Program.of("curl")
                                .run(directory, "-sS", "--cacert", "ca.pem", url + "/health")
                                .exit())
                        .as("a client without a certificate")
                        .isNotZero();
            } finally {
                etcd.toHandle().destroy();
                etcd.onExit().join();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void readsOnlyPemThatIsNotEncrypted(Specimen specimen) throws IOException {
        specimen.write(directory);
        for (Map.Entry<String, byte[]> file : specimen.keyFiles().entrySet()) {
            Files.write(directory.resolve("member-key.pem"), file.getValue());
            try (ServerSocket client = free();
                    ServerSocket peer = free()) {
                String url = "https://127.0.0.1:" + client.getLocalPort();
                String peers = "https://127.0.0.1:" + peer.getLocalPort();
                client.close();
                peer.close();
                if (List.of("pkcs8.pem", "older.pem").contains(file.getKey())) {
                    Process etcd = start(url, peers);
                    etcd.toHandle().destroy();
                    etcd.onExit().join();
                } else {
                    assertThatThrownBy(() -> start(url, peers))
                            .as(file.getKey())
                            .isInstanceOf(AssertionError.class)
                            .hasMessageContaining("tls: failed to ");
                }
            }
        }
    }

    private String curl(String url, String who) {
        return Program.of("curl")
                .run(
                        directory,
                        "-sS",
                        "--cacert",
                        "ca.pem",
                        "--cert",
                        who + ".pem",
                        "--key",
                        who + "-key.pem",
                        "-d",
                        "{\"key\": \"Zm9v\", \"value\": \"YmFy\"}",
                        url + "/v3/kv/put")
                .all();
    }

    /** Returns when etcd says that it is ready. */
    private Process start(String url, String peers) throws IOException {
        List<String> command = new ArrayList<>(List.of(Program.of("etcd").file().toString()));
        Map<String, String> flags = Map.ofEntries(
                Map.entry("name", "node1"),
                Map.entry("data-dir", directory.resolve("data").toString()),
                Map.entry("listen-client-urls", url),
                Map.entry("advertise-client-urls", url),
                Map.entry("listen-peer-urls", peers),
                Map.entry("initial-advertise-peer-urls", peers),
                Map.entry("initial-cluster", "node1=" + peers),
                Map.entry("cert-file", "member.pem"),
                Map.entry("key-file", "member-key.pem"),
                Map.entry("trusted-ca-file", "ca.pem"),
                Map.entry("client-cert-auth", "true"),
                Map.entry("peer-cert-file", "member.pem"),
                Map.entry("peer-key-file", "member-key.pem"),
                Map.entry("peer-trusted-ca-file", "ca.pem"),
                Map.entry("peer-client-cert-auth", "true"));
        flags.forEach((name, value) -> command.add("--" + name + "=" + value));
        Process etcd = new ProcessBuilder(command)
                .directory(directory.toFile())
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

    private static ServerSocket free() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
