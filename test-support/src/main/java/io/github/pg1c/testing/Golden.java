package io.github.pg1c.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Compares generated text with reviewed files, or writes these anew with {@code -Dgolden.update=true}. */
public final class Golden {

    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private static final String HOW = "%s: `mvn test -Dgolden.update=true` writes it anew; review the difference";

    private Golden() {}

    /** A file below {@code src/test/resources/golden} of the module. */
    public static void resource(String name, String text) {
        file(Path.of("src/test/resources/golden").resolve(name), text);
    }

    /** A file. */
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

    /** The files of a directory by name; there are no others. */
    public static void directory(Path directory, Map<String, String> texts) {
        texts.forEach((name, text) -> file(directory.resolve(name), text));
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .as("%s: delete what is not expected", directory)
                    .containsExactlyInAnyOrderElementsOf(texts.keySet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What stands between two marks of a page.
     *
     * @param test the test that writes it; the first mark names it
     */
    public static void section(Path page, String mark, Class<?> test, String text) {
        try {
            String whole = Files.readString(page);
            String begin = "<!-- " + mark + ": written by " + test.getSimpleName() + " -->\n";
            String end = "<!-- end of " + mark + " -->\n";
            assertThat(whole).as(page.toString()).contains(begin).contains(end);
            int from = whole.indexOf(begin) + begin.length();
            int to = whole.indexOf(end);
            if (UPDATE) {
                Files.writeString(page, whole.substring(0, from) + text + whole.substring(to));
            } else {
                assertThat(whole.substring(from, to)).as(HOW, page).isEqualTo(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
