package io.github.pg1c.live.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.lab.DebianRelease;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Eight containers at the paths of the RHEL family, with a database that is not 1C's. */
class LxcIT extends SampleSystem {

    @Override
    Twin twin() {
        return Twin.of("lxc", DebianRelease.DEBIAN_13)
                .with("almalinux-9", "debian-13")
                .with("version: 18", "version: 17")
                .with("pgsql/18", "pgsql/17")
                .with("pgsql-18", "pgsql-17")
                .with("version: \"3.3\"", "version: \"4.0\"")
                .with("192.168.", "10.92.");
    }

    @Override
    void wear(Host host) {
        host.shell("cp /usr/bin/etcd /usr/bin/etcdctl /usr/local/bin/").orThrow();
        host.shell("mkdir -p /usr/pgsql-17 && ln -s /usr/lib/postgresql/17/bin /usr/pgsql-17/bin")
                .orThrow();
        offerWheels(host);
    }

    @Test
    @Order(2)
    void nothingOfTheKernelIsSetInAContainer() {
        for (Host host : live().hosts()) {
            assertThat(host.shell("ls /etc/sysctl.d/*pg1c* /etc/tmpfiles.d/*hugepage*")
                            .succeeded())
                    .as(host.name())
                    .isFalse();
        }
    }

    @Test
    @Order(3)
    void theDatabaseIsNotOneOf1c() {
        everywhere("select pg_get_userbyid(datdba) from pg_database where datname = 'app'", "app");
        everywhere("show standard_conforming_strings", "on");
        everywhere("show data_directory", "/var/lib/pgsql/17/data");
        everywhere("show synchronous_standby_names", "");
    }

    @Test
    @Order(4)
    void withoutAPoolerSessionsReachTheServerItself() throws SQLException {
        for (Node balancer : live().nodes(NodeRole.HAPROXY)) {
            try (Connection connection = live().infobase()
                            .connect(
                                    balancer.address().toString(),
                                    live().cluster().access().writePort());
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("select inet_server_port()")) {
                result.next();
                assertThat(result.getInt(1))
                        .isEqualTo(live().cluster().postgresql().port());
            }
        }
        for (Node member : live().nodes(NodeRole.POSTGRESQL)) {
            assertThat(live().host(member).shell("pgrep -x pgbouncer").succeeded())
                    .as(member.name().toString())
                    .isFalse();
        }
    }
}
