package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.component.etcd.EtcdPaths;
import io.github.pg1c.bundle.component.haproxy.HaproxyPaths;
import io.github.pg1c.bundle.component.patroni.PatroniPaths;
import io.github.pg1c.bundle.component.pgbouncer.PgbouncerPaths;
import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.secrets.ClusterPki;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A port of the cluster that serves a certificate.
 *
 * @param names of the node and of the service
 * @param call the call of the port
 * @param certificate the file of the secrets store that it has to serve
 * @param asks whether it checks certificates of clients
 */
record ServedPort(String name, TlsCall call, Path certificate, boolean asks) {

    /** Limit for a requested reload: a turn of Patroni's loop, and HAProxy's new worker. */
    private static final Duration LOADED = Duration.ofSeconds(30);

    /** Every such port of the cluster except HAProxy's entrances, where PgBouncer serves the certificate. */
    static List<ServedPort> of(LiveCluster live) {
        Cluster cluster = live.cluster();
        List<ServedPort> all = new ArrayList<>();
        for (Node node : live.nodes(NodeRole.ETCD)) {
            all.add(of(live, node, "etcd", cluster.etcd().clientPort(), EtcdPaths.TLS + "/server.pem"));
            all.add(of(live, node, "etcd-peer", cluster.etcd().peerPort(), EtcdPaths.TLS + "/peer.pem"));
        }
        for (Node node : live.nodes(NodeRole.POSTGRESQL)) {
            all.add(of(live, node, "patroni", cluster.patroni().port(), PatroniPaths.TLS + "/rest.pem"));
            all.add(of(live, node, "postgresql", cluster.postgresql().port(), PatroniPaths.TLS + "/postgresql.pem"));
            all.add(of(live, node, "pgbouncer", cluster.pgbouncer().port(), PgbouncerPaths.TLS + "/server.pem"));
        }
        for (Node node : live.nodes(NodeRole.HAPROXY)) {
            all.add(of(live, node, "haproxy", cluster.haproxy().statisticsPort(), HaproxyPaths.TLS + "/server.pem"));
        }
        return List.copyOf(all);
    }

    private static ServedPort of(LiveCluster live, Node node, String what, int port, String file) {
        boolean postgresql = what.equals("postgresql") || what.equals("pgbouncer");
        boolean etcd = what.startsWith("etcd");
        return new ServedPort(
                node.name() + " " + what,
                new TlsCall(
                        live.administrator(),
                        LiveCluster.address(node),
                        port,
                        postgresql,
                        live.generated().operator(etcd ? "etcd-ca.pem" : "ca.pem")),
                live.generated().secrets().resolve("nodes/" + node.name() + "/rootfs" + file),
                etcd || what.equals("patroni") || what.equals("postgresql"));
    }

    /** The authority of its certificate and of its clients' certificates. */
    String authority() {
        return ClusterPki.authorities().get(name.contains(" etcd") ? 0 : 1);
    }

    /** The serial number that it has to serve. */
    BigInteger wanted() throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(certificate)) {
            return ((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in))
                    .getSerialNumber();
        }
    }

    /** Waits until every port serves its certificate in the secrets store, and returns the serial numbers by name. */
    static Map<String, BigInteger> awaitServed(LiveCluster live) {
        Map<String, BigInteger> serials = new LinkedHashMap<>();
        for (ServedPort port : of(live)) {
            Eventually.holds(LOADED, () -> {
                BigInteger served = port.call().served().getSerialNumber();
                assertThat(served).as(port.name()).isEqualTo(port.wanted());
                serials.put(port.name(), served);
            });
        }
        return serials;
    }
}
