package com.example.maintenance;

import com.sun.net.httpserver.HttpServer;
import io.github.pg1c.model.yaml.SpecificationReader;
import io.github.pg1c.ops.connect.ClusterAccess;
import io.github.pg1c.ops.connect.ClusterConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two members behind one address: pg2 takes over when it is asked to, and a changed configuration waits for restarts. */
final class FakePatroni implements AutoCloseable {

    private final HttpServer server;
    private final Set<String> pending = new HashSet<>();
    private final List<String> writes = new ArrayList<>();
    private String configuration = "{\"loop_wait\": 10}";
    String leader = "pg1";
    String standby = "streaming";
    String tags = "";
    String answer = "";

    FakePatroni() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> {
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] body = body(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), asked)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /** A connection that knows the specification of the test's resources. */
    ClusterConnection connect() {
        ClusterConnection open = ClusterAccess.at(List.of(address())).open();
        var cluster =
                SpecificationReader.read(Path.of("src/test/resources/cluster.yaml")).cluster();
        return new ClusterConnection("small", open.patroni(), Optional.of(cluster.orElseThrow()), open.waiting());
    }

    /** What came, apart from questions. */
    List<String> writes() {
        return writes;
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private synchronized String body(String method, String path, String asked) {
        String name = path.startsWith("/pg2") ? "pg2" : "pg1";
        if (!method.equals("GET")) {
            writes.add(method + " " + path);
        }
        if (method.equals("PATCH")) {
            configuration = asked;
            pending.addAll(List.of("pg1", "pg2"));
            return configuration;
        }
        if (path.endsWith("/restart")) {
            pending.remove(name);
            return "restarted successfully";
        }
        if (method.equals("POST")) {
            if (answer.isEmpty()) {
                leader = "pg2";
                return "Successfully switched over to \"pg2\"";
            }
            return answer;
        }
        if (path.endsWith("/cluster")) {
            return "{\"members\": [" + member("pg1") + ", " + member("pg2") + "]}";
        }
        if (path.endsWith("/config")) {
            return configuration;
        }
        return "{\"state\": \"running\", \"role\": \"" + (name.equals(leader) ? "primary" : "replica")
                + "\", \"timeline\": 1, \"patroni\": {\"version\": \"4.0.7\", \"name\": \"" + name + "\"}}";
    }

    private String member(String name) {
        boolean leads = name.equals(leader);
        return "{\"name\": \"" + name + "\", \"role\": \"" + (leads ? "leader" : "replica") + "\", \"state\": \""
                + (leads ? "running" : standby) + "\", \"timeline\": 1, \"api_url\": \"" + address() + "/" + name
                + "/patroni\"" + (pending.contains(name) ? ", \"pending_restart\": true" : "")
                + (leads ? "" : ", \"lag\": 0" + tags) + "}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
