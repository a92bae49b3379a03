package io.github.pg1c.bundle.document;

import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.bundle.part.SecretFiles;
import io.github.pg1c.bundle.text.Html;
import io.github.pg1c.model.Node;
import java.util.ArrayList;
import java.util.List;

/** Files of each node with owner and rights, and what a change of each needs; of secret files only that they exist. */
final class FileSection {

    private FileSection() {}

    static Html render(Facts facts) {
        return Html.all(
                facts.cluster().nodes().stream().map(node -> files(facts, node)).toList());
    }

    private static Html files(Facts facts, Node node) {
        List<List<Html>> rows = new ArrayList<>();
        for (RenderedFile file : facts.input().files().getOrDefault(node.name(), List.of())) {
            rows.add(row(
                    file.path(),
                    file.mode(),
                    file.owner() + ":" + file.group(),
                    file.impact().id(),
                    "—"));
        }
        for (SecretFile file :
                SecretFiles.describe(facts.cluster(), node, facts.input().lists())) {
            rows.add(row(
                    file.path(),
                    file.mode(),
                    file.owner() + ":" + file.group(),
                    file.impact().id(),
                    facts.say("secrets store", "хранилище секретов")));
        }
        return Html.all(List.of(
                Html.tag("h3", Html.text(node.name())),
                Html.table(
                        List.of(
                                facts.say("Path", "Путь"),
                                facts.say("Mode", "Права"),
                                facts.say("Owner", "Владелец"),
                                facts.say("Change needs", "Для изменения"),
                                facts.say("From", "Откуда")),
                        rows)));
    }

    private static List<Html> row(String path, String mode, String owner, String impact, String origin) {
        return List.of(Html.code(path), Html.code(mode), Html.code(owner), Html.text(impact), Html.text(origin));
    }
}
