package io.github.pg1c.bundle.component.etcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.pg1c.bundle.component.RenderedNode;
import io.github.pg1c.testing.AnAuthority;
import io.github.pg1c.testing.ClusterText;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that asks an etcd outside, run against servers that answer as etcd's gateway does. */
class EtcdCheckTest {

    private static final String PASSWORD = "a\"b\\c$d'e";
    private static final char[] STORE = "changeit".toCharArray();

    @TempDir
    private Path directory;

    private final List<HttpsServer> servers = new ArrayList<>();
    private final Set<Integer> refusing = new HashSet<>();
    private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
    private String keys = "";
    private String advertised = "";
    private String permission = "";
    private String authority = "";

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
        Path store = directory.resolve("etcd.p12");
        run(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(STORE),
                "-alias",
                "etcd",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=etcd",
                "-validity",
                "36500",
                "-ext",
                "bc=ca:true",
                "-ext",
                "san=ip:127.0.0.1");
        KeyStore keyStore = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keyStore.load(in, STORE);
        }
        authority = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(keyStore.getCertificate("etcd").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keyStore, STORE);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        for (int i = 0; i < 3; i++) {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context));
            int member = i;
            server.createContext("/v3/", exchange -> answer(member, exchange));
            server.start();
            servers.add(server);
        }
        advertised =
                endpoints().stream().map(url -> '"' + url + '"').collect(Collectors.joining("]},{\"clientURLs\":["));
    }

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void saysNothingWhereEverythingIsAsTheClusterNeedsIt() throws Exception {
        assertThat(check("first")).isEmpty();
        assertThat(seen)
                .as("the password arrives as it is")
                .anyMatch(body -> body.equals("{\"name\":\"zup\",\"password\":\"a\\\"b\\\\c$d'e\"}"));
        assertThat(seen).filteredOn(body -> body.contains("request_put")).allMatch(body -> body.contains("\"LESS\""));
    }

    @Test
    void aMajorityIsEnough() throws Exception {
        refusing.add(1);

        assertThat(check("first")).isEmpty();
    }

    @Test
    void everyEndpointThatDoesNotAnswerIsNamedWithItsReason() throws Exception {
        refusing.add(0);
        servers.get(2).stop(0);

        assertThat(check("first"))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith(endpoints().get(0) + ": HTTP 400: etcdserver: permission denied")
                                .endsWith("(endpoints that answered: 1, needed: 2)"),
                        second -> assertThat(second)
                                .startsWith(endpoints().get(2) + ": curl: (")
                                .endsWith("(endpoints that answered: 1, needed: 2)"));
    }

    @Test
    void anotherAuthorityIsNotTrusted() throws Exception {
        authority = AnAuthority.PEM;

        assertThat(check("later")).hasSize(3).allMatch(line -> line.contains("certificate"));
    }

    @Test
    void theRightToWriteIsAsked() throws Exception {
        permission = "kv/txn";

        assertThat(check("later")).hasSize(3).allMatch(line -> line.contains("permission denied"));
    }

    @Test
    void anAddressThatOnlyEtcdKnowsIsNamed() throws Exception {
        advertised += ",\"https://10.9.9.9:2379\"";

        assertThat(check("later"))
                .containsExactly("etcd advertises this address to its clients, and it is not in"
                        + " etcd.external.endpoints: https://10.9.9.9:2379");
    }

    @Test
    void aMemberOfAnotherClusterIsNamedAtTheFirstInstallation() throws Exception {
        keys = pair("members/pg1", "{\"conn_url\":\"postgres://10.0.0.11:5432/postgres\",\"state\":\"running\"}") + ","
                + pair("members/db7", "{\"conn_url\":\"postgres://10.7.0.1:5432/postgres\"}");

        assertThat(check("first"))
                .singleElement()
                .asString()
                .contains("a member of another cluster")
                .endsWith("/service/zup/: db7 (10.7.0.1:5432)");
        assertThat(check("later")).isEmpty();
    }

    @Test
    void keysThatAreLeftAreNamedOnTheNodeThatMakesTheCluster() throws Exception {
        keys = pair("initialize", "7300000000000000001");

        assertThat(check("first")).singleElement().asString().startsWith("keys of a cluster are there");
        assertThat(check("pg2", "first")).isEmpty();
    }

    private List<String> check(String when) throws Exception {
        return check("pg1", when);
    }

    private List<String> check(String node, String when) throws Exception {
        String text = ClusterText.externalEtcd("en", authority, ", user: zup, clientCertificate: false")
                .replaceFirst("endpoints: \\[[^]]*]", "endpoints: [\"" + String.join("\", \"", endpoints()) + "\"]");
        RenderedNode rendered = RenderedNode.node(node, text);
        Path script = Files.writeString(directory.resolve("check"), rendered.text(EtcdPaths.CHECK));
        Path ca = directory.resolve("files" + EtcdPaths.CA);
        Files.createDirectories(ca.getParent());
        Files.writeString(ca, rendered.text(EtcdPaths.CA));
        Path login = directory.resolve("secrets" + EtcdPaths.LOGIN);
        Files.createDirectories(login.getParent());
        Files.writeString(login, "ETCD_USER=\"zup\"\nETCD_PASSWORD='" + PASSWORD.replace("'", "'\\''") + "'\n");
        return run(
                "sh",
                script.toString(),
                directory.resolve("files").toString(),
                directory.resolve("secrets").toString(),
                when);
    }

    private List<String> endpoints() {
        return servers.stream()
                .map(server -> "https://127.0.0.1:" + server.getAddress().getPort())
                .toList();
    }

    private void answer(int member, HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/v3/".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(body);
        boolean known = path.equals("auth/authenticate")
                || "token.1".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!known || refusing.contains(member) && !path.startsWith("auth") || path.equals(permission)) {
            reply(
                    exchange,
                    400,
                    "{\"error\":\"etcdserver: permission denied\",\"code\":7,\"message\":\"etcdserver: permission "
                            + "denied\"}");
            return;
        }
        reply(
                exchange,
                200,
                switch (path) {
                    case "auth/authenticate" -> "{\"header\":{},\"token\":\"token.1\"}";
                    case "cluster/member/list" -> "{\"members\":[{\"clientURLs\":[" + advertised + "]}]}";
                    case "kv/txn" -> "{\"header\":{\"revision\":\"7\"}}";
                    default -> "{\"header\":{\"revision\":\"7\"},\"kvs\":[" + within(body) + "],\"count\":\"1\"}";
                });
    }

    /** Those of the keys that the request is about. */
    private String within(String body) {
        return body.contains(base64("/service/zup/members/")) && keys.contains(base64("/service/zup/initialize"))
                ? ""
                : keys;
    }

    private static String pair(String key, String value) {
        return "{\"key\":\"" + base64("/service/zup/" + key) + "\",\"create_revision\":\"2\",\"mod_revision\":\"9\","
                + "\"version\":\"4\",\"value\":\"" + base64(value) + "\",\"lease\":\"70\"}";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Lines of the standard output. */
    private static List<String> run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.lines().toList();
    }
}
