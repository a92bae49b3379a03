package io.github.pg1c.benchmarks.onec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One command of the system: it ends well, or what it said is the message of the exception. */
public final class Command {
    private Command() {}

    /** What it said. */
    public static String run(List<String> words) throws IOException, InterruptedException {
        Path output = Files.createTempFile("pg1c-onec-", ".log");
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(600, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("no end after 600 s: " + words);
            }
            if (process.exitValue() != 0) {
                throw new IOException(words + " ended with " + process.exitValue() + ": " + Files.readString(output));
            }
            return Files.readString(output);
        } finally {
            Files.delete(output);
        }
    }

    public static String run(String... words) throws IOException, InterruptedException {
        return run(List.of(words));
    }

    /** The words of several parts as one command. */
    static void run(List<String> first, List<String> second) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(first);
        words.addAll(second);
        run(words);
    }
}
