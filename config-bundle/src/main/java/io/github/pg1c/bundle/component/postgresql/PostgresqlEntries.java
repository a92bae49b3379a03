package io.github.pg1c.bundle.component.postgresql;

import static io.github.pg1c.bundle.text.Markdown.code;
import static io.github.pg1c.bundle.text.Markdown.plain;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entry;
import io.github.pg1c.bundle.document.Listing;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.model.platform.PostgresqlExtensions;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's entries in the tables and lists of the documents. */
final class PostgresqlEntries {

    private PostgresqlEntries() {}

    static List<Entry> entries(DocumentContext context) {
        List<Entry> entries = new ArrayList<>(troubles(context));
        entries.add(Entry.of(
                Listing.PORTS,
                50,
                Text.same("PostgreSQL"),
                Text.same(code(context.cluster().postgresql().port()))));
        entries.add(Entry.of(
                Listing.VERSIONS,
                10,
                Text.same("PostgreSQL ("
                        + plain(context.cluster().postgresql().distribution().id()) + ")"),
                Text.same(code(context.cluster().postgresql().version()))));
        context.cluster()
                .takenOver()
                .ifPresent(node -> entries.add(Entry.of(
                        Listing.PLAYBOOK,
                        72,
                        Text.of(
                                "The database of " + node.name()
                                        + " is taken over: the first play looks at it and stops the run before anything"
                                        + " changed when it finds a problem. Its service stops when etcd runs; clients are"
                                        + " without a database until Patroni leads. See ../RUNBOOK.md, "
                                        + Topic.TAKEOVER.title(Language.EN) + ".",
                                "Кластер принимает базу узла " + node.name()
                                        + ": первый шаг смотрит на неё и при проблеме останавливает запуск до изменений. Её"
                                        + " служба остановится, когда заработает etcd; базы у клиентов нет, пока Patroni не"
                                        + " станет лидером. См. ../RUNBOOK.md, "
                                        + Topic.TAKEOVER.title(Language.RU) + "."))));
        if (context.cluster().postgresql().audit().on()) {
            entries.add(Entry.of(
                    Listing.VERSIONS,
                    11,
                    Text.same("pgAudit"),
                    Text.same(code(PostgresqlExtensions.auditVersion(
                            context.cluster().postgresql().version())))));
        }
        return entries;
    }

    private static List<Entry> troubles(DocumentContext context) {
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.of(
                Listing.TROUBLES,
                32,
                Text.of("`no pg_hba.conf entry`", "`no pg_hba.conf entry`"),
                Text.same(code("networks") + ", " + code("access.rules")),
                Text.of(
                        "Add the network to the specification, generate, install, reload.",
                        "Добавьте сеть в описание кластера, выполните генерацию и установку, перечитайте настройки.")));
        if (context.tuning()
                .of(context.first().name())
                .value("archive_mode")
                .filter(mode -> !mode.equals("off"))
                .isPresent()) {
            entries.add(Entry.of(
                    Listing.TROUBLES,
                    32,
                    Text.of("`archive command failed`, `pg_wal` grows", "`archive command failed`, растёт `pg_wal`"),
                    Text.same(code("SELECT * FROM pg_stat_archiver")),
                    Text.of(
                            "WAL stays until `archive_command` succeeds: mend its target, or the disk fills up. To write on"
                                    + " without an archive set it to `/bin/true` and make a new base backup afterwards.",
                            "WAL хранится, пока `archive_command` не выполнится успешно: исправьте её место назначения,"
                                    + " иначе диск заполнится. Чтобы писать без архива, задайте `/bin/true`, а затем"
                                    + " сделайте новую базовую копию.")));
        }
        entries.add(Entry.of(
                Listing.TROUBLES,
                33,
                Text.of("`password authentication failed`", "`password authentication failed`"),
                Text.same(code("$PG1C_SECRETS/passwords")),
                Text.of(
                        "The client's password differs from the store's, or the role was not created: "
                                + Topic.DATABASES.link().en() + ".",
                        "Пароль у клиента не совпадает с хранилищем либо роль не создана: "
                                + Topic.DATABASES.link().ru() + ".")));
        entries.add(Entry.of(
                Listing.TROUBLES,
                35,
                Text.of(
                        "`too many clients already`, `out of shared memory`",
                        "`too many clients already`, `out of shared memory`"),
                Text.same(code("report.html")),
                Text.of(
                        "The budget is used up; change the specification, then "
                                + Topic.RESTARTS.link().en() + ".",
                        "Бюджет исчерпан: измените описание, затем "
                                + Topic.RESTARTS.link().ru() + ".")));
        return entries;
    }
}
