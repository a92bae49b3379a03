package io.github.pg1c.bundle.component.patroni;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.etcd.EtcdTopics;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.plan.Endpoints;
import io.github.pg1c.bundle.runbook.Section;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.bundle.text.Shell;
import io.github.pg1c.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Patroni's sections of the runbook's chapters. */
final class PatroniSections {

    private PatroniSections() {}

    static List<Section> sections() {
        return List.of(
                new Section(Topic.EMERGENCY, 10, PatroniSections::leader),
                new Section(Topic.EMERGENCY, 30, PatroniSections::directions),
                new Section(Topic.START, 20, PatroniSections::start),
                new Section(Topic.START, 50, PatroniSections::powerFailure),
                new Section(Topic.START, 60, StartingOverSection::write),
                new Section(Topic.CHECKS, 20, PatroniSections::checks),
                new Section(Topic.CLUSTER, 20, Tags::section),
                new Section(Topic.CHECKS, 30, PatroniSections::rest),
                new Section(Topic.SWITCHOVER, 0, SwitchoverChapter::write),
                new Section(Topic.FAILOVER, 10, SwitchoverChapter::failover),
                new Section(Topic.FAILOVER, 20, CopySlots::failover),
                new Section(Topic.DATABASES, 30, CopySlots::chapter),
                new Section(Topic.CHANGES, 10, PatroniSections::dynamic),
                new Section(Topic.CHANGES, 30, PermanentSlots::section),
                new Section(Topic.RESTARTS, 0, RestartChapter::write),
                new Section(Topic.REPLACEMENT, 0, ReplacementChapter::write),
                new Section(EtcdTopics.QUORUM_LOSS, 0, PatroniSections::withoutQuorum),
                new Section(EtcdTopics.QUORUM_LOSS, 20, PatroniSections::scratch),
                new Section(Topic.CERTIFICATES, 10, PatroniSections::served),
                new Section(Topic.DRILLS, 10, DrillSections::write),
                new Section(Topic.ROLLBACK, 30, PatroniSections::stop),
                new Section(Topic.ROLLBACK, 50, PatroniSections::again));
    }

    private static void leader(DocumentContext context, Markdown page) {
        page.paragraph(Text.of(
                "Look before you touch: Patroni replaces a lost leader by itself. Do not start PostgreSQL by hand, do "
                        + "not "
                        + "delete a data directory and do not restart several nodes at once.",
                "Сначала смотрите, потом трогайте: потерянного лидера Patroni заменит сам. Не запускайте PostgreSQL "
                        + "вручную, "
                        + "не удаляйте каталог данных и не перезапускайте несколько узлов сразу."));
        List<String> commands = new ArrayList<>();
        for (Node node : context.postgresql()) {
            commands.add(RestCommand.of(
                    context, "-m 3 -o /dev/null -w '" + node.name() + " %{http_code}\\n'", node, "/leader"));
        }
        commands.add("{ timeout 15 " + PatronictlCommand.LIST + " 2>&1 || echo 'etcd: no answer'; } | tail -n 15");
        commands.add(PatroniLogs.last(context.context(), 50));
        page.on(
                        Text.of("On any PostgreSQL node: who leads", "На любом узле PostgreSQL: кто лидер"),
                        commands.toArray(String[]::new))
                .expect(Text.of(
                        "200 from the leader, 503 from every other member, 000 from one whose Patroni does not answer,"
                                + " also while etcd is away. The list comes from etcd.",
                        "200 у лидера, 503 у остальных членов, 000 у того, чей Patroni не отвечает, в том числе без"
                                + " etcd. Список берётся из etcd."));
    }

    private static void directions(DocumentContext context, Markdown page) {
        page.bullets(
                Text.of(
                        "200 from nobody → "
                                + EtcdTopics.QUORUM_LOSS.link().en() + ", if etcd is healthy → "
                                + Topic.FAILOVER.link().en() + ".",
                        "Ни у кого нет 200 → "
                                + EtcdTopics.QUORUM_LOSS.link().ru() + "; если etcd исправен → "
                                + Topic.FAILOVER.link().ru() + "."),
                Text.of(
                        "There is a leader but clients do not connect → "
                                + Topic.CHECKS.link().en() + ".",
                        "Лидер есть, но клиенты не подключаются → "
                                + Topic.CHECKS.link().ru() + "."),
                context.cluster().etcd().external().used()
                        ? Text.of(
                                "A node is gone for good → "
                                        + Topic.REPLACEMENT.link().en() + ".",
                                "Узел потерян навсегда → "
                                        + Topic.REPLACEMENT.link().ru() + ".")
                        : Text.of(
                                "A node is gone for good → "
                                        + Topic.REPLACEMENT.link().en() + ", "
                                        + EtcdTopics.MEMBER.link().en() + ".",
                                "Узел потерян навсегда → "
                                        + Topic.REPLACEMENT.link().ru() + ", "
                                        + EtcdTopics.MEMBER.link().ru() + "."),
                Text.of(
                        "Anything else → " + Topic.TROUBLES.link().en() + ".",
                        "Всё остальное → " + Topic.TROUBLES.link().ru() + "."));
    }

    private static void start(DocumentContext context, Markdown page) {
        page.section(Text.of("Patroni on the first node", "Patroni на первом узле"))
                .on(
                        DocumentContext.at(context.first()),
                        "systemctl enable --now patroni",
                        PatroniLogs.last(context.context(), 20),
                        PatronictlCommand.LIST)
                .expect(leads(context));
        if (context.alone()) {
            return;
        }
        List<Node> others = context.postgresql().stream()
                .filter(node -> !node.name().equals(context.first().name()))
                .toList();
        page.section(Text.of("Patroni on the other nodes, one after another", "Patroni на остальных узлах, по одному"))
                .on(Markdown.atEach(others), "systemctl enable --now patroni", PatronictlCommand.LIST)
                .expect(
                        context.cluster().objectives().synchronous()
                                ? Text.of(
                                        "`creating replica` while the data is copied, then `streaming` (in older "
                                                + "versions `running`) with "
                                                + "lag 0; one standby is `Sync Standby` (or `Quorum Standby`).",
                                        "`creating replica`, пока копируются данные, затем `streaming` (в старых "
                                                + "версиях `running`) с "
                                                + "отставанием 0; одна из реплик — `Sync Standby` (или `Quorum "
                                                + "Standby`).")
                                : Text.of(
                                        "`creating replica` while the data is copied, then `streaming` (in older "
                                                + "versions `running`) with "
                                                + "lag 0.",
                                        "`creating replica`, пока копируются данные, затем `streaming` (в старых "
                                                + "версиях `running`) с "
                                                + "отставанием 0."));
    }

    private static Text leads(DocumentContext context) {
        if (context.cluster().standbyOf().given()) {
            return Text.of(
                    "while the data comes from the primary site `creating replica`; then in the journal `no action. "
                            + "I am ("
                            + context.first().name() + "), the standby leader with the lock`, and in the list "
                            + code(context.first().name()) + " with `Standby Leader`.",
                    "пока данные идут с основной площадки — `creating replica`; затем в журнале `no action. I am ("
                            + context.first().name() + "), the standby leader with the lock`, а в списке "
                            + code(context.first().name()) + " — `Standby Leader`.");
        }
        String before = context.cluster().takenOver().isPresent()
                ? "promoted self to leader by acquiring session lock"
                : "initialized a new cluster";
        return Text.of(
                "in the journal `" + before + "`, then `no action. I am ("
                        + context.first().name()
                        + "), the leader with the lock`; in the list "
                        + code(context.first().name())
                        + " with `Leader` and `running`.",
                "в журнале `" + before + "`, затем `no action. I am ("
                        + context.first().name()
                        + "), the leader with the lock`; в списке "
                        + code(context.first().name())
                        + " — `Leader`, `running`.");
    }

    private static void powerFailure(DocumentContext context, Markdown page) {
        page.section(Text.of("After a power failure", "После отключения питания"))
                .paragraph(Text.of(
                        "The services start with the hosts. Patroni lets a node lead only when it has the last known "
                                + "data; if the old "
                                + "leader's host does not come back, see "
                                + Topic.FAILOVER.link().en() + ".",
                        "Службы запускаются вместе с узлами. Patroni сделает лидером только узел с последними "
                                + "известными данными; если "
                                + "узел прежнего лидера не поднялся, см. "
                                + Topic.FAILOVER.link().ru() + "."));
    }

    private static void checks(DocumentContext context, Markdown page) {
        page.on(DocumentContext.at(context.first()), PatronictlCommand.LIST)
                .expect(Text.of(
                        "one " + code(leader(context)) + ", all others `streaming` or `running` on the same timeline,"
                                + " no `Pending restart`.",
                        "один " + code(leader(context)) + ", остальные — `streaming` или `running` на той же линии"
                                + " времени, нет `Pending restart`."));
    }

    /** The word of the list of members. */
    private static String leader(DocumentContext context) {
        return context.cluster().standbyOf().given() ? "Standby Leader" : "Leader";
    }

    private static void rest(DocumentContext context, Markdown page) {
        String check = context.cluster().standbyOf().given() ? "/standby-leader" : "/primary";
        List<String> commands = new ArrayList<>();
        for (Node node : context.postgresql()) {
            commands.add(RestCommand.of(context, "-o /dev/null -w '" + node.name() + " %{http_code}\\n'", node, check));
        }
        commands.add(RestCommand.of(context, "", context.first(), "/cluster"));
        page.section(Text.of("Patroni's REST API", "REST API Patroni"))
                .paragraph(
                        context.cluster().standbyOf().given()
                                ? Text.of(
                                        "Who leads the copy, with the CA and the client certificate; clients that write"
                                                + " are led by `/primary`, which is 503 everywhere until the "
                                                + "promotion:",
                                        "Кто лидер копии, с УЦ и клиентским сертификатом; пишущих клиентов ведёт"
                                                + " `/primary`, до повышения это везде 503:")
                                : Text.of(
                                        "The check that decides where clients are led, with the CA and the client "
                                                + "certificate:",
                                        "Та самая проверка, по которой выбирается узел для клиентов, с УЦ и "
                                                + "клиентским сертификатом:"))
                .on(DocumentContext.at(context.first()), commands.toArray(String[]::new))
                .expect(Text.of(
                        "200 from exactly one node, 503 from the others. `/patroni` is not a check: it answers "
                                + "200 on every node.",
                        "200 ровно от одного узла, 503 от остальных. `/patroni` — не проверка: он отвечает 200 "
                                + "на любом узле."));
    }

    private static void dynamic(DocumentContext context, Markdown page) {
        String shared = context.tuning().shared().stream()
                .map(parameter -> code(parameter.name()))
                .collect(Collectors.joining(", "));
        page.section(Text.of("What lives in etcd (the DCS)", "Что хранится в etcd (DCS)"))
                .paragraph(Text.of(
                        "`bootstrap.dcs` in " + code(PatroniPaths.CONFIG)
                                + " was copied into etcd once, when the cluster was made; a "
                                + "changed file no longer has any effect there. These settings are changed with "
                                + "`edit-config`, for all "
                                + "members at once: `ttl`, `loop_wait`, `retry_timeout`, `maximum_lag_on_failover`, "
                                + "`synchronous_mode` and the "
                                + "PostgreSQL parameters " + shared + ".",
                        "`bootstrap.dcs` из " + code(PatroniPaths.CONFIG)
                                + " скопирован в etcd один раз, при создании кластера; "
                                + "изменённый файл на это уже не действует. Такие настройки меняют через "
                                + "`edit-config`, сразу для всех "
                                + "членов: `ttl`, `loop_wait`, `retry_timeout`, `maximum_lag_on_failover`, "
                                + "`synchronous_mode` и параметры "
                                + "PostgreSQL " + shared + "."))
                .on(
                        DocumentContext.at(context.first()),
                        PatronictlCommand.of(context, "show-config", ""),
                        PatronictlCommand.applyShared(context, context.timing()),
                        PatronictlCommand.LIST)
                .expect(Text.of(
                        "`Pending restart` on the members that need one; without it the change is already in "
                                + "force. The pause is for the members: one that is restarted before it has read the "
                                + "change starts with the old values.",
                        "`Pending restart` у членов, которым нужен перезапуск; без этой отметки изменение уже "
                                + "действует. Пауза нужна членам: если перезапустить того, кто ещё не прочёл "
                                + "изменение, он запустится со старыми значениями."));
    }

    private static void withoutQuorum(DocumentContext context, Markdown page) {
        boolean failsafe = context.layout().versions().patroni().atLeast(3, 0);
        List<Text> state = new ArrayList<>();
        state.add(Text.of(
                "Nobody can be elected: there is no automatic failover and no switchover.",
                "Выбрать лидера нельзя: нет ни автоматической замены, ни переключения."));
        state.add(
                failsafe
                        ? Text.of(
                                "The present leader goes on writing as long as it reaches every member of Patroni "
                                        + "(`failsafe_mode`); when one "
                                        + "of them does not answer it becomes read-only. Restart nothing of Patroni or "
                                        + "PostgreSQL now.",
                                "Текущий лидер продолжает писать, пока ему отвечают все члены Patroni "
                                        + "(`failsafe_mode`); если кто-то не "
                                        + "ответит, лидер перейдёт в режим чтения. Не перезапускайте сейчас ни "
                                        + "Patroni, ни PostgreSQL.")
                        : Text.of(
                                "The leader becomes read-only when its ttl is over (this Patroni has no failsafe "
                                        + "mode): nobody can write.",
                                "По истечении ttl лидер переходит в режим чтения (в этой версии Patroni нет "
                                        + "failsafe_mode): запись невозможна."));
        page.bullets(state);
    }

    private static void scratch(DocumentContext context, Markdown page) {
        boolean external = context.cluster().etcd().external().used();
        Text form = external
                ? Text.of(
                        "Its administrator forms an empty etcd with the user and role of "
                                + Topic.PREPARATION.link().en() + "; do this with ",
                        "Администратор собирает пустой etcd с пользователем и ролью из главы "
                                + Topic.PREPARATION.link().ru() + "; перед этим остановите ")
                : Text.of(
                        "Form an empty etcd as at the first start, with ",
                        "Соберите пустой etcd, как при первом запуске, остановив ");
        page.section(Text.of("Nothing of etcd is left", "От etcd не осталось ничего"))
                .paragraph(Text.of(
                        "The data of PostgreSQL is not in etcd. " + form.en()
                                + "Patroni stopped everywhere; then "
                                + "start Patroni first on the node that led last (or, if it is gone, on the "
                                + "one with the highest position), and "
                                + "the others when it leads. Do not empty any data directory of PostgreSQL.",
                        "Данных PostgreSQL в etcd нет. " + form.ru()
                                + "Patroni на всех узлах; затем "
                                + "запустите Patroni сначала на узле, который был лидером последним (если его "
                                + "нет — на узле с наибольшей "
                                + "позицией), а остальные — когда он станет лидером. Каталоги данных "
                                + "PostgreSQL не очищайте."))
                .on(
                        Markdown.atEach(context.postgresql()),
                        "systemctl stop patroni",
                        "runuser -u " + Shell.word(context.layout().postgresUser()) + " -- "
                                + Shell.word(context.layout().binDirectory() + "/pg_controldata") + " -D "
                                + Shell.word(context.layout().dataDirectory())
                                + " | grep -E 'cluster state|checkpoint location|TimeLineID'")
                .on(DocumentContext.at(context.first()), "systemctl start patroni", PatronictlCommand.LIST);
    }

    private static void served(DocumentContext context, Markdown page) {
        Node node = context.first();
        page.section(Text.of("What is really served", "Что действительно отдаётся"))
                .on(
                        DocumentContext.at(node),
                        openssl(node, context.cluster().postgresql().port(), "-starttls postgres"),
                        openssl(
                                node,
                                context.cluster().patroni().port(),
                                "-cert " + PatroniPaths.TLS + "/patroni-client.pem -key " + PatroniPaths.TLS
                                        + "/patroni-client-key.pem"));
    }

    private static String openssl(Node node, int port, String options) {
        return "openssl s_client -connect " + Endpoints.hostPort(node.address(), port) + " " + options
                + " </dev/null 2>/dev/null | openssl x509 -noout -subject -enddate";
    }

    private static void stop(DocumentContext context, Markdown page) {
        page.on(DocumentContext.at(context.first()), PatronictlCommand.LIST);
        page.on(
                Text.of("On the standbys, then on the leader", "На репликах, затем на лидере"),
                "systemctl stop patroni");
    }

    private static void again(DocumentContext context, Markdown page) {
        page.paragraph(Text.of(
                "Start again: " + Topic.START.link().en() + ", Patroni first on the node that led last.",
                "Запуск: " + Topic.START.link().ru() + "; Patroni — сначала на узле, который был лидером последним."));
    }
}
