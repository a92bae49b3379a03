package io.github.pg1c.maven.generate;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.ManifestException;
import io.github.pg1c.bundle.write.ForeignFilesException;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.Console.Level;
import io.github.pg1c.maven.speech.Console.Style;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.model.Cluster;
import java.util.List;

/** Reports why the bundle of a valid specification was not written, and what to do. */
final class Refusals {

    private final Speech speech;

    Refusals(Speech speech) {
        this.speech = speech;
    }

    void show(Cluster cluster, ForeignFilesException refusal) {
        error(
                cluster,
                Text.of(
                        "these files were not written by pg1c, or were edited since:",
                        "эти файлы созданы не pg1c или изменены вручную:"));
        refusal.files().forEach(file -> speech.console().say(Level.ERROR, "    " + speech.path(file)));
        speech.console()
                .say(
                        Level.ERROR,
                        "    "
                                + speech.in(
                                        cluster.language(),
                                        Text.of(
                                                "move them away, or lose them with -D" + PropertyNames.FORCE,
                                                "уберите их или перезапишите с -D" + PropertyNames.FORCE)));
    }

    void show(Cluster cluster, ManifestException refusal) {
        error(cluster, refusal.reason());
    }

    GoalResult outcome(Language language, List<String> clusters) {
        String names = String.join(", ", clusters);
        return GoalResult.failure(
                speech.in(language, Text.of("pg1c: not written: " + names, "pg1c: не записано: " + names)));
    }

    private void error(Cluster cluster, Text text) {
        String name = speech.paint(Style.STRONG, cluster.name().toString());
        speech.console().say(Level.ERROR, name + ": " + speech.in(cluster.language(), text));
    }
}
