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

/** Two sites and a witness, 1C's tablespaces, readers who see what is committed. */
class GeoIT extends SampleSystem {

    @Override
    Twin twin() {
        return Twin.of("geo", DebianRelease.DEBIAN_12)
                .with("astra-1.8", "debian-12")
                .with("postgrespro-std", "pgdg")
                .with("watchdog: required", "watchdog: off")
                .with("172.16.", "10.94.");
    }

    @Override
    void wear(Host host) {
        // Debian 12, which Astra 1.8 is made from, has everything.
    }

    @Test
    @Order(2)
    void everyMemberHasTheTablespacesOf1c() {
        everywhere(
                "select string_agg(spcname || ' ' || pg_tablespace_location(oid), ', ' order by spcname)"
                        + " from pg_tablespace where spcname like 'v81c%'",
                "v81c_data /var/lib/pgspaces/data, v81c_index /var/lib/pgspaces/index");
        everywhere("show synchronous_commit", "remote_apply");
    }

    @Test
    @Order(3)
    void eachSiteHasAnEntranceToTheInfobase() throws SQLException {
        for (Node balancer : live().nodes(NodeRole.HAPROXY)) {
            try (Connection connection =
                    live().infobase().connect(balancer.address().toString(), live().writePort())) {
                assertThat(connection.isValid(2)).isTrue();
            }
        }
    }
}
