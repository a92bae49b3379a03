package io.github.pg1c.live;

import io.github.pg1c.live.lab.Command;
import io.github.pg1c.model.Node;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Watches which nodes do not answer on a port, and remembers the largest set at one time. */
final class AvailabilityWatch implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 1000;
    private static final int BETWEEN_LOOKS_MILLIS = 500;

    private final List<Node> nodes;
    private final int port;
    private final Thread thread = new Thread(this::look, "looks who is down");
    private volatile boolean ended;
    private volatile List<String> most = List.of();

    private AvailabilityWatch(List<Node> nodes, int port) {
        this.nodes = nodes;
        this.port = port;
    }

    static AvailabilityWatch watch(List<Node> nodes, int port) {
        AvailabilityWatch watch = new AvailabilityWatch(nodes, port);
        watch.thread.start();
        return watch;
    }

    private void look() {
        while (!ended) {
            List<String> down = new ArrayList<>();
            for (Node node : nodes) {
                if (!answers(node)) {
                    down.add(node.name().toString());
                }
            }
            if (down.size() > most.size()) {
                most = List.copyOf(down);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
            } catch (InterruptedException e) {
                throw Command.interrupted(e);
            }
        }
    }

    private boolean answers(Node node) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(LiveCluster.address(node), port), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The largest set of nodes that did not answer at one time; the call ends the watch. */
    List<String> most() {
        close();
        return most;
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
