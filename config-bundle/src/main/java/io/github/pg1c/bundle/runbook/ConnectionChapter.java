package io.github.pg1c.bundle.runbook;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.Commands;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.part.PasswordNames;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.Tls;
import java.util.ArrayList;
import java.util.List;

/** What an administrator of 1C types into the form of an infobase. */
final class ConnectionChapter {

    private ConnectionChapter() {}

    static void write(DocumentContext context, Markdown page) {
        Cluster cluster = context.cluster();
        page.paragraph(
                Text.of(
                        "In the form of an infobase (or in `rac infobase create`) the database server is one string of host and port:",
                        "В форме информационной базы (или в `rac infobase create`) сервер баз данных — одна строка из адреса и порта:"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(context.say("Type of DBMS", "Тип СУБД"), code("PostgreSQL")));
        rows.add(List.of(
                context.say("Database server", "Сервер баз данных"),
                String.join(
                        context.say(" or ", " или "),
                        context.entrances().stream()
                                .map(host -> code(host + " port=" + context.entrancePort()))
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
        List<Text> notes = new ArrayList<>();
        notes.add(entrance(context));
        notes.add(Text.of(
                "No password is printed here. Take it from the secrets store and hand it over by a channel that is not e-mail.",
                "Пароли здесь не печатаются. Берите их из хранилища секретов и передавайте не по почте."));
        notes.add(tls(cluster));
        if (context.pooled()) {
            notes.add(
                    Text.of(
                            "PgBouncer gives every client a server connection for the whole session; connections beyond the limit wait in a queue.",
                            "PgBouncer отдаёт клиенту соединение с сервером на весь сеанс; соединения сверх предела ждут в очереди."));
        }
        if (context.proxied()) {
            notes.add(Text.of(
                    "Port " + cluster.access().readPort()
                            + " is for reports of other programs that only read; an infobase does not start there.",
                    "Порт " + cluster.access().readPort()
                            + " — для отчётов сторонних программ, которые только читают; информационная "
                            + "база через него не запустится."));
        }
        page.bullets(notes);
    }

    private static Text entrance(DocumentContext context) {
        if (context.proxied()) {
            return context.entrances().size() > 1
                    ? Text.of(
                            "1C takes one host: use one of them, or put a virtual address or a DNS name over all.",
                            "1С принимает один адрес: укажите один из них либо поставьте над всеми виртуальный адрес или имя в DNS.")
                    : Text.of(
                            "HAProxy leads the port to the present leader, whoever it is.",
                            "HAProxy сам ведёт этот порт к текущему лидеру.");
        }
        return Text.of(
                "There is no HAProxy: the string must name the present leader (`" + Commands.LIST
                        + "`). After a change of leader set the new address in the properties of the infobase, or move the DNS name that the "
                        + "1C server uses. No string with several hosts is known to work with 1C.",
                "HAProxy нет: строка должна указывать на текущего лидера (`" + Commands.LIST
                        + "`). После смены лидера впишите новый адрес в свойствах информационной базы или переведите имя DNS, которое "
                        + "использует сервер 1С. Строка с несколькими адресами для 1С не проверена.");
    }

    private static Text tls(Cluster cluster) {
        return cluster.tls().clients() == Tls.ClientTls.REQUIRED
                ? Text.of(
                        "Connections without TLS are refused. The client library of 1C (libpq) uses TLS by itself when the server offers it.",
                        "Соединения без TLS отвергаются. Клиентская библиотека 1С (libpq) включает TLS сама, если сервер его предлагает.")
                : Text.of(
                        "TLS is offered, not demanded, from the clients' networks.",
                        "Из сетей клиентов TLS предлагается, но не требуется.");
    }
}
