package io.github.pg1c.bundle.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Scripts that lie in the library beside the class that renders them: what is the same for every node. */
public final class ScriptFile {

    private ScriptFile() {}

    /** The text of the script in the class's package. */
    public static String read(Class<?> beside, String name) {
        try (InputStream script = beside.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException(name + " is missing in this library");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
