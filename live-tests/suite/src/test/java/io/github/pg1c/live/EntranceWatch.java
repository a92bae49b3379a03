package io.github.pg1c.live;

import io.github.pg1c.live.lab.Command;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A client that connects to an entrance again and again, and remembers the longest time between two answers. It asks for
 * TLS and leaves, so that PostgreSQL starts no process for it.
 */
final class EntranceWatch implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 300;
    private static final int BETWEEN_LOOKS_MILLIS = 100;

    /**
     * SSLRequest.
     *
     * @see <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">PostgreSQL: message formats</a>
     */
    private static final byte[] QUESTION = {0, 0, 0, 8, 4, (byte) 210, 22, 47};

    private final SourceAddressSockets sockets;
    private final InetSocketAddress entrance;
    private final Thread thread = new Thread(this::look, "looks at the entrance");
    private volatile boolean ended;
    private volatile long lastAnswer;
    private volatile long longest;

    private EntranceWatch(String from, InetSocketAddress entrance) {
        sockets = new SourceAddressSockets(from);
        this.entrance = entrance;
    }

    static EntranceWatch watch(String from, String address, int port) {
        EntranceWatch watch = new EntranceWatch(from, new InetSocketAddress(address, port));
        watch.lastAnswer = System.nanoTime();
        watch.thread.start();
        return watch;
    }

    private void look() {
        while (!ended) {
            boolean answered = answers();
            long now = System.nanoTime();
            longest = Math.max(longest, now - lastAnswer);
            if (answered) {
                lastAnswer = now;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
            } catch (InterruptedException e) {
                throw Command.interrupted(e);
            }
        }
    }

    private boolean answers() {
        try (Socket socket = sockets.createSocket()) {
            socket.connect(entrance, PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(QUESTION);
            return socket.getInputStream().read() == 'S';
        } catch (IOException e) {
            return false;
        }
    }

    /** The longest time without an answer so far, a look at most longer than the entrance was away. */
    Duration longestPause() {
        return Duration.ofNanos(longest);
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw Command.interrupted(e);
        }
    }
}
