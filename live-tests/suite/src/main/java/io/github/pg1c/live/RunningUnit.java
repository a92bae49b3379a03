package io.github.pg1c.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A systemd unit that a test host runs, with what has happened to it so far.
 *
 * @since 0.1
 */
public final class RunningUnit {

    /** Longer than any unit may take to start or to stop: the unit's own limits decide, this one only ends a hung runner. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final String title;
    private final Path log;
    private final Process runner;
    private final Writer commands;
    private final List<String> events = new ArrayList<>();
    private boolean ended;

    private RunningUnit(String title, Path log, Process runner) {
        this.title = title;
        this.log = log;
        this.runner = runner;
        this.commands = runner.outputWriter();
    }

    static RunningUnit start(String host, String unit, Path log, List<String> command) {
        try {
            Process runner = Command.builder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            RunningUnit running = new RunningUnit(unit + " on " + host, log, runner);
            Thread listener = new Thread(running::listen, running.title);
            listener.setDaemon(true);
            listener.start();
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (BufferedReader says = runner.inputReader()) {
            for (String line = says.readLine(); line != null; line = says.readLine()) {
                happened(line);
            }
        } catch (IOException e) {
            happened("failed " + e.getMessage());
        } finally {
            synchronized (this) {
                ended = true;
                notifyAll();
            }
        }
    }

    private synchronized void happened(String event) {
        events.add(event);
        notifyAll();
    }

    /** What has happened so far: {@code ready}, {@code reloaded}, {@code restarting …}, {@code stopped}, {@code failed …}. */
    public synchronized List<String> events() {
        return List.copyOf(events);
    }

    /**
     * Waits until the unit is active, which for a notifying one is when it said so itself; it may have restarted until then, if its own limits allow that.
     *
     * @throws IllegalStateException when it fails instead, or goes on restarting
     */
    public RunningUnit awaitReady() {
        return await("ready"::equals, "ready");
    }

    /** Runs the unit's reload commands and waits for their end. */
    public void reload() {
        tell("reload", "reloaded");
    }

    /** Stops the unit in the way it says and waits until nothing of it runs. */
    public void stop() {
        tell("stop", "stopped");
    }

    /** Waits until an event is as described; an earlier one counts, too. */
    public RunningUnit await(Predicate<String> wanted, String description) {
        return await(0, wanted, description);
    }

    private synchronized RunningUnit await(int first, Predicate<String> wanted, String description) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (events.stream().skip(first).noneMatch(wanted)) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (ended || left <= 0) {
                throw new IllegalStateException(title + " is not " + description + ": " + events + ", see " + log);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw Command.interrupted(e);
            }
        }
        return this;
    }

    private void tell(String command, String answer) {
        int before = events().size();
        try {
            commands.write(command + "\n");
            commands.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(title + " cannot be told to " + command + ": " + events(), e);
        }
        await(before, answer::equals, answer);
    }

    @Override
    public String toString() {
        return title;
    }
}
