package io.github.pg1c.bundle.component.haproxy;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.part.PasswordNames;
import io.github.pg1c.bundle.plan.Endpoints;
import io.github.pg1c.bundle.runbook.Section;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.VirtualAddress;
import java.util.List;

/** HAProxy's sections of the runbook's chapters. */
final class HaproxySections {

    private HaproxySections() {}

    static List<Section> sections() {
        return List.of(
                new Section(Topic.PREPARATION, 50, HaproxySections::selinux),
                new Section(Topic.START, 40, HaproxySections::start),
                new Section(Topic.CHECKS, 40, HaproxySections::checks),
                new Section(Topic.DRILLS, 30, HaproxySections::drill),
                new Section(Topic.ROLLBACK, 10, HaproxySections::stop),
                new Section(Topic.DECOMMISSION, 20, HaproxySections::end));
    }

    private static void drill(DocumentContext context, Markdown page) {
        List<Node> balancers = context.nodes(NodeRole.HAPROXY);
        // With one address over all of them the drill is another one.
        if (balancers.size() < 2 || VirtualAddress.in(context.cluster())) {
            return;
        }
        page.section(Text.of("A balancer is lost", "Потерян балансировщик"))
                .on(DocumentContext.at(balancers.get(0)), "systemctl stop haproxy")
                .expect(Text.of(
                        "sessions through this one end; through "
                                + balancers.get(1).name()
                                + " everything works. Whether clients go there by themselves is what this drill shows.",
                        "сеансы через него обрываются; через "
                                + balancers.get(1).name()
                                + " всё работает. Перейдут ли туда клиенты сами, и показывает эта проверка."))
                .on(DocumentContext.at(balancers.get(0)), "systemctl start haproxy");
    }

    private static void selinux(DocumentContext context, Markdown page) {
        if (context.proxied() && context.family().selinux()) {
            page.section(Text.of("SELinux", "SELinux"))
                    .paragraph(Text.of(
                            "With SELinux enforcing, HAProxy may not use these ports until it is allowed to.",
                            "В режиме enforcing SELinux не даёт HAProxy работать с этими портами, пока это не "
                                    + "разрешено."))
                    .on(
                            Markdown.atEach(context.nodes(NodeRole.HAPROXY)),
                            "getenforce",
                            "setsebool -P haproxy_connect_any 1");
        }
    }

    private static void start(DocumentContext context, Markdown page) {
        if (!context.proxied()) {
            return;
        }
        page.section(Text.of("HAProxy", "HAProxy"))
                .on(
                        Markdown.atEach(context.nodes(NodeRole.HAPROXY)),
                        "systemctl enable --now haproxy",
                        "systemctl is-active haproxy",
                        "ss -ltn 'sport = :" + context.cluster().access().writePort() + "'")
                .expect(
                        context.cluster().standbyOf().given()
                                ? Text.of(
                                        "`active` and a listening socket; the statistics show no server up for writing,"
                                                + " every one for reading.",
                                        "`active` и слушающий сокет; в статистике для записи недоступен ни один сервер,"
                                                + " для чтения — доступны все.")
                                : Text.of(
                                        "`active` and a listening socket; the statistics show one server up for"
                                                + " writing, the standbys for reading.",
                                        "`active` и слушающий сокет; в статистике один сервер доступен для записи,"
                                                + " реплики — для чтения."));
    }

    private static void checks(DocumentContext context, Markdown page) {
        if (!context.proxied()) {
            return;
        }
        page.section(Text.of("HAProxy's statistics", "Статистика HAProxy"));
        if (!statistics(context)) {
            page.paragraph(Text.of(
                    "There is no statistics page, because the specification names no network of administrators; the "
                            + "journal shows "
                            + "each server that goes up or down.",
                    "Страницы статистики нет: в описании не указана сеть администраторов. Каждое изменение состояния "
                            + "серверов видно в "
                            + "журнале."));
            page.on(Markdown.atEach(context.nodes(NodeRole.HAPROXY)), "journalctl -u haproxy -n 50 --no-pager");
            return;
        }
        String url = "https://"
                + Endpoints.hostPort(
                        context.nodes(NodeRole.HAPROXY).get(0).address(),
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
                                + ")\" | curl -fsS --config - --cacert " + "\"$PG1C_SECRETS\"/operator/ca.pem '" + url
                                + "/;csv' | cut -d, -f1,2,18")
                .expect(Text.of(
                        "`postgresql_write`: `UP` for the leader alone; `postgresql_read`: `UP` for the standbys.",
                        "`postgresql_write`: `UP` только у лидера; `postgresql_read`: `UP` у реплик."));
    }

    /** Whether there is a statistics page. */
    static boolean statistics(DocumentContext context) {
        return context.proxied() && HaproxyListeners.hasStatistics(context.cluster());
    }

    private static void stop(DocumentContext context, Markdown page) {
        if (context.proxied()) {
            page.on(Markdown.atEach(context.nodes(NodeRole.HAPROXY)), "systemctl stop haproxy");
        }
    }

    private static void end(DocumentContext context, Markdown page) {
        if (context.proxied()) {
            page.on(Markdown.atEach(context.nodes(NodeRole.HAPROXY)), "systemctl disable --now haproxy");
        }
    }
}
