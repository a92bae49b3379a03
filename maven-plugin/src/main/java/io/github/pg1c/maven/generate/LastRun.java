package io.github.pg1c.maven.generate;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.specification.SpecificationFiles;
import io.github.pg1c.secrets.generate.GenerationOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A note of the last run's input and results, so that a run with the same input and untouched results ends at once.
 *
 * <p>Reading, calculating and comparing everything costs as much as the start of Maven. The note counts only when the
 * specifications, the options and pg1c itself are the same bytes and no file of the results was touched. It counts for
 * one day, so that certificates are checked daily. It stands beside the secrets and has only hashes.
 */
final class LastRun {

    private static final String FORM = "pg1c-last-run 1";
    private static final Duration BELIEVED = Duration.ofDays(1);
    private static final String DIRECTORY = ".last-run";

    /**
     * The result for one cluster.
     *
     * @param files number of files in its bundle
     */
    record Result(String cluster, Language language, int files) {}

    private final Path note;
    private final String input;
    private final GenerationOptions options;
    private final Clock clock;

    private LastRun(Path note, String input, GenerationOptions options, Clock clock) {
        this.note = note;
        this.input = input;
        this.options = options;
        this.clock = clock;
    }

    /** The note about this input and these options; {@code tool} identifies the bytes of pg1c. */
    static LastRun of(Input input, GenerationOptions options, Clock clock, String tool) {
        Fingerprint place = new Fingerprint()
                .add(input.specification().toAbsolutePath())
                .add(options.outputDirectory())
                .add(input.language());
        Fingerprint content = new Fingerprint().add(tool).add(options.toolVersion());
        for (Path file : SpecificationFiles.at(input.specification())) {
            content.add(file.toAbsolutePath()).add(content(file));
        }
        Path note = options.secretsDirectory().resolve(DIRECTORY).resolve(place.toString());
        return new LastRun(note, content.toString(), options, clock);
    }

    /** The results of the last run, if another run would change nothing; empty when that is uncertain. */
    Optional<List<Result>> holds() {
        try {
            List<String> lines = Files.exists(note) ? Files.readAllLines(note) : List.of();
            if (lines.size() < 3 || !lines.get(0).equals(FORM) || !lines.get(1).equals(input)) {
                return Optional.empty();
            }
            Instant made = Instant.ofEpochSecond(Long.parseLong(lines.get(2)));
            Duration age = Duration.between(made, clock.instant());
            if (age.isNegative() || age.compareTo(BELIEVED) > 0) {
                return Optional.empty();
            }
            List<Result> results = new ArrayList<>();
            for (String line : lines.subList(3, lines.size())) {
                String[] words = line.split(" ", -1);
                Result result = new Result(words[0], Language.valueOf(words[1]), Integer.parseInt(words[2]));
                if (!trees(result).equals(words[3])) {
                    return Optional.empty();
                }
                results.add(result);
            }
            return Optional.of(results);
        } catch (IOException | RuntimeException e) {
            // A damaged note is ignored; the whole run decides.
            return Optional.empty();
        }
    }

    /**
     * Notes a successful run without warnings.
     *
     * @throws FileException when the note cannot be written; the next run then does everything again
     */
    void remember(List<Result> results) {
        try {
            write(results);
        } catch (IOException e) {
            throw FileException.writing(note, e);
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw FileException.reading(file, e);
        }
    }

    private void write(List<Result> results) throws IOException {
        StringBuilder text =
                new StringBuilder(FORM + "\n" + input + "\n" + clock.instant().getEpochSecond() + "\n");
        for (Result result : results) {
            text.append(result.cluster())
                    .append(' ')
                    .append(result.language())
                    .append(' ')
                    .append(result.files())
                    .append(' ')
                    .append(trees(result))
                    .append('\n');
        }
        Path directory = options.secretsDirectory().resolve(DIRECTORY);
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(".gitignore"), "*\n");
        Files.write(note, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String trees(Result result) throws IOException {
        return new Fingerprint()
                .addTree(options.outputDirectory().resolve(result.cluster()))
                .addTree(options.secretsDirectory().resolve(result.cluster()))
                .toString();
    }
}
