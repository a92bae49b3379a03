package io.github.pg1c.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One case of {@code src/it} after Maven ran in a copy of it. */
public final class InvokedCase {

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern PROBLEM =
            Pattern.compile("^\\[(?:ERROR|WARNING)\\] (\\S+: (?:error|warning) PG1C-\\d+): ([^ ]*)", Pattern.MULTILINE);

    private final Path directory;
    private final Path source;
    private final boolean update;

    /**
     * A case that has run.
     *
     * @param directory the copy that Maven ran in
     * @param cases {@code src/it}
     * @param golden {@code update} to replace what is expected by what is there
     */
    public InvokedCase(File directory, String cases, String golden) {
        this.directory = directory.toPath();
        this.source = Path.of(cases).resolve(this.directory.getFileName());
        this.update = golden.equals("update");
    }

    /** Everything that Maven printed, without colours. */
    public String log() {
        return COLOUR.matcher(FileTree.text(directory.resolve("build.log"))).replaceAll("");
    }

    /** The log has each of the texts. */
    public void says(String... texts) {
        assertThat(log()).contains(texts);
    }

    /** The log has none of the texts. */
    public void neverSays(String... texts) {
        assertThat(log()).doesNotContain(texts);
    }

    /** The bundle equals {@code expected/<cluster>} of the case, and no secret of the store is in it or in the log. */
    public void wroteExpected(String cluster) {
        Path bundle = directory.resolve("target/pg1c").resolve(cluster);
        new GoldenTree(source.resolve("expected").resolve(cluster), update).accepts(bundle);
        keptSecrets(cluster);
    }

    /** Secrets were made, and none of them is in the bundle or in the log. */
    public void keptSecrets(String cluster) {
        Set<String> secrets = SecretValues.in(directory.resolve(".pg1c").resolve(cluster));
        assertThat(secrets).as("secrets of %s", cluster).isNotEmpty();
        String log = log();
        Map<String, String> files = FileTree.of(directory.resolve("target/pg1c"));
        for (String secret : secrets) {
            // The value itself stays out of the message of a failure.
            assertThat(log.contains(secret)).as("a secret is in the log").isFalse();
            files.forEach((path, text) -> assertThat(text.contains(secret))
                    .as("a secret is in %s", path)
                    .isFalse());
        }
    }

    /** Neither a bundle nor a secret was written. */
    public void wroteNothing() {
        assertThat(directory.resolve("target/pg1c")).doesNotExist();
        assertThat(directory.resolve(".pg1c")).doesNotExist();
    }

    /** The problems of the log, with file, line, column, code and key, are those of {@code expected-problems.txt}. */
    public void foundExpectedProblems() throws IOException {
        StringBuilder found = new StringBuilder();
        Matcher matcher = PROBLEM.matcher(log());
        while (matcher.find()) {
            found.append(matcher.group(1)).append(": ").append(matcher.group(2)).append('\n');
        }
        Path expected = source.resolve("expected-problems.txt");
        if (update) {
            Files.writeString(expected, found);
        }
        List<String> wanted = Files.readAllLines(expected);
        assertThat(found.toString().lines()).containsExactlyElementsOf(wanted);
    }

    /** A file of the copy. */
    public Path file(String path) {
        return directory.resolve(path);
    }
}
