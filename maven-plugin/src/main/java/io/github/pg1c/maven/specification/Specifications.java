package io.github.pg1c.maven.specification;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.yaml.Specification;
import io.github.pg1c.model.yaml.SpecificationReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The specifications of one run, with all of their problems.
 *
 * @param files the files
 * @param clusters clusters without an error
 * @param findings problems of all files
 */
public record Specifications(List<Path> files, List<SpecifiedCluster> clusters, List<FileProblem> findings) {

    /**
     * Reads all specifications at the place; their problems are findings, not exceptions.
     *
     * @throws io.github.pg1c.base.file.FileException when the directory cannot be listed
     */
    public static Specifications read(Input input, Speech speech) {
        List<Path> files = SpecificationFiles.at(input.specification());
        List<SpecifiedCluster> clusters = new ArrayList<>();
        List<FileProblem> findings = new ArrayList<>();
        for (Path file : files) {
            Specification specification = SpecificationReader.read(file, InstalledRuleSets.all());
            Language language = input.language()
                    .or(() -> specification.cluster().map(Cluster::language))
                    .orElseGet(() -> ChosenLanguage.of(file));
            specification.problems().forEach(problem -> findings.add(new FileProblem(file, language, problem)));
            specification
                    .cluster()
                    .map(cluster -> cluster.withLanguage(language))
                    .ifPresent(cluster -> clusters.add(new SpecifiedCluster(file, cluster, specification.sha256())));
        }
        if (files.isEmpty()) {
            findings.add(OwnProblems.nothingAt(input));
        }
        findings.addAll(OwnProblems.sharedNames(clusters, speech));
        findings.addAll(OwnProblems.sharedAddresses(clusters, speech));
        findings.addAll(OwnProblems.sharedRouters(clusters, speech));
        return new Specifications(files, List.copyOf(clusters), List.copyOf(findings));
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(FileProblem::isError);
    }

    public long errors() {
        return findings.stream().filter(FileProblem::isError).count();
    }

    public long warnings() {
        return findings.size() - errors();
    }

    /** The language to speak about all files together. */
    public Language language() {
        Optional<Language> ofFinding =
                findings.stream().map(FileProblem::language).findFirst();
        return ofFinding
                .or(() ->
                        clusters.stream().map(each -> each.cluster().language()).findFirst())
                .orElse(Language.RU);
    }
}
