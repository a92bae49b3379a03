package io.github.pg1c.maven.goal;

import io.github.pg1c.base.file.DurableFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A file for the answer of a goal. A reader sees it whole or not at all; a later answer replaces it. */
public record OutputFile(Path file) implements Consumer<String> {

    /**
     * Writes the answer.
     *
     * @throws io.github.pg1c.base.file.FileException when the file cannot be written
     */
    @Override
    public void accept(String text) {
        DurableFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
