package io.github.pg1c.maven.specification;

import io.github.pg1c.base.file.DurableFiles;
import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.FileFaults;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.model.yaml.SpecificationSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes the JSON Schema beside the specifications, and shows the comment by which editors find it.
 *
 * @param speech the way of speaking to the user
 * @param named the file to write; {@code cluster.schema.json} beside the specifications if empty
 * @param force true to replace a file that is no schema of pg1c
 */
public record SchemaFile(Speech speech, Optional<Path> named, boolean force) {

    private static final String NAME = "cluster.schema.json";
    /** What every schema of a specification has, of whatever version. */
    private static final String MARK = "\"title\": \"pg1c cluster\"";

    private static final String MODELINE = "# yaml-language-server: $schema=";

    /** Writes the schema for the specifications of the input, which need not exist yet. */
    public GoalResult of(Input input) {
        Language language = input.language().orElse(Language.RU);
        try {
            List<Path> specifications = SpecificationFiles.at(input.specification());
            language = input.language()
                    .orElseGet(() -> specifications.stream()
                            .findFirst()
                            .map(ChosenLanguage::of)
                            .orElse(Language.RU));
            Path file = named.orElseGet(() -> beside(input.specification()));
            String schema = SpecificationSchema.text();
            Optional<String> present = content(file);
            if (present.isPresent() && !present.get().contains(MARK) && !force) {
                return refused(language, file);
            }
            boolean same = present.filter(schema::equals).isPresent();
            if (!same) {
                DurableFiles.write(file, schema.getBytes(StandardCharsets.UTF_8));
            }
            tell(language, same, file);
            List<Path> readers = specifications.isEmpty() ? List.of(first(input.specification())) : specifications;
            for (Path reader : readers) {
                show(language, reader, file);
            }
            return GoalResult.success();
        } catch (FileException e) {
            return FileFaults.of(speech, language, e);
        }
    }

    private static Path beside(Path specification) {
        return Files.isDirectory(specification) ? specification.resolve(NAME) : specification.resolveSibling(NAME);
    }

    /** The specification that a user will write first. */
    private static Path first(Path specification) {
        return Files.isDirectory(specification) ? specification.resolve("cluster.yaml") : specification;
    }

    private static Optional<String> content(Path file) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            // A foreign file may be no UTF-8.
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw FileException.reading(file, e);
        }
    }

    private GoalResult refused(Language language, Path file) {
        String place = speech.path(file);
        return GoalResult.failure("pg1c: "
                + speech.in(
                        language,
                        Text.of(
                                place + " is no schema of pg1c and stays; move it away, name another file with -D"
                                        + PropertyNames.OUTPUT_FILE + ", or lose it with -D" + PropertyNames.FORCE,
                                place + " — не схема pg1c и остаётся; уберите его, укажите другой файл через -D"
                                        + PropertyNames.OUTPUT_FILE + " или перезапишите с -D"
                                        + PropertyNames.FORCE)));
    }

    private void tell(Language language, boolean same, Path file) {
        String place = speech.path(file);
        speech.result(speech.in(
                language,
                same
                        ? Text.of("schema in " + place + ": nothing changed", "схема в " + place + ": без изменений")
                        : Text.of("schema written to " + place, "схема записана в " + place)));
    }

    /** The comment for one specification; nothing when it has one. */
    private void show(Language language, Path specification, Path file) {
        String place = speech.path(specification);
        String line = MODELINE + relative(specification, file);
        if (content(specification)
                .filter(text -> text.lines().anyMatch(line::equals))
                .isPresent()) {
            return;
        }
        speech.result(speech.in(
                language,
                Text.of(
                        "for editors, make this the first line of " + place + ":",
                        "для редакторов впишите первой строкой в " + place + ":")));
        speech.result("    " + line);
    }

    private static String relative(Path specification, Path file) {
        Path directory = specification.toAbsolutePath().normalize().resolveSibling("");
        Path target = file.toAbsolutePath().normalize();
        // Two drives have no path between them.
        Path shown = directory.getRoot() != null && directory.getRoot().equals(target.getRoot())
                ? directory.relativize(target)
                : target;
        return shown.toString().replace('\\', '/');
    }
}
