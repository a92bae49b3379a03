package io.github.pg1c.patroni.testkit;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request that came to a simulated member.
 *
 * @param member the member that it came to
 * @param method the HTTP method
 * @param path the path without parameters, as {@code /switchover}
 * @param query the parameters as they came, without the question mark; empty without any
 * @param headers the headers; names are compared without regard to case
 * @param body the body as text; empty without one
 * @param certificate true when the client has shown a certificate
 * @since 0.1
 */
public record SimulatedRequest(
        String member,
        String method,
        String path,
        String query,
        Map<String, String> headers,
        String body,
        boolean certificate) {

    /** Copies the headers. */
    public SimulatedRequest {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = Collections.unmodifiableMap(copy);
    }

    /** Method and path, as {@code POST /switchover}: what a {@link Reaction} is attached to. */
    public String what() {
        return method + " " + path;
    }

    /** True for a request that is to change something. */
    public boolean isWrite() {
        return !method.equals("GET") && !method.equals("HEAD") && !method.equals("OPTIONS");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Method, path and body. */
    @Override
    public String toString() {
        return (what() + " " + body).strip();
    }
}
