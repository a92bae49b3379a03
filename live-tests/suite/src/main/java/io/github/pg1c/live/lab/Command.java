package io.github.pg1c.live.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A program to run, in a fixed environment instead of the machine's.
 *
 * @since 0.1
 */
public final class Command {

    /** Longer than any program takes, so that only a hanging one is ended. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static final Executor READERS = Executors.newCachedThreadPool(Command::daemon);

    private Command() {}

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "output of a program");
        thread.setDaemon(true);
        return thread;
    }

    private static byte[] read(Process process) {
        try {
            return process.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the program to its end, with an empty standard input. */
    public static Output run(List<String> command) {
        return run(command, LIMIT);
    }

    /**
     * Runs the program to its end, with an empty standard input.
     *
     * @param limit longer than it takes
     */
    static Output run(List<String> command, Duration limit) {
        try {
            Process process = builder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            CompletableFuture<byte[]> text = CompletableFuture.supplyAsync(() -> read(process), READERS);
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " hangs");
            }
            return new Output(command, process.exitValue(), new String(text.join(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Runs the program to its end, with an empty standard input. */
    public static Output run(String... command) {
        return run(List.of(command));
    }

    /** The program before its start, in an environment that is the same on every machine. */
    public static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("HOME", "/root");
        return builder;
    }

    /** The command as a process of the namespaces of another process. */
    static List<String> inside(long pid, List<String> namespaces, List<String> command) {
        List<String> whole = new ArrayList<>(List.of("nsenter", "--target", Long.toString(pid)));
        whole.addAll(namespaces);
        whole.add("--");
        whole.addAll(command);
        return whole;
    }

    /** The exception of a method whose thread was interrupted while it waited. */
    public static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }
}
