package io.github.pg1c.bundle.component.postgresql;

import static io.github.pg1c.bundle.text.Markdown.code;
import static io.github.pg1c.bundle.text.Markdown.plain;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entry;
import io.github.pg1c.bundle.document.Listing;
import io.github.pg1c.bundle.runbook.Topic;
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
        return entries;
    }

    private static List<Entry> troubles(DocumentContext context) {
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.of(
                Listing.TROUBLES,
                32,
                Text.of("`no pg_hba.conf entry`", "`no pg_hba.conf entry`"),
                Text.same(code("networks.clients")),
                Text.of(
                        "Add the network to the specification, generate, install, reload.",
                        "Добавьте сеть в описание кластера, выполните генерацию и установку, перечитайте настройки.")));
        entries.add(Entry.of(
                Listing.TROUBLES,
                33,
                Text.of("`password authentication failed`", "`password authentication failed`"),
                Text.same(code("$PG1C_SECRETS/passwords")),
                Text.of(
                        "The password in 1C differs from the store's, or the role was not created: "
                                + Topic.DATABASES.link().en() + ".",
                        "Пароль в 1С не совпадает с хранилищем либо роль не создана: "
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
