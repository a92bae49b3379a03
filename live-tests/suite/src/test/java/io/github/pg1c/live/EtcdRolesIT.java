package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.component.etcd.EtcdPaths;
import io.github.pg1c.bundle.component.patroni.PatroniPaths;
import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.live.lab.Journal;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * etcd's users and roles in addition to the generated certificates. Patroni's certificate has no common name, because
 * etcd's gateway, which Patroni calls, refuses certificates with one; so Patroni logs in by password. Administrators
 * are identified by the common names of their certificates.
 */
@ExtendWith(BootedCluster.class)
@Order(22)
@Tag("oldest")
class EtcdRolesIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PASSWORD = "only-on-test-hosts";
    private static final String CERTIFICATE = " --cacert " + PatroniPaths.TLS + "/etcd-ca.pem --cert "
            + PatroniPaths.TLS + "/etcd-client.pem --key " + PatroniPaths.TLS + "/etcd-client-key.pem";

    @Test
    void patroniIsLetInByPasswordAndToItsOwnKeysOnly(LiveCluster live) throws SQLException {
        String leader = live.leader();
        String prefix = "/service/" + live.cluster().name() + "/";
        try (Writer writer = Writer.start(
                live.infobase(),
                LiveCluster.address(live.nodes(NodeRole.HAPROXY).get(0)),
                live.writePort())) {
            assertThat(etcdctl(live, "get --prefix --keys-only /")).contains(prefix + "leader");
            etcdctl(live, "user add root:" + PASSWORD);
            etcdctl(live, "user grant-role root root");
            etcdctl(live, "role add patroni");
            etcdctl(live, "role grant-permission patroni readwrite --prefix=true " + prefix);
            etcdctl(live, "user add patroni:" + PASSWORD);
            etcdctl(live, "user grant-role patroni patroni");
            etcdctl(live, "user add operator:" + PASSWORD);
            tellPatroni(live);
            etcdctl(live, "auth enable");
            try {
                // Longer than the TTL of the leader's lock.
                Instant renewed = Instant.now().plus(live.timing().ttl());
                Eventually.holds(
                        live.timing().ttl().multipliedBy(2),
                        () -> assertThat(live.patroni()
                                        .member(live.api(leader))
                                        .dcsLastSeen()
                                        .orElseThrow())
                                .isAfter(renewed));
                assertThat(live.leader()).isEqualTo(leader);

                String token = token(live, PASSWORD);
                assertThat(range(live, prefix + "leader", token)).contains("\"kvs\"");
                assertThat(range(live, "/elsewhere", token))
                        .contains("permission denied")
                        .doesNotContain("\"header\"");
                assertThat(range(live, prefix + "leader", "")).contains("user name is empty");
                assertThat(authenticate(live, "wrong"))
                        .contains("authentication failed")
                        .doesNotContain("token\":");

                String named = gateway(live, "etcd1", named(), "kv/range", key(prefix + "leader"), "");
                assertThat(named).contains("CommonName").doesNotContain("\"kvs\"");
                assertThat(asOperator(live, prefix + "leader")).contains("permission denied");
                assertThat(etcdctl(live, "get --keys-only " + prefix + "leader"))
                        .contains("leader");
            } finally {
                etcdctl(live, "auth disable");
            }
            assertThat(asOperator(live, prefix + "leader")).as("without roles").contains(leader);
            assertThat(writer.errors()).isEmpty();
            assertThat(writer.acknowledged()).isNotEmpty();
        } finally {
            for (Node node : live.nodes(NodeRole.POSTGRESQL)) {
                live.install(live.host(node)).orThrow();
                live.host(node).unit("patroni.service").reload();
            }
        }
        live.awaitHealthy(SOON);
    }

    /** Adds user and password to the addresses of etcd in Patroni's configuration and reloads each member. */
    private static void tellPatroni(LiveCluster live) {
        for (Node node : live.nodes(NodeRole.POSTGRESQL)) {
            Host host = live.host(node);
            Journal.Mark mark = host.journal().mark();
            host.shell("sed -i '/^etcd3:/a\\  username: \"patroni\"\\n  password: \"" + PASSWORD + "\"' "
                            + PatroniPaths.CONFIG)
                    .orThrow();
            host.unit("patroni.service").reload();
            mark.awaitWords(live.worstCase(), "patroni.service", "PostgreSQL configuration");
        }
    }

    /** As root, whose name is in the certificate. */
    private static String etcdctl(LiveCluster live, String arguments) {
        return live.host("etcd1")
                .shell("/usr/local/sbin/pg1c-etcdctl " + arguments + " 2>&1")
                .orThrow();
    }

    /** As the operator, whose name is in a certificate, too, and who has no role. */
    private static String asOperator(LiveCluster live, String key) {
        Host host = live.host("etcd1");
        try {
            for (String file : List.of("etcd-client.pem", "etcd-client-key.pem")) {
                Files.copy(
                        live.generated().operator(file),
                        host.path("/root/" + file),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return host.shell("ETCDCTL_API=3 etcdctl --endpoints=https://" + LiveCluster.address(live.node("etcd2")) + ":"
                        + live.cluster().etcd().clientPort() + " --cacert=" + EtcdPaths.CA
                        + " --cert=/root/etcd-client.pem --key=/root/etcd-client-key.pem get --print-value-only " + key
                        + " 2>&1")
                .text();
    }

    private static String token(LiveCluster live, String password) {
        Matcher token = Pattern.compile("\"token\":\"([^\"]+)\"").matcher(authenticate(live, password));
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static String authenticate(LiveCluster live, String password) {
        return gateway(
                live,
                live.leader(),
                CERTIFICATE,
                "auth/authenticate",
                "{\"name\": \"patroni\", \"password\": \"" + password + "\"}",
                "");
    }

    private static String range(LiveCluster live, String key, String token) {
        return gateway(
                live,
                live.leader(),
                CERTIFICATE,
                "kv/range",
                key(key),
                token.isEmpty() ? "" : " --header 'Authorization: " + token + "'");
    }

    private static String gateway(
            LiveCluster live, String from, String certificate, String method, String body, String more) {
        return live.host(from)
                .shell("curl --silent --show-error --max-time 5" + certificate + more + " --data '" + body
                        + "' https://" + LiveCluster.address(live.node("etcd2")) + ":"
                        + live.cluster().etcd().clientPort() + "/v3/" + method)
                .text();
    }

    private static String named() {
        return " --cacert " + EtcdPaths.CA + " --cert " + EtcdPaths.CLIENT + ".pem --key " + EtcdPaths.CLIENT
                + "-key.pem";
    }

    private static String key(String text) {
        return "{\"key\": \"" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "\"}";
    }
}
