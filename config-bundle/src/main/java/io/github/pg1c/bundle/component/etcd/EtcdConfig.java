package io.github.pg1c.bundle.component.etcd;

import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.Endpoints;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.YamlText;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Etcd;
import io.github.pg1c.model.Node;

/**
 * etcd's configuration file, with mutual TLS between members and to clients.
 *
 * @see <a href="https://etcd.io/docs/v3.5/op-guide/configuration/">etcd: configuration options</a>
 */
final class EtcdConfig {

    private EtcdConfig() {}

    static RenderedFile file(PlanContext context, Node node) {
        return text(context, node).file(EtcdPaths.CONFIG, "0644", "root", "root");
    }

    private static YamlText text(PlanContext context, Node node) {
        Cluster cluster = context.cluster();
        Etcd etcd = cluster.etcd();
        String client = Endpoints.https(node.address(), etcd.clientPort());
        String peer = Endpoints.https(node.address(), etcd.peerPort());
        YamlText yaml = YamlText.document(
                        context,
                        context.say("etcd member " + node.name(), "Член etcd " + node.name()),
                        EtcdComponent.RESTART)
                .put("name", node.name().toString(), Need.MANUAL)
                .put("data-dir", context.layout().etcdDataDirectory(), Need.MANUAL)
                .blank()
                .put("listen-peer-urls", peer)
                .put("initial-advertise-peer-urls", peer)
                .put("listen-client-urls", client + ",https://127.0.0.1:" + etcd.clientPort())
                .put("advertise-client-urls", client)
                .comment(context.say(
                        "Health and metrics without a certificate, for this host only.",
                        "Состояние и метрики без сертификата, только с этого узла."))
                .put("listen-metrics-urls", "http://127.0.0.1:" + EtcdListeners.METRICS)
                .blank()
                .comment(context.say(
                        "The members that form the cluster. A member that replaces a lost one starts with"
                                + " initial-cluster-state: existing (see the runbook).",
                        "Члены, образующие кластер. Член, заменяющий потерянного, запускается с"
                                + " initial-cluster-state: existing (см. регламент)."))
                .put("initial-cluster", EtcdEndpoints.initialCluster(cluster), Need.INITIALISATION)
                .put("initial-cluster-state", "new", Need.INITIALISATION)
                .put("initial-cluster-token", "pg1c-" + cluster.name(), Need.INITIALISATION)
                .put("strict-reconfig-check", true)
                .blank()
                .comment(context.say(
                        "Patroni talks to etcd through this gateway; with a configuration file it must be named.",
                        "Patroni обращается к etcd через этот шлюз; в файле конфигурации его нужно указать явно."))
                .put("enable-grpc-gateway", true)
                .blank()
                .comment(
                        etcd.electionTimeout() == null
                                ? context.say(
                                        "Milliseconds. The election timeout is ten heartbeats.",
                                        "Миллисекунды. Тайм-аут выборов — десять сигналов лидера.")
                                : context.say("Milliseconds.", "Миллисекунды."))
                .put("heartbeat-interval", etcd.heartbeat().toMillis())
                .put("election-timeout", etcd.election().toMillis())
                .blank()
                .comment(context.say(
                        "Patroni writes every few seconds: without compaction the history fills the database up to"
                                + " its quota, and etcd then refuses every write.",
                        "Patroni пишет каждые несколько секунд: без сжатия история заполнит базу до квоты, и etcd"
                                + " откажется от любой записи."))
                .put("auto-compaction-mode", "periodic")
                .put("auto-compaction-retention", etcd.compaction().toMinutes() + "m")
                .put("quota-backend-bytes", etcd.quota().bytes())
                .blank()
                .section("client-transport-security", tls -> tls(tls, "server"))
                .section("peer-transport-security", tls -> tls(tls, "peer"))
                .blank()
                .put("logger", "zap")
                .put("log-level", "info");
        if (context.lists().has(EtcdComponent.NAME)) {
            revocation(context, yaml);
        }
        return yaml;
    }

    /**
     * etcd's file has no separate key for the lists. This is the name of the field that the flags
     * {@code --client-crl-file} and {@code --peer-crl-file} set.
     */
    private static void revocation(PlanContext context, YamlText yaml) {
        yaml.blank()
                .comment(context.say(
                        "Revoked certificates are refused; the list is read at every connection.",
                        "Отозванные сертификаты не принимаются; список читается при каждом соединении."))
                .section("ClientTLSInfo", tls -> tls.put("CRLFile", EtcdPaths.REVOKED))
                .section("PeerTLSInfo", tls -> tls.put("CRLFile", EtcdPaths.REVOKED));
    }

    private static void tls(YamlText yaml, String name) {
        yaml.put("cert-file", EtcdPaths.TLS + "/" + name + ".pem")
                .put("key-file", EtcdPaths.TLS + "/" + name + "-key.pem")
                .put("trusted-ca-file", EtcdPaths.CA)
                .put("client-cert-auth", true);
    }
}
