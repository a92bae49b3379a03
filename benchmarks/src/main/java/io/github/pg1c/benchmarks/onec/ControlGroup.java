package io.github.pg1c.benchmarks.onec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The server's own control groups (version 1 of Linux): its memory with the page cache is limited, its processor time
 * is counted. Clients stay outside.
 */
public final class ControlGroup implements AutoCloseable {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final List<String> CONTROLLERS = List.of("memory", "cpuacct");

    private final String name;

    private ControlGroup(String name) {
        this.name = name;
    }

    /** Makes the groups, empty, with a limit of memory in bytes. */
    static ControlGroup limitedTo(long bytes) throws IOException {
        return limitedTo("server", bytes);
    }

    /** Makes the groups of one of several servers. */
    public static ControlGroup limitedTo(String server, long bytes) throws IOException {
        ControlGroup group =
                new ControlGroup("pg1c-onec-" + ProcessHandle.current().pid() + "-" + server);
        for (String controller : CONTROLLERS) {
            Files.createDirectories(group.directory(controller));
        }
        Files.writeString(group.directory("memory").resolve("memory.limit_in_bytes"), Long.toString(bytes));
        return group;
    }

    private Path directory(String controller) {
        return ROOT.resolve(controller).resolve(name);
    }

    /** The beginning of a command that puts what follows, and all its children, into the groups. */
    public List<String> entering() {
        StringBuilder script = new StringBuilder();
        for (String controller : CONTROLLERS) {
            script.append("echo $$ > ")
                    .append(directory(controller).resolve("cgroup.procs"))
                    .append(" && ");
        }
        return List.of("sh", "-c", script + "exec \"$@\"", "enter");
    }

    /** Processor time of everything that ever ran in the group. */
    public long cpuNanos() throws IOException {
        return Long.parseLong(
                Files.readString(directory("cpuacct").resolve("cpuacct.usage")).strip());
    }

    /** Private and shared memory of the processes, without page cache: what cannot be taken from them. */
    long memoryHeld() throws IOException {
        long held = 0;
        for (String line : Files.readAllLines(directory("memory").resolve("memory.stat"), StandardCharsets.US_ASCII)) {
            if (line.startsWith("total_rss ") || line.startsWith("total_shmem ")) {
                held += Long.parseLong(line.substring(line.indexOf(' ') + 1));
            }
        }
        return held;
    }

    /** The kernel's tables of the pages of all processes, in bytes. */
    public long pageTableBytes() throws IOException {
        long kilobytes = 0;
        for (String pid : Files.readAllLines(directory("memory").resolve("cgroup.procs"))) {
            try {
                kilobytes += Files.readAllLines(Path.of("/proc", pid, "status")).stream()
                        .filter(line -> line.startsWith("VmPTE:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum();
            } catch (NoSuchFileException e) {
                // It has ended meanwhile.
                continue;
            }
        }
        return kilobytes * 1024;
    }

    /** How often a process was killed because the group's memory was exhausted. */
    long killed() throws IOException {
        return Files.readAllLines(directory("memory").resolve("memory.oom_control")).stream()
                .filter(line -> line.startsWith("oom_kill "))
                .mapToLong(line -> Long.parseLong(line.substring(9)))
                .sum();
    }

    /** Removes the groups when their last processes have ended; what cache is left goes to the group above. */
    @Override
    public void close() throws IOException {
        for (String pid : Files.readAllLines(directory("memory").resolve("cgroup.procs"))) {
            ProcessHandle.of(Long.parseLong(pid))
                    .ifPresent(process -> process.onExit().join());
        }
        for (String controller : CONTROLLERS) {
            Files.delete(directory(controller));
        }
    }
}
