package io.github.pg1c.maven.goal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** A file for the answer of a goal. A reader sees it whole or not at all; a later answer replaces it. */
public record OutputFile(Path file) implements Consumer<String> {

    @Override
    public void accept(String text) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory == null) {
                throw new IOException(file + " is a directory");
            }
            Files.createDirectories(directory);
            Path whole = Files.createTempFile(directory, ".pg1c", ".tmp");
            try {
                Files.writeString(whole, text);
                Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
