package io.github.pg1c.patroni.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer as Python's HTTP server sends it: HTTP/1.0, without a length; the end of the connection ends the body. */
record HttpAnswer(int status, String type, String body, boolean statusOnly, String extraHeader) {
    private static final Map<Integer, String> PHRASES = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(202, "Accepted"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(409, "Conflict"),
            Map.entry(411, "Length Required"),
            Map.entry(412, "Precondition Failed"),
            Map.entry(422, "Unprocessable Entity"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    static HttpAnswer json(int status, String json) {
        return new HttpAnswer(status, "application/json", json, false, "");
    }

    /** Patroni sends its words as HTML. */
    static HttpAnswer words(int status, String words) {
        return new HttpAnswer(status, "text/html", words, false, "");
    }

    static HttpAnswer text(String text) {
        return new HttpAnswer(200, "text/plain", text, false, "");
    }

    static HttpAnswer page(int status) {
        return words(
                status,
                "<!DOCTYPE HTML>\n<html lang=\"en\">\n    <head>\n        <meta charset=\"utf-8\">\n"
                        + "        <title>Error response</title>\n    </head>\n    <body>\n"
                        + "        <h1>Error response</h1>\n        <p>Error code: " + status
                        + "</p>\n        <p>Message: "
                        + phrase(status) + ".</p>\n    </body>\n</html>\n");
    }

    /** Without any header: liveness, readiness, and every answer to HEAD and OPTIONS. */
    static HttpAnswer bare(int status) {
        return new HttpAnswer(status, "", "", true, "");
    }

    HttpAnswer withHeader(String header) {
        return new HttpAnswer(status, type, body, statusOnly, header + "\r\n");
    }

    HttpAnswer withoutBody() {
        return bare(status);
    }

    byte[] bytes() {
        String line = "HTTP/1.0 " + status + " " + phrase(status) + "\r\n";
        String head = statusOnly
                ? "\r\n"
                : "Server: BaseHTTP/0.6 Python/3.11.2\r\nDate: Fri, 20 Nov 2026 12:00:00 GMT\r\nContent-Type: " + type
                        + "\r\n" + extraHeader + "\r\n";
        return (line + head + body).getBytes(StandardCharsets.UTF_8);
    }

    private static String phrase(int status) {
        return PHRASES.getOrDefault(status, "Status");
    }
}
