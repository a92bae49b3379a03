package io.github.pg1c.bundle.runbook;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.etcd.EtcdPaths;
import io.github.pg1c.bundle.document.Commands;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.bundle.text.Shell;
import io.github.pg1c.model.Node;
import java.util.List;

/** The order of start, with what must be seen after each step. */
final class StartChapter {

    private StartChapter() {}

    static void write(DocumentContext context, Markdown page) {
        page.paragraph(Text.of(
                "Do not go on before you see what is expected. The first start creates the cluster; every later one (after a power "
                        + "failure) goes the same way and keeps the data.",
                "Не переходите к следующему шагу, пока не увидите ожидаемое. Первый запуск создаёт кластер; любой следующий (например, "
                        + "после отключения питания) идёт так же и данные не трогает."));
        etcd(context, page);
        patroni(context, page);
        if (context.pooled()) {
            page.section(Text.of("PgBouncer, on every PostgreSQL node", "PgBouncer, на каждом узле PostgreSQL"))
                    .on(
                            Markdown.atEach(context.postgresql()),
                            "systemctl enable --now pgbouncer",
                            "systemctl is-active pgbouncer",
                            "ss -ltn 'sport = :" + context.cluster().pgbouncer().port() + "'")
                    .expect(Text.of("`active` and one listening socket.", "`active` и один слушающий сокет."));
        }
        if (context.proxied()) {
            haproxy(context, page);
        }
        page.section(Text.of("After a power failure", "После отключения питания"))
                .paragraph(Text.of(
                        "The services start with the hosts. Patroni lets a node lead only when it has the last known data; if the old "
                                + "leader's host does not come back, see "
                                + Topic.FAILOVER.link().en() + ".",
                        "Службы запускаются вместе с узлами. Patroni сделает лидером только узел с последними известными данными; если "
                                + "узел прежнего лидера не поднялся, см. "
                                + Topic.FAILOVER.link().ru() + "."));
    }

    private static void etcd(DocumentContext context, Markdown page) {
        List<Node> members = context.etcd();
        page.section(
                members.size() == 1
                        ? Text.of("etcd", "etcd")
                        : Text.of("etcd, on all members at once", "etcd, на всех членах сразу"));
        if (members.size() > 1) {
            page.paragraph(
                    Text.of(
                            "A new cluster of etcd waits for its majority ("
                                    + context.quorum().majority() + " of "
                                    + context.quorum().members()
                                    + "): the first `systemctl start` does not return until others run, hence `--no-block`.",
                            "Новый кластер etcd ждёт большинства ("
                                    + context.quorum().majority() + " из "
                                    + context.quorum().members()
                                    + "): первый `systemctl start` не завершится, пока не запущены другие, поэтому `--no-block`."));
        }
        page.on(Markdown.atEach(members), "systemctl enable etcd", "systemctl start --no-block etcd")
                .on(DocumentContext.at(members.get(0)), Commands.HEALTH, Commands.MEMBERS)
                .expect(Text.of(
                        "`is healthy` for " + members.size() + " of " + members.size() + ", every member `started`.",
                        "`is healthy` для " + members.size() + " из " + members.size() + ", каждый член — `started`."))
                .paragraph(Text.of(
                        "The wrapper stands for etcdctl with the certificates of this node; the same in full:",
                        "Обёртка — это etcdctl с сертификатами этого узла; то же полностью:"))
                .on(DocumentContext.at(members.get(0)), plainEtcdctl(context) + " endpoint health");
    }

    static String plainEtcdctl(DocumentContext context) {
        String endpoints = String.join(
                ",",
                context.etcd().stream()
                        .map(node -> "https://"
                                + DocumentContext.hostPort(
                                        node.address(), context.cluster().etcd().clientPort()))
                        .toList());
        return "ETCDCTL_API=3 " + Shell.word(context.layout().etcdctlBinary()) + " --endpoints=" + Shell.word(endpoints)
                + " --cacert=" + EtcdPaths.CA + " --cert=" + EtcdPaths.CLIENT + ".pem --key="
                + EtcdPaths.CLIENT + "-key.pem";
    }

    private static void patroni(DocumentContext context, Markdown page) {
        page.section(Text.of("Patroni on the first node", "Patroni на первом узле"))
                .on(
                        DocumentContext.at(context.first()),
                        "systemctl enable --now patroni",
                        "journalctl -u patroni -n 20 --no-pager",
                        Commands.LIST)
                .expect(Text.of(
                        "in the journal `initialized a new cluster`, then `no action. I am ("
                                + context.first().name()
                                + "), the leader with the lock`; in the list "
                                + code(context.first().name())
                                + " with `Leader` and `running`.",
                        "в журнале `initialized a new cluster`, затем `no action. I am ("
                                + context.first().name()
                                + "), the leader with the lock`; в списке "
                                + code(context.first().name())
                                + " — `Leader`, `running`."));
        if (context.alone()) {
            return;
        }
        List<Node> others = context.postgresql().stream()
                .filter(node -> !node.name().equals(context.first().name()))
                .toList();
        page.section(Text.of("Patroni on the other nodes, one after another", "Patroni на остальных узлах, по одному"))
                .on(Markdown.atEach(others), "systemctl enable --now patroni", Commands.LIST)
                .expect(
                        context.cluster().objectives().synchronous()
                                ? Text.of(
                                        "`creating replica` while the data is copied, then `streaming` (in older versions `running`) with "
                                                + "lag 0; one standby is `Sync Standby` (or `Quorum Standby`).",
                                        "`creating replica`, пока копируются данные, затем `streaming` (в старых версиях `running`) с "
                                                + "отставанием 0; одна из реплик — `Sync Standby` (или `Quorum Standby`).")
                                : Text.of(
                                        "`creating replica` while the data is copied, then `streaming` (in older versions `running`) with "
                                                + "lag 0.",
                                        "`creating replica`, пока копируются данные, затем `streaming` (в старых версиях `running`) с "
                                                + "отставанием 0."));
    }

    private static void haproxy(DocumentContext context, Markdown page) {
        page.section(Text.of("HAProxy", "HAProxy"))
                .on(
                        Markdown.atEach(context.haproxy()),
                        "systemctl enable --now haproxy",
                        "systemctl is-active haproxy",
                        "ss -ltn 'sport = :" + context.cluster().access().writePort() + "'")
                .expect(
                        Text.of(
                                "`active` and a listening socket; the statistics show one server up for writing, the standbys for reading.",
                                "`active` и слушающий сокет; в статистике один сервер доступен для записи, реплики — для чтения."));
    }
}
