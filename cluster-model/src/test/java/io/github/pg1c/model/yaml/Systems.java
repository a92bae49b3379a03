package io.github.pg1c.model.yaml;

import io.github.pg1c.model.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Specifications of five real systems. */
public enum Systems {
    ZUP,
    LXC,
    LAB,
    ASTRA,
    OFFLINE;

    public String text() {
        try {
            return Files.readString(Path.of("src/test/resources/systems", name().toLowerCase(Locale.ROOT) + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Cluster cluster() {
        return SpecificationReader.read(text(), name()).cluster().orElseThrow();
    }
}
