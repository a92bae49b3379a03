package io.github.pg1c.benchmarks.onec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A run's turn on a machine that others use too: while it lasts, a file named in the environment is locked as
 * {@code flock} does it.
 */
public record Turn(Optional<Process> holder) implements AutoCloseable {
    /** Names the file. */
    static final String VARIABLE = "PG1C_BENCHMARK_LOCK";

    public static Turn take(Map<String, String> environment) throws IOException {
        String file = environment.get(VARIABLE);
        if (file == null) {
            return new Turn(Optional.empty());
        }
        Process holder = new ProcessBuilder("flock", file, "sh", "-c", "echo taken && exec cat")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
        if (!"taken".equals(said.readLine())) {
            throw new IOException("cannot lock " + file);
        }
        return new Turn(Optional.of(holder));
    }

    /** Ends it, and leaves time for others to begin theirs. */
    @Override
    public void close() throws IOException {
        if (holder.isPresent()) {
            holder.get().getOutputStream().close();
            try {
                holder.get().waitFor();
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
