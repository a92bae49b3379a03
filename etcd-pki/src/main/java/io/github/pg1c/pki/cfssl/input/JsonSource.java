package io.github.pg1c.pki.cfssl.input;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.PkiException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A JSON text and where it comes from.
 *
 * @param name its name in problems, usually the path of the file
 * @param text the JSON
 * @since 0.1
 */
public record JsonSource(String name, String text) {
    /**
     * The configuration of cfssl without {@code -config}: signing, key encipherment, server auth and client auth for a
     * year.
     */
    public static final JsonSource DEFAULT_CONFIG = new JsonSource("(default)", "{\"signing\":{}}");

    /**
     * The text of a file in UTF-8.
     *
     * @throws PkiException when it cannot be read
     */
    public static JsonSource read(Path file) {
        try {
            return new JsonSource(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new PkiException(Text.of("cannot read " + file, "не удалось прочитать " + file), e);
        }
    }
}
