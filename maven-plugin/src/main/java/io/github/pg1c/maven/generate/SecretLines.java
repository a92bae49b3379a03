package io.github.pg1c.maven.generate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.speech.Console.Style;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.secrets.SecretChange;
import io.github.pg1c.secrets.generate.GenerationReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lists the new secrets with reasons; their values are not known here. */
final class SecretLines {

    /** The most secrets that are listed for one reason; more are counted by directory. */
    private static final int LISTED = 6;

    private final Speech speech;
    private final Cluster cluster;

    SecretLines(Speech speech, Cluster cluster) {
        this.speech = speech;
        this.cluster = cluster;
    }

    void show(GenerationReport report) {
        String name = speech.paint(Style.STRONG, cluster.name().toString());
        String secrets = speech.path(report.secrets());
        int made = report.secretChanges().size();
        speech.result(speech.in(
                cluster.language(),
                Text.of(
                        name + ": secrets in " + speech.paint(Style.STRONG, secrets) + " (made: " + made + ")",
                        name + ": секреты в " + speech.paint(Style.STRONG, secrets) + " (создано: " + made + ")")));
        Map<Text, List<SecretChange>> byReason = report.secretChanges().stream()
                .collect(Collectors.groupingBy(SecretChange::reason, LinkedHashMap::new, Collectors.toList()));
        byReason.forEach((reason, changes) -> {
            String files = changes.size() <= LISTED ? listed(report, changes) : counted(report, changes);
            speech.result("    " + files + speech.shown(": ", speech.in(cluster.language(), reason)));
            changes.forEach(change -> speech.detail("      " + inStore(report, change)));
        });
    }

    private static String listed(GenerationReport report, List<SecretChange> changes) {
        return changes.stream().map(change -> inStore(report, change)).collect(Collectors.joining(", "));
    }

    private static String counted(GenerationReport report, List<SecretChange> changes) {
        Map<String, Long> directories = changes.stream()
                .collect(Collectors.groupingBy(
                        change -> directory(inStore(report, change)), TreeMap::new, Collectors.counting()));
        return directories.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String inStore(GenerationReport report, SecretChange change) {
        Path path = change.path();
        Path shown = path.startsWith(report.secrets()) ? report.secrets().relativize(path) : path;
        return shown.toString().replace('\\', '/');
    }

    /** {@code nodes/pg1/} of a node's file, else the first directory. */
    private static String directory(String path) {
        int first = path.indexOf('/') + 1;
        int end = path.startsWith("nodes/") ? path.indexOf('/', first) + 1 : first;
        return path.substring(0, Math.max(end, first));
    }
}
