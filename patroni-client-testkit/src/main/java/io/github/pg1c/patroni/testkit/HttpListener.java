package io.github.pg1c.patroni.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A port of a simulated member: one request for each connection. It can be closed and opened again at the same port.
 */
final class HttpListener implements AutoCloseable {

    /** What to send; no bytes to close the connection at once. */
    record Reply(byte[] bytes, boolean hangs) {
        static final Reply NOTHING = new Reply(new byte[0], false);
        static final Reply HANGING = new Reply(new byte[0], true);
    }

    private final String member;
    private final SimulatedTls tls;
    private final Function<SimulatedRequest, Reply> handler;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "simulated-patroni");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private int port;
    private volatile @Nullable ServerSocket listener;
    private CompletableFuture<Void> accepting = CompletableFuture.completedFuture(null);

    HttpListener(String member, SimulatedTls tls, Function<SimulatedRequest, Reply> handler) {
        this.member = member;
        this.tls = tls;
        this.handler = handler;
        listen();
    }

    URI uri() {
        return URI.create((tls.context() == null ? "http" : "https") + "://127.0.0.1:" + port);
    }

    /** Accepts connections again, at the same port. */
    synchronized void listen() {
        if (listener != null) {
            return;
        }
        try {
            ServerSocket socket = factory().createServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 50);
            if (socket instanceof SSLServerSocket secure) {
                if (tls.client() == ClientCertificates.REQUIRED) {
                    secure.setNeedClientAuth(true);
                } else if (tls.client() == ClientCertificates.FOR_WRITES) {
                    secure.setWantClientAuth(true);
                }
            }
            port = socket.getLocalPort();
            listener = socket;
            accepting = CompletableFuture.runAsync(() -> accept(socket), threads);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses connections from now on, and ends those that are open. */
    synchronized void refuse() {
        ServerSocket socket = listener;
        listener = null;
        if (socket != null) {
            quietly(socket);
            // The system keeps the port open until the thread that waits for a connection has noticed.
            accepting.join();
        }
        open.forEach(HttpListener::quietly);
    }

    @Override
    public void close() {
        refuse();
        threads.shutdownNow();
    }

    private ServerSocketFactory factory() {
        return tls.context() == null
                ? ServerSocketFactory.getDefault()
                : tls.context().getServerSocketFactory();
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket socket = from.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                // Closed, by refuse() or close().
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            SimulatedRequest request = read(new BufferedInputStream(socket.getInputStream()), certificate(socket));
            if (request == null) {
                return;
            }
            Reply reply = handler.apply(request);
            if (reply.hangs()) {
                // The client's end of the connection, or that of the simulator, ends this.
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                return;
            }
            socket.getOutputStream().write(reply.bytes());
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // The client has seen enough, or showed no certificate.
            return;
        } finally {
            open.remove(socket);
        }
    }

    private static boolean certificate(Socket socket) {
        if (socket instanceof SSLSocket secure) {
            try {
                return secure.getSession().getPeerCertificates().length > 0;
            } catch (SSLPeerUnverifiedException e) {
                return false;
            }
        }
        return false;
    }

    private @Nullable SimulatedRequest read(InputStream in, boolean certificate) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            head.write(octet);
            last = last << 8 | octet;
            if (last == 0x0d0a0d0a) {
                return request(head.toString(StandardCharsets.ISO_8859_1), in, certificate);
            }
        }
        return null;
    }

    private SimulatedRequest request(String head, InputStream in, boolean certificate) throws IOException {
        String[] lines = head.split("\r\n");
        String[] first = lines[0].split(" ");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        String target = first.length > 1 ? first[1] : "/";
        int question = target.indexOf('?');
        return new SimulatedRequest(
                member,
                first[0],
                question < 0 ? target : target.substring(0, question),
                question < 0 ? "" : target.substring(question + 1),
                headers,
                body,
                certificate);
    }

    private static void quietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // It is closed all the same.
            return;
        }
    }
}
