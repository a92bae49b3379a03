package io.github.pg1c.bundle.component.haproxy;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.bundle.component.Certificates;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.Endpoints;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.ClientEndpoints;
import io.github.pg1c.model.derived.Timing;
import io.github.pg1c.model.derived.VirtualAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * HAProxy's configuration: a port for writing that follows the leader and a port for reading on the standbys.
 *
 * <p>A server is up only when Patroni, over verified TLS, reports it as leader (or replica) <em>and</em> the port that
 * carries the traffic answers, so that a dead pooler takes its node out of service. While more than one server seems to
 * be the leader, no client may write.
 *
 * @see <a href="https://docs.haproxy.org/3.0/configuration.html">HAProxy: configuration manual</a>
 */
final class HaproxyConfig {

    private static final String WRITE = "postgresql_write";
    private static final String READ = "postgresql_read";
    /**
     * Time from the first to the last check after a start. It is short because writers wait until all checks are
     * answered.
     */
    private static final Duration SPREAD = Duration.ofMillis(100);
    /** Sockets for checks, statistics, logs and reloads, in addition to two for each session. */
    private static final int SPARE_DESCRIPTORS = 1000;

    private static final int HEALTH_CONNECTIONS = 10;

    private HaproxyConfig() {}

    static RenderedFile file(PlanContext context) {
        LineText text = LineText.indented(
                context, context.say("The clients' entrance", "Точка входа клиентов"), HaproxyComponent.RELOAD);
        global(context, text);
        defaults(context, text);
        frontends(context, text);
        backend(context, text, WRITE);
        backend(context, text, READ);
        statistics(context, text);
        if (VirtualAddress.in(context.cluster())) {
            health(context, text);
        }
        return text.open(HaproxyPaths.CONFIG);
    }

    /** Connections that one port accepts: as many as the pooler, or PostgreSQL itself, would. */
    private static int maxConnections(PlanContext context) {
        Node first = context.cluster().nodesWith(NodeRole.POSTGRESQL).get(0);
        return context.tuning().of(first.name()).pool().maxClientConnections();
    }

    private static int globalConnections(PlanContext context) {
        return 2 * maxConnections(context) + HEALTH_CONNECTIONS + 100;
    }

    static int fileDescriptors(PlanContext context) {
        return Math.max(65536, 2 * globalConnections(context) + SPARE_DESCRIPTORS);
    }

    private static void global(PlanContext context, LineText text) {
        text.blank()
                .block("global")
                .set("log", "stderr format short local0")
                .set("user", context.layout().haproxyUser())
                .set("group", context.layout().haproxyUser())
                .set("chroot", "/var/lib/haproxy")
                .set("stats socket", "/run/haproxy/admin.sock mode 600 level admin")
                .set("maxconn", globalConnections(context))
                .set("max-spread-checks", milliseconds(SPREAD))
                .set("ssl-default-server-options", "ssl-min-ver TLSv1.2")
                .set("ssl-default-bind-options", "ssl-min-ver TLSv1.2");
    }

    private static void defaults(PlanContext context, LineText text) {
        Timing timing = context.timing();
        text.blank()
                .block("defaults")
                .set("log", "global")
                .set("mode", "tcp")
                .set("option tcplog")
                .set("option dontlognull")
                .set("option log-health-checks")
                .set("option redispatch")
                .set("retries", "3")
                .set("timeout connect", "5s")
                .set("timeout queue", "30s")
                .set("timeout check", milliseconds(timing.checkTimeout()))
                .inner(context.say(
                        "Pools of clients keep idle sessions open for days: only a dead peer ends one, found by TCP keep-alive.",
                        "Пулы клиентов держат простаивающие сеансы сутками: сеанс обрывает только TCP keep-alive, когда вторая"
                                + " сторона мертва."))
                .set("timeout client", "7d")
                .set("timeout server", "7d")
                .set("option clitcpka")
                .set("option srvtcpka");
        if (context.layout().versions().haproxy().atLeast(2, 4)) {
            for (String side : List.of("clitcpka", "srvtcpka")) {
                text.set(side + "-idle", "60s").set(side + "-intvl", "10s").set(side + "-cnt", "3");
            }
        }
    }

    private static void frontends(PlanContext context, LineText text) {
        Cluster cluster = context.cluster();
        text.blank()
                .comment(
                        cluster.standbyOf().given()
                                ? context.say(
                                        "Writing: nobody while this cluster is a copy, then its leader.",
                                        "Запись: никто, пока этот кластер — копия, затем его лидер.")
                                : context.say("Reading and writing: the leader.", "Чтение и запись: лидер."))
                .block("frontend write");
        entrance(context, text, cluster.access().writePort());
        if (!context.alone()) {
            firstLook(context, text);
        }
        text.set("default_backend", WRITE)
                .blank()
                .comment(
                        cluster.standbyOf().given()
                                ? context.say(
                                        "Reading: every member, because the leader of a copy is a standby as well.",
                                        "Чтение: все члены, ведь и лидер копии — реплика.")
                                : context.say(
                                        "Reading: the standbys; the leader only when no standby is left.",
                                        "Чтение: реплики; лидер — только когда реплик не осталось."))
                .block("frontend read");
        entrance(context, text, cluster.access().readPort());
        text.set("use_backend", WRITE + " if { nbsrv(" + READ + ") lt 1 }").set("default_backend", READ);
    }

    private static void entrance(PlanContext context, LineText text, int port) {
        text.set("bind", bind(context.cluster(), port))
                .set("maxconn", maxConnections(context))
                .set(
                        "tcp-request",
                        "connection reject unless { src " + sources(allowedClients(context.cluster())) + " }");
    }

    /** All addresses of the node; a port alone means those of IPv4. */
    private static String bind(Cluster cluster, int port) {
        boolean v6 = cluster.nodesWith(NodeRole.HAPROXY).stream()
                .anyMatch(node -> node.address().v6());
        return v6 ? "[::]:" + port + " v4v6" : ":" + port;
    }

    /**
     * HAProxy looks at a waiting connection again only when its delay is over. Checks are usually answered soon, so the
     * delay is short here; the delay in the backend is the longest time of a check.
     */
    private static void firstLook(PlanContext context, LineText text) {
        text.inner(context.say(
                "Until its first checks are answered a started or reloaded HAProxy believes of every server "
                        + "that it is the leader, and after a"
                        + " switchover it believes the former one for some checks more: meanwhile a client "
                        + "waits, first for a moment, then in the backend as long as a check takes.",
                "Пока нет ответов на первые проверки, запущенный или перечитавший настройки HAProxy считает "
                        + "лидером каждый сервер, а после"
                        + " переключения ещё несколько проверок — и прежнего лидера: клиент в это время ждёт, "
                        + "сначала мгновение, затем в backend столько, сколько длится проверка."));
        waitForOneLeader(text, Timing.FIRST_LOOK);
        text.set("tcp-request", "content accept if WAIT_END");
    }

    /**
     * HAProxy starts with every server up; {@code init-state down} of 3.1 would refuse clients instead of letting them
     * wait.
     */
    private static void oneLeader(PlanContext context, LineText text) {
        text.inner(context.say(
                "With several leaders even then the client is refused: it might be led to a standby.",
                "Если лидеров и тогда несколько — отказ: клиент мог бы попасть на реплику."));
        waitForOneLeader(text, context.timing().firstChecks());
        text.set("tcp-request", "content reject if WAIT_END");
    }

    private static void waitForOneLeader(LineText text, Duration delay) {
        text.set("tcp-request", "inspect-delay " + milliseconds(delay))
                .set("tcp-request", "content accept if { nbsrv(" + WRITE + ") le 1 }");
    }

    private static List<Cidr> allowedClients(Cluster cluster) {
        List<Cidr> networks = new ArrayList<>(cluster.networks().clients());
        networks.addAll(cluster.networks().administrators());
        networks.addAll(cluster.networks().monitoring());
        return networks;
    }

    /**
     * Patroni answers 200 at {@code /primary} to whom holds the leader's lock, also while its server is still in
     * recovery, as it is when a promotion waits for {@code restore_command}; the body tells what the server says.
     *
     * @see <a href="https://patroni.readthedocs.io/en/latest/rest_api.html#health-check-endpoints">Patroni: health
     *     checks</a>
     */
    private static void asksForPrimary(PlanContext context, LineText text) {
        text.inner(context.say(
                        "Patroni says 200 to whom holds the leader's lock; the server itself must say, too, that it is"
                                + " not in recovery: a long promotion would get writers on a read-only server.",
                        "Patroni отвечает 200 тому, кто держит блокировку лидера; о том, что сервер вышел из"
                                + " восстановления, говорит он сам: при долгом повышении пишущие клиенты попали бы на"
                                + " сервер только для чтения."))
                .set("tcp-check", "send \"GET /primary HTTP/1.0\\r\\n\\r\\n\"")
                .set(
                        "tcp-check",
                        "expect rstring \"^HTTP/1[.][01] 200 [^{]*[{][^{]*\\\"role\\\": *\\\"(primary|master)\\\"\"");
    }

    private static void asksForReader(PlanContext context, LineText text) {
        String path = context.cluster().standbyOf().given() ? "/read-only" : "/replica";
        text.set("tcp-check", "send \"OPTIONS " + path + " HTTP/1.0\\r\\n\\r\\n\"")
                .set("tcp-check", "expect rstring \"^HTTP/1[.][01] 200 \"");
    }

    private static void backend(PlanContext context, LineText text, String name) {
        Cluster cluster = context.cluster();
        Timing timing = context.timing();
        text.blank().block("backend " + name).set("balance", name.equals(READ) ? "leastconn" : "first");
        if (name.equals(WRITE) && !context.alone()) {
            oneLeader(context, text);
        }
        text.set("option tcp-check")
                .set("tcp-check", "connect port " + cluster.patroni().port() + " ssl");
        if (name.equals(WRITE)) {
            asksForPrimary(context, text);
        } else {
            asksForReader(context, text);
        }
        text.set("tcp-check", "connect port " + ClientEndpoints.of(cluster).trafficPort());
        if (cluster.access().pooled()) {
            text.inner(context.say(
                            "PostgreSQL's GSSENCRequest; a living PgBouncer answers N. It would log the end of each "
                                    + "check"
                                    + " that asked for TLS.",
                            "Запрос GSSENCRequest протокола PostgreSQL; живой PgBouncer отвечает N. Обрыв проверки,"
                                    + " запросившей TLS, он каждый раз писал бы в журнал."))
                    .set("tcp-check", "send-binary 0000000804d21630")
                    .set("tcp-check", "expect binary 4e");
        }
        text.inner(context.say(
                        "A server that goes down loses its sessions at once, so that clients reconnect to the new "
                                + "leader.",
                        "У сервера, вышедшего из строя, сеансы обрываются сразу, и клиенты переподключаются к новому"
                                + " лидеру."))
                .set(
                        "default-server",
                        "inter " + milliseconds(timing.checkInterval()) + " fall "
                                + timing.checkFall() + " rise " + timing.checkRise()
                                + " on-marked-down shutdown-sessions maxconn " + maxConnections(context));
        for (Node node : cluster.nodesWith(NodeRole.POSTGRESQL)) {
            text.set(
                    "server " + node.name(),
                    Endpoints.hostPort(
                                    node.address(), ClientEndpoints.of(cluster).trafficPort())
                            + " check verify required verifyhost " + node.name()
                            + " ca-file " + HaproxyPaths.TLS + "/ca.pem"
                            + (context.lists().has(Certificates.CLUSTER_AUTHORITY)
                                    ? " crl-file " + HaproxyPaths.REVOKED
                                    : "")
                            + " crt " + HaproxyPaths.TLS + "/client.pem");
        }
    }

    private static void statistics(PlanContext context, LineText text) {
        Cluster cluster = context.cluster();
        text.blank();
        if (!HaproxyListeners.hasStatistics(cluster)) {
            text.comment(context.say(
                    "No statistics page: the specification names no network of administrators.",
                    "Страницы статистики нет: в описании не указана сеть администраторов."));
            return;
        }
        text.comment(context.say(
                        "Statistics for administrators, over TLS and with a password.",
                        "Статистика для администраторов, по TLS и с паролем."))
                .block("frontend statistics")
                .set("mode", "http")
                .set("option httplog")
                .set(
                        "bind",
                        bind(cluster, cluster.haproxy().statisticsPort()) + " ssl crt " + HaproxyPaths.TLS
                                + "/server.pem")
                .set("timeout client", "30s")
                .set(
                        "tcp-request",
                        "connection reject unless { src "
                                + sources(cluster.networks().administrators()) + " }")
                .set("stats enable")
                .set("stats uri", "/")
                .set("stats refresh", "10s")
                .set("stats auth", "\"admin:${HAPROXY_STATS_PASSWORD}\"");
    }

    /** Its own state, not that of the servers behind it. */
    private static void health(PlanContext context, LineText text) {
        text.blank()
                .comment(context.say(
                        "What moves the address over the balancers asks here whether this one works.",
                        "Тот, кто переносит адрес над балансировщиками, спрашивает здесь, работает ли этот."))
                .block("frontend health")
                .set("mode", "http")
                .set("bind", "unix@" + HaproxyPaths.HEALTH + " user nobody mode 600")
                .set("maxconn", HEALTH_CONNECTIONS)
                .set("timeout client", "5s")
                .set("monitor-uri", "/");
    }

    private static String sources(List<Cidr> networks) {
        return Cidr.widest(networks).stream().map(Cidr::toString).collect(Collectors.joining(" "));
    }

    private static String milliseconds(Duration duration) {
        return duration.toMillis() + "ms";
    }
}
