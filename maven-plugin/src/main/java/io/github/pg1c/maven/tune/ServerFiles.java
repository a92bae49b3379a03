package io.github.pg1c.maven.tune;

import io.github.pg1c.tuning.text.ConfFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that a configuration includes, on the machine that Maven runs on. */
final class ServerFiles implements ConfFiles {

    private static final long LARGEST = 1 << 20;

    @Override
    public String resolve(String file, String path) {
        try {
            return Path.of(file).resolveSibling(path).normalize().toString();
        } catch (InvalidPathException e) {
            return path;
        }
    }

    @Override
    public Optional<String> text(String path) throws IOException {
        Optional<Path> file = existing(path);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file.get()) || Files.size(file.get()) > LARGEST) {
            throw new IOException(path + " is no file of a configuration");
        }
        return Optional.of(new String(Files.readAllBytes(file.get()), StandardCharsets.UTF_8));
    }

    @Override
    public Optional<List<String>> names(String path) throws IOException {
        Optional<Path> directory = existing(path).filter(Files::isDirectory);
        if (directory.isEmpty()) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(directory.get())) {
            return Optional.of(entries.filter(entry -> !Files.isDirectory(entry))
                    .map(entry -> String.valueOf(entry.getFileName()))
                    .toList());
        }
    }

    /** The place of a path, also of one that may not be looked at; empty where nothing is. */
    private static Optional<Path> existing(String path) {
        try {
            return Optional.of(Path.of(path)).filter(place -> !Files.notExists(place));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
