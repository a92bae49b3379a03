package io.github.pg1c.model.derived;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.Networks;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.util.ArrayList;
import java.util.List;

/**
 * Every connection between nodes and into the cluster, without ssh and the system's own services.
 *
 * @since 0.1
 */
public final class FlowMatrix {

    private static final String POSTGRES = "PostgreSQL, TLS";

    private final Cluster cluster;
    private final List<Flow> flows = new ArrayList<>();

    private FlowMatrix(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The flows of a cluster: between nodes first, in the order of the specification. */
    public static List<Flow> of(Cluster cluster) {
        FlowMatrix matrix = new FlowMatrix(cluster);
        matrix.etcd();
        matrix.postgresql();
        matrix.haproxy();
        matrix.clients();
        matrix.people();
        return List.copyOf(matrix.flows);
    }

    private void etcd() {
        List<Node> etcd = cluster.nodesWith(NodeRole.ETCD);
        Text agreement = Text.of("agreement among etcd's members", "обмен между членами etcd");
        Text state = Text.of("Patroni's state and leader lock", "состояние Patroni и блокировка лидера");
        Text control = Text.of("etcdctl asks all members", "etcdctl опрашивает всех членов");
        between(etcd, etcd, cluster.etcd().peerPort(), "HTTPS (etcd)", agreement);
        between(cluster.nodesWith(NodeRole.POSTGRESQL), etcd, cluster.etcd().clientPort(), "gRPC, mTLS (etcd)", state);
        List<Node> only =
                etcd.stream().filter(node -> !node.has(NodeRole.POSTGRESQL)).toList();
        between(only, etcd, cluster.etcd().clientPort(), "gRPC, mTLS (etcd)", control);
    }

    private void postgresql() {
        List<Node> members = cluster.nodesWith(NodeRole.POSTGRESQL);
        between(
                members,
                members,
                cluster.postgresql().port(),
                POSTGRES,
                Text.of("replication, pg_basebackup, pg_rewind", "репликация, pg_basebackup, pg_rewind"));
        between(
                members,
                members,
                cluster.patroni().port(),
                "HTTPS (Patroni)",
                Text.of("leader race, failsafe mode, patronictl", "выборы лидера, режим failsafe, patronictl"));
    }

    private void haproxy() {
        List<Node> proxies = cluster.nodesWith(NodeRole.HAPROXY);
        List<Node> members = cluster.nodesWith(NodeRole.POSTGRESQL);
        between(
                proxies,
                members,
                cluster.patroni().port(),
                "HTTPS (Patroni)",
                Text.of("health checks: who is leader", "проверки: кто сейчас лидер"));
        between(proxies, members, ClientEndpoints.trafficPort(cluster), POSTGRES, traffic());
    }

    private void clients() {
        for (Node proxy : cluster.nodesWith(NodeRole.HAPROXY)) {
            Text write = Text.of("entrance for reading and writing", "вход для чтения и записи");
            Text read = Text.of("entrance for reading only", "вход только для чтения");
            into(Flow.CLIENTS, proxy, cluster.access().writePort(), POSTGRES, write);
            into(Flow.CLIENTS, proxy, cluster.access().readPort(), POSTGRES, read);
        }
        if (cluster.nodesWith(NodeRole.HAPROXY).isEmpty()) {
            for (Node member : cluster.nodesWith(NodeRole.POSTGRESQL)) {
                into(Flow.CLIENTS, member, ClientEndpoints.trafficPort(cluster), POSTGRES, traffic());
            }
        }
    }

    private void people() {
        Networks networks = cluster.networks();
        if (!networks.administrators().isEmpty()) {
            Text rest =
                    Text.of("Patroni's REST API with a client certificate", "REST API Patroni по сертификату клиента");
            Text psql = Text.of("superuser by psql", "суперпользователь через psql");
            Text page = Text.of("statistics page", "страница статистики");
            for (Node member : cluster.nodesWith(NodeRole.POSTGRESQL)) {
                into(Flow.ADMINISTRATORS, member, cluster.patroni().port(), "HTTPS (Patroni)", rest);
                into(Flow.ADMINISTRATORS, member, cluster.postgresql().port(), POSTGRES, psql);
            }
            for (Node proxy : cluster.nodesWith(NodeRole.HAPROXY)) {
                into(Flow.ADMINISTRATORS, proxy, cluster.haproxy().statisticsPort(), "HTTPS", page);
            }
        }
        if (!networks.monitoring().isEmpty() && cluster.roles().stream().anyMatch(DatabaseRole::monitoring)) {
            Text statistics = Text.of("PostgreSQL's statistics views", "статистика PostgreSQL");
            for (Node member : cluster.nodesWith(NodeRole.POSTGRESQL)) {
                into(Flow.MONITORING, member, cluster.postgresql().port(), POSTGRES, statistics);
            }
        }
    }

    private Text traffic() {
        return cluster.access().pooled()
                ? Text.of("clients' sessions to PgBouncer", "сеансы клиентов к PgBouncer")
                : Text.of("clients' sessions to PostgreSQL", "сеансы клиентов к PostgreSQL");
    }

    private void between(List<Node> sources, List<Node> targets, int port, String protocol, Text purpose) {
        for (Node from : sources) {
            for (Node to : targets) {
                if (!from.name().equals(to.name())) {
                    flows.add(new Flow(from.name().toString(), to.name().toString(), port, protocol, purpose));
                }
            }
        }
    }

    private void into(String from, Node to, int port, String protocol, Text purpose) {
        flows.add(new Flow(from, to.name().toString(), port, protocol, purpose));
    }
}
