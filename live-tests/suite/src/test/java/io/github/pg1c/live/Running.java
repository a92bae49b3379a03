package io.github.pg1c.live;

import io.github.pg1c.live.lab.EtcdMember;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.live.lab.Pooler;
import io.github.pg1c.model.NodeRole;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the services of a cluster run with, as they say themselves. */
final class Running {

    private Running() {}

    /** A parameter of PostgreSQL in its own unit. */
    static int setting(LiveCluster live, String member, String name) throws SQLException {
        return Integer.parseInt(Sql.run(live, member, "select setting from pg_settings where name = '" + name + "'"));
    }

    /** A parameter of PostgreSQL by member. */
    static Map<String, Integer> settings(LiveCluster live, String name) throws SQLException {
        Map<String, Integer> values = new TreeMap<>();
        for (String member : live.members()) {
            values.put(member, setting(live, member, name));
        }
        return values;
    }

    /** The most clients that a pooler lets in, by member. */
    static Map<String, Integer> poolers(LiveCluster live) {
        Map<String, Integer> clients = new TreeMap<>();
        for (String member : live.members()) {
            clients.put(
                    member,
                    new Pooler(live.host(member), live.cluster().pgbouncer().port()).clients());
        }
        return clients;
    }

    /** The largest database that etcd allows, by node. */
    static Map<String, Long> quotas(LiveCluster live) {
        Map<String, Long> quotas = new TreeMap<>();
        live.nodes(NodeRole.ETCD)
                .forEach(node -> quotas.put(node.name().toString(), new EtcdMember(live.host(node)).quota()));
        return quotas;
    }

    /** The oldest process of each service, which a reload leaves alone. */
    static Map<String, String> processes(LiveCluster live) {
        Map<String, String> processes = new LinkedHashMap<>();
        for (Host host : live.hosts()) {
            for (String pattern : List.of(
                    "^/usr/bin/etcd ",
                    LiveCluster.PATRONI,
                    "^/usr/lib/postgresql/",
                    "^/usr/sbin/pgbouncer ",
                    "^/usr/sbin/haproxy ")) {
                processes.put(
                        host + pattern, host.run("pgrep", "-o", "-f", pattern).text());
            }
        }
        return processes;
    }
}
