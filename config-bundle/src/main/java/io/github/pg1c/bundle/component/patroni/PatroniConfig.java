package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.bundle.component.etcd.EtcdEndpoints;
import io.github.pg1c.bundle.component.etcd.EtcdPaths;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.Endpoints;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.YamlText;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.Patroni.Watchdog;
import io.github.pg1c.model.derived.Timing;
import io.github.pg1c.model.patroni.PatroniLog;
import java.util.Locale;

/**
 * Patroni's configuration of one member.
 *
 * <p>Settings that all members must agree on are under {@code bootstrap.dcs}, which Patroni copies into etcd once. All
 * others are in the member's own part, where a new file and a reload change them. Passwords come from the environment.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/yaml_configuration.html">Patroni: YAML configuration</a>
 */
final class PatroniConfig {

    private PatroniConfig() {}

    static RenderedFile file(PlanContext context, Node node) {
        return text(context, node)
                .file(PatroniPaths.CONFIG, "0640", "root", context.layout().postgresUser());
    }

    private static YamlText text(PlanContext context, Node node) {
        Cluster cluster = context.cluster();
        YamlText yaml = YamlText.document(
                context,
                context.say("Patroni member " + node.name(), "Член Patroni " + node.name()),
                PatroniComponent.RELOAD);
        yaml.put("scope", cluster.name().toString(), Need.MANUAL)
                .put("namespace", "/" + cluster.namespace() + "/", Need.MANUAL)
                .put("name", node.name().toString(), Need.MANUAL)
                .blank();
        if (!cluster.patroni().log().equals(PatroniLog.defaults())) {
            yaml.section("log", log -> PatroniLogs.write(context, log)).blank();
        }
        yaml.section("restapi", rest -> restApi(context, node, rest))
                .blank()
                .section("ctl", PatroniConfig::control)
                .blank()
                .section("etcd3", PatroniComponent.RESTART, etcd -> etcd(cluster, etcd))
                .blank()
                .section("bootstrap", Need.INITIALISATION, bootstrap -> PatroniBootstrap.write(context, bootstrap))
                .blank()
                .section(
                        "postgresql",
                        PatroniComponent.RELOAD,
                        postgresql -> PatroniPostgresql.write(context, node, postgresql))
                .blank()
                .section("watchdog", watchdog -> watchdog(context, watchdog))
                .blank()
                .section("tags", tags -> Tags.write(context, node, tags));
        return yaml;
    }

    private static void restApi(PlanContext context, Node node, YamlText yaml) {
        String address =
                Endpoints.hostPort(node.address(), context.cluster().patroni().port());
        yaml.comment(context.say(
                        "Whoever calls shows a certificate of the cluster's CA; whoever changes something also has the"
                                + " password from the environment.",
                        "Вызывающий предъявляет сертификат удостоверяющего центра кластера; для изменений нужен ещё и"
                                + " пароль из окружения."))
                .put("listen", address)
                .put("connect_address", address)
                .put("certfile", tls("rest.pem"))
                .put("keyfile", tls("rest-key.pem"))
                .put("cafile", tls("ca.pem"))
                .put("verify_client", "required");
    }

    private static void control(YamlText yaml) {
        yaml.put("insecure", false)
                .put("cacert", tls("ca.pem"))
                .put("certfile", tls("patroni-client.pem"))
                .put("keyfile", tls("patroni-client-key.pem"));
    }

    private static void etcd(Cluster cluster, YamlText yaml) {
        yaml.list("hosts", EtcdEndpoints.clients(cluster)).put("protocol", "https");
        if (cluster.etcd().external().used()) {
            yaml.put("cacert", EtcdPaths.CA);
            if (cluster.etcd().external().clientCertificate()) {
                yaml.put("cert", EtcdPaths.CLIENT + ".pem").put("key", EtcdPaths.CLIENT + "-key.pem");
            }
            return;
        }
        yaml.put("cacert", tls("etcd-ca.pem"))
                .put("cert", tls("etcd-client.pem"))
                .put("key", tls("etcd-client-key.pem"));
    }

    private static void watchdog(PlanContext context, YamlText yaml) {
        Watchdog mode = context.cluster().patroni().watchdog();
        yaml.put("mode", mode.name().toLowerCase(Locale.ROOT));
        if (mode != Watchdog.OFF) {
            yaml.put("device", PatroniUnit.WATCHDOG)
                    .comment(context.say(
                            "Seconds before the end of ttl at which the host resets.",
                            "За сколько секунд до конца ttl узел перезагружается."))
                    .put("safety_margin", Timing.WATCHDOG_MARGIN.toSeconds());
        }
    }

    static String tls(String file) {
        return PatroniPaths.TLS + "/" + file;
    }
}
