package io.github.pg1c.patroni;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;

/**
 * A server with an answer, or several in turn, for each method and path; the last one is repeated. {@code @URL@} in a
 * body is its own address.
 */
final class PatroniMock implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final Map<String, Deque<MockResponse>> answers = new ConcurrentHashMap<>();
    private volatile String listed = "";
    private final List<String> requests = new CopyOnWriteArrayList<>();

    PatroniMock() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String path = request.getUrl().encodedPath();
                String member = path.startsWith("/node") ? path.substring(1, path.indexOf('/', 1)) : "";
                String below = member.isEmpty() ? "" : "/" + member;
                String what = request.getMethod() + " " + path.substring(below.length());
                String body = request.getBody() == null ? "" : request.getBody().utf8();
                String target = request.getTarget().substring(below.length());
                requests.add((request.getMethod() + " " + target + " " + body).strip());
                Deque<MockResponse> queue = answers.get(what);
                if (queue == null) {
                    return what.equals("GET /patroni") ? status(member) : text(503, "{}");
                }
                synchronized (queue) {
                    MockResponse response = queue.size() > 1 ? queue.removeFirst() : queue.getFirst();
                    if (what.equals("GET /cluster") && response.getBody() != null) {
                        listed = text(response);
                    }
                    return response;
                }
            }
        });
        server.start();
    }

    private static String text(MockResponse response) {
        Buffer sent = new Buffer();
        try {
            Objects.requireNonNull(response.getBody()).writeTo(sent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sent.readUtf8();
    }

    /** The default own answer of a member: the same as its last row of the cluster. */
    private MockResponse status(String member) {
        Matcher row = Pattern.compile("\"name\": \"" + member + "\", \"role\": \"(\\w+)\", \"state\": \"([\\w ]+)\"")
                .matcher(listed);
        boolean found = !member.isEmpty() && row.find();
        String role = found && row.group(1).equals("leader") ? "primary" : "replica";
        String state = found && !row.group(2).equals("streaming") ? row.group(2) : "running";
        String replication = role.equals("replica") ? ", \"replication_state\": \"streaming\"" : "";
        String name = found ? ", \"name\": \"" + member + "\"" : "";
        return text(
                200,
                "{\"state\": \"" + state + "\", \"role\": \"" + role + "\"" + replication
                        + ", \"patroni\": {\"version\": \"4.1.4\", \"scope\": \"main\"" + name + "}}");
    }

    PatroniMock on(String what, MockResponse... responses) {
        answers.put(what, new ArrayDeque<>(List.of(responses)));
        return this;
    }

    URI uri() {
        return server.url("/").uri();
    }

    /** What came, apart from questions: method, path and body. */
    List<String> writes() {
        return requests.stream().filter(request -> !request.startsWith("GET ")).toList();
    }

    List<String> requests() {
        return requests;
    }

    PatroniClientBuilder builder() {
        return PatroniClient.builder().endpoint(uri()).waiting(new FakeWaiting());
    }

    PatroniClient client() {
        return builder().build();
    }

    /** A cluster of node1, node2 and node3 behind this one address. */
    MockResponse cluster(String leader, String more) {
        StringBuilder members = new StringBuilder();
        for (String name : List.of("node1", "node2", "node3")) {
            members.append(members.isEmpty() ? "" : ", ")
                    .append(
                            name.equals(leader)
                                    ? member(name, "leader", "running", "")
                                    : member(name, "replica", "streaming", ", \"lag\": 0"));
        }
        return text(200, "{\"members\": [" + members + "], \"scope\": \"main\"" + more + "}");
    }

    String member(String name, String role, String state, String more) {
        return String.format(
                Locale.ROOT,
                "{\"name\": \"%s\", \"role\": \"%s\", \"state\": \"%s\", \"api_url\": \"%s\", \"timeline\": 1%s}",
                name,
                role,
                state,
                uri().resolve("/" + name + "/patroni"),
                more);
    }

    static MockResponse text(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    /** An error page of Python's HTTP server. */
    static MockResponse page(int status, String phrase) {
        return new MockResponse.Builder()
                .status("HTTP/1.1 " + status + " " + phrase)
                .body(
                        "<!DOCTYPE HTML>\n<html lang=\"en\">\n<head><title>Error response</title></head>\n<body><h1>Error response</h1>"
                                + "<p>Error code: " + status + "</p></body>\n</html>\n")
                .build();
    }

    /** The connection ends without a byte. */
    static MockResponse silence() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
