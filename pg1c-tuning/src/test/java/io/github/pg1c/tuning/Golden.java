package io.github.pg1c.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Compares generated text with a reviewed file, or writes it with {@code -Dgolden.update=true}. */
public final class Golden {

    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final String HOW = "%s: `mvn test -Dgolden.update=true` writes it anew; review the difference";
    private static final Path RESOURCES = Path.of("src/test/resources/golden");

    private Golden() {}

    public static void resource(String name, String text) {
        file(RESOURCES.resolve(name), text);
    }

    public static void file(Path file, String text) {
        try {
            if (UPDATE) {
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.writeString(file, text);
            }
            assertThat(file).as(HOW, file).exists();
            assertThat(text).as(HOW, file).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
