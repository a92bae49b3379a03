package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.haproxy.HaproxyComponent;
import io.github.pg1c.bundle.document.Commands;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.part.PasswordNames;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.Node;
import java.util.ArrayList;
import java.util.List;

/** Checks from the inside out: etcd, Patroni, the pooler, the entrance. */
final class ChecksChapter {

    private ChecksChapter() {}

    static void write(DocumentContext context, Markdown page) {
        page.section(Text.of("The state of the cluster", "Состояние кластера"))
                .on(
                        DocumentContext.at(context.etcd().get(0)),
                        Commands.HEALTH,
                        Commands.ETCDCTL + " endpoint status -w table")
                .expect(Text.of(
                        "all healthy, exactly one `IS LEADER true`, the same `RAFT TERM` everywhere, `ERRORS` empty.",
                        "все исправны, `IS LEADER true` ровно у одного, `RAFT TERM` у всех одинаков, `ERRORS` пусто."))
                .on(DocumentContext.at(context.first()), Commands.LIST)
                .expect(
                        Text.of(
                                "one `Leader`, all others `streaming` or `running` on the same timeline, no `Pending restart`.",
                                "один `Leader`, остальные — `streaming` или `running` на той же линии времени, нет `Pending restart`."));
        rest(context, page);
        if (context.proxied()) {
            haproxy(context, page);
        }
        clients(context, page);
    }

    private static void rest(DocumentContext context, Markdown page) {
        List<String> commands = new ArrayList<>();
        for (Node node : context.postgresql()) {
            commands.add(
                    Commands.rest(context, "-o /dev/null -w '" + node.name() + " %{http_code}\\n'", node, "/primary"));
        }
        commands.add(Commands.rest(context, "", context.first(), "/cluster"));
        page.section(Text.of("Patroni's REST API", "REST API Patroni"))
                .paragraph(Text.of(
                        "The check that decides where clients are led, with the CA and the client certificate:",
                        "Та самая проверка, по которой выбирается узел для клиентов, с УЦ и клиентским сертификатом:"))
                .on(DocumentContext.at(context.first()), commands.toArray(String[]::new))
                .expect(
                        Text.of(
                                "200 from exactly one node, 503 from the others. `/patroni` is not a check: it answers 200 on every node.",
                                "200 ровно от одного узла, 503 от остальных. `/patroni` — не проверка: он отвечает 200 на любом узле."));
    }

    private static void haproxy(DocumentContext context, Markdown page) {
        page.section(Text.of("HAProxy's statistics", "Статистика HAProxy"));
        if (!context.statistics()) {
            page.paragraph(Text.of(
                    "There is no statistics page, because the specification names no network of administrators; the journal shows "
                            + "each server that goes up or down.",
                    "Страницы статистики нет: в описании не указана сеть администраторов. Каждое изменение состояния серверов видно в "
                            + "журнале."));
            page.on(Markdown.atEach(context.haproxy()), "journalctl -u haproxy -n 50 --no-pager");
            return;
        }
        String url = "https://"
                + DocumentContext.hostPort(
                        context.haproxy().get(0).address(),
                        context.cluster().haproxy().statisticsPort());
        page.paragraph(Text.of(
                "In a browser from the administrators' network: " + url + "/, user `admin`, password in `$PG1C_SECRETS/"
                        + PasswordNames.file(HaproxyComponent.STATISTICS_PASSWORD) + "`. As text:",
                "В браузере из сети администраторов: " + url + "/, пользователь `admin`, пароль в `$PG1C_SECRETS/"
                        + PasswordNames.file(HaproxyComponent.STATISTICS_PASSWORD) + "`. Текстом:"));
        page.on(
                        DocumentContext.onAdministrators(),
                        "printf 'user = \"admin:%s\"\\n' \"$(cat \"$PG1C_SECRETS\"/"
                                + PasswordNames.file(HaproxyComponent.STATISTICS_PASSWORD)
                                + ")\" | curl -sS --config - --cacert " + "\"$PG1C_SECRETS\"/operator/ca.pem '" + url
                                + "/;csv' | cut -d, -f1,2,18")
                .expect(Text.of(
                        "`postgresql_write`: `UP` for the leader alone; `postgresql_read`: `UP` for the standbys.",
                        "`postgresql_write`: `UP` только у лидера; `postgresql_read`: `UP` у реплик."));
    }

    private static void clients(DocumentContext context, Markdown page) {
        page.section(Text.of("The way a client goes", "Путь клиента"));
        String query = "SELECT inet_server_addr(), pg_is_in_recovery(), current_user";
        List<String> commands = new ArrayList<>();
        if (context.proxied()) {
            String host = context.entrances().get(0);
            commands.add(
                    Commands.client(context, host, context.cluster().access().writePort(), query));
            commands.add(
                    Commands.client(context, host, context.cluster().access().readPort(), query));
        } else {
            for (Node node : context.postgresql()) {
                commands.add(Commands.client(context, node.address().toString(), context.trafficPort(), query));
            }
        }
        page.on(
                        Text.of(
                                "From a host in the clients' networks that has the secrets store",
                                "С машины из сетей клиентов, где есть хранилище секретов"),
                        commands.toArray(String[]::new))
                .expect(
                        context.proxied()
                                ? Text.of(
                                        "write port: `f` (not in recovery); read port: `t`, or `f` while there is no standby.",
                                        "порт записи: `f` (не в режиме восстановления); порт чтения: `t` либо `f`, пока нет ни одной реплики.")
                                : Text.of(
                                        "`f` from the leader alone, `t` from the standbys.",
                                        "`f` только у лидера, `t` у реплик."));
    }
}
