package io.github.pg1c.maven.generate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.FileChange.Kind;
import io.github.pg1c.maven.speech.Console.Style;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.secrets.generate.GenerationOptions;
import io.github.pg1c.secrets.generate.GenerationReport;

/** Reports the generation of one cluster: one line when nothing changed, else the changes and what to do next. */
final class Summary {

    private final Speech speech;
    private final GenerationOptions options;

    Summary(Speech speech, GenerationOptions options) {
        this.speech = speech;
        this.options = options;
    }

    void show(Cluster cluster, GenerationReport report) {
        String name = speech.paint(Style.STRONG, cluster.name().toString());
        String bundle = speech.path(report.bundle());
        if (!report.changed()) {
            showUnchanged(result(cluster, report));
            return;
        }
        if (options.dryRun()) {
            say(
                    cluster,
                    Text.of(
                            name + ": dry run, nothing is written; this would happen:",
                            name + ": пробный запуск, ничего не записано; произошло бы следующее:"));
        }
        String counts = counts(cluster, report);
        say(
                cluster,
                Text.of(
                        name + ": configuration in " + speech.paint(Style.STRONG, bundle) + " (" + counts + ")",
                        name + ": конфигурация в " + speech.paint(Style.STRONG, bundle) + " (" + counts + ")"));
        new ChangeLines(speech, cluster.language(), options.dryRun()).show(report);
        new SecretLines(speech, cluster).show(report);
        if (!options.dryRun()) {
            String runbook = bundle + "/RUNBOOK.md";
            say(cluster, Text.of(name + ": next: read " + runbook, name + ": дальше: прочитайте " + runbook));
        }
    }

    /** One line for a cluster with unchanged files. */
    void showUnchanged(LastRun.Result result) {
        String name = speech.paint(Style.STRONG, result.cluster());
        String bundle = speech.path(options.outputDirectory().resolve(result.cluster()));
        speech.result(speech.in(
                result.language(),
                Text.of(
                        name + ": nothing changed, files: " + result.files() + ", in " + bundle,
                        name + ": без изменений, файлов: " + result.files() + ", в " + bundle)));
    }

    static LastRun.Result result(Cluster cluster, GenerationReport report) {
        return new LastRun.Result(
                cluster.name().toString(), cluster.language(), report.changes().size());
    }

    private String counts(Cluster cluster, GenerationReport report) {
        long created = report.count(Kind.CREATED);
        long changed = report.count(Kind.CHANGED);
        long removed = report.count(Kind.REMOVED);
        long same = report.count(Kind.UNCHANGED);
        return speech.in(
                cluster.language(),
                Text.of(
                        "created: " + created + ", changed: " + changed + ", removed: " + removed + ", unchanged: "
                                + same,
                        "создано: " + created + ", изменено: " + changed + ", удалено: " + removed + ", без изменений: "
                                + same));
    }

    private void say(Cluster cluster, Text text) {
        speech.result(speech.in(cluster.language(), text));
    }
}
