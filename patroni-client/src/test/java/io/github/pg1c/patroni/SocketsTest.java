package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.patroni.internal.http.BasicCredentials;
import io.github.pg1c.patroni.internal.http.Transport;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server may do to its connections, and that none of them is left open, whatever it did. */
@Timeout(60)
@Tag("slow")
class SocketsTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final String CLUSTER = "{\"members\": []}";

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(
                        "a whole answer and an open connection", OK + "Content-Length: 15\r\n\r\n" + CLUSTER, true),
                Arguments.of("a page", "HTTP/1.0 502 Bad Gateway\r\nContent-Length: 6\r\n\r\n<html>", false),
                Arguments.of("garbage instead of HTTP", "\u0000\u0001 SSH-2.0-OpenSSH_9.2\r\n\r\n", false),
                Arguments.of("a status that is none", "HTTP/1.1 9999999999 OK\r\n\r\n", false),
                Arguments.of(
                        "no header but a body that is JSON of another sort",
                        "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n[]",
                        false),
                Arguments.of("two lengths", OK + "Content-Length: 15\r\nContent-Length: 3\r\n\r\n" + CLUSTER, false),
                Arguments.of("a length that is too large", OK + "Content-Length: 99\r\n\r\n" + CLUSTER, false),
                Arguments.of(
                        "chunks that break off",
                        OK + "Transfer-Encoding: chunked\r\n\r\nf\r\n" + CLUSTER.substring(0, 5),
                        false),
                Arguments.of("chunks that are none", OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + CLUSTER, false),
                Arguments.of("a header without end", "HTTP/1.0 200 OK\r\nX: " + "x".repeat(400_000), false),
                Arguments.of(
                        "compression that is none",
                        OK + "Content-Encoding: gzip\r\nContent-Length: 15\r\n\r\n" + CLUSTER,
                        false),
                Arguments.of("half a status line", "HTTP/1.0 200", false),
                Arguments.of("an interim answer alone", "HTTP/1.1 100 Continue\r\n\r\n", false),
                Arguments.of(
                        "a redirection",
                        "HTTP/1.1 307 Temporary Redirect\r\nLocation: /cluster\r\nContent-Length: 0\r\n\r\n",
                        false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void connectionIsClosedAfterEveryAnswer(String what, String answer, boolean sound) throws IOException {
        try (OpenServer server = new OpenServer(answer.getBytes(StandardCharsets.ISO_8859_1));
                PatroniClient client = PatroniClient.builder()
                        .endpoint(server.uri())
                        .readTimeout(Duration.ofMillis(300))
                        .build()) {
            if (sound) {
                assertThat(client.cluster().members()).isEmpty();
            } else {
                assertThatExceptionOfType(PatroniException.class)
                        .isThrownBy(client::cluster)
                        .satisfies(e -> assertThat(e.uri().getPath()).isEqualTo("/cluster"))
                        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(2000));
            }
            client.survey();
            server.awaitAllClosed();
        }
    }

    @Test
    void compressedAnswerIsLimitedByItsUncompressedSize() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 64; i++) {
                gzip.write(blanks);
            }
        }
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes((OK + "Content-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        answer.writeBytes(packed.toByteArray());
        try (OpenServer server = new OpenServer(answer.toByteArray());
                PatroniClient client =
                        PatroniClient.builder().endpoint(server.uri()).build()) {
            assertThatExceptionOfType(PatroniException.class)
                    .isThrownBy(client::cluster)
                    .withMessageContaining("larger than " + Transport.BODY_LIMIT);
            server.awaitAllClosed();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no HTTP\r\n\r\n",
                OK + "Content-Length: 3\r\n\r\n[]]",
                "HTTP/1.0 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"Patroni\"\r\nContent-Length: 0\r\n\r\n"
            })
    void passwordIsNeverPrinted(String answer) throws IOException {
        String password = "correct horse";
        try (OpenServer server = new OpenServer(answer.getBytes(StandardCharsets.ISO_8859_1))) {
            PatroniClientBuilder builder = PatroniClient.builder()
                    .endpoint(server.uri())
                    .waiting(new FakeWaiting())
                    .basicAuth("patroni", Secret.of(password));
            try (PatroniClient client = builder.build()) {
                String told = client + " " + builder + " " + Secret.of(password)
                        + new BasicCredentials("patroni", password) + client.survey()
                        + client.cancelSwitchover()
                        + client.reload(server.uri()) + client.switchover(Switchover.from("node1"));
                assertThatExceptionOfType(PatroniException.class)
                        .isThrownBy(client::cluster)
                        .satisfies(e -> assertThat(trace(e))
                                .doesNotContain(password)
                                .doesNotContain(encoded("patroni", password)));
                assertThat(told).doesNotContain(password).doesNotContain(encoded("patroni", password));
            }
        }
    }

    @Test
    void nameOfSeveralAddressesIsReachedWhereverItListens() throws IOException {
        try (PatroniServer server = PatroniServer.json("200 OK", CLUSTER);
                PatroniClient client = PatroniClient.builder()
                        .endpoint(URI.create("http://localhost:" + server.uri().getPort()))
                        .build()) {
            assertThat(client.cluster().members()).isEmpty();
        }
    }

    private static String encoded(String user, String password) {
        return okhttp3.Credentials.basic(user, password).substring("Basic ".length());
    }

    private static String trace(Throwable e) {
        java.io.StringWriter text = new java.io.StringWriter();
        e.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }

    /** Answers each connection and leaves it open until the client closes it. */
    private static final class OpenServer implements AutoCloseable {
        private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final Phaser open = new Phaser(1);
        private final byte[] answer;

        OpenServer(byte[] answer) throws IOException {
            this.answer = answer;
            daemon(this::accept);
        }

        URI uri() {
            return URI.create("http://127.0.0.1:" + listener.getLocalPort());
        }

        /** The limit of the test ends it when one stays open. */
        void awaitAllClosed() {
            open.arriveAndAwaitAdvance();
        }

        private void accept() {
            while (!listener.isClosed()) {
                try {
                    Socket socket = listener.accept();
                    open.register();
                    daemon(() -> serve(socket));
                } catch (SocketException e) {
                    return;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private void serve(Socket socket) {
            try (socket) {
                int octet = socket.getInputStream().read();
                if (octet >= 0) {
                    socket.getOutputStream().write(answer);
                    socket.getOutputStream().flush();
                }
                while (octet >= 0) {
                    octet = socket.getInputStream().read();
                }
            } catch (IOException e) {
                // Closed with bytes of the answer unread: closed all the same.
                assertThat(socket.isClosed()).isTrue();
            } finally {
                open.arriveAndDeregister();
            }
        }

        private static void daemon(Runnable work) {
            Thread thread = new Thread(work, "open-server");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }
    }
}
