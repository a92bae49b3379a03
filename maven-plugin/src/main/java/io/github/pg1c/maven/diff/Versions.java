package io.github.pg1c.maven.diff;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.Manifest;
import io.github.pg1c.bundle.ManifestException;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.specification.SpecificationFiles;
import io.github.pg1c.maven.specification.Specifications;
import io.github.pg1c.maven.specification.SpecifiedCluster;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.secrets.SecretStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads bundles and specifications, and collects their problems. */
final class Versions {

    private static final Pattern RUSSIAN = Pattern.compile("[А-Яа-я]");

    private final Speech speech;
    private final DiffRequest request;
    private final ParameterProblems problems;
    private final List<Specifications> read = new ArrayList<>();

    Versions(Speech speech, DiffRequest request, ParameterProblems problems) {
        this.speech = speech;
        this.request = request;
        this.problems = problems;
    }

    /** Every specification that was read, for its problems. */
    List<Specifications> specifications() {
        return read;
    }

    /** The configurations of specifications without errors. */
    List<Version> specified(Input input) {
        Specifications specifications = Specifications.read(input, speech);
        read.add(specifications);
        return specifications.hasErrors()
                ? List.of()
                : specifications.clusters().stream().map(this::specified).toList();
    }

    /**
     * The bundle or specifications at a named place.
     *
     * @param language replaces the language that a specification chooses
     */
    List<Version> at(String parameter, Path place, Optional<Language> language) {
        Path manifest = place.resolve(Manifest.FILE);
        if (Files.isRegularFile(manifest)) {
            return bundle(parameter, place, manifest, language).stream().toList();
        }
        if (SpecificationFiles.at(place).isEmpty()) {
            problems.add(
                    ParameterProblems.FILE,
                    parameter,
                    Text.of(
                            "there is neither a bundle nor a specification at " + speech.path(place),
                            "нет ни конфигурации, ни описания кластера: " + speech.path(place)),
                    Text.of(
                            "name the directory that has the " + Manifest.FILE + ", or a cluster.yaml",
                            "укажите каталог, в котором лежит " + Manifest.FILE + ", или cluster.yaml"));
            return List.of();
        }
        return specified(new Input(place, language));
    }

    private Optional<Version> bundle(String parameter, Path place, Path file, Optional<Language> language) {
        try {
            Manifest manifest = Manifest.parse(text(file));
            return Optional.of(new Version(
                    speech.path(place), manifest.cluster(), language.orElse(language(place)), () -> manifest));
        } catch (ManifestException e) {
            unreadable(parameter, file, e);
            return Optional.empty();
        } catch (FileException e) {
            problems.unreadable(parameter, e);
            return Optional.empty();
        }
    }

    /** Adds a problem for an unreliable manifest. */
    void unreadable(String parameter, Path file, ManifestException cause) {
        problems.add(
                ParameterProblems.FILE,
                parameter,
                Text.of(
                        speech.path(file) + " cannot be read: " + cause.reason().en(),
                        "не удалось прочитать " + speech.path(file) + ": "
                                + cause.reason().ru()),
                cause.newer()
                        ? Text.of("use the version of pg1c that wrote it", "возьмите версию pg1c, которая его записала")
                        : Text.of("generate the bundle again", "создайте конфигурацию заново"));
    }

    /** A bundle does not name its language, but its runbook is written in it. */
    private static Language language(Path bundle) {
        Path runbook = bundle.resolve("RUNBOOK.md");
        return Files.isRegularFile(runbook) && RUSSIAN.matcher(text(runbook)).find() ? Language.RU : Language.EN;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw FileException.reading(file, e);
        }
    }

    private Version specified(SpecifiedCluster specified) {
        return new Version(
                speech.path(specified.file()),
                specified.cluster().name().toString(),
                specified.cluster().language(),
                () -> rendered(specified));
    }

    /** Both sides of a comparison have the revocation lists that the secrets store has now. */
    private Manifest rendered(SpecifiedCluster specified) {
        ClusterPlan plan = ClusterPlan.of(specified.cluster());
        SecretStore store = SecretStore.of(plan, request.secretsDirectory(), Optional.empty());
        return Bundle.of(plan, store.revocationLists(), specified.sha256(), request.toolVersion())
                .manifest();
    }
}
