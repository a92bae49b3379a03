package io.github.pg1c.maven.diff;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.Manifest;
import io.github.pg1c.bundle.ManifestException;
import io.github.pg1c.bundle.diff.BundleDiff;
import io.github.pg1c.bundle.write.BundleWriter;
import io.github.pg1c.maven.output.OutputFormat;
import io.github.pg1c.maven.output.OutputTable;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.specification.ProblemLines;
import io.github.pg1c.maven.specification.Specifications;
import io.github.pg1c.maven.speech.FileFaults;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows the differences between two configurations of a cluster, and the steps from one to the other. */
public final class ShowDiff {

    private static final Text UNTOUCHED = Text.of("nothing was compared", "сравнения не было");

    private final Speech speech;
    private final Consumer<String> output;
    private final DiffRequest request;
    private final ParameterProblems problems = new ParameterProblems();
    private final Versions versions;

    /**
     * One comparison.
     *
     * @param output receives the difference, without problems
     */
    public ShowDiff(Speech speech, Consumer<String> output, DiffRequest request) {
        this.speech = speech;
        this.output = output;
        this.request = request;
        this.versions = new Versions(speech, request, problems);
    }

    /** Compares; reports every problem of the parameters and the specifications at once. */
    public GoalResult of(Input input) {
        try {
            OutputFormat format = problems.word(PropertyNames.FORMAT, request.format(), OutputFormat.words())
                    .orElse(OutputFormat.TABLE);
            List<Version> after = request.after().isPresent()
                    ? versions.at(PropertyNames.AFTER, request.after().get(), input.language())
                    : versions.specified(input);
            List<Version> before = request.before().isPresent()
                    ? versions.at(PropertyNames.BEFORE, request.before().get(), input.language())
                    : there(after);
            List<Version> chosen = chosen(before, after);
            if (hasProblems()) {
                return failure(input, after);
            }
            show(format, before, chosen, isList(input));
            return GoalResult.success();
        } catch (FileException e) {
            return FileFaults.of(speech, input.language().orElse(Language.RU), e);
        }
    }

    /** The existing bundles of these clusters in the output directory. */
    private List<Version> there(List<Version> after) {
        BundleWriter writer = new BundleWriter(request.outputDirectory());
        List<Version> there = new ArrayList<>();
        for (Version version : after) {
            Path directory = writer.directory(version.cluster());
            try {
                writer.manifest(version.cluster())
                        .map(manifest -> new Version(
                                speech.path(directory), version.cluster(), version.language(), () -> manifest))
                        .ifPresent(there::add);
            } catch (ManifestException e) {
                versions.unreadable(PropertyNames.OUTPUT_DIRECTORY, directory.resolve(Manifest.FILE), e);
            }
        }
        return there;
    }

    /** The requested later configurations; with a named earlier side, only those that have an earlier one. */
    private List<Version> chosen(List<Version> before, List<Version> after) {
        List<Version> chosen = after.stream()
                .filter(version ->
                        request.cluster().map(version.cluster()::equals).orElse(true))
                .toList();
        if (chosen.isEmpty() && !after.isEmpty()) {
            problems.add(
                    ParameterProblems.CLUSTER,
                    PropertyNames.CLUSTER,
                    Text.of(
                            "there is no cluster '" + request.cluster().orElse("") + "' here",
                            "кластера «" + request.cluster().orElse("") + "» здесь нет"),
                    Text.of("name one of: " + names(after), "укажите один из: " + names(after)));
        }
        if (request.before().isEmpty()) {
            return chosen;
        }
        List<Version> paired = chosen.stream()
                .filter(version -> find(before, version).isPresent())
                .toList();
        if (paired.isEmpty() && !chosen.isEmpty() && !before.isEmpty()) {
            problems.add(
                    ParameterProblems.COMBINATION,
                    PropertyNames.BEFORE,
                    Text.of(
                            "these are different clusters: " + names(before) + " and " + names(chosen),
                            "это разные кластеры: " + names(before) + " и " + names(chosen)),
                    Text.of("compare two configurations of one cluster", "сравните две конфигурации одного кластера"));
        }
        return paired;
    }

    private static String names(List<Version> versions) {
        return versions.stream().map(Version::cluster).distinct().collect(Collectors.joining(", "));
    }

    private static Optional<Version> find(List<Version> before, Version after) {
        return before.stream()
                .filter(version -> version.cluster().equals(after.cluster()))
                .findFirst();
    }

    private boolean hasProblems() {
        return problems.count() > 0 || versions.specifications().stream().anyMatch(Specifications::hasErrors);
    }

    private GoalResult failure(Input input, List<Version> after) {
        List<Specifications> specifications = versions.specifications();
        specifications.forEach(each -> new ProblemLines(speech).show(each));
        Language language = input.language()
                .or(() -> specifications.stream().map(Specifications::language).findFirst())
                .or(() -> after.stream().map(Version::language).findFirst())
                .orElse(Language.RU);
        problems.tell(speech, language, UNTOUCHED);
        long errors = problems.count()
                + specifications.stream().mapToLong(Specifications::errors).sum();
        return GoalResult.failure(speech.in(
                language,
                Text.of(
                        "pg1c: errors: " + errors + "; " + UNTOUCHED.en(),
                        "pg1c: ошибок: " + errors + "; " + UNTOUCHED.ru())));
    }

    private boolean isList(Input input) {
        return request.after().isEmpty() && Files.isDirectory(input.specification());
    }

    private void show(OutputFormat format, List<Version> before, List<Version> after, boolean asList) {
        StringBuilder text = new StringBuilder();
        List<OutputTable> tables = new ArrayList<>();
        Language language = after.stream().map(Version::language).findFirst().orElse(Language.RU);
        for (Version version : after) {
            Manifest now = version.manifest().get();
            Optional<Version> was = find(before, version);
            Manifest then = was.map(Version::manifest)
                    .map(manifest -> manifest.get())
                    .orElseGet(() -> new Manifest("", "", version.cluster(), List.of(), List.of()));
            Comparison comparison = new Comparison(
                    version.cluster(),
                    version.language(),
                    was.map(Version::place).orElse(""),
                    version.place());
            BundleDiff diff = BundleDiff.between(then, now);
            text.append(text(comparison, diff));
            tables.add(DiffTable.of(comparison, diff));
        }
        output.accept(
                format == OutputFormat.TABLE
                        ? text.toString()
                        : format.render(tables, asList, OutputTable.CLUSTER.in(language)));
    }

    private String text(Comparison comparison, BundleDiff diff) {
        Language language = comparison.language();
        String name = comparison.cluster();
        String after = comparison.after();
        if (comparison.before().isEmpty()) {
            String directory = speech.path(new BundleWriter(request.outputDirectory()).directory(comparison.cluster()));
            return line(
                    language,
                    Text.of(
                            name + ": there is no bundle in " + directory + " to compare with: " + after
                                    + " describes a new cluster",
                            name + ": в " + directory + " нет конфигурации для сравнения: " + after
                                    + " описывает новый кластер"));
        }
        String sides = comparison.before() + " → " + after;
        if (diff.isEmpty()) {
            return line(
                    language,
                    Text.of(
                            name + ": nothing to do, no setting differs: " + sides,
                            name + ": делать нечего, ни одна настройка не отличается: " + sides));
        }
        DiffLines lines = new DiffLines(speech, language);
        return Stream.of(
                        Stream.of(line(
                                language,
                                Text.of(
                                        name + ": settings that differ: " + sides,
                                        name + ": настройки, которые отличаются: " + sides))),
                        indented(lines.settings(diff, true)),
                        Stream.of(line(language, Text.of(name + ": steps, in order:", name + ": шаги по порядку:"))),
                        indented(lines.steps(diff, true)))
                .flatMap(each -> each)
                .collect(Collectors.joining());
    }

    private static Stream<String> indented(List<String> lines) {
        return lines.stream().map(line -> "  " + line + "\n");
    }

    private String line(Language language, Text text) {
        return speech.plain(language, text) + "\n";
    }
}
