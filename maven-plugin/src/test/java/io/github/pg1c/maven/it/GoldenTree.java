package io.github.pg1c.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A committed directory that a generated one must equal, file by file.
 *
 * <p>With {@code -Dpg1c.golden=update} the committed directory is replaced instead; its difference is then reviewed in
 * git.
 */
final class GoldenTree {

    private final Path expected;
    private final boolean update;

    GoldenTree(Path expected, boolean update) {
        this.expected = expected;
        this.update = update;
    }

    void accepts(Path actual) {
        SortedMap<String, String> found = withoutVersions(FileTree.of(actual));
        assertThat(found).as("files below %s", actual).isNotEmpty();
        if (update) {
            replaceBy(found);
        }
        SortedMap<String, String> wanted = FileTree.of(expected);
        assertThat(found.keySet()).as("names of the files below %s", actual).isEqualTo(wanted.keySet());
        found.forEach((path, text) -> assertThat(text).as(path).isEqualTo(wanted.get(path)));
    }

    /** The version of the tool differs between two builds that write the same configuration. */
    private static SortedMap<String, String> withoutVersions(SortedMap<String, String> files) {
        SortedMap<String, String> filtered = new TreeMap<>(files);
        filtered.computeIfPresent(
                "bundle.json",
                (path, text) -> text.replaceFirst("(\"(?:tool|toolVersion)\": *\")[^\"]*\"", "$1(version)\""));
        return filtered;
    }

    private void replaceBy(SortedMap<String, String> files) {
        try {
            for (String path : FileTree.of(expected).keySet()) {
                Files.delete(expected.resolve(path));
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path target = expected.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
