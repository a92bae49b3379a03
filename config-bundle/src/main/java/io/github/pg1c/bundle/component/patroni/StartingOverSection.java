package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.postgresql.Tablespaces;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.bundle.text.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** From a first start that failed back to the state before it. */
final class StartingOverSection {

    private StartingOverSection() {}

    static void write(DocumentContext context, Markdown page) {
        page.section(Text.of("When the first start failed", "Если первый запуск не удался"));
        if (context.cluster().takeover().node() != null) {
            page.paragraph(Text.of(
                    "The database is the one that was taken over: nothing is deleted, the way back is in "
                            + Topic.TAKEOVER.link().en() + ".",
                    "База — та, что была принята: ничего не удаляйте, обратный путь описан в разделе "
                            + Topic.TAKEOVER.link().ru() + "."));
            return;
        }
        page.paragraph(Text.of(
                        "Mend the reason first: the journal of `patroni` names it. What a broken first start leaves "
                                + "stops the next one: a half-made data directory, and in etcd the note that the "
                                + "cluster exists. These commands delete both. Only while nobody has written "
                                + "anything: the databases of a cluster that was in use are gone afterwards.",
                        "Сначала устраните причину: её называет журнал службы `patroni`. Остатки неудачного запуска "
                                + "мешают следующему: недоделанный каталог данных и запись в etcd о том, что "
                                + "кластер уже есть. Эти команды удаляют и то и другое. Только пока никто ничего не "
                                + "записал: у кластера, который уже работал, базы после них пропадут."))
                // A Patroni that crashed leaves its server running, which would write into the next database.
                .on(
                        Markdown.atEach(context.postgresql()),
                        "systemctl stop patroni",
                        "while pkill -QUIT -f '[/]postgres -D "
                                + context.layout().dataDirectory() + " '; do sleep 1; done")
                .on(
                        DocumentContext.at(context.first()),
                        "sleep " + context.timing().ttl().toSeconds(),
                        PatronictlCommand.forget(context))
                .expect(Text.of(
                        "the keys of the cluster are gone. When it asks for a leader, Patroni still runs on some node.",
                        "ключей кластера больше нет. Если команда спросит имя лидера, на каком-то узле ещё работает"
                                + " Patroni."))
                .on(Markdown.atEach(context.postgresql()), removal(context).toArray(String[]::new))
                .paragraph(Text.of("Then start as above.", "Затем запустите всё, как описано выше."));
    }

    private static List<String> removal(DocumentContext context) {
        String data = Shell.word(context.layout().dataDirectory());
        List<String> commands = new ArrayList<>(List.of(
                Tablespaces.removal(context),
                // Where Patroni moves what it could not finish, in older versions and today.
                "rm -rf " + data + ".failed " + data + "_20[0-9][0-9]-*"));
        List<String> tablespaces = Tablespaces.directories(context.cluster());
        if (!tablespaces.isEmpty()) {
            String user = Shell.word(context.layout().postgresUser());
            commands.add("install -d -m 0700 -o " + user + " -g " + user + " "
                    + tablespaces.stream().map(Shell::word).collect(Collectors.joining(" ")));
        }
        return commands;
    }
}
