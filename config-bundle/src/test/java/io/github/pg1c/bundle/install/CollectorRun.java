package io.github.pg1c.bundle.install;

import io.github.pg1c.bundle.collect.HostFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of a node's collector, which comes through standard input as from an administrator's machine.
 *
 * @param status exit status
 * @param output bytes of standard output, each a character
 * @param errors standard error
 */
record CollectorRun(int status, String output, String errors) {

    /** A run that is not started yet. */
    record Call(Path script, List<String> shell, String path, Path directory) {

        /** The same by another shell, or by a program that starts one. */
        Call by(String... command) {
            return new Call(script, List.of(command), path, directory);
        }

        /** The same with other programs before those of the machine. */
        Call with(Path programs) {
            return onlyWith(programs + ":" + path);
        }

        /** The same with other programs alone. */
        Call onlyWith(String programs) {
            return new Call(script, shell, programs, directory);
        }

        CollectorRun run(String... options) {
            List<String> command = new ArrayList<>(shell);
            command.addAll(List.of("-s", "--"));
            command.addAll(List.of(options));
            ProcessBuilder process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectInput(script.toFile())
                    .redirectError(directory.resolveSibling("errors").toFile());
            process.environment().put("PATH", path);
            process.environment().put("TMPDIR", directory.toString());
            process.environment().put("HOME", directory.toString());
            try {
                Process running = process.start();
                try (InputStream output = running.getInputStream()) {
                    String text = new String(output.readAllBytes(), StandardCharsets.ISO_8859_1);
                    int status = running.waitFor();
                    return new CollectorRun(status, text, Files.readString(directory.resolveSibling("errors")));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * The call of a script by the usual shell.
     *
     * @param directory where it runs, and where programs put their temporary files
     */
    static Call of(Path script, Path directory) {
        return new Call(script, List.of("sh"), String.valueOf(System.getenv("PATH")), directory);
    }

    /** What the answer says. */
    HostFacts facts() {
        return HostFacts.parse(output);
    }
}
