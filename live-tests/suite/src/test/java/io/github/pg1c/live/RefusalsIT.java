package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pg1c.bundle.component.etcd.EtcdPaths;
import io.github.pg1c.bundle.component.patroni.PatroniPaths;
import io.github.pg1c.live.lab.Command;
import io.github.pg1c.live.lab.DebianRelease;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.live.lab.Output;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Refusals of the cluster, each beside the same request that is accepted. */
@ExtendWith(BootedCluster.class)
@Order(4)
class RefusalsIT {

    private static final String REST_CERTIFICATE =
            " --cert " + PatroniPaths.TLS + "/patroni-client.pem --key " + PatroniPaths.TLS + "/patroni-client-key.pem";
    private static final String REST = "curl --silent --show-error --max-time 5 --output /dev/null"
            + " --write-out '%{http_code}' --cacert " + PatroniPaths.TLS + "/ca.pem";

    @Test
    void etcdRefusesAClientWithoutACertificate(LiveCluster live) {
        Host asking = live.host("etcd1");
        Node asked = live.node("etcd2");
        String get = "etcdctl --endpoints=https://" + LiveCluster.address(asked) + ":"
                + live.cluster().etcd().clientPort() + " --cacert=" + EtcdPaths.CA
                + " --dial-timeout=3s --command-timeout=3s get --prefix --keys-only /";

        String own = " --cert=" + EtcdPaths.CLIENT + ".pem --key=" + EtcdPaths.CLIENT + "-key.pem";
        assertThat(asking.shell(get + own).orThrow()).contains("/leader");
        Output refused = asking.shell(get);
        assertThat(refused.succeeded()).isFalse();
        assertThat(refused.text()).doesNotContain("/leader");
        Output plain = asking.shell("curl --silent --max-time 3 http://" + LiveCluster.address(asked) + ":"
                + live.cluster().etcd().clientPort() + "/version");
        assertThat(plain.text()).doesNotContain("etcdserver");
    }

    @Test
    void etcdRefusesACertificateOfTheOtherAuthority(LiveCluster live) {
        Host asking = live.host("pg1");
        String version = "curl --silent --max-time 3 --cacert " + PatroniPaths.TLS + "/etcd-ca.pem https://"
                + LiveCluster.address(live.node("etcd1")) + ":"
                + live.cluster().etcd().clientPort() + "/version";

        String etcdCertificate =
                " --cert " + PatroniPaths.TLS + "/etcd-client.pem --key " + PatroniPaths.TLS + "/etcd-client-key.pem";
        assertThat(asking.shell(version + etcdCertificate).orThrow()).contains("etcdserver");
        assertThat(asking.shell(version + REST_CERTIFICATE).succeeded()).isFalse();
    }

    @Test
    void patroniRefusesAClientWithoutACertificate(LiveCluster live) {
        Host asking = live.host("pg1");
        String read = REST + " " + live.api(live.node("pg2")) + "/patroni";

        assertThat(asking.shell(read + REST_CERTIFICATE).orThrow()).isEqualTo("200");
        Output refused = asking.shell(read);
        assertThat(refused.succeeded()).isFalse();
        // With TLS 1.3 curl sees the alert or the end of the connection, depending on timing, but never an answer.
        assertThat(refused.text()).endsWith("000");
    }

    @Test
    void patroniRefusesAWriteWithoutThePassword(LiveCluster live) {
        Host asking = live.host("pg1");
        String write =
                REST + REST_CERTIFICATE + " --request POST --data '{}' " + live.api(live.node("pg2")) + "/reload";

        assertThat(asking.shell(write).orThrow()).isEqualTo("401");
        assertThat(asking.shell(write + " --user patroni:wrong").orThrow()).isEqualTo("401");
        String password = live.generated().password("restapi");
        assertThat(asking.shell(write + " --user patroni:" + password).orThrow())
                .isEqualTo("202");
    }

    @Test
    void postgresqlRefusesAPasswordOverPlainTcp(LiveCluster live) throws SQLException {
        String leader = LiveCluster.address(live.node(live.leader()));
        int port = live.cluster().postgresql().port();
        connects(live.superuser(), leader, port);
        refuses(live.superuser().withoutTls(), leader, port, "pg_hba.conf");
    }

    @Test
    void noEntranceTakesAPasswordOverPlainTcp(LiveCluster live) throws SQLException {
        for (Node balancer : live.nodes(NodeRole.HAPROXY)) {
            connects(live.infobase(), LiveCluster.address(balancer), live.writePort());
            refuses(live.infobase().withoutTls(), LiveCluster.address(balancer), live.writePort(), "SSL required");
        }
    }

    @Test
    void nobodyConnectsFromAnotherNetwork(LiveCluster live) {
        Login stranger = live.infobase().from(live.stranger());
        Login foreignSuperuser = live.superuser().from(live.stranger());
        String noRule = live.release() == DebianRelease.DEBIAN_12 ? "login rejected" : "no authentication method";
        Login clientAsSuperuser = live.superuser().from(live.client());
        for (Node member : live.nodes(NodeRole.POSTGRESQL)) {
            String address = LiveCluster.address(member);
            int postgresql = live.cluster().postgresql().port();
            for (Login login : List.of(stranger, foreignSuperuser, clientAsSuperuser)) {
                refuses(login, address, postgresql, "pg_hba.conf");
            }
            refuses(stranger, address, live.cluster().pgbouncer().port(), noRule);
        }
        for (Node balancer : live.nodes(NodeRole.HAPROXY)) {
            for (int port : List.of(live.writePort(), live.readPort())) {
                assertThatThrownBy(() -> stranger.connect(LiveCluster.address(balancer), port)
                                .close())
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void nobodyConnectsWithAnotherPassword(LiveCluster live) {
        Node balancer = live.nodes(NodeRole.HAPROXY).get(0);
        refuses(
                live.infobase().withPassword("wrong"),
                LiveCluster.address(balancer),
                live.writePort(),
                "authentication failed");
    }

    @Test
    void statisticsNeedThePasswordAndTheAdministratorsNetwork(LiveCluster live) {
        for (Node balancer : live.nodes(NodeRole.HAPROXY)) {
            String page = "https://" + LiveCluster.address(balancer) + ":"
                    + live.cluster().haproxy().statisticsPort() + "/";
            String password = "admin:" + live.generated().password("haproxy-stats");

            assertThat(page(live, live.administrator(), "--user", password, page)
                            .orThrow())
                    .isEqualTo("200");
            assertThat(page(live, live.administrator(), page).orThrow()).isEqualTo("401");
            assertThat(page(live, live.client(), "--user", password, page).succeeded())
                    .isFalse();
        }
    }

    private static Output page(LiveCluster live, String from, String... arguments) {
        List<String> command = new ArrayList<>(List.of("curl", "--silent", "--max-time", "5", "--output", "/dev/null"));
        command.addAll(List.of("--write-out", "%{http_code}", "--interface", from));
        command.addAll(List.of("--cacert", live.generated().operator("ca.pem").toString()));
        command.addAll(List.of(arguments));
        return Command.run(command);
    }

    private static void connects(Login login, String host, int port) throws SQLException {
        try (Connection connection = login.connect(host, port)) {
            assertThat(connection.isValid(2)).isTrue();
        }
    }

    private static void refuses(Login login, String host, int port, String reason) {
        assertThatThrownBy(() -> login.connect(host, port).close())
                .as("%s to %s:%d", login, host, port)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(reason);
    }
}
