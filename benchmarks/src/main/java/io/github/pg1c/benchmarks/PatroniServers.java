package io.github.pg1c.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * REST APIs on loopback that answer every request with the state of a cluster as Patroni does: HTTP/1.0, no length, and
 * the connection ends with the answer. They run in a process of their own, so that what they take is not counted as the
 * client's.
 */
public final class PatroniServers implements AutoCloseable {
    private final Process process;
    private final List<URI> uris;

    private PatroniServers(Process process, List<URI> uris) {
        this.process = process;
        this.uris = uris;
    }

    /** So many servers, each of a cluster with so many members. */
    static PatroniServers start(int servers, int members) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PatroniServers.class.getName(),
                        Integer.toString(servers),
                        Integer.toString(members))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader ports =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        List<URI> uris = new ArrayList<>();
        for (int i = 0; i < servers; i++) {
            uris.add(URI.create("http://127.0.0.1:" + ports.readLine()));
        }
        return new PatroniServers(process, uris);
    }

    List<URI> uris() {
        return uris;
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** Tells the ports, and serves until its input ends. */
    public static void main(String[] args) throws IOException {
        Thread serving = new Thread(() -> serve(Integer.parseInt(args[0]), Integer.parseInt(args[1])), "servers");
        serving.setDaemon(true);
        serving.start();
        while (System.in.read() >= 0) {
            // Whoever has started it is still there.
            continue;
        }
    }

    private static void serve(int servers, int members) {
        byte[] answer =
                ("HTTP/1.0 200 OK\r\nServer: BaseHTTP/0.6 Python/3.11.2\r\nContent-Type: application/json\r\n\r\n"
                                + cluster(members))
                        .getBytes(StandardCharsets.UTF_8);
        ByteBuffer request = ByteBuffer.allocate(1 << 14);
        try (Selector selector = Selector.open()) {
            StringBuilder ports = new StringBuilder();
            for (int i = 0; i < servers; i++) {
                ServerSocketChannel listener = ServerSocketChannel.open();
                listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
                listener.configureBlocking(false);
                listener.register(selector, SelectionKey.OP_ACCEPT);
                ports.append(listener.socket().getLocalPort()).append('\n');
            }
            System.out.print(ports);
            System.out.flush();
            while (selector.isOpen()) {
                selector.select(key -> answer(key, answer, request));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(SelectionKey key, byte[] answer, ByteBuffer request) {
        try {
            if (key.channel() instanceof ServerSocketChannel listener) {
                SocketChannel client = listener.accept();
                client.configureBlocking(false);
                client.register(key.selector(), SelectionKey.OP_READ);
            } else if (key.channel() instanceof SocketChannel client) {
                request.clear();
                client.read(request);
                ByteBuffer out = ByteBuffer.wrap(answer);
                // An answer fits into the buffer of the socket.
                while (out.hasRemaining()) {
                    client.write(out);
                }
                client.close();
            }
        } catch (IOException e) {
            key.cancel();
        }
    }

    /** The answer to {@code GET /cluster} of Patroni 4.1. */
    static String cluster(int members) {
        StringBuilder json = new StringBuilder("{\"members\": [");
        for (int i = 1; i <= members; i++) {
            json.append(i == 1 ? "" : ", ")
                    .append("{\"name\": \"node")
                    .append(i)
                    .append(
                            i == 1
                                    ? "\", \"role\": \"leader\", \"state\": \"running\""
                                    : "\", \"role\": \"replica\", \"state\": \"streaming\"")
                    .append(", \"api_url\": \"https://node")
                    .append(i)
                    .append(":8008/patroni\", \"host\": \"node")
                    .append(i)
                    .append("\", \"port\": 5432, \"timeline\": 3, \"lsn\": \"0/4000060\"");
            if (i > 1) {
                json.append(
                        ", \"receive_lsn\": \"0/4000060\", \"receive_lag\": 0, \"replay_lsn\": \"0/4000060\", \"replay_lag\": 0, \"lag\": 0");
            }
            json.append('}');
        }
        return json.append("], \"scope\": \"main\"}").toString();
    }
}
