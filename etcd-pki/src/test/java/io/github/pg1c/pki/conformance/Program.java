package io.github.pg1c.pki.conformance;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A program of another project that says what it thinks of our certificates. It is looked for on the PATH and in the
 * directories of PG1C_TOOLS.
 */
public record Program(Path file) {

    /** How it ended and what it wrote. */
    public record Result(int exit, String output, String errors) {
        /** Both streams, for messages. */
        public String all() {
            return output + errors;
        }
    }

    /** The first of that name, or empty. */
    public static Optional<Program> find(String name) {
        return findAll(name).stream().findFirst();
    }

    /** All of that name, newest tools first. */
    public static List<Program> findAll(String name) {
        return Stream.of(System.getenv("PG1C_TOOLS"), System.getenv("PATH"), "/usr/sbin" + File.pathSeparator + "/sbin")
                .filter(path -> path != null && !path.isEmpty())
                .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                .map(directory -> Path.of(directory).resolve(name))
                .filter(Files::isExecutable)
                .distinct()
                .map(Program::new)
                .toList();
    }

    /** The first of that name; tests that use it carry {@link NeedsPrograms}. */
    public static Program of(String name) {
        return find(name).orElseThrow(() -> new AssertionError("the program " + name + " is not there"));
    }

    /** Runs it in a directory. */
    public Result run(Path directory, String... arguments) {
        return run(directory, Map.of(), "", arguments);
    }

    /** Runs it in a directory with variables and a text on its standard input. */
    public Result run(Path directory, Map<String, String> environment, String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of(file.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            CompletableFuture<String> errors = CompletableFuture.supplyAsync(
                    () -> process.errorReader(StandardCharsets.UTF_8).lines().reduce("", (a, b) -> a + b + "\n"));
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output, errors.join());
        } catch (IOException e) {
            throw new AssertionError("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
