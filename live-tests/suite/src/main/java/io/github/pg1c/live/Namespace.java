package io.github.pg1c.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that holds namespaces open; they end with it, and it ends with this Java process, even a killed one.
 *
 * <p>The holder reads a pipe whose other end is here: the kernel closes the pipe, the holder ends, and with process 1 of
 * a PID namespace every other process of it.
 */
final class Namespace implements AutoCloseable {

    private final Process unshare;
    private final long pid;

    private Namespace(Process unshare, long pid) {
        this.unshare = unshare;
        this.pid = pid;
    }

    /**
     * Starts a holder.
     *
     * @param namespaces options of {@code unshare}, such as {@code --net}
     * @param log where the holder's errors go
     * @param script program that says {@code up} when the namespaces are ready, with its arguments
     */
    static Namespace hold(List<String> namespaces, Path log, List<String> script) {
        List<String> command = new ArrayList<>(List.of("unshare", "--fork", "--kill-child"));
        command.addAll(namespaces);
        command.addAll(script);
        try {
            Process unshare =
                    Command.builder(command).redirectError(log.toFile()).start();
            BufferedReader says = unshare.inputReader();
            if (!"up".equals(says.readLine())) {
                throw new IllegalStateException(String.join(" ", command) + " did not come up, see " + log);
            }
            long pid = unshare.children().findFirst().orElseThrow().pid();
            return new Namespace(unshare, pid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The holder's process id in the machine's own PID namespace. */
    long pid() {
        return pid;
    }

    @Override
    public void close() {
        try {
            unshare.getOutputStream().close();
            unshare.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw Command.interrupted(e);
        }
    }
}
