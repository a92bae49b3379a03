package io.github.pg1c.patroni.internal.http;

import io.github.pg1c.base.pem.Pem;
import io.github.pg1c.base.pem.PemException;
import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Function;

/** Certificates and keys from PEM files; an error names the file and nothing of its content. */
public final class PemFiles {
    private static final Text REMEDY = Text.of(
            "name a PEM file; a key must be unencrypted PKCS#8",
            "укажите файл в формате PEM; ключ — незашифрованный PKCS#8");

    private PemFiles() {}

    public static List<X509Certificate> certificates(Path file) {
        return read(file, Pem::certificates);
    }

    public static PrivateKey privateKey(Path file) {
        return read(file, Pem::privateKey);
    }

    private static <T> T read(Path file, Function<String, T> reader) {
        try {
            return reader.apply(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PemException e) {
            // Without its cause, which has no further information.
            throw new MalformedValueException(
                    Text.of(
                            file + ": " + e.reason().en(),
                            file + ": " + e.reason().ru()),
                    REMEDY);
        }
    }
}
