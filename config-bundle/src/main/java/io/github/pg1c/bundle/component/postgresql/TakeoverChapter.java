package io.github.pg1c.bundle.component.postgresql;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.part.Directory;
import io.github.pg1c.bundle.runbook.HostCommands;
import io.github.pg1c.bundle.runbook.Section;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.bundle.text.Shell;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.derived.Layout;
import java.util.ArrayList;
import java.util.List;

/** The takeover of a database by hand: what has to be so before, the order, the way back. */
final class TakeoverChapter {

    private TakeoverChapter() {}

    static List<Section> sections() {
        return List.of(
                new Section(Topic.PREPARATION, -10, TakeoverChapter::before),
                new Section(Topic.START, 15, TakeoverChapter::step),
                new Section(Topic.TAKEOVER, 0, TakeoverChapter::write));
    }

    /** The chapters of a plain installation say where this one comes in. */
    private static void before(DocumentContext context, Markdown page) {
        context.cluster()
                .takenOver()
                .ifPresent(node -> page.paragraph(Text.of(
                        "The databases of " + node.name() + " are taken over. Do first what "
                                + Topic.TAKEOVER.link().en()
                                + " asks for; preparation and installation leave the server that runs there alone.",
                        "Кластер принимает базы узла " + node.name() + ". Сначала выполните то, что сказано в главе "
                                + Topic.TAKEOVER.link().ru()
                                + "; подготовка и установка работающий там сервер не трогают.")));
    }

    private static void step(DocumentContext context, Markdown page) {
        context.cluster()
                .takenOver()
                .ifPresent(node -> page.section(Text.of("The database that is taken over", "Принимаемая база"))
                        .paragraph(Text.of(
                                "From here until Patroni leads, clients have no database: "
                                        + Topic.TAKEOVER.link().en() + ".",
                                "С этого момента и до появления лидера у клиентов нет базы: "
                                        + Topic.TAKEOVER.link().ru() + "."))
                        .on(DocumentContext.onAdministrators(), HostCommands.script(node, TakeoverScript.NAME))
                        .expect(Text.of(
                                "`stopped` with the name of the former service, `taken over` with the data directory. A"
                                        + " second run changes nothing.",
                                "`остановлен` с именем прежней службы, `принята` с каталогом данных. Повторный запуск"
                                        + " ничего не меняет.")));
    }

    private static void write(DocumentContext context, Markdown page) {
        context.cluster().takenOver().ifPresent(node -> {
            overview(context, node, page);
            preconditions(context, node, page);
            window(context, node, page);
            afterwards(context, page);
            wayBack(context, node, page);
        });
    }

    private static void overview(DocumentContext context, Node node, Markdown page) {
        page.paragraph(Text.of(
                        "PostgreSQL on " + node.name() + " has the databases in "
                                + code(context.layout().dataDirectory())
                                + ". Its service is stopped in order, the data gets the roles, databases and limits "
                                + "of the"
                                + " cluster, Patroni starts on it first and leads, and the other members copy it. "
                                + "The data"
                                + " is not moved or converted, and no row is written anew. No member can make an empty"
                                + " database: Patroni's configuration has no initdb.",
                        "На узле " + node.name() + " PostgreSQL держит базы в "
                                + code(context.layout().dataDirectory())
                                + ". Его служба останавливается по порядку, данные получают роли, базы и пределы "
                                + "кластера,"
                                + " первым на них запускается Patroni и становится лидером, остальные члены "
                                + "копируют его."
                                + " Данные не переносятся и не преобразуются, ни одна строка не переписывается. "
                                + "Пустую базу"
                                + " не создаст никто: initdb в настройках Patroni нет."))
                .paragraph(Text.of(
                        "Clients have no database from the stop of the service until Patroni leads: the time of a "
                                + "stop and"
                                + " of three starts, usually a minute; the copies of the other members are made while"
                                + " clients work (with `rpo: 0` commits wait for the first copy only where"
                                + " `withoutStandby: stop` says so).",
                        "Базы у клиентов нет от остановки службы до появления лидера: это одна остановка и три запуска,"
                                + " обычно минута; остальные члены копируют базу уже во время работы клиентов (при "
                                + "`rpo: 0`"
                                + " фиксация ждёт первую копию, только если указано `withoutStandby: stop`)."));
    }

    private static void preconditions(DocumentContext context, Node node, Markdown page) {
        page.section(Text.of("Before", "До приёма"))
                .bullets(
                        Text.of(
                                "A backup that was restored once on another machine. This chapter has a way back, "
                                        + "but none"
                                        + " from a broken disk.",
                                "Резервная копия, которую хоть раз восстановили на другой машине. Путь назад в этой "
                                        + "главе"
                                        + " есть, но не от отказа диска."),
                        Text.of(
                                "All hosts run the same release of the same system: another C library sorts text in"
                                        + " another order, and indexes of the copies would be wrong.",
                                "На всех узлах один и тот же выпуск одной системы: другая библиотека C сортирует текст"
                                        + " иначе, и индексы копий оказались бы неверны."),
                        Text.of(
                                "The roles get the passwords of the secrets store. To keep the one that 1C uses "
                                        + "today, write it"
                                        + " into `$PG1C_SECRETS/passwords/role-<role>`, one line, mode 0600, and "
                                        + "generate again.",
                                "Роли получат пароли из хранилища секретов. Чтобы остался пароль, с которым 1С работает"
                                        + " сегодня, запишите его одной строкой в "
                                        + "`$PG1C_SECRETS/passwords/role-<роль>` с правами"
                                        + " 0600 и выполните генерацию ещё раз."))
                .on(DocumentContext.onAdministrators(), HostCommands.script(node, TakeoverScript.NAME, "--check"))
                .expect(Text.of(
                        "`The database can be taken over.` It changes nothing. Each `PROBLEM` has to be mended first:"
                                + " another major version, encoding or locale, ALTER SYSTEM, slots that nobody "
                                + "described."
                                + " Each `NOTE` is a decision: roles, databases, libraries and settings that are "
                                + "there today"
                                + " and not in the specification.",
                        "`Базу можно принимать.` Команда ничего не меняет. Каждую `ПРОБЛЕМУ` нужно сначала устранить:"
                                + " другая основная версия, кодировка или локаль, ALTER SYSTEM, не описанные слоты. "
                                + "Каждое"
                                + " `ВНИМАНИЕ` требует решения: роли, базы, библиотеки и настройки, которые есть "
                                + "сегодня, но"
                                + " не в описании."));
        offline(context, node, page);
    }

    /** What only a stopped server takes, in a window of its own or the same. */
    private static void offline(DocumentContext context, Node node, Markdown page) {
        Layout layout = context.layout();
        String unit = layout.packages().unit();
        String data = Shell.word(layout.dataDirectory());
        String wal = layout.walDirectory();
        List<String> commands = new ArrayList<>();
        commands.add("systemctl stop " + unit);
        commands.add("runuser -u " + Shell.word(layout.postgresUser()) + " -- "
                + Shell.word(layout.binDirectory() + "/pg_checksums") + " --enable --progress -D " + data);
        if (wal != null) {
            String user = Shell.word(layout.postgresUser());
            commands.add("install -d -o " + user + " -g " + user + " -m 0700 " + Shell.word(Directory.parent(wal)) + " "
                    + Shell.word(wal));
            commands.add("cp -a " + data + "/pg_wal/. " + Shell.word(wal) + "/");
            commands.add("mv " + data + "/pg_wal " + data + "/pg_wal.former");
            commands.add("ln -s " + Shell.word(wal) + " " + data + "/pg_wal");
            commands.add("chown -h " + user + ": " + data + "/pg_wal");
        }
        commands.add("systemctl start " + unit);
        if (wal != null) {
            commands.add("rm -r " + data + "/pg_wal.former");
        }
        page.paragraph(
                        wal == null
                                ? Text.of(
                                        "Only a stopped server takes checksums, if you want them: it reads and "
                                                + "writes the whole"
                                                + " database, so measure that on a copy.",
                                        "Контрольные суммы, если они нужны, включают только на остановленном "
                                                + "сервере: база"
                                                + " читается и записывается целиком, измерьте время на копии.")
                                : Text.of(
                                        "Only a stopped server takes checksums, if you want them (it reads and "
                                                + "writes the whole"
                                                + " database, so measure that on a copy), and another place of WAL; "
                                                + "leave out what"
                                                + " is so already.",
                                        "Только на остановленном сервере включают контрольные суммы, если они нужны "
                                                + "(база"
                                                + " читается и записывается целиком, измерьте время на копии), и "
                                                + "переносят WAL;"
                                                + " то, что уже так, пропустите."))
                .on(DocumentContext.at(node), commands.toArray(String[]::new));
    }

    private static void window(DocumentContext context, Node node, Markdown page) {
        page.section(Text.of("Order", "Порядок"))
                .bullets(
                        Text.of(
                                "Prepare and install all nodes: "
                                        + Topic.PREPARATION.link().en() + ", "
                                        + Topic.DELIVERY.link().en() + ". Nothing stops yet.",
                                "Подготовьте и установите все узлы: "
                                        + Topic.PREPARATION.link().ru() + ", "
                                        + Topic.DELIVERY.link().ru() + ". Пока ничего не останавливается."),
                        Text.of(
                                "End the work of the clients (1C: block new sessions, end those that are open).",
                                "Завершите работу клиентов (1С: запретите новые сеансы, завершите открытые)."),
                        Text.of(
                                "Start as in " + Topic.START.link().en()
                                        + ": etcd, the script of the takeover, Patroni on " + node.name()
                                        + ", and on the others when it leads.",
                                "Запускайте по главе " + Topic.START.link().ru()
                                        + ": etcd, сценарий приёма, Patroni на " + node.name()
                                        + ", а на остальных — когда он станет лидером."),
                        Text.of(
                                "With Ansible one run of `ansible/site.yml` does all of it, and stops before the "
                                        + "first change"
                                        + " when the check above finds a problem.",
                                "С Ansible всё это делает один запуск `ansible/site.yml`; если проверка выше найдёт "
                                        + "проблему,"
                                        + " он остановится до первого изменения."));
    }

    private static void afterwards(DocumentContext context, Markdown page) {
        page.section(Text.of("Afterwards", "После"))
                .bullets(
                        Text.of(
                                "Lead the clients to the entrance: "
                                        + Topic.CONNECTION.link().en() + ".",
                                "Направьте клиентов на точку входа: "
                                        + Topic.CONNECTION.link().ru() + "."),
                        Text.of(
                                "When all members run, remove `takeover` from the specification, generate and "
                                        + "install: a host"
                                        + " that is replaced later has no database to look at.",
                                "Когда работают все члены, уберите `takeover` из описания, выполните генерацию и "
                                        + "установку: на"
                                        + " узле, который заменят позже, смотреть будет не на что."),
                        Text.of(
                                "`" + TakeoverScript.STATE
                                        + "` has the former configuration; delete it when nobody wants to"
                                        + " go back.",
                                "В `" + TakeoverScript.STATE
                                        + "` лежит прежняя конфигурация; удалите её, когда возврат уже не"
                                        + " понадобится."))
                .on(DocumentContext.at(context.first()), "rm " + TakeoverScript.STATE + "/files.tar");
    }

    /** The data is as the former server left it, with what was written since. */
    private static void wayBack(DocumentContext context, Node node, Markdown page) {
        String data = Shell.word(context.layout().dataDirectory());
        String unit = context.layout().packages().unit();
        page.section(Text.of("The way back", "Путь назад"))
                .paragraph(Text.of(
                        "The former service goes on with the same data, also after days, and keeps what was written "
                                + "since."
                                + " As long as " + node.name() + " leads; otherwise switch over to it first ("
                                + Topic.SWITCHOVER.link().en() + ").",
                        "Прежняя служба продолжит с теми же данными, в том числе через несколько дней, и сохранит "
                                + "записанное"
                                + " с тех пор. Лидером должен быть " + node.name()
                                + ", иначе сначала переключите роль на него"
                                + " (" + Topic.SWITCHOVER.link().ru() + ")."));
        List<Node> others = context.postgresql().stream()
                .filter(other -> !other.name().equals(node.name()))
                .toList();
        if (!others.isEmpty()) {
            page.on(Markdown.atEach(others), ServerState.follows(context) + " && systemctl disable --now patroni");
        }
        page.on(
                        DocumentContext.at(node),
                        ServerState.leads(context) + " && systemctl disable --now patroni",
                        "rm -f " + data + "/" + PostgresqlPaths.MARK + " " + data + "/postgresql.base.conf",
                        "tar -C / --no-overwrite-dir -xpf " + TakeoverScript.STATE + "/files.tar",
                        "systemctl daemon-reload",
                        "systemd-tmpfiles --create --prefix=/run/postgresql",
                        "systemctl enable " + unit,
                        "systemctl start \"$(cat " + TakeoverScript.STATE + "/unit)\"",
                        PlainServerChapter.dropSlots(context),
                        "rm -r " + TakeoverScript.STATE)
                .expect(Text.of(
                        "the former service runs, with its former settings, access and port. Passwords of described "
                                + "roles stay"
                                + " the new ones. The cluster's keys in etcd go as in "
                                + Topic.DECOMMISSION.link().en() + ".",
                        "прежняя служба работает с прежними настройками, портом и правилами доступа. Пароли "
                                + "описанных ролей остаются"
                                + " новыми. Ключи кластера в etcd удаляют по главе "
                                + Topic.DECOMMISSION.link().ru() + "."));
    }
}
