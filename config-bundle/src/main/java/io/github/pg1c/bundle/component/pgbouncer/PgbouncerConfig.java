package io.github.pg1c.bundle.component.pgbouncer;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.bundle.component.Endpoints;
import io.github.pg1c.bundle.component.NodeRenderer;
import io.github.pg1c.bundle.component.PlanContext;
import io.github.pg1c.bundle.component.postgresql.HostBasedAccess;
import io.github.pg1c.bundle.part.Impact;
import io.github.pg1c.bundle.part.NodePaths;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Pooling;
import io.github.pg1c.model.Tls.ClientTls;
import io.github.pg1c.tuning.plan.PoolLimits;
import java.util.List;

/**
 * PgBouncer's configuration and rules of access.
 *
 * <p>It reaches PostgreSQL of its own node through the Unix socket and logs in with the client's own SCRAM keys, so that it
 * knows no password.
 *
 * @see <a href="https://www.pgbouncer.org/config.html">PgBouncer: configuration</a>
 */
public final class PgbouncerConfig implements NodeRenderer {

    @Override
    public List<RenderedFile> render(PlanContext context, Node node) {
        if (!node.has(NodeRole.POSTGRESQL) || !Endpoints.pooled(context.cluster())) {
            return List.of();
        }
        String group = context.layout().pgbouncerUser();
        return List.of(
                new RenderedFile(
                        NodePaths.PGBOUNCER_CONFIG, "0640", "root", group, Impact.RELOAD, configuration(context, node)),
                new RenderedFile(NodePaths.PGBOUNCER_HBA, "0640", "root", group, Impact.RELOAD, access(context)));
    }

    private static String configuration(PlanContext context, Node node) {
        Cluster cluster = context.cluster();
        PoolLimits pool = context.tuning().of(node.name()).pool();
        boolean session = cluster.access().pooling() == Pooling.SESSION;
        return LineText.of(
                        context,
                        ";",
                        context.say("PgBouncer on node " + node.name(), "PgBouncer на узле " + node.name()))
                .blank()
                .line("[databases]")
                .line("* = host=" + context.layout().socketDirectory() + " port="
                        + cluster.postgresql().port())
                .blank()
                .line("[pgbouncer]")
                .line("listen_addr = " + node.address())
                .line("listen_port = " + cluster.pgbouncer().port())
                .line("unix_socket_dir = /run/pgbouncer")
                .blank()
                .comment(context.say(
                        "1C keeps temporary tables and SETs for a whole session, so a server connection belongs to"
                                + " one client until it leaves.",
                        "1С держит временные таблицы и SET весь сеанс, поэтому соединение с сервером принадлежит"
                                + " одному клиенту, пока тот не уйдёт."))
                .line("pool_mode = " + (session ? "session" : "transaction"))
                .line("server_reset_query = DISCARD ALL")
                .line("max_client_conn = " + pool.maxClientConnections())
                .line("default_pool_size = " + pool.poolSize())
                .line("max_db_connections = " + pool.maxDbConnections())
                .line("ignore_startup_parameters = extra_float_digits,client_min_messages")
                .blank()
                .comment(context.say(
                        "No limit ends a long or an idle session of 1C.",
                        "Ни одно ограничение не обрывает долгий или простаивающий сеанс 1С."))
                .line("query_timeout = 0")
                .line("client_idle_timeout = 0")
                .line("idle_transaction_timeout = 0")
                .line("query_wait_timeout = 120")
                .comment(context.say(
                        "After a failover PostgreSQL refuses for a moment: try again each second, not each 15.",
                        "После смены лидера PostgreSQL недолго отказывает: повторять раз в секунду, а не раз в 15."))
                .line("server_login_retry = 1")
                .line("tcp_keepalive = 1")
                .line("tcp_keepidle = 60")
                .line("tcp_keepintvl = 10")
                .line("tcp_keepcnt = 3")
                .blank()
                .line("auth_type = hba")
                .line("auth_hba_file = " + NodePaths.PGBOUNCER_HBA)
                .line("auth_file = " + NodePaths.PGBOUNCER_USERS)
                .blank()
                .line("client_tls_sslmode = " + (cluster.tls().clients() == ClientTls.REQUIRED ? "require" : "prefer"))
                .line("client_tls_cert_file = " + NodePaths.PGBOUNCER_TLS + "/server.pem")
                .line("client_tls_key_file = " + NodePaths.PGBOUNCER_TLS + "/server-key.pem")
                .line("client_tls_ca_file = " + NodePaths.PGBOUNCER_TLS + "/ca.pem")
                .line("client_tls_protocols = secure")
                .blank()
                .comment(context.say(
                        "HAProxy's checks come every few seconds and are not worth a line.",
                        "Проверки HAProxy идут каждые несколько секунд и не стоят строки в журнале."))
                .line("log_connections = 0")
                .line("log_disconnections = 0")
                .toString();
    }

    private static String access(PlanContext context) {
        Cluster cluster = context.cluster();
        LineText text = LineText.of(
                        context,
                        "#",
                        context.say(
                                "Who may connect through PgBouncer, and from where",
                                "Кто и откуда может подключаться через PgBouncer"))
                .blank();
        String type = cluster.tls().clients() == ClientTls.REQUIRED ? "hostssl" : "host";
        for (DatabaseRole role : cluster.roles()) {
            String databases = HostBasedAccess.databasesOf(cluster, role);
            if (databases.isEmpty()) {
                continue;
            }
            String name = HostBasedAccess.quote(role.name().value());
            for (String network : HostBasedAccess.clientSources(cluster)) {
                text.line(HostBasedAccess.line(type, databases, name, network));
            }
            for (Cidr network : cluster.networks().administrators()) {
                text.line(HostBasedAccess.line("hostssl", databases, name, network.toString()));
            }
        }
        return text.toString();
    }
}
