package io.github.pg1c.model.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Compares generated text with the files of the repository, or writes them with {@code -Dgolden.update=true}. */
public final class Golden {

    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final String HOW = "%s: `mvn test -Dgolden.update=true` writes it anew; review the difference";

    private Golden() {}

    static void file(Path file, String text) {
        try {
            if (UPDATE) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(file).as(HOW, file).exists();
            assertThat(text).as(HOW, file).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a directory are exactly the expected ones. */
    static void directory(Path directory, Map<String, String> expected) {
        expected.forEach((name, text) -> file(directory.resolve(name), text));
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .as("%s: delete what is not expected", directory)
                    .containsExactlyInAnyOrderElementsOf(expected.keySet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
