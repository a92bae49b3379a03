package io.github.pg1c.live;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.bundle.part.Directory;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Layout;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a specification finds around it: the addresses of this machine in its networks, and the disks of its hosts. */
record Surroundings(Cluster cluster) {

    /** This machine's address in the first network of the clients. */
    String client() {
        return firstIn(cluster.networks().clients().get(0));
    }

    /** This machine's address in the first network of the administrators, which is the clients' without one. */
    String administrator() {
        List<Cidr> networks = cluster.networks().administrators();
        return networks.isEmpty() ? client() : firstIn(networks.get(0));
    }

    /** An address outside of the networks, in the same {@code /16}. */
    String stranger() {
        String[] node = cluster.nodes().get(0).address().toString().split("\\.");
        return node[0] + "." + node[1] + ".90.1";
    }

    /** All of them, each once. */
    List<String> addresses() {
        return Stream.of(client(), administrator(), stranger()).distinct().toList();
    }

    private static String firstIn(Cidr network) {
        String base = network.address().toString();
        int last = base.lastIndexOf('.') + 1;
        return network.prefix() == 32 ? base : base.substring(0, last) + (Integer.parseInt(base.substring(last)) + 1);
    }

    /** Mount points of a node's data disks. */
    String[] disks(Node node) {
        if (node.has(NodeRole.POSTGRESQL)) {
            return Stream.of(dataDisk(), walDisk()).distinct().toArray(String[]::new);
        }
        return node.has(NodeRole.ETCD) ? new String[] {"/var/lib/etcd"} : new String[0];
    }

    /** Mount point of the disk that holds a member's data: the first directory below /var/lib, or below the root. */
    private String dataDisk() {
        Path data = Path.of(Layout.of(cluster).dataDirectory());
        return "/" + data.subpath(0, data.startsWith("/var/lib") ? 3 : 1);
    }

    /** Mount point of the disk that holds a member's WAL. */
    String walDisk() {
        String wal = cluster.postgresql().walDirectory();
        return wal == null ? dataDisk() : Directory.parent(wal);
    }
}
