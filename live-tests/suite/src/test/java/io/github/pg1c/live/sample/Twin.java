package io.github.pg1c.live.sample;

import io.github.pg1c.live.lab.DebianRelease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The specification of a sample with what test hosts cannot have replaced: the system, a vendor's build, versions that
 * Debian does not package, and the network. Everything else is as its owner wrote it.
 */
final class Twin {

    private final String sample;
    private final DebianRelease release;
    private final Map<String, String> edits = new LinkedHashMap<>();

    private Twin(String sample, DebianRelease release) {
        this.sample = sample;
        this.release = release;
    }

    static Twin of(String sample, DebianRelease release) {
        return new Twin(sample, release);
    }

    /** Replaces a text that the specification has. */
    Twin with(String text, String other) {
        edits.put(text, other);
        return this;
    }

    String sample() {
        return sample;
    }

    DebianRelease release() {
        return release;
    }

    /**
     * Writes the specification of the twin.
     *
     * @throws IllegalArgumentException when the sample does not have a text to replace
     */
    void write(Path file) {
        try {
            String yaml = Files.readString(Path.of("../../samples", sample, "cluster.yaml"));
            for (Map.Entry<String, String> edit : edits.entrySet()) {
                if (!yaml.contains(edit.getKey())) {
                    throw new IllegalArgumentException("the sample " + sample + " has no '" + edit.getKey() + "'");
                }
                yaml = yaml.replace(edit.getKey(), edit.getValue());
            }
            Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
