package io.github.pg1c.bundle.component.pgbouncer;

import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.Pooling;
import io.github.pg1c.model.Tls.ClientTls;
import io.github.pg1c.tuning.plan.PoolLimits;

/**
 * PgBouncer's configuration and rules of access.
 *
 * <p>PgBouncer connects to PostgreSQL of its node through the Unix socket and logs in with the client's SCRAM keys, so
 * that it knows no password.
 *
 * @see <a href="https://www.pgbouncer.org/config.html">PgBouncer: configuration</a>
 */
final class PgbouncerConfig {

    private PgbouncerConfig() {}

    static RenderedFile file(PlanContext context, Node node) {
        Cluster cluster = context.cluster();
        PoolLimits pool = context.tuning().of(node.name()).pool();
        boolean session = cluster.access().pooling() == Pooling.SESSION;
        return LineText.ini(
                        context,
                        ";",
                        context.say("PgBouncer on node " + node.name(), "PgBouncer на узле " + node.name()),
                        PgbouncerComponent.RELOAD)
                .blank()
                .section("databases")
                .set(
                        "*",
                        "host=" + context.layout().socketDirectory() + " port="
                                + cluster.postgresql().port())
                .blank()
                .section("pgbouncer")
                .set("listen_addr", node.address().toString(), PgbouncerComponent.RESTART)
                .set("listen_port", Integer.toString(cluster.pgbouncer().port()), PgbouncerComponent.RESTART)
                .set("unix_socket_dir", "/run/pgbouncer", PgbouncerComponent.RESTART)
                .blank()
                .comment(context.say(
                        session
                                ? "Temporary tables and SETs last for a whole session, so a server connection belongs to"
                                        + " one client until it leaves."
                                : "Between transactions a server connection serves other clients: none may rely on"
                                        + " temporary tables and SETs of a session.",
                        session
                                ? "Временные таблицы и SET действуют весь сеанс, поэтому соединение с сервером принадлежит"
                                        + " одному клиенту, пока тот не уйдёт."
                                : "Между транзакциями соединение с сервером обслуживает других клиентов: на временные"
                                        + " таблицы и SET сеанса полагаться нельзя."))
                .set("pool_mode", (session ? "session" : "transaction"))
                .set("server_reset_query", "DISCARD ALL")
                .set("max_client_conn", pool.maxClientConnections())
                .set("default_pool_size", pool.poolSize())
                .set("max_db_connections", pool.maxDbConnections())
                .set("ignore_startup_parameters", "extra_float_digits,client_min_messages")
                .blank()
                .comment(context.say(
                        "No limit ends a long or an idle session.",
                        "Ни одно ограничение не обрывает долгий или простаивающий сеанс."))
                .set("query_timeout", "0")
                .set("client_idle_timeout", "0")
                .set("idle_transaction_timeout", "0")
                .set("query_wait_timeout", "120")
                .comment(context.say(
                        "After a failover PostgreSQL refuses for a moment: try again each second, not each 15.",
                        "После смены лидера PostgreSQL недолго отказывает: повторять раз в секунду, а не раз в 15."))
                .set("server_login_retry", "1")
                .set("tcp_keepalive", "1")
                .set("tcp_keepidle", "60")
                .set("tcp_keepintvl", "10")
                .set("tcp_keepcnt", "3")
                .blank()
                .set("auth_type", "hba")
                .set("auth_hba_file", PgbouncerPaths.ACCESS)
                .set("auth_file", PgbouncerPaths.USERS)
                .blank()
                .set("client_tls_sslmode", (cluster.tls().clients() == ClientTls.REQUIRED ? "require" : "prefer"))
                .set("client_tls_cert_file", PgbouncerPaths.TLS + "/server.pem")
                .set("client_tls_key_file", PgbouncerPaths.TLS + "/server-key.pem")
                .set("client_tls_ca_file", PgbouncerPaths.TLS + "/ca.pem")
                .set("client_tls_protocols", "secure")
                .blank()
                .comment(context.say(
                        "HAProxy's checks come every few seconds and are not worth a line.",
                        "Проверки HAProxy идут каждые несколько секунд и не стоят строки в журнале."))
                .set("log_connections", "0")
                .set("log_disconnections", "0")
                .file(PgbouncerPaths.CONFIG, "0640", "root", context.layout().pgbouncerUser());
    }
}
