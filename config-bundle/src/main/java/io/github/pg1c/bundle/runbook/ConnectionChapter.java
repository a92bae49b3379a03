package io.github.pg1c.bundle.runbook;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entries;
import io.github.pg1c.bundle.document.Entry;
import io.github.pg1c.bundle.document.Listing;
import io.github.pg1c.bundle.part.PasswordNames;
import io.github.pg1c.bundle.text.ConnectionString;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.Tls;
import io.github.pg1c.tuning.input.Application;
import java.util.ArrayList;
import java.util.List;

/** What clients connect with: the form of an infobase, strings of other applications. */
final class ConnectionChapter {

    private final Entries entries;

    ConnectionChapter(Entries entries) {
        this.entries = entries;
    }

    void write(DocumentContext context, Markdown page) {
        Cluster cluster = context.cluster();
        if (cluster.application() == Application.ONE_C) {
            infobases(context, page);
        }
        List<Database> others = databases(cluster, Database.Application.OTHER);
        if (!others.isEmpty()) {
            strings(context, page, others);
        } else if (cluster.application() == Application.OTHER) {
            page.paragraph(Text.of(
                    "The address: " + hosts(context, "or") + ", port "
                            + context.endpoints().writePort() + ".",
                    "Адрес: " + hosts(context, "или") + ", порт "
                            + context.endpoints().writePort() + "."));
        }
        page.bullets(entries.and(
                        Entry.of(
                                Listing.CONNECTION,
                                20,
                                Text.of(
                                        "No password is printed here. Take it from the secrets store and hand it over "
                                                + "by a channel that is not e-mail.",
                                        "Пароли здесь не печатаются. Берите их из хранилища секретов и передавайте не "
                                                + "по почте.")),
                        Entry.of(Listing.CONNECTION, 30, tls(cluster)))
                .items(Listing.CONNECTION));
    }

    private static void infobases(DocumentContext context, Markdown page) {
        page.paragraph(Text.of(
                "In the form of an infobase (or in `rac infobase create`) the database server is one string of "
                        + "host and port:",
                "В форме информационной базы (или в `rac infobase create`) сервер баз данных — одна строка из "
                        + "адреса и порта:"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(context.say("Type of DBMS", "Тип СУБД"), code("PostgreSQL")));
        rows.add(List.of(
                context.say("Database server", "Сервер баз данных"),
                String.join(
                        context.say(" or ", " или "),
                        context.endpoints().hosts().stream()
                                .map(host -> code(
                                        host + " port=" + context.endpoints().writePort()))
                                .toList())));
        databases(context.cluster(), Database.Application.ONE_C).forEach(database -> rows.add(user(context, database)));
        page.table(List.of(Text.of("Field", "Поле"), Text.of("Value", "Значение")), rows);
    }

    /** Strings of libpq, which takes all hosts at once. */
    private static void strings(DocumentContext context, Markdown page, List<Database> databases) {
        page.paragraph(Text.of(
                "Strings for libpq; drivers have the same under other names. `ca.pem` is a copy of "
                        + "`$PG1C_SECRETS/operator/ca.pem`, which is not secret:",
                "Строки для libpq; у драйверов то же под другими именами. `ca.pem` — копия "
                        + "`$PG1C_SECRETS/operator/ca.pem`, это не секрет:"));
        String hosts = String.join(",", context.endpoints().hosts());
        List<List<String>> rows = new ArrayList<>();
        for (Database database : databases) {
            rows.add(user(context, database));
            ConnectionString string = new ConnectionString()
                    .with("host", hosts)
                    .with("port", context.endpoints().writePort())
                    .with("dbname", database.name())
                    .with("user", database.owner())
                    .with("sslmode", "verify-ca")
                    .with("sslrootcert", "ca.pem");
            if (!context.proxied()) {
                string.with("target_session_attrs", "read-write");
            }
            rows.add(List.of("", code(string)));
        }
        page.table(List.of(Text.of("Database", "База данных"), Text.of("Access", "Доступ")), rows);
    }

    private static String hosts(DocumentContext context, String or) {
        return String.join(
                " " + or + " ",
                context.endpoints().hosts().stream().map(Markdown::code).toList());
    }

    private static List<Database> databases(Cluster cluster, Database.Application application) {
        return cluster.databases().stream()
                .filter(database -> database.application() == application)
                .toList();
    }

    private static List<String> user(DocumentContext context, Database database) {
        return List.of(
                context.say("Database", "База данных") + " " + code(database.name()),
                context.say("user ", "пользователь ")
                        + code(database.owner())
                        + context.say(", password in ", ", пароль в ")
                        + code("$PG1C_SECRETS/" + PasswordNames.file(PasswordNames.ofRole(database.owner()))));
    }

    private static Text tls(Cluster cluster) {
        return cluster.tls().clients() == Tls.ClientTls.REQUIRED
                ? Text.of(
                        "Connections without TLS are refused. The client library (libpq) uses TLS by itself when "
                                + "the server offers it.",
                        "Соединения без TLS отвергаются. Клиентская библиотека (libpq) включает TLS сама, если "
                                + "сервер его предлагает.")
                : Text.of(
                        "TLS is offered, not demanded, from the clients' networks.",
                        "Из сетей клиентов TLS предлагается, но не требуется.");
    }
}
