package io.github.pg1c.maven.operate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The REST APIs of a cluster's members behind one address, each below its name. It does what it is asked for as
 * Patroni 4.0 would, or gives the answer that a test has put in its place.
 */
public final class SimulatedCluster implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, ObjectNode> members = new LinkedHashMap<>();
    private final Map<String, ObjectNode> own = new HashMap<>();
    private final Map<String, Integer> starts = new HashMap<>();
    private final Map<String, Answer> scripted = new HashMap<>();
    private final List<String> writes = new CopyOnWriteArrayList<>();
    private final ObjectNode configuration =
            JSON.createObjectNode().put("loop_wait", 10).put("ttl", 30).put("retry_timeout", 10);
    private final ObjectNode cluster = JSON.createObjectNode().put("scope", "main");

    /** A healthy cluster whose first member leads. */
    public SimulatedCluster(String... names) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        for (String name : names) {
            ObjectNode member = JSON.createObjectNode()
                    .put("name", name)
                    .put("host", "10.0.0." + (11 + members.size()))
                    .put("port", 5432)
                    .put("timeline", 1)
                    .put("api_url", uri() + "/" + name + "/patroni");
            members.put(name, member);
            starts.put(name, 1);
        }
        leads(names[0]);
    }

    /** The address of the first member. */
    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Makes this member the leader; a name that nobody has leaves the cluster without one. */
    public synchronized void leads(String leader) {
        members.forEach((name, member) -> {
            boolean leads = name.equals(leader);
            member.put("role", leads ? "leader" : "replica").put("state", leads ? "running" : "streaming");
            if (leads) {
                member.remove("lag");
            } else {
                member.put("lag", 0);
            }
        });
    }

    /** What the cluster says about a member, to be changed. */
    public synchronized ObjectNode member(String name) {
        ObjectNode member = members.get(name);
        if (member == null) {
            throw new IllegalArgumentException(name);
        }
        return member;
    }

    /** The values in which a member contradicts the cluster; a test may change them. */
    public synchronized ObjectNode own(String name) {
        return own.computeIfAbsent(name, member -> JSON.createObjectNode());
    }

    /** The shared configuration, to be changed. */
    public ObjectNode configuration() {
        return configuration;
    }

    /** What the cluster says about itself apart from its members, to be changed. */
    public ObjectNode cluster() {
        return cluster;
    }

    /** The answer to a method and path below a member, as {@code POST /switchover}, whatever was asked for. */
    public synchronized void answers(String request, int status, String body) {
        scripted.put(request, new Answer(status, body));
    }

    /** What came, apart from questions: method, path and body. */
    public List<String> writes() {
        return writes;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String name = members.keySet().stream()
                .filter(member -> path.startsWith("/" + member + "/"))
                .findFirst()
                .orElse(members.keySet().iterator().next());
        String rest = path.startsWith("/" + name + "/") ? path.substring(name.length() + 1) : path;
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String request = exchange.getRequestMethod() + " " + rest;
        Answer answer = done(name, request, body);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized Answer done(String name, String request, String body) {
        if (!request.startsWith("GET ")) {
            writes.add((request.replace(" /", " /" + name + "/") + " " + body).strip());
        }
        Answer script = scripted.get(request);
        if (script != null) {
            return script;
        }
        JsonNode asked = body.isEmpty() ? JSON.createObjectNode() : parsed(body);
        return switch (request) {
            case "GET /cluster" -> new Answer(200, state().toString());
            case "GET /config" -> new Answer(200, configuration.toString());
            case "GET /history" ->
                new Answer(
                        200,
                        "[[1, 83886080, \"no recovery target specified\", \"2026-11-20T10:00:00+00:00\", \"pg1\"]]");
            case "GET /patroni" -> new Answer(200, status(name).toString());
            case "PATCH /config" -> patched((ObjectNode) asked);
            case "POST /switchover" -> switched(asked);
            case "POST /failover" -> switched(asked);
            case "DELETE /switchover" -> removed("scheduled_switchover", "scheduled switchover deleted");
            case "POST /restart" -> restarted(name, asked);
            case "DELETE /restart" -> unscheduled(name);
            case "POST /reload" -> new Answer(202, "reload scheduled");
            case "POST /reinitialize" -> reinitialized(name);
            default -> new Answer(503, "{}");
        };
    }

    private ObjectNode state() {
        ObjectNode state = cluster.deepCopy();
        ArrayNode list = state.putArray("members");
        members.values().forEach(list::add);
        if (configuration.path("pause").asBoolean()) {
            state.put("pause", true);
        }
        return state;
    }

    private ObjectNode status(String name) {
        ObjectNode member = member(name);
        boolean leads = member.path("role").asText().equals("leader");
        ObjectNode status = JSON.createObjectNode()
                .put("state", "running")
                .put("role", leads ? "primary" : "replica")
                .put("server_version", 170006)
                .put("timeline", member.path("timeline").asInt())
                .put("postmaster_start_time", "2026-11-21 0" + starts.get(name) + ":00:00.000000+00:00")
                .put("dcs_last_seen", 1_795_000_000L)
                .put("database_system_identifier", "7381");
        String state = member.path("state").asText();
        if (state.equals("streaming") || state.equals("in archive recovery")) {
            status.put("replication_state", state);
        } else {
            status.put("state", state);
        }
        for (String field : List.of("pending_restart", "pending_restart_reason", "scheduled_restart")) {
            if (member.has(field)) {
                status.set(field, member.get(field));
            }
        }
        if (configuration.path("pause").asBoolean()) {
            status.put("pause", true);
        }
        status.putObject("patroni").put("version", "4.0.7").put("scope", "main").put("name", name);
        return status.setAll(own(name));
    }

    private Answer patched(ObjectNode asked) {
        asked.properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                configuration.remove(entry.getKey());
            } else if (entry.getValue() instanceof ObjectNode nested
                    && configuration.get(entry.getKey()) instanceof ObjectNode old) {
                old.setAll(nested);
            } else {
                configuration.set(entry.getKey(), entry.getValue());
            }
        });
        return new Answer(200, configuration.toString());
    }

    private Answer switched(JsonNode asked) {
        String leader = members.values().stream()
                .filter(member -> member.path("role").asText().equals("leader"))
                .map(member -> member.path("name").asText())
                .findFirst()
                .orElse("");
        String candidate = asked.path("candidate").asText();
        if (asked.has("scheduled_at")) {
            cluster.putObject("scheduled_switchover")
                    .put("at", asked.path("scheduled_at").asText())
                    .put("from", leader);
            return new Answer(202, "Switchover scheduled");
        }
        List<String> others = new ArrayList<>(members.keySet());
        others.remove(leader);
        String chosen = candidate.isEmpty() ? others.get(0) : candidate;
        leads(chosen);
        return new Answer(200, "Successfully switched over to \"" + chosen + "\"");
    }

    private Answer removed(String field, String text) {
        return cluster.remove(field) == null ? new Answer(404, "no switchover is scheduled") : new Answer(200, text);
    }

    private Answer restarted(String name, JsonNode asked) {
        if (asked.has("schedule")) {
            member(name)
                    .putObject("scheduled_restart")
                    .put("schedule", asked.path("schedule").asText());
            return new Answer(202, "Restart scheduled");
        }
        member(name).remove(List.of("pending_restart", "pending_restart_reason"));
        starts.merge(name, 1, Integer::sum);
        return new Answer(200, "restarted successfully");
    }

    private Answer unscheduled(String name) {
        return member(name).remove("scheduled_restart") == null
                ? new Answer(404, "no restarts are scheduled")
                : new Answer(200, "scheduled restart deleted");
    }

    private Answer reinitialized(String name) {
        starts.merge(name, 1, Integer::sum);
        return new Answer(200, "reinitialize started");
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
