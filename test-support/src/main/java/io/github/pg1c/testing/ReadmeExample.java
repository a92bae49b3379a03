package io.github.pg1c.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The code of a README, which is a piece of a test: it compiles, and it was run. */
public final class ReadmeExample {

    private ReadmeExample() {}

    /**
     * The lines between {@code // tag::name} and {@code // end::name} of a test.
     *
     * @param test the class; its source is below {@code src/test/java} of the module
     */
    public static String of(Class<?> test, String name) {
        String source = text(Path.of("src/test/java", test.getName().replace('.', '/') + ".java"));
        String begin = "// tag::" + name + "\n";
        String end = "// end::" + name + "\n";
        assertThat(source).contains(begin).contains(end);
        String lines = source.substring(source.indexOf(begin) + begin.length(), source.indexOf(end));
        return lines.stripTrailing().stripIndent() + "\n";
    }

    /** Checks that a README of the module shows this piece of code. */
    public static void isShown(String readme, Class<?> test, String name) {
        assertThat(text(Path.of(readme))).as(readme).contains("```java\n" + of(test, name) + "```\n");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
