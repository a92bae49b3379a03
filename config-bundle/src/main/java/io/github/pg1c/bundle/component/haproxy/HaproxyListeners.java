package io.github.pg1c.bundle.component.haproxy;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.Traffic;
import io.github.pg1c.bundle.part.Listener;
import io.github.pg1c.bundle.part.Listener.Group;
import io.github.pg1c.bundle.part.Listener.Security;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.derived.ServicePort;
import java.util.ArrayList;
import java.util.List;

/** Ports of HAProxy and who connects to them. */
final class HaproxyListeners {

    private HaproxyListeners() {}

    static List<Listener> of(Cluster cluster, Node node) {
        List<Listener> listeners = new ArrayList<>();
        listeners.add(entrance(cluster, node, ServicePort.WRITE)
                .from(
                        Group.CLIENTS,
                        cluster,
                        80,
                        Text.of("entrance for reading and writing", "вход для чтения и записи")));
        listeners.add(entrance(cluster, node, ServicePort.READ)
                .from(Group.CLIENTS, cluster, 90, Text.of("entrance for reading only", "вход только для чтения")));
        if (hasStatistics(cluster)) {
            listeners.add(Listener.of(
                            HaproxyComponent.NAME, ServicePort.STATISTICS, cluster, node, Security.TLS, "HTTPS")
                    .from(Group.ADMINISTRATORS, cluster, 120, Text.of("statistics page", "страница статистики")));
        }
        return listeners;
    }

    /** HAProxy serves statistics to administrators only, and none when their network is not specified. */
    static boolean hasStatistics(Cluster cluster) {
        return !cluster.networks().administrators().isEmpty();
    }

    /** TLS of the sessions ends behind HAProxy. */
    private static Listener entrance(Cluster cluster, Node node, ServicePort port) {
        return Listener.of(HaproxyComponent.NAME, port, cluster, node, Security.TLS, Traffic.PROTOCOL);
    }
}
