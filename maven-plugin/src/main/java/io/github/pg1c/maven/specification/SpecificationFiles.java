package io.github.pg1c.maven.specification;

import io.github.pg1c.base.file.FileException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Finds specifications: a file, or the YAML files of a directory and {@code cluster.yaml} one level below. */
public final class SpecificationFiles {

    private static final String CONVENTIONAL = "cluster.yaml";

    private SpecificationFiles() {}

    /**
     * The files in the order of their paths; none for an absent place.
     *
     * @throws FileException when the directory cannot be listed
     */
    public static List<Path> at(Path place) {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(place)) {
            for (Path entry : entries) {
                if (Files.isDirectory(entry)) {
                    Path below = entry.resolve(CONVENTIONAL);
                    if (Files.isRegularFile(below)) {
                        found.add(below);
                    }
                } else if (isYaml(entry)) {
                    found.add(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw FileException.reading(place, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw FileException.reading(place, e);
        }
        Collections.sort(found);
        return List.copyOf(found);
    }

    private static boolean isYaml(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
