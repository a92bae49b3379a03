package io.github.pg1c.bundle.runbook;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entries;
import io.github.pg1c.bundle.document.Listing;
import io.github.pg1c.bundle.part.Service;
import io.github.pg1c.bundle.text.Markdown;
import java.util.ArrayList;
import java.util.List;

/** From a change of the specification to a change of the running cluster. */
final class ChangesChapter {

    private final Entries entries;

    ChangesChapter(Entries entries) {
        this.entries = entries;
    }

    void write(DocumentContext context, Markdown page) {
        page.paragraph(Text.of(
                "Files on the nodes are not edited by hand: the next installation would put them back. The way of a "
                        + "change:",
                "Файлы на узлах руками не правят: следующая установка вернёт их обратно. Путь изменения:"));
        page.on(
                Text.of("In the infrastructure repository", "В репозитории инфраструктуры"),
                context.goal("diff"),
                context.goal("generate"),
                "git diff --stat",
                "git diff");
        page.paragraph(Text.of(
                "`git diff` needs the bundle in git: set `outputDirectory` to a directory of the repository, "
                        + "not below `target`.",
                "Для `git diff` комплект должен лежать в git: задайте в `outputDirectory` каталог репозитория, "
                        + "а не внутри `target`."));
        page.bullets(
                Text.of(
                        "Deliver and install (" + Topic.DELIVERY.link().en()
                                + "); at its end the installer names in brackets what the changed settings need.",
                        "Доставьте и установите (" + Topic.DELIVERY.link().ru()
                                + "); в конце установщик назовёт в скобках, что нужно изменённым настройкам."),
                Text.of("Do it by the table below, node after node.", "Выполните это по таблице ниже, узел за узлом."));
        page.table(List.of(Text.of("Word", "Слово"), Text.of("What to do", "Что сделать")), needs(context));
    }

    private List<List<String>> needs(DocumentContext context) {
        String reloads = String.join(
                ", ",
                context.reloadable().stream()
                        .map(service -> code(service.reload()))
                        .toList());
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(
                context,
                "reload:…",
                Text.of(
                        "Reload the service, sessions go on: " + reloads
                                + entries.joined(Listing.RELOADS).en(),
                        "Перечитать настройки службы, сеансы не прерываются: " + reloads
                                + entries.joined(Listing.RELOADS).ru())));
        rows.add(row(
                context,
                "restart:…",
                Text.of(
                        "Restart the service node after node, the leader's node last and only after a switchover: "
                                + Topic.RESTARTS.link().en() + ".",
                        "Перезапустить службу узел за узлом; узел лидера — последним и только после переключения роли: "
                                + Topic.RESTARTS.link().ru() + ".")));
        rows.add(row(
                context,
                "shared",
                Text.of(
                        "Change the shared configuration once, on any PostgreSQL node: " + code(shared(context)) + ".",
                        "Изменить общую конфигурацию один раз, на любом узле PostgreSQL: " + code(shared(context))
                                + ".")));
        rows.add(row(
                context,
                "shared:restart:…",
                Text.of(
                        "The same, then restart the members that show `Pending restart`: "
                                + Topic.RESTARTS.link().en() + ".",
                        "То же, затем перезапустить членов с отметкой `Pending restart`: "
                                + Topic.RESTARTS.link().ru() + ".")));
        rows.add(row(
                context,
                "initialisation",
                Text.of(
                        "Counts only when the cluster is made; this one keeps what it has.",
                        "Действует только при создании кластера; у этого остаётся прежнее.")));
        rows.add(row(
                context,
                "manual",
                Text.of(
                        "By hand. Roles and databases (`roles.sql`, `databases.sql`): "
                                + Topic.DATABASES.link().en()
                                + ". For the others, as a name or a place of the data, pg1c knows no safe way.",
                        "Вручную. Роли и базы (`roles.sql`, `databases.sql`): "
                                + Topic.DATABASES.link().ru()
                                + ". Для остального (имя, место данных) безопасного способа pg1c не знает.")));
        return rows;
    }

    private static List<String> row(DocumentContext context, String word, Text what) {
        return List.of(code(word), context.say(what));
    }

    /** The command of the service that has the shared configuration. */
    private static String shared(DocumentContext context) {
        return context.parts().values().stream()
                .flatMap(part -> part.services().stream())
                .map(Service::shared)
                .filter(command -> !command.isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
