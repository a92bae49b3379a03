package io.github.pg1c.bundle.runbook;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.patroni.PatroniPaths;
import io.github.pg1c.bundle.document.Commands;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.derived.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** From a change of the specification to a change of the running cluster. */
final class ChangesChapter {

    private ChangesChapter() {}

    static void write(DocumentContext context, Markdown page) {
        page.paragraph(Text.of(
                "Files on the nodes are not edited by hand: the next installation would put them back. The way of a change:",
                "Файлы на узлах руками не правят: следующая установка вернёт их обратно. Путь изменения:"));
        page.on(
                Text.of("In the infrastructure repository", "В репозитории инфраструктуры"),
                "mvn pg1c:diff",
                "mvn pg1c:generate",
                "git diff --stat",
                "git diff");
        page.paragraph(
                Text.of(
                        "`git diff` needs the bundle in git: set `outputDirectory` to a directory of the repository, not below `target`.",
                        "Для `git diff` комплект должен лежать в git: задайте в `outputDirectory` каталог репозитория, а не внутри `target`."));
        page.bullets(
                Text.of(
                        "Deliver and install (" + Topic.DELIVERY.link().en()
                                + "); at its end the installer names in brackets what the changed settings need.",
                        "Доставьте и установите (" + Topic.DELIVERY.link().ru()
                                + "); в конце установщик назовёт в скобках, что нужно изменённым настройкам."),
                Text.of("Do it by the table below, node after node.", "Выполните это по таблице ниже, узел за узлом."));
        page.table(List.of(Text.of("Word", "Слово"), Text.of("What to do", "Что сделать")), needs(context));
        dynamic(context, page);
    }

    private static List<List<String>> needs(DocumentContext context) {
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
                        "Reload the service, sessions go on: " + reloads + " (`postgresql` is reloaded by Patroni)."
                                + afterHaproxy(context).en(),
                        "Перечитать настройки службы, сеансы не прерываются: " + reloads
                                + " (`postgresql` перечитывает Patroni)."
                                + afterHaproxy(context).ru())));
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
                        "By hand: pg1c knows no safe way (a name, a place of the data, a new database).",
                        "Вручную: безопасного способа pg1c не знает (имя, место данных, новая база).")));
        return rows;
    }

    private static List<String> row(DocumentContext context, String word, Text what) {
        return List.of(code(word), context.say(what));
    }

    private static String shared(DocumentContext context) {
        return Commands.patronictl(context, "edit-config", "--apply " + PatroniPaths.SHARED + " --force");
    }

    private static Text afterHaproxy(DocumentContext context) {
        if (!context.proxied() || context.alone()) {
            return Text.of("", "");
        }
        long settled = context.timing().settled().toSeconds();
        long longest = context.timing().longestWait().toMillis();
        return Text.of(
                " After a reload of HAProxy new connections for writing wait until it has asked every server: mostly "
                        + Timing.FIRST_LOOK.toMillis() + " ms, at most " + longest + " ms; the command itself takes "
                        + settled
                        + " s, so that no second reload meets those who wait.",
                " Когда настройки перечитал HAProxy, новые подключения на запись ждут, пока он не опросит все серверы: обычно "
                        + Timing.FIRST_LOOK.toMillis() + " мс, не более " + longest
                        + " мс; сама команда занимает " + settled
                        + " с, чтобы второй reload не застал ожидающих.");
    }

    private static void dynamic(DocumentContext context, Markdown page) {
        String shared = context.tuning().shared().stream()
                .map(parameter -> code(parameter.name()))
                .collect(Collectors.joining(", "));
        page.section(Text.of("What lives in etcd (the DCS)", "Что хранится в etcd (DCS)"))
                .paragraph(Text.of(
                        "`bootstrap.dcs` in " + code(PatroniPaths.CONFIG)
                                + " was copied into etcd once, when the cluster was made; a "
                                + "changed file no longer has any effect there. These settings are changed with `edit-config`, for all "
                                + "members at once: `ttl`, `loop_wait`, `retry_timeout`, `maximum_lag_on_failover`, `synchronous_mode` and the "
                                + "PostgreSQL parameters " + shared + ".",
                        "`bootstrap.dcs` из " + code(PatroniPaths.CONFIG)
                                + " скопирован в etcd один раз, при создании кластера; "
                                + "изменённый файл на это уже не действует. Такие настройки меняют через `edit-config`, сразу для всех "
                                + "членов: `ttl`, `loop_wait`, `retry_timeout`, `maximum_lag_on_failover`, `synchronous_mode` и параметры "
                                + "PostgreSQL " + shared + "."))
                .on(
                        DocumentContext.at(context.first()),
                        Commands.patronictl(context, "show-config", ""),
                        shared(context),
                        Commands.LIST)
                .expect(
                        Text.of(
                                "`Pending restart` on the members that need one; without it the change is already in force.",
                                "`Pending restart` у членов, которым нужен перезапуск; без этой отметки изменение уже действует."));
    }

    static void restarts(DocumentContext context, Markdown page) {
        page.paragraph(
                Text.of(
                        "A standby with a smaller value than its leader's stops. It concerns `max_connections`, `max_prepared_transactions`, "
                                + "`max_locks_per_transaction`, `max_wal_senders`, `max_worker_processes`.",
                        "Реплика, у которой значение меньше, чем у лидера, останавливается. Это касается `max_connections`, "
                                + "`max_prepared_transactions`, `max_locks_per_transaction`, `max_wal_senders`, `max_worker_processes`."));
        List<Text> order = new ArrayList<>();
        if (context.alone()) {
            order.add(Text.of(
                    "There is one PostgreSQL node: restart it in an agreed window.",
                    "Узел PostgreSQL один: перезапускайте его в согласованное окно."));
        } else {
            order.add(Text.of(
                    "A value is raised, or any other parameter: standbys first, one by one, then the leader.",
                    "Значение увеличено либо это любой другой параметр: сначала реплики по одной, затем лидер."));
            order.add(Text.of(
                    "A value is lowered: the leader first, then the standbys.",
                    "Значение уменьшено: сначала лидер, затем реплики."));
        }
        page.bullets(order);
        List<String> commands = new ArrayList<>();
        List<Node> nodes = new ArrayList<>(context.postgresql());
        nodes.remove(context.first());
        nodes.add(context.first());
        nodes.forEach(node -> {
            commands.add(Commands.patronictl(context, "restart", node.name() + " --pending"));
            commands.add(Commands.LIST);
        });
        page.paragraph(Text.of(
                        "Raising, with " + code(context.first().name())
                                + " as the leader (take the present one from the list):",
                        "Увеличение, лидер — " + code(context.first().name()) + " (текущего возьмите из списка):"))
                .on(DocumentContext.at(context.first()), commands.toArray(String[]::new))
                .expect(
                        Text.of(
                                "after each restart the member is back (`streaming` or `running`) and its `Pending restart` is gone.",
                                "после каждого перезапуска член вернулся (`streaming` или `running`), отметки `Pending restart` у него нет."));
        page.section(Text.of("Services themselves", "Сами службы"))
                .paragraph(Text.of(
                        "`systemctl restart patroni` restarts PostgreSQL, too; on the leader do a switchover first. Members of etcd are "
                                + "restarted one at a time, each only when all are healthy:",
                        "`systemctl restart patroni` перезапускает и PostgreSQL; на лидере сначала переключите роль. Члены etcd "
                                + "перезапускают по одному и только когда исправны все:"))
                .on(Markdown.atEach(context.etcd()), Commands.HEALTH, "systemctl restart etcd", Commands.HEALTH);
    }
}
