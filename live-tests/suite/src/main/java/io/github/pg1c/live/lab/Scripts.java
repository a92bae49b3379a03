package io.github.pg1c.live.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** The scripts of this package as files. */
final class Scripts {

    private Scripts() {}

    /** Writes the script into the directory and returns its path. */
    static Path unpack(String name, Path directory) {
        try (InputStream in = Objects.requireNonNull(Scripts.class.getResourceAsStream(name), name)) {
            Files.createDirectories(directory);
            Path script = directory.resolve(name);
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
            return script;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
