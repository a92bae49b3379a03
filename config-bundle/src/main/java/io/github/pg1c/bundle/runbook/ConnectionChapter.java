package io.github.pg1c.bundle.runbook;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entries;
import io.github.pg1c.bundle.document.Entry;
import io.github.pg1c.bundle.document.Listing;
import io.github.pg1c.bundle.part.PasswordNames;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.Tls;
import java.util.ArrayList;
import java.util.List;

/** Values that an administrator of 1C enters into the form of an infobase. */
final class ConnectionChapter {

    private final Entries entries;

    ConnectionChapter(Entries entries) {
        this.entries = entries;
    }

    void write(DocumentContext context, Markdown page) {
        Cluster cluster = context.cluster();
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
        for (Database database : cluster.databases()) {
            rows.add(List.of(
                    context.say("Database", "База данных") + " " + code(database.name()),
                    context.say("user ", "пользователь ")
                            + code(database.owner())
                            + context.say(", password in ", ", пароль в ")
                            + code("$PG1C_SECRETS/" + PasswordNames.file(PasswordNames.ofRole(database.owner())))));
        }
        page.table(List.of(Text.of("Field", "Поле"), Text.of("Value", "Значение")), rows);
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

    private static Text tls(Cluster cluster) {
        return cluster.tls().clients() == Tls.ClientTls.REQUIRED
                ? Text.of(
                        "Connections without TLS are refused. The client library of 1C (libpq) uses TLS by itself when "
                                + "the server offers it.",
                        "Соединения без TLS отвергаются. Клиентская библиотека 1С (libpq) включает TLS сама, если "
                                + "сервер его предлагает.")
                : Text.of(
                        "TLS is offered, not demanded, from the clients' networks.",
                        "Из сетей клиентов TLS предлагается, но не требуется.");
    }
}
