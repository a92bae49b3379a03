package io.github.pg1c.maven.specification;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Problem;
import io.github.pg1c.base.words.Severity;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.model.value.ClusterName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Problems across specifications: there is none, or two have the same cluster. Their codes begin with 9. */
final class OwnProblems {

    private OwnProblems() {}

    static FileProblem nothingAt(Input input) {
        Problem problem = new Problem(
                "PG1C-901",
                Severity.ERROR,
                "",
                Optional.empty(),
                Text.of("there is no specification here", "описания кластера здесь нет"),
                Text.of(
                        "name a file, or a directory with *.yaml files, with -Dpg1c.spec",
                        "укажите файл или каталог с файлами *.yaml через -Dpg1c.spec"));
        return new FileProblem(input.specification(), input.language().orElse(Language.RU), problem);
    }

    /** A finding for each file that describes the cluster of an earlier file. */
    static List<FileProblem> sharedNames(List<SpecifiedCluster> clusters, Speech speech) {
        Map<ClusterName, Path> first = new LinkedHashMap<>();
        List<FileProblem> findings = new ArrayList<>();
        for (SpecifiedCluster each : clusters) {
            ClusterName name = each.cluster().name();
            Path earlier = first.putIfAbsent(name, each.file());
            if (earlier != null) {
                findings.add(new FileProblem(
                        each.file(), each.cluster().language(), sharedName(name, speech.path(earlier))));
            }
        }
        return findings;
    }

    private static Problem sharedName(ClusterName name, String other) {
        return new Problem(
                "PG1C-902",
                Severity.ERROR,
                "name",
                Optional.empty(),
                Text.of(
                        "cluster '" + name + "' is also described in " + other,
                        "кластер «" + name + "» описан и в " + other),
                Text.of(
                        "give one of them another name: bundles and secrets are kept by it",
                        "дайте одному из них другое имя: по нему различаются конфигурации и секреты"));
    }
}
