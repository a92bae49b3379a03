package io.github.pg1c.live.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The playbook of a bundle, run on this machine as an administrator runs it: by the command in its README, over SSH,
 * with the hosts' keys checked.
 *
 * @since 0.1
 */
public final class Playbook {

    /** It may install all packages of several hosts at once. */
    private static final Duration LIMIT = Duration.ofMinutes(40);

    private static final String COMMAND = "ansible-playbook ";
    private static final String SECRETS = "pg1c_secrets=";

    private final Path directory;
    private final Path secrets;
    private final List<String> environment;

    Playbook(Path directory, Path secrets, List<String> environment) {
        this.directory = directory;
        this.secrets = secrets;
        this.environment = List.copyOf(environment);
    }

    /**
     * Runs it to its end.
     *
     * @param variables as Ansible's {@code -e} takes them
     */
    public PlaybookRun run(String... variables) {
        // The first command of the README only checks the syntax.
        String printed = printed().get(1);
        String path = printed.substring(printed.indexOf(SECRETS) + SECRETS.length());
        Path sockets = sockets();
        try {
            List<String> command = new ArrayList<>(List.of("env", "-C", directory.toString()));
            command.addAll(environment);
            command.add("ANSIBLE_SSH_CONTROL_PATH_DIR=" + sockets);
            StringBuilder line = new StringBuilder(printed.replace(path, secrets.toString()));
            for (String variable : variables) {
                line.append(" -e ").append(variable);
            }
            command.addAll(List.of("sh", "-c", line.toString()));
            return new PlaybookRun(Command.run(command, LIMIT));
        } finally {
            Command.run("rm", "-rf", sockets.toString()).orThrow();
        }
    }

    /** Outside of the logs, because a socket's path must be short. */
    private static Path sockets() {
        try {
            return Files.createTempDirectory("pg1c-ssh");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> printed() {
        try {
            return Files.readAllLines(directory.resolve("README.md")).stream()
                    .filter(line -> line.startsWith(COMMAND))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
