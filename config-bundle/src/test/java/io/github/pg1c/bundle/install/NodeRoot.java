package io.github.pg1c.bundle.install;

import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.Program;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.plan.ClusterPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The root directory of a node with its users and programs and nothing else, and runs of the installer on it. */
record NodeRoot(Path path, Map<String, Integer> users) {

    /** Output and exit status of the installer. */
    record Run(int status, String output) {}

    /** A root directory with everything that the node needs. */
    static NodeRoot of(Path path, Cluster cluster, Node node) {
        NodePart part =
                Bundle.parts(ClusterPlan.of(cluster), RevocationLists.NONE).get(node.name());
        Map<String, Integer> users = new TreeMap<>(Map.of("root", 0));
        int id = 70_001;
        for (String user : List.of("etcd", "haproxy", "pgbouncer", "postgres")) {
            users.put(user, id++);
        }
        NodeRoot root = new NodeRoot(path, users);
        root.write("/etc/hostname", node.name() + "\n");
        root.write("/etc/passwd", root.lines(":x:%2$d:%2$d::/:/bin/sh"));
        root.write("/etc/group", root.lines(":x:%2$d:"));
        for (Program program : Objects.requireNonNull(part).programs()) {
            String file = program.path();
            root.write(file, "#!/bin/sh\n");
            root.makeExecutable(file);
        }
        return root;
    }

    Path file(String path) {
        return this.path.resolve(path.substring(1));
    }

    String read(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String path, String text) {
        try {
            Files.createDirectories(file(path).getParent());
            Files.writeString(file(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a directory of a user, as a package brings it. */
    void directory(String path, String user) {
        try {
            Files.createDirectories(file(path));
            Files.setAttribute(file(path), "unix:uid", Objects.requireNonNull(users.get(user)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeExecutable(String path) {
        try {
            Files.setPosixFilePermissions(file(path), PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the node's installer with its secrets. */
    Run install(WrittenBundle report, String node, String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("--secrets", report.secrets().resolve("nodes/" + node).toString()));
        arguments.addAll(List.of(options));
        return run("022", report, node, arguments);
    }

    /** Runs the node's installer, for which disks are mounted at these directories. */
    Run installWithDisks(WrittenBundle report, String node, String... directories) {
        String places =
                Stream.of(directories).map(this::file).map(Path::toString).collect(Collectors.joining(" | "));
        write("/disks/mountpoint", """
                #!/bin/sh
                case "$2" in
                  %s) exit 0 ;;
                  *) exit 1 ;;
                esac
                """.formatted(places));
        makeExecutable("/disks/mountpoint");
        return runWith("/disks", report, node);
    }

    /** Runs the node's installer, which dies as soon as it has moved a file to this path. */
    Run installKilledAt(String path, WrittenBundle report, String node) {
        write("/deadly/mv", """
                #!/bin/sh
                /bin/mv "$@"
                case "$*" in
                  *%s) kill -KILL "$PPID" ;;
                esac
                """.formatted(path));
        makeExecutable("/deadly/mv");
        return runWith("/deadly", report, node);
    }

    private Run runWith(String programs, WrittenBundle report, String node) {
        List<String> arguments =
                List.of("--secrets", report.secrets().resolve("nodes/" + node).toString());
        return run("022; PATH=" + file(programs) + ":$PATH", report, node, arguments);
    }

    Run run(String umask, WrittenBundle report, String node, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "umask " + umask + "; exec sh \"$@\"", "sh"));
        command.add(report.bundle().resolve("nodes/" + node + "/install.sh").toString());
        command.addAll(List.of("--root", path.toString()));
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Mode, owner, group, time stamp and content of everything. */
    Map<String, String> everything() {
        try (Stream<Path> paths = Files.walk(path)) {
            return paths.collect(Collectors.toMap(
                    file -> path.relativize(file).toString(),
                    file -> rights(file) + " " + attribute(file, "lastModifiedTime") + " " + attribute(file, "ino"),
                    (a, b) -> a,
                    TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code 0640 root postgres}. */
    String rights(String path) {
        return rights(file(path));
    }

    private String rights(Path file) {
        int mode = (Integer) attribute(file, "mode") & 07777;
        return String.format("0%o %s %s", mode, name(attribute(file, "uid")), name(attribute(file, "gid")));
    }

    private String name(Object id) {
        return users.entrySet().stream()
                .filter(user -> user.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(id.toString());
    }

    private static Object attribute(Path file, String name) {
        try {
            return Files.getAttribute(file, "unix:" + name, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lines(String form) {
        return users.entrySet().stream()
                .map(user -> String.format("%s" + form + "%n", user.getKey(), user.getValue()))
                .collect(Collectors.joining());
    }
}
