package io.github.pg1c.model.yaml;

import io.github.pg1c.model.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Specifications of five real systems: the samples. */
public enum Systems {
    ZUP,
    LXC,
    LAB,
    GEO,
    CLOSED;

    public String text() {
        try {
            return Files.readString(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file() {
        return Path.of("../samples", name().toLowerCase(Locale.ROOT), "cluster.yaml");
    }

    public Cluster cluster() {
        return SpecificationReader.read(text(), name()).cluster().orElseThrow();
    }
}
