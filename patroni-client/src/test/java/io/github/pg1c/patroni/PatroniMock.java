package io.github.pg1c.patroni;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/**
 * A server with an answer, or several in turn, for each method and path; the last one is repeated. {@code @URL@} in a
 * body is its own address.
 */
final class PatroniMock implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final Map<String, Deque<MockResponse>> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    PatroniMock() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String what = request.getMethod() + " " + request.getUrl().encodedPath();
                String body = request.getBody() == null ? "" : request.getBody().utf8();
                requests.add((request.getMethod() + " " + request.getTarget() + " " + body).strip());
                Deque<MockResponse> queue = answers.get(what);
                if (queue == null) {
                    return text(503, "{}");
                }
                synchronized (queue) {
                    return queue.size() > 1 ? queue.removeFirst() : queue.getFirst();
                }
            }
        });
        server.start();
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
                uri().resolve("/patroni"),
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
