package io.github.pg1c.live.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that keeps namespaces open. The namespaces end with it, and it ends with this Java process, even a killed
 * one.
 *
 * <p>The holder reads a pipe from this process. The kernel closes the pipe when this process ends; then the holder
 * ends, and with process 1 of a PID namespace all its other processes.
 */
final class Namespace implements AutoCloseable {

    private final Process unshare;
    private final ProcessHandle holder;

    private Namespace(Process unshare, ProcessHandle holder) {
        this.unshare = unshare;
        this.holder = holder;
    }

    /**
     * Starts a holder.
     *
     * @param namespaces options of {@code unshare}, such as {@code --net}
     * @param log file for the holder's errors
     * @param script program, with its arguments, that prints {@code up} when the namespaces are ready
     */
    static Namespace hold(List<String> namespaces, Path log, List<String> script) {
        return start(List.of(), namespaces, log, script);
    }

    /** Starts a holder whose other namespaces are those of this holder's process. */
    Namespace holdInside(List<String> namespaces, Path log, List<String> script) {
        return start(Command.inside(pid(), List.of("--mount"), List.of()), namespaces, log, script);
    }

    private static Namespace start(List<String> prefix, List<String> namespaces, Path log, List<String> script) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("unshare", "--fork", "--kill-child"));
        command.addAll(namespaces);
        command.addAll(script);
        try {
            Process unshare = Command.builder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            BufferedReader says = unshare.inputReader();
            if (!"up".equals(says.readLine())) {
                throw new IllegalStateException(String.join(" ", command) + " did not come up, see " + log);
            }
            return new Namespace(unshare, unshare.children().findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a line to the holder's standard input. */
    void tell(String line) {
        try {
            unshare.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            unshare.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The holder's process id in the machine's own PID namespace. */
    long pid() {
        return holder.pid();
    }

    /** The processes that the holder has started. */
    List<ProcessHandle> children() {
        return holder.children().toList();
    }

    /** Kills the holder and every process of its PID namespace without a signal that they could handle. */
    void kill() {
        holder.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        try {
            unshare.getOutputStream().close();
        } catch (IOException e) {
            // The holder has ended already.
        }
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            unshare.waitFor();
        } catch (InterruptedException e) {
            throw Command.interrupted(e);
        }
    }
}
