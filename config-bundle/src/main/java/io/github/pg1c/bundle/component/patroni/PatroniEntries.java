package io.github.pg1c.bundle.component.patroni;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.etcd.EtcdctlCommand;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entry;
import io.github.pg1c.bundle.document.Listing;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.model.Objectives;
import io.github.pg1c.model.Patroni.Watchdog;
import io.github.pg1c.model.WithoutStandby;
import io.github.pg1c.model.patroni.FormerLeader;
import io.github.pg1c.tuning.input.Application;
import java.util.ArrayList;
import java.util.List;

/** Patroni's entries in the tables and lists of the documents. */
final class PatroniEntries {

    private PatroniEntries() {}

    static List<Entry> entries(DocumentContext context) {
        List<Entry> entries = new ArrayList<>(troubles(context));
        entries.addAll(survival(context));
        if (!context.alone()) {
            entries.addAll(failover(context));
        }
        if (!context.proxied()) {
            entries.add(Entry.of(Listing.CONNECTION, 10, direct(context)));
        }
        entries.add(Entry.of(
                Listing.PORTS,
                60,
                Text.same("Patroni REST API"),
                Text.same(code(context.cluster().patroni().port()))));
        entries.add(Entry.of(
                Listing.VERSIONS,
                20,
                Text.same("Patroni"),
                Text.same(code(context.layout().versions().patroni()))));
        entries.add(Entry.of(
                Listing.PLACES,
                10,
                Text.of("Patroni's configuration", "Конфигурация Patroni"),
                Text.same(code(PatroniPaths.CONFIG))));
        entries.add(Entry.of(
                Listing.RELOADS,
                10,
                Text.of(" (`postgresql` is reloaded by Patroni).", " (`postgresql` перечитывает Patroni).")));
        entries.add(Entry.of(Listing.CERTIFICATES, 10, validity(context)));
        entries.add(Entry.of(
                Listing.ROLLBACK,
                20,
                Text.of(
                        "What was changed with `edit-config` is not in the files: change it back the same way. "
                                + code("patroni.dynamic.json") + " in the data directory has the last state.",
                        "Сделанное через `edit-config` в файлах не хранится: отменяйте так же. Последнее состояние — в "
                                + code("patroni.dynamic.json") + " в каталоге данных.")));
        entries.add(Entry.of(
                Listing.PARAMETERS,
                10,
                Text.of(
                        "Parameters of the scope DCS are the same for all members and live in etcd; they are changed "
                                + "with "
                                + "pg1c-patronictl edit-config. The others stand in each node's patroni.yml.",
                        "Параметры с областью DCS общие для всех членов и хранятся в etcd; их меняют через "
                                + "pg1c-patronictl edit-config. "
                                + "Остальные записаны в patroni.yml каждого узла.")));
        entries.add(Entry.of(
                Listing.PLAYBOOK,
                30,
                Text.of(
                        "Order: files everywhere; etcd formed at once, later restarted one by one; standbys, then the "
                                + "leader after a "
                                + "switchover; HAProxy last.",
                        "Порядок: файлы на все узлы; etcd собирается сразу, затем перезапускается по одному; реплики, "
                                + "потом лидер после "
                                + "переключения; HAProxy последним.")));
        entries.add(Entry.of(
                Listing.PLAYBOOK,
                70,
                Text.of(
                        "What lives in etcd (`bootstrap.dcs`) is changed once, through Patroni; no restart begins "
                                + "before every member has taken it. Where a limit such as `max_connections` goes down, the "
                                + "leader restarts first, where it is.",
                        "То, что хранится в etcd (`bootstrap.dcs`), меняется один раз, через Patroni; перезапуски "
                                + "начинаются, когда изменение приняли все члены. Если предел вроде `max_connections` "
                                + "уменьшается, первым перезапускается лидер, на месте.")));
        return entries;
    }

    /** Without a proxy nothing leads a client to the leader. */
    private static Text direct(DocumentContext context) {
        if (context.cluster().application() == Application.OTHER) {
            return Text.of(
                    "There is no HAProxy: a string with every PostgreSQL node finds the leader by itself with"
                            + " `target_session_attrs=read-write` (libpq) or `targetServerType=primary` (JDBC); a client"
                            + " that takes one host must be pointed at the present leader (`" + PatronictlCommand.LIST
                            + "`).",
                    "HAProxy нет: строка со всеми узлами PostgreSQL сама находит лидера при"
                            + " `target_session_attrs=read-write` (libpq) или `targetServerType=primary` (JDBC); клиенту,"
                            + " который принимает один адрес, укажите текущего лидера (`" + PatronictlCommand.LIST
                            + "`).");
        }
        return Text.of(
                "There is no HAProxy: the string must name the present leader (`" + PatronictlCommand.LIST
                        + "`). After a change of leader set the new address in the properties of the infobase, or move "
                        + "the DNS name that the "
                        + "1C server uses. No string with several hosts is known to work with 1C.",
                "HAProxy нет: строка должна указывать на текущего лидера (`" + PatronictlCommand.LIST
                        + "`). После смены лидера впишите новый адрес в свойствах информационной базы или переведите "
                        + "имя DNS, которое "
                        + "использует сервер 1С. Строка с несколькими адресами для 1С не проверена.");
    }

    private static Text validity(DocumentContext context) {
        long host = context.cluster().tls().validity().toDays();
        long authority = context.cluster().tls().caValidity().toDays();
        if (context.cluster().etcd().external().used()) {
            return Text.of(
                    "Certificates of the nodes live " + host + " days, that of their authority " + authority
                            + " days. An expired one stops Patroni and the checks of HAProxy: renew a month before. "
                            + "The one for etcd is renewed by etcd's administrator.",
                    "Сертификаты узлов действуют " + host + " дн., сертификат их центра — " + authority
                            + " дн. Просроченный останавливает Patroni и проверки HAProxy: продлевайте за месяц. "
                            + "Сертификат для etcd продлевает администратор etcd.");
        }
        return Text.of(
                "Certificates of the nodes live " + host + " days, those of the two authorities " + authority
                        + " days. An expired one "
                        + "stops etcd, Patroni and the checks of HAProxy: renew a month before.",
                "Сертификаты узлов действуют " + host + " дн., двух удостоверяющих центров — " + authority
                        + " дн. Просроченный останавливает etcd, Patroni и проверки HAProxy: продлевайте за месяц.");
    }

    private static List<Entry> failover(DocumentContext context) {
        List<Entry> entries = new ArrayList<>();
        String ttl = context.timing().ttl().toSeconds() + "";
        entries.add(Entry.of(
                Listing.FAILOVER,
                10,
                Text.of(
                        "The leader no longer renews its key in etcd; after " + ttl + " s (ttl) the key is gone.",
                        "Лидер перестаёт обновлять ключ в etcd; через " + ttl + " с (ttl) ключ исчезает.")));
        entries.add(Entry.of(
                Listing.FAILOVER,
                20,
                Text.of(
                        "The standbys compare positions; the best one that may lead takes the key and is "
                                + "promoted.",
                        "Реплики сравнивают позиции; лучшая из тех, кому можно быть лидером, забирает ключ и "
                                + "повышается.")));
        entries.add(Entry.of(Listing.FAILOVER, 40, back(context)));
        return entries;
    }

    /** How the former leader becomes a standby. */
    private static Text back(DocumentContext context) {
        FormerLeader leader = context.cluster().patroni().formerLeader();
        if (leader.rewind()) {
            return Text.of(
                    "The old leader's host comes back as a standby: Patroni rewinds it (`pg_rewind`).",
                    "Вернувшийся узел прежнего лидера становится репликой: Patroni выполняет `pg_rewind`.");
        }
        if (leader.removedOnDivergedTimelines(context.cluster().objectives().synchronous())) {
            return Text.of(
                    "The old leader's host comes back as a standby; where it has WAL that the new leader has not, its data"
                            + " directory is removed and copied anew (`use_pg_rewind` is off).",
                    "Вернувшийся узел прежнего лидера становится репликой; если на нём есть WAL, которого нет у нового"
                            + " лидера, его каталог данных удаляется и копируется заново (`use_pg_rewind` выключен).");
        }
        String reinit = PatronictlCommand.of(context, "reinit", "NODE");
        return Text.of(
                "The old leader's host comes back as a standby only where it has no WAL that the new leader has not"
                        + " (`use_pg_rewind` is off). Else it waits for a person: look at what it holds, then "
                        + code(reinit) + ".",
                "Вернувшийся узел прежнего лидера становится репликой, только если на нём нет WAL, которого нет у нового"
                        + " лидера (`use_pg_rewind` выключен). Иначе он ждёт человека: посмотрите, что на нём есть, затем "
                        + code(reinit) + ".");
    }

    private static List<Entry> survival(DocumentContext context) {
        List<Text> sentences = new ArrayList<>();
        sentences.add(standbys(context));
        sentences.add(data(context));
        if (context.cluster().objectives().synchronous()) {
            sentences.add(context.withoutStandby());
        }
        sentences.add(time(context));
        if (!context.alone() && context.cluster().patroni().primaryStartTimeout() != null) {
            sentences.add(crash(context));
        }
        if (!context.alone()) {
            sentences.add(formerLeader(context));
        }
        return sentences.stream()
                .map(sentence -> Entry.of(Listing.SURVIVAL, 10, sentence))
                .toList();
    }

    private static Text standbys(DocumentContext context) {
        int standbys = context.postgresql().size() - 1;
        if (standbys == 0) {
            return Text.of(
                    "One PostgreSQL node: if it is lost, the cluster is down until it is restored from a backup.",
                    "Узел PostgreSQL один: при его потере кластер стоит до восстановления из резервной копии.");
        }
        if (context.cluster().objectives().synchronous()
                && context.cluster().objectives().withoutStandby() == WithoutStandby.STOP) {
            return Text.of(
                    "PostgreSQL nodes: " + (standbys + 1)
                            + "; while etcd has a quorum, one node after another may be lost, but the "
                            + "last one only reads: writing waits for a standby.",
                    "Узлов PostgreSQL: " + (standbys + 1)
                            + "; пока у etcd есть кворум, узлы можно терять один за другим, но "
                            + "последний только читает: запись ждёт реплику.");
        }
        return Text.of(
                "PostgreSQL nodes: " + (standbys + 1)
                        + "; while etcd has a quorum, one node after another may be lost and the "
                        + "last one still serves.",
                "Узлов PostgreSQL: " + (standbys + 1) + "; пока у etcd есть кворум, узлы можно терять один за другим — "
                        + "последний продолжит работу.");
    }

    private static Text data(DocumentContext context) {
        Objectives objectives = context.cluster().objectives();
        if (objectives.synchronous()) {
            return Text.of(
                    "Acknowledged transactions that a failover may lose: none. A commit waits for a standby, and only "
                            + "a "
                            + "synchronous standby is promoted.",
                    "Потеря подтверждённых транзакций при аварии: нет. Фиксация ждёт реплику, и лидером становится "
                            + "только "
                            + "синхронная реплика.");
        }
        return Text.of(
                "Replication is asynchronous: a failover may lose the last transactions, and a standby that is more "
                        + "than "
                        + code(objectives.rpo()) + " of WAL behind is not promoted.",
                "Репликация асинхронная: при аварии последние транзакции могут быть потеряны; реплика, отставшая "
                        + "больше чем на "
                        + code(objectives.rpo()) + " WAL, лидером не станет.");
    }

    private static Text time(DocumentContext context) {
        String worst = context.timing().worstCase(context.cluster()).toSeconds() + "";
        String rto = context.cluster().objectives().rto().toSeconds() + "";
        Text formula = context.timing().formula(context.cluster());
        if (context.alone()) {
            return Text.of(
                    "There is nobody to take over, so no time of failover can be promised (objective: " + rto + " s).",
                    "Принять роль некому, поэтому время переключения не гарантируется (цель: " + rto + " с).");
        }
        return Text.of(
                "The leader's host is lost: at most " + worst + " s without writing (objective: " + rto + " s). "
                        + formula.en() + ".",
                "Потерян узел лидера: не более " + worst + " с без записи (цель: " + rto + " с). " + formula.ru()
                        + ".");
    }

    private static Text crash(DocumentContext context) {
        long worst = context.timing().crash(context.cluster()).toSeconds();
        Text formula = context.timing().crashFormula(context.cluster());
        return Text.of(
                "The leader's PostgreSQL crashes and does not come up again: at most " + worst + " s without writing. "
                        + formula.en() + ".",
                "PostgreSQL лидера упал и не поднимается: не более " + worst + " с без записи. " + formula.ru() + ".");
    }

    private static Text formerLeader(DocumentContext context) {
        boolean synchronous = context.cluster().objectives().synchronous();
        Text writes = synchronous
                ? Text.of(
                        "a commit that it takes then is never acknowledged, because no standby confirms it",
                        "принятая им в это время транзакция не будет подтверждена: её не подтвердит ни одна реплика")
                : Text.of("what it acknowledges then is lost", "подтверждённое им в это время будет потеряно");
        Text stopped = switch (context.cluster().patroni().watchdog()) {
            case REQUIRED ->
                Text.of(
                        "the watchdog resets its host before the next leader starts; a node whose "
                                + code(PatroniUnit.WATCHDOG)
                                + " Patroni cannot open never leads, and where none can nobody does",
                        "сторожевой таймер перезагрузит его узел раньше, чем начнёт работу новый лидер; узел, на "
                                + "котором Patroni не может открыть " + code(PatroniUnit.WATCHDOG)
                                + ", лидером не станет, а если таких узлов нет, лидера не будет вовсе");
            case AUTOMATIC ->
                Text.of(
                        "the watchdog resets its host in time; on a node without " + code("/dev/watchdog")
                                + " both may take writes for a moment: " + writes.en(),
                        "сторожевой таймер вовремя перезагрузит его узел; на узле без " + code("/dev/watchdog")
                                + " оба на миг могут принимать запись: " + writes.ru());
            case OFF ->
                Text.of(
                        "with the watchdog off both may take writes for a moment: " + writes.en(),
                        "при выключенном сторожевом таймере оба на миг могут принимать запись: " + writes.ru());
        };
        return Text.of(
                "A leader that is cut off steps down by itself. If it hangs or is late with that, " + stopped.en()
                        + ".",
                "Отрезанный от сети лидер слагает роль сам. Если он завис или опаздывает, " + stopped.ru() + ".");
    }

    private static List<Entry> troubles(DocumentContext context) {
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.of(
                Listing.TROUBLES,
                21,
                Text.of("Patroni: `waiting for leader to bootstrap`", "Patroni: `waiting for leader to bootstrap`"),
                Text.same(code(PatronictlCommand.LIST)),
                Text.of(
                        "Start the node that has the data (at the first start "
                                + code(context.first().name()) + ").",
                        "Запустите узел, на котором есть данные (при первом запуске — "
                                + code(context.first().name()) + ").")));
        entries.add(Entry.of(
                Listing.TROUBLES,
                22,
                Text.of("Patroni: `system ID mismatch`", "Patroni: `system ID mismatch`"),
                Text.same(code(EtcdctlCommand.PATH + " get /"
                        + context.cluster().namespace() + "/"
                        + context.cluster().name() + "/initialize")),
                Text.of(
                        "The data directory is another cluster's. Set it aside; on a standby the copy is then "
                                + "made anew.",
                        "Каталог данных — от другого кластера. Уберите его в сторону; на реплике копия "
                                + "создастся заново.")));
        entries.add(Entry.of(
                Listing.TROUBLES,
                23,
                Text.of(
                        "Patroni does not start: `Permission denied`, no password",
                        "Patroni не запускается: `Permission denied`, нет пароля"),
                Text.same(code("ls -l " + PatroniPaths.ENVIRONMENT + " " + PatroniPaths.TLS)),
                Text.of(
                        "The secrets of this node were not installed: "
                                + Topic.DELIVERY.link().en() + ".",
                        "Секреты этого узла не установлены: "
                                + Topic.DELIVERY.link().ru() + ".")));
        entries.add(Entry.of(
                Listing.TROUBLES,
                24,
                Text.of("A standby is `start failed` or `stopped`", "Реплика в состоянии `start failed` или `stopped`"),
                Text.same(code("ls -t " + context.layout().logDirectory())),
                Text.of(
                        "A limit is smaller than the leader's: "
                                + Topic.RESTARTS.link().en() + "; broken data: "
                                + Topic.REPLACEMENT.link().en() + ".",
                        "Предел меньше, чем у лидера: " + Topic.RESTARTS.link().ru() + "; данные испорчены: "
                                + Topic.REPLACEMENT.link().ru() + ".")));
        entries.add(Entry.of(
                Listing.TROUBLES,
                25,
                Text.of("The disk of the leader fills with WAL", "Диск лидера заполняется WAL"),
                Text.same(code("SELECT slot_name, active, restart_lsn FROM pg_replication_slots")),
                Text.of(
                        "A standby is gone and its slot keeps WAL: bring it back or drop the slot that is not active. "
                                + "Never delete files of "
                                + "pg_wal.",
                        "Реплики нет, а её слот держит WAL: верните реплику или удалите неактивный слот. Файлы из "
                                + "pg_wal не удаляйте "
                                + "никогда.")));
        Objectives objectives = context.cluster().objectives();
        if (objectives.synchronous() && objectives.withoutStandby() == WithoutStandby.STOP) {
            entries.add(Entry.of(
                    Listing.TROUBLES,
                    26,
                    Text.of(
                            "Clients hang on every write, the leader runs",
                            "Клиенты зависают на любой записи, лидер работает"),
                    Text.same(code("SELECT pid, wait_event FROM pg_stat_activity WHERE wait_event = 'SyncRep'")),
                    Text.of(
                            "No synchronous standby is left (`synchronous_mode_strict`): bring one back. To write in "
                                    + "one copy on purpose: "
                                    + code(PatronictlCommand.of(
                                            context, "edit-config", "-s synchronous_mode_strict=false --force"))
                                    + ".",
                            "Не осталось синхронной реплики (`synchronous_mode_strict`): верните её. Чтобы осознанно "
                                    + "писать в одном "
                                    + "экземпляре: "
                                    + code(PatronictlCommand.of(
                                            context, "edit-config", "-s synchronous_mode_strict=false --force"))
                                    + ".")));
        }
        entries.add(Entry.of(
                Listing.TROUBLES,
                27,
                Text.of("The list says `Maintenance mode: on`", "В списке `Maintenance mode: on`"),
                Text.same(code(PatronictlCommand.LIST)),
                Text.of(
                        "Somebody paused Patroni, nothing is automatic: "
                                + code(PatronictlCommand.of(context, "resume", "--wait")) + ".",
                        "Patroni на паузе, автоматики нет: " + code(PatronictlCommand.of(context, "resume", "--wait"))
                                + ".")));
        if (context.cluster().patroni().watchdog() == Watchdog.REQUIRED) {
            entries.add(watchdog(context));
        }
        if (!context.proxied()) {
            entries.add(Entry.of(
                    Listing.TROUBLES,
                    31,
                    Text.of(
                            "`cannot execute … in a read-only transaction`",
                            "`cannot execute … in a read-only transaction`"),
                    Text.same(code(PatronictlCommand.LIST)),
                    Text.of(
                            "The client is connected to a standby: "
                                    + Topic.CONNECTION.link().en() + ".",
                            "Клиент подключён к реплике: "
                                    + Topic.CONNECTION.link().ru() + ".")));
        }
        return entries;
    }

    private static Entry watchdog(DocumentContext context) {
        String device = PatroniUnit.WATCHDOG;
        return Entry.of(
                Listing.TROUBLES,
                28,
                Text.of(
                        "Nobody leads, Patroni: `watchdog could not be activated` or `watchdog activation failed`",
                        "Лидера нет, Patroni: `watchdog could not be activated` или `watchdog activation failed`"),
                Text.same(code("ls -l " + device + "; " + PatroniLogs.all(context.context()) + " | grep -i watchdog")),
                Text.of(
                        "The watchdog is required, and Patroni cannot open " + code(device)
                                + ". Missing: load its module or hand the device in. Owned by root: run the installer "
                                + "again. Busy: take it from systemd (`RuntimeWatchdogSec`) or from the service that "
                                + "holds it. Or write `watchdog: automatic`.",
                        "Сторожевой таймер обязателен, а Patroni не может открыть " + code(device)
                                + ". Нет устройства: загрузите его модуль или передайте устройство. Владелец root: "
                                + "запустите установщик ещё раз. Занято: освободите его от systemd "
                                + "(`RuntimeWatchdogSec`) или службы, которая его держит. Либо укажите `watchdog: "
                                + "automatic`."));
    }
}
