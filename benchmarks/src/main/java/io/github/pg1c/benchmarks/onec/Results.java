package io.github.pg1c.benchmarks.onec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A file of measurements; runs are appended one by one, so that an interrupted series goes on where it was. */
record Results(Path file) {

    List<Measurement> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.stream()
                .skip(1)
                .map(line -> Measurement.parse(lines.get(0), line))
                .toList();
    }

    /** Whether a run is there, whether it counts or not. */
    boolean has(Run run) throws IOException {
        return read().stream()
                .anyMatch(row -> row.configuration().equals(run.configuration().name())
                        && row.regime().equals(run.regime().id())
                        && row.round() == run.round()
                        && row.position() == run.position());
    }

    void append(List<Measurement> rows) throws IOException {
        List<String> lines = new ArrayList<>();
        if (!Files.exists(file)) {
            lines.add(Measurement.header());
        }
        rows.forEach(row -> lines.add(row.line()));
        Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
