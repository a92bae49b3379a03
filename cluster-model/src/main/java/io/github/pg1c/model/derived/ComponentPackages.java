package io.github.pg1c.model.derived;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.platform.OsFamily;
import io.github.pg1c.model.program.ProgramOrigin;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The packages of the components on all nodes: those whose version must be the same everywhere. */
public final class ComponentPackages {

    private final SortedSet<String> names = new TreeSet<>();

    private ComponentPackages() {}

    /** Their names. */
    public static SortedSet<String> of(Cluster cluster) {
        ComponentPackages packages = new ComponentPackages();
        Origins origins = Origins.of(cluster);
        Layout layout = Layout.of(cluster);
        OsFamily family = cluster.platform().os().family();
        if (!cluster.nodesWith(NodeRole.POSTGRESQL).isEmpty()) {
            packages.add(origins.postgresql(), layout.packages().packages());
            packages.add(origins.postgresql(), ServerExtensions.of(cluster).packages());
            packages.add(origins.patroni(), family.patroniPackages());
            if (cluster.access().pooled()) {
                packages.add(origins.pgbouncer(), List.of("pgbouncer"));
            }
        }
        if (cluster.etcd().external().used()) {
            packages.add(origins.etcd(), List.of(family.etcdctlPackage()));
        } else if (!cluster.nodesWith(NodeRole.ETCD).isEmpty()) {
            packages.add(origins.etcd(), family.etcdPackages());
        }
        if (!cluster.nodesWith(NodeRole.HAPROXY).isEmpty()) {
            packages.add(origins.haproxy(), List.of("haproxy"));
            if (VirtualAddress.in(cluster)) {
                packages.names.add("keepalived");
            }
        }
        return packages.names;
    }

    private void add(ProgramOrigin origin, List<String> of) {
        if (origin == ProgramOrigin.PACKAGE) {
            names.addAll(of);
        }
    }
}
