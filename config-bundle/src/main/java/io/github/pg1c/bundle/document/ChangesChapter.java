package io.github.pg1c.bundle.document;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.part.Impact;
import io.github.pg1c.bundle.part.NodePaths;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.derived.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** From a change of the specification to a change of the running cluster. */
final class ChangesChapter {

    private ChangesChapter() {}

    static void write(Facts facts, Markdown page) {
        page.paragraph(Text.of(
                "Files on the nodes are not edited by hand: the next installation would put them back. The way of a change:",
                "Файлы на узлах руками не правят: следующая установка вернёт их обратно. Путь изменения:"));
        page.on(
                Text.of("In the infrastructure repository", "В репозитории инфраструктуры"),
                "mvn pg1c:generate -Dpg1c.dryRun=true",
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
                                + "); the installer names what each changed file needs.",
                        "Доставьте и установите (" + Topic.DELIVERY.link().ru()
                                + "); установщик назовёт, что нужно каждому " + "изменённому файлу."),
                Text.of("Do it by the table below, node after node.", "Выполните это по таблице ниже, узел за узлом."));
        page.table(List.of(Text.of("Word", "Слово"), Text.of("What to do", "Что сделать")), impacts(facts));
        dynamic(facts, page);
    }

    private static List<List<String>> impacts(Facts facts) {
        String units = String.join(
                ", ",
                Service.reloadable(facts).stream()
                        .map(service -> code("systemctl reload " + service.unit()))
                        .toList());
        List<List<String>> rows = new ArrayList<>();
        for (Impact impact : Impact.values()) {
            String words = facts.say(impact(impact, units));
            rows.add(List.of(
                    code(impact.id()), impact == Impact.RELOAD ? words + facts.say(afterHaproxy(facts)) : words));
        }
        return rows;
    }

    private static Text afterHaproxy(Facts facts) {
        if (!facts.proxied() || facts.alone()) {
            return Text.of("", "");
        }
        long settled = facts.timing().settled().toSeconds();
        long longest = facts.timing().longestWait().toMillis();
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

    private static Text impact(Impact impact, String units) {
        return switch (impact) {
            case NONE -> Text.of("Nothing.", "Ничего.");
            case RELOAD ->
                Text.of(
                        "Reload the service of the file; sessions go on: " + units + "; " + code("sysctl --system")
                                + " for kernel settings.",
                        "Перечитать настройки службы этого файла, сеансы не прерываются: " + units
                                + "; для параметров ядра — " + code("sysctl --system") + ".");
            case RESTART ->
                Text.of(
                        "`systemctl restart` of the service on this node; its sessions are cut.",
                        "`systemctl restart` службы на этом узле; её сеансы обрываются.");
            case ROLLING_RESTART ->
                Text.of(
                        "Restart node after node: " + Topic.RESTARTS.link().en() + ".",
                        "Перезапустить узел за узлом: " + Topic.RESTARTS.link().ru() + ".");
            case SWITCHOVER ->
                Text.of(
                        "Move the leader's role away first: "
                                + Topic.SWITCHOVER.link().en() + ".",
                        "Сначала увести роль лидера: " + Topic.SWITCHOVER.link().ru() + ".");
            case REINITIALISE ->
                Text.of(
                        "Read only when the cluster is made: on this one it takes a new copy of the data or Patroni's API.",
                        "Читается только при создании кластера: здесь нужна новая копия данных или API Patroni.");
        };
    }

    private static void dynamic(Facts facts, Markdown page) {
        String shared = facts.tuning().shared().stream()
                .map(parameter -> code(parameter.name()))
                .collect(Collectors.joining(", "));
        page.section(Text.of("What lives in etcd (the DCS)", "Что хранится в etcd (DCS)"))
                .paragraph(Text.of(
                        "`bootstrap.dcs` in " + code(NodePaths.PATRONI_CONFIG)
                                + " was copied into etcd once, when the cluster was made; a "
                                + "changed file no longer has any effect there. These settings are changed with `edit-config`, for all "
                                + "members at once: `ttl`, `loop_wait`, `retry_timeout`, `maximum_lag_on_failover`, `synchronous_mode` and the "
                                + "PostgreSQL parameters " + shared + ".",
                        "`bootstrap.dcs` из " + code(NodePaths.PATRONI_CONFIG)
                                + " скопирован в etcd один раз, при создании кластера; "
                                + "изменённый файл на это уже не действует. Такие настройки меняют через `edit-config`, сразу для всех "
                                + "членов: `ttl`, `loop_wait`, `retry_timeout`, `maximum_lag_on_failover`, `synchronous_mode` и параметры "
                                + "PostgreSQL " + shared + "."))
                .on(
                        Facts.at(facts.first()),
                        Commands.patronictl(facts, "show-config", ""),
                        Commands.patronictl(facts, "edit-config", ""),
                        Commands.LIST)
                .expect(
                        Text.of(
                                "`Pending restart` on the members that need one; without it the change is already in force.",
                                "`Pending restart` у членов, которым нужен перезапуск; без этой отметки изменение уже действует."));
    }

    static void restarts(Facts facts, Markdown page) {
        page.paragraph(
                Text.of(
                        "A standby with a smaller value than its leader's stops. It concerns `max_connections`, `max_prepared_transactions`, "
                                + "`max_locks_per_transaction`, `max_wal_senders`, `max_worker_processes`.",
                        "Реплика, у которой значение меньше, чем у лидера, останавливается. Это касается `max_connections`, "
                                + "`max_prepared_transactions`, `max_locks_per_transaction`, `max_wal_senders`, `max_worker_processes`."));
        List<Text> order = new ArrayList<>();
        if (facts.alone()) {
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
        List<Node> nodes = new ArrayList<>(facts.postgresql());
        nodes.remove(facts.first());
        nodes.add(facts.first());
        nodes.forEach(node -> {
            commands.add(Commands.patronictl(facts, "restart", node.name() + " --pending"));
            commands.add(Commands.LIST);
        });
        page.paragraph(Text.of(
                        "Raising, with " + code(facts.first().name())
                                + " as the leader (take the present one from the list):",
                        "Увеличение, лидер — " + code(facts.first().name()) + " (текущего возьмите из списка):"))
                .on(Facts.at(facts.first()), commands.toArray(String[]::new))
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
                .on(Facts.atEach(facts.etcd()), Commands.HEALTH, "systemctl restart etcd", Commands.HEALTH);
    }
}
