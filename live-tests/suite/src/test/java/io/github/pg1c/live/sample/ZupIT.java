package io.github.pg1c.live.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.lab.DebianRelease;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL at a vendor's paths under a user of its own, etcd that is there already, Patroni of a Python environment.
 */
class ZupIT extends SampleSystem {

    @Override
    Twin twin() {
        return Twin.of("zup", DebianRelease.DEBIAN_13)
                .with("almalinux-10", "debian-13")
                .with("postgrespro-1c", "pgdg")
                .with("version: \"3.6\"", "version: \"3.5\"")
                .with("192.168.", "10.91.");
    }

    @Override
    void wear(Host host) {
        host.shell("cp /usr/bin/etcd /usr/bin/etcdctl /usr/local/bin/").orThrow();
        host.shell("mkdir -p /opt/pgpro/1c-17 && ln -s /usr/lib/postgresql/17/bin /opt/pgpro/1c-17/bin")
                .orThrow();
        // The vendor's package makes them for the usual user.
        host.shell("install -d -o postgres -g postgres /var/lib/pgpro/1c-17 /var/lib/pgpro/1c-17/data")
                .orThrow();
        offerWheels(host);
    }

    @Test
    @Order(2)
    void eachServiceRunsUnderTheUserOfTheDocument() {
        for (Node node : live().nodes(NodeRole.POSTGRESQL)) {
            Host host = live().host(node);
            assertThat(host.shell("ps -C postgres -o user= | sort -u").orThrow().strip())
                    .isEqualTo("psqladmines");
            assertThat(host.shell("ps -o user= -p $(systemctl show -P MainPID patroni)")
                            .orThrow()
                            .strip())
                    .isEqualTo("psqladmines");
            assertThat(host.run("readlink", "-f", "/usr/local/bin/patroni")
                            .orThrow()
                            .strip())
                    .isEqualTo("/opt/patroni/bin/patroni");
        }
        for (Node node : live().nodes(NodeRole.ETCD)) {
            assertThat(live().host(node)
                            .shell("id -u $(ps -C etcd -o user=)")
                            .orThrow()
                            .strip())
                    .isEqualTo("1000");
        }
    }

    @Test
    @Order(3)
    void theInfobaseIsReachedThroughEachBalancer() throws SQLException {
        for (Node balancer : live().nodes(NodeRole.HAPROXY)) {
            try (Connection connection =
                    live().infobase().connect(balancer.address().toString(), 5433)) {
                assertThat(connection.isReadOnly()).isFalse();
            }
        }
        everywhere(
                "select datcollate || ' ' || pg_get_userbyid(datdba) from pg_database where datname = 'hr_test_psql'",
                "ru_RU.UTF-8 zupadmines");
    }
}
