package io.github.pg1c.patroni;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A socket that answers like Python's HTTP server under Patroni: HTTP/1.0, given bytes, and then the connection is
 * closed.
 */
final class PatroniServer implements AutoCloseable {
    private final ServerSocket listener;
    private final byte[] answer;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Thread thread;

    PatroniServer(String answer) throws IOException {
        this.answer = answer.getBytes(StandardCharsets.UTF_8);
        listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        thread = new Thread(this::serve, "patroni");
        thread.start();
    }

    /** An answer with a body as Patroni sends it: without its length. */
    static PatroniServer json(String status, String body) throws IOException {
        return new PatroniServer("HTTP/1.0 " + status
                + "\r\nServer: BaseHTTP/0.6 Python/3.11.2\r\nDate: Fri, 20 Nov 2026 12:00:00 GMT\r\nContent-Type: application/json\r\n\r\n"
                + body);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** The request lines and headers that came. */
    List<String> requests() {
        return requests;
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                requests.add(head(socket.getInputStream()));
                socket.getOutputStream().write(answer);
            } catch (SocketException e) {
                // Closed by the test, or by a client that has seen enough.
                continue;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int octet = in.read();
        while (octet >= 0) {
            head.write(octet);
            if (head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
                break;
            }
            octet = in.read();
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
