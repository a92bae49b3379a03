package com.example.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.maintenance.FreeHost.Result;
import com.sun.net.httpserver.HttpServer;
import io.github.pg1c.patroni.PatroniClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two members behind one address; the second takes over when it is asked to. */
class FreeHostTest {

    private final List<String> log = new ArrayList<>();
    private HttpServer server;
    private PatroniClient patroni;
    private volatile String leader = "pg1";
    private volatile String standby = "streaming";
    private volatile String tags = "";
    private volatile String answer = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] body = body(exchange.getRequestMethod(), exchange.getRequestURI().getPath())
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        patroni = PatroniClient.builder().endpoint(URI.create(address())).build();
    }

    @AfterEach
    void stop() {
        patroni.close();
        server.stop(0);
    }

    @Test
    void handsTheLeadersRoleOver() {
        assertThat(free("pg1")).isEqualTo(Result.IS_FREE);
        assertThat(leader).isEqualTo("pg2");
    }

    @Test
    void leavesAStandbyAlone() {
        assertThat(free("pg2")).isEqualTo(Result.WAS_FREE);
        assertThat(leader).isEqualTo("pg1");
    }

    @Test
    void doesNothingInAClusterThatIsNotWhole() {
        standby = "starting";

        assertThat(free("pg1")).isEqualTo(Result.NOT_SAFE);
        assertThat(leader).isEqualTo("pg1");
    }

    @Test
    void saysWhyNobodyCanTakeOver() {
        tags = ", \"tags\": {\"nofailover\": true}";

        assertThat(free("pg1")).isEqualTo(Result.NOT_SAFE);
        assertThat(log).anyMatch(line -> line.contains("nofailover"));
        assertThat(leader).isEqualTo("pg1");
    }

    @Test
    void doesNotTakeAnotherEndForSuccess() {
        answer = "Switched over to \"pg3\" instead of \"pg2\"";

        assertThat(free("pg1")).isEqualTo(Result.NOT_DONE);
    }

    private Result free(String member) {
        return new FreeHost(patroni, log::add).free(member, Duration.ofMillis(100));
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String body(String method, String path) {
        if (method.equals("POST")) {
            if (answer.isEmpty()) {
                leader = "pg2";
                return "Successfully switched over to \"pg2\"";
            }
            return answer;
        }
        return switch (path) {
            case "/cluster" -> "{\"members\": [" + member("pg1") + ", " + member("pg2") + "]}";
            case "/config" -> "{\"loop_wait\": 10}";
            default -> {
                String name = path.startsWith("/pg2") ? "pg2" : "pg1";
                yield "{\"state\": \"running\", \"role\": \"" + (name.equals(leader) ? "primary" : "replica")
                        + "\", \"timeline\": 1, \"patroni\": {\"version\": \"4.0.7\", \"name\": \"" + name + "\"}}";
            }
        };
    }

    private String member(String name) {
        boolean leads = name.equals(leader);
        return "{\"name\": \"" + name + "\", \"role\": \"" + (leads ? "leader" : "replica") + "\", \"state\": \""
                + (leads ? "running" : standby) + "\", \"timeline\": 1, \"api_url\": \"" + address() + "/" + name
                + "/patroni\"" + (leads ? "" : ", \"lag\": 0" + tags) + "}";
    }
}
