package io.github.pg1c.bundle.document;

import io.github.pg1c.bundle.part.NodePaths;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.util.Arrays;
import java.util.List;

/** A service of a node, in the order of start. */
enum Service {
    ETCD("etcd", NodePaths.ETCD_TLS) {
        @Override
        boolean on(Node node, Facts facts) {
            return node.has(NodeRole.ETCD);
        }
    },
    PATRONI("patroni", NodePaths.PATRONI_TLS) {
        @Override
        boolean on(Node node, Facts facts) {
            return node.has(NodeRole.POSTGRESQL);
        }
    },
    PGBOUNCER("pgbouncer", NodePaths.PGBOUNCER_TLS) {
        @Override
        boolean on(Node node, Facts facts) {
            return node.has(NodeRole.POSTGRESQL) && facts.pooled();
        }
    },
    HAPROXY("haproxy", NodePaths.HAPROXY_TLS) {
        @Override
        boolean on(Node node, Facts facts) {
            return node.has(NodeRole.HAPROXY);
        }
    };

    private final String unit;
    private final String certificates;

    Service(String unit, String certificates) {
        this.unit = unit;
        this.certificates = certificates;
    }

    abstract boolean on(Node node, Facts facts);

    /** systemd's unit. */
    String unit() {
        return unit;
    }

    /** Directory of its certificates. */
    String certificates() {
        return certificates;
    }

    /** Every service of the cluster that can reload; etcd cannot. */
    static List<Service> reloadable(Facts facts) {
        return Arrays.stream(values())
                .filter(service -> service != ETCD)
                .filter(service -> facts.cluster().nodes().stream().anyMatch(node -> service.on(node, facts)))
                .toList();
    }

    static List<Service> of(Node node, Facts facts) {
        return Arrays.stream(values())
                .filter(service -> service.on(node, facts))
                .toList();
    }
}
