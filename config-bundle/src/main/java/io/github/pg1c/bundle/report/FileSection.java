package io.github.pg1c.bundle.report;

import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.bundle.text.Html;
import io.github.pg1c.model.Node;
import java.util.ArrayList;
import java.util.List;

/** Files of each node with owner, mode and the needs of a change; for secret files only their existence. */
final class FileSection {

    private FileSection() {}

    static Html render(DocumentContext context) {
        return Html.all(context.cluster().nodes().stream()
                .map(node -> files(context, node))
                .toList());
    }

    private static Html files(DocumentContext context, Node node) {
        List<List<Html>> rows = new ArrayList<>();
        for (RenderedFile file : context.part(node).files()) {
            rows.add(row(
                    file.path(),
                    file.mode(),
                    file.owner() + ":" + file.group(),
                    file.need().id(),
                    "—"));
        }
        for (SecretFile file : context.part(node).secrets()) {
            rows.add(row(
                    file.path(),
                    file.mode(),
                    file.owner() + ":" + file.group(),
                    file.need().id(),
                    context.say("secrets store", "хранилище секретов")));
        }
        return Html.all(List.of(
                Html.tag("h3", Html.text(node.name())),
                Html.table(
                        List.of(
                                context.say("Path", "Путь"),
                                context.say("Mode", "Права"),
                                context.say("Owner", "Владелец"),
                                context.say("Change needs", "Для изменения"),
                                context.say("From", "Откуда")),
                        rows)));
    }

    private static List<Html> row(String path, String mode, String owner, String need, String origin) {
        return List.of(Html.code(path), Html.code(mode), Html.code(owner), Html.text(need), Html.text(origin));
    }
}
