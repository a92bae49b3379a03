package io.github.pg1c.bundle.runbook;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.patroni.PatroniPaths;
import io.github.pg1c.bundle.document.Commands;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.Objectives;
import io.github.pg1c.model.WithoutStandby;
import java.util.ArrayList;
import java.util.List;

/** Symptom, where to look, what to do. */
final class TroubleChapter {

    private TroubleChapter() {}

    static void write(DocumentContext context, Markdown page) {
        Rows rows = new Rows(context);
        etcd(rows, context);
        patroni(rows, context);
        clients(rows, context);
        page.table(
                List.of(
                        Text.of("Symptom", "Признак"),
                        Text.of("Look at", "Куда смотреть"),
                        Text.of("Do", "Что делать")),
                rows.list);
    }

    private static void etcd(Rows rows, DocumentContext context) {
        rows.add(
                Text.of("etcd: `systemctl start` hangs", "etcd: `systemctl start` не завершается"),
                code("journalctl -u etcd -n 50"),
                Text.of(
                        "It waits for the other members: start them; check port "
                                + context.cluster().etcd().peerPort() + " between them.",
                        "Ждёт остальных членов: запустите их; проверьте порт "
                                + context.cluster().etcd().peerPort() + " между ними."));
        rows.add(
                Text.of("etcd: `certificate` or `tls` errors", "etcd: ошибки `certificate` или `tls`"),
                code("chronyc tracking"),
                Text.of(
                        "Wrong time, or expired: " + Topic.CERTIFICATES.link().en() + ".",
                        "Неверное время либо истёк срок: "
                                + Topic.CERTIFICATES.link().ru() + "."));
        rows.add(
                Text.of(
                        "etcd: `member has already been bootstrapped`, `cluster ID mismatch`",
                        "etcd: `member has already been bootstrapped`, `cluster ID mismatch`"),
                code(Commands.MEMBERS),
                Text.of(
                        "The data directory is lost or foreign: "
                                + Topic.ETCD_MEMBER.link().en() + ".",
                        "Каталог данных потерян или чужой: "
                                + Topic.ETCD_MEMBER.link().ru() + "."));
        rows.add(
                Text.of("etcd: `mvcc: database space exceeded`", "etcd: `mvcc: database space exceeded`"),
                code(Commands.ETCDCTL + " alarm list"),
                Text.of(
                        Topic.QUORUM_LOSS.link().en() + ", NOSPACE.",
                        Topic.QUORUM_LOSS.link().ru() + ", NOSPACE."));
    }

    private static void patroni(Rows rows, DocumentContext context) {
        rows.add(
                Text.of("Patroni: `waiting for leader to bootstrap`", "Patroni: `waiting for leader to bootstrap`"),
                code(Commands.LIST),
                Text.of(
                        "Start the node that has the data (at the first start "
                                + code(context.first().name()) + ").",
                        "Запустите узел, на котором есть данные (при первом запуске — "
                                + code(context.first().name()) + ")."));
        rows.add(
                Text.of("Patroni: `system ID mismatch`", "Patroni: `system ID mismatch`"),
                code(Commands.ETCDCTL + " get /" + context.cluster().namespace() + "/"
                        + context.cluster().name() + "/initialize"),
                Text.of(
                        "The data directory is another cluster's. Set it aside; on a standby the copy is then made anew.",
                        "Каталог данных — от другого кластера. Уберите его в сторону; на реплике копия создастся заново."));
        rows.add(
                Text.of(
                        "Patroni does not start: `Permission denied`, no password",
                        "Patroni не запускается: `Permission denied`, нет пароля"),
                code("ls -l " + PatroniPaths.ENVIRONMENT + " " + PatroniPaths.TLS),
                Text.of(
                        "The secrets of this node were not installed: "
                                + Topic.DELIVERY.link().en() + ".",
                        "Секреты этого узла не установлены: "
                                + Topic.DELIVERY.link().ru() + "."));
        rows.add(
                Text.of("A standby is `start failed` or `stopped`", "Реплика в состоянии `start failed` или `stopped`"),
                code("ls -t " + context.layout().logDirectory()),
                Text.of(
                        "A limit is smaller than the leader's: "
                                + Topic.RESTARTS.link().en() + "; broken data: "
                                + Topic.REPLACEMENT.link().en() + ".",
                        "Предел меньше, чем у лидера: " + Topic.RESTARTS.link().ru() + "; данные испорчены: "
                                + Topic.REPLACEMENT.link().ru() + "."));
        rows.add(
                Text.of("The disk of the leader fills with WAL", "Диск лидера заполняется WAL"),
                code("SELECT slot_name, active, restart_lsn FROM pg_replication_slots"),
                Text.of(
                        "A standby is gone and its slot keeps WAL: bring it back or drop the slot that is not active. Never delete files of "
                                + "pg_wal.",
                        "Реплики нет, а её слот держит WAL: верните реплику или удалите неактивный слот. Файлы из pg_wal не удаляйте "
                                + "никогда."));
        Objectives objectives = context.cluster().objectives();
        if (objectives.synchronous() && objectives.withoutStandby() == WithoutStandby.STOP) {
            rows.add(
                    Text.of("1C hangs on every write, the leader runs", "1С зависает на любой записи, лидер работает"),
                    code("SELECT pid, wait_event FROM pg_stat_activity WHERE wait_event = 'SyncRep'"),
                    Text.of(
                            "No synchronous standby is left (`synchronous_mode_strict`): bring one back. To write in one copy on purpose: "
                                    + code(Commands.patronictl(
                                            context, "edit-config", "-s synchronous_mode_strict=false"))
                                    + ".",
                            "Не осталось синхронной реплики (`synchronous_mode_strict`): верните её. Чтобы осознанно писать в одном "
                                    + "экземпляре: "
                                    + code(Commands.patronictl(
                                            context, "edit-config", "-s synchronous_mode_strict=false"))
                                    + "."));
        }
        rows.add(
                Text.of("The list says `Maintenance mode: on`", "В списке `Maintenance mode: on`"),
                code(Commands.LIST),
                Text.of(
                        "Somebody paused Patroni, nothing is automatic: "
                                + code(Commands.patronictl(context, "resume", "--wait")) + ".",
                        "Patroni на паузе, автоматики нет: " + code(Commands.patronictl(context, "resume", "--wait"))
                                + "."));
    }

    private static void clients(Rows rows, DocumentContext context) {
        if (context.proxied()) {
            rows.add(
                    Text.of("1C: connection refused or reset at once", "1С: соединение отклонено или сразу разорвано"),
                    code("journalctl -u haproxy -n 50"),
                    Text.of(
                            "The client's network is not in `networks.clients`, or no server is up: "
                                    + Topic.CHECKS.link().en() + ".",
                            "Сети клиента нет в `networks.clients` либо ни один сервер не доступен: "
                                    + Topic.CHECKS.link().ru() + "."));
        } else {
            rows.add(
                    Text.of(
                            "1C: `cannot execute … in a read-only transaction`",
                            "1С: `cannot execute … in a read-only transaction`"),
                    code(Commands.LIST),
                    Text.of(
                            "1C is connected to a standby: "
                                    + Topic.CONNECTION.link().en() + ".",
                            "1С подключена к реплике: "
                                    + Topic.CONNECTION.link().ru() + "."));
        }
        rows.add(
                Text.of("`no pg_hba.conf entry`", "`no pg_hba.conf entry`"),
                code("networks.clients"),
                Text.of(
                        "Add the network to the specification, generate, install, reload.",
                        "Добавьте сеть в описание кластера, выполните генерацию и установку, перечитайте настройки."));
        rows.add(
                Text.of("`password authentication failed`", "`password authentication failed`"),
                code("$PG1C_SECRETS/passwords"),
                Text.of(
                        "The password in 1C differs from the store's, or the role was not created: "
                                + Topic.DATABASES.link().en() + ".",
                        "Пароль в 1С не совпадает с хранилищем либо роль не создана: "
                                + Topic.DATABASES.link().ru() + "."));
        if (context.pooled()) {
            rows.add(
                    Text.of(
                            "`no more connections allowed`, `query_wait_timeout`",
                            "`no more connections allowed`, `query_wait_timeout`"),
                    code("journalctl -u pgbouncer -n 50"),
                    Text.of(
                            "More sessions than planned: raise `workload.connections` in the specification, never PgBouncer's limit alone.",
                            "Сеансов больше, чем запланировано: увеличьте `workload.connections` в описании, а не один предел PgBouncer."));
        }
        rows.add(
                Text.of(
                        "`too many clients already`, `out of shared memory`",
                        "`too many clients already`, `out of shared memory`"),
                code("report.html"),
                Text.of(
                        "The budget is used up; change the specification, then "
                                + Topic.RESTARTS.link().en() + ".",
                        "Бюджет исчерпан: измените описание, затем "
                                + Topic.RESTARTS.link().ru() + "."));
    }

    /** Rows of the table in the language of the page. */
    private static final class Rows {
        private final DocumentContext context;
        private final List<List<String>> list = new ArrayList<>();

        Rows(DocumentContext context) {
            this.context = context;
        }

        void add(Text symptom, String look, Text remedy) {
            list.add(List.of(context.say(symptom), look, context.say(remedy)));
        }
    }
}
