package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.live.lab.Output;
import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.SubjectName;
import io.github.pg1c.pki.authority.CertificateAuthority;
import io.github.pg1c.pki.authority.IssuedCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A cluster on an etcd that others operate: three members on a host of theirs, with an authority of their own, a
 * certificate of every client, and users. Each test continues the one before.
 */
@Tag("bare")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExternalEtcdIT {

    private static final Path WORK = Path.of("target/live/external-etcd");
    private static final Path ROOTS = WORK.resolveSibling("root");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final String ETCD = "10.83.1.41";
    /** What a shell, JSON or a file of an environment would have to quote. */
    private static final String PASSWORD = "Zx\"9$\\`'% #s";

    private static final String TLS =
            "--cacert=/srv/etcd/ca.pem --cert=/srv/etcd/client.pem --key=/srv/etcd/client-key.pem";
    private static final String ETCDCTL = "etcdctl --endpoints=https://" + ETCD + ":2379 " + TLS;

    private static LiveCluster live;
    private static Host etcd;
    private static CertificateAuthority authority;

    @BeforeAll
    static void boot() throws IOException {
        authority = authority("etcd of others");
        Path specification = Files.createDirectories(ROOTS.toAbsolutePath()).resolve("external-etcd.yaml");
        Files.writeString(
                specification, Files.readString(Path.of("external-etcd.yaml")).replace("AUTHORITY", quoted(authority)));
        live = LiveCluster.withGiven(
                specification, WORK, given(issue(authority, Purpose.PATRONI_ETCD_CLIENT), PASSWORD));
        etcd = live.outsider(ROOTS, "etcd", ETCD);
        etcd.shell("mkdir -p /srv/etcd").orThrow();
        Path files = Files.createDirectories(WORK.toAbsolutePath().resolve("etcd"));
        write(files, "server", issue(authority, Purpose.ETCD_SERVER));
        write(files, "client", issue(authority, Purpose.CLIENT));
        Files.writeString(files.resolve("ca.pem"), authority.certificatePem());
        etcd.send(files, "/srv/etcd").orThrow();
        IntStream.range(0, 3).forEach(ExternalEtcdIT::member);
        Eventually.holds(SOON, () -> etcd.shell(ETCDCTL + " endpoint health").orThrow());
        // The commands that the runbook prints for its administrator; the password is typed in there.
        etcd.shell("set -eu; etcdctl() { command " + ETCDCTL + " \"$@\"; }\n"
                        + printed()
                                .replace(
                                        "user add outside", "user add 'outside:" + PASSWORD.replace("'", "'\\''") + "'")
                        + "\netcdctl user add root:word && etcdctl user grant-role root root && etcdctl auth enable")
                .orThrow();
    }

    private static String printed() {
        return live.generated().commands("preparation").stream()
                .filter(block -> block.contains("etcdctl role add"))
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void end() {
        if (live != null) {
            live.close();
        }
    }

    @Test
    @Order(1)
    void anotherAuthorityAWrongCertificateAndAWrongPasswordStopTheInstaller() throws IOException {
        Host host = live.host("n1");
        live.prepare(host).orThrow();
        CertificateAuthority other = authority("another");

        give(given(issue(other, Purpose.PATRONI_ETCD_CLIENT), PASSWORD));
        live.generateWith(Map.of(quoted(authority), quoted(other)));
        assertThat(problems(live.install(host)))
                .as("nobody there is known to the authority of the specification")
                .hasSize(3)
                .allMatch(line -> line.contains("certificate"));

        live.generateWith(Map.of(quoted(authority), quoted(authority, other)));
        assertThat(problems(live.install(host)))
                .as("etcd does not know who asks")
                .hasSize(3)
                .allMatch(line -> line.contains("https://" + ETCD + ":") && line.contains("answered: 0, needed: 2"));

        give(given(issue(authority, Purpose.PATRONI_ETCD_CLIENT), "wrong"));
        live.generateAgain();
        assertThat(problems(live.install(host)))
                .hasSize(3)
                .allMatch(line -> line.contains("authentication failed, invalid user ID or password"));

        assertThat(host.shell("ls /var/lib/pg1c/installed || ls /etc/patroni/patroni.yml")
                        .succeeded())
                .isFalse();
    }

    @Test
    @Order(2)
    void theClusterStartsWithTheGivenIdentity() {
        give(given(issue(authority, Purpose.PATRONI_ETCD_CLIENT), PASSWORD));
        live.generateAgain();

        live.installAndStart();

        Host host = live.host("n1");
        assertThat(host.shell("pg1c-etcd-check && pg1c-etcd-check '' '' first").orThrow())
                .isEmpty();
        assertThat(host.shell("pg1c-etcdctl endpoint health 2>&1").orThrow().lines())
                .as("etcdctl asks for a key outside of the prefix, is refused, and calls that healthy")
                .filteredOn(line -> line.startsWith("https://"))
                .hasSize(3)
                .allMatch(line -> line.contains("is healthy"));
        assertThat(host.shell("pg1c-etcdctl get --prefix --keys-only /service/outside/")
                        .orThrow())
                .contains("/service/outside/leader", "/service/outside/members/n2");
        assertThat(host.shell("pg1c-etcdctl put /service/other/leader mine").text())
                .contains("permission denied");
    }

    @Test
    @Order(3)
    void aMemberOfEtcdMayBeLost() throws SQLException {
        String leader = live.leader();
        etcd.unit("etcd-0.service").stop();

        try (UndisturbedWriter writer = UndisturbedWriter.start(live)) {
            Eventually.holds(
                    SOON,
                    () -> assertThat(live.host("n2").shell("pg1c-etcd-check").text())
                            .contains("https://" + ETCD + ":2379: curl: (7)"));
            assertThat(live.host("n2")
                            .shell("pg1c-etcd-check 2>&1 > /dev/null && pg1c-patronictl list")
                            .orThrow())
                    .contains("Leader");
            writer.assertUndisturbed();
        }
        assertThat(live.leader()).isEqualTo(leader);
    }

    @Test
    @Order(4)
    void theLeaderMayBeLostThen() {
        String leader = live.leader();
        live.host(leader).losePower();

        Eventually.holds(live.worstCase(), () -> assertThat(live.leader()).isNotEqualTo(leader));

        live.host(leader).boot();
        live.awaitHealthy(Duration.ofMinutes(2));
    }

    @Test
    @Order(5)
    void givingUpLeavesNothingOfTheClusterThere() {
        live.standbys().forEach(name -> live.host(name).unit("patroni.service").stop());
        Host keeper = live.host(live.leader());
        keeper.unit("patroni.service").stop();

        keeper.shell("printf '%s\\n' outside 'Yes I am aware' | pg1c-patronictl remove outside")
                .orThrow();

        assertThat(keeper.shell("pg1c-etcdctl get --prefix --keys-only /service/outside/")
                        .orThrow()
                        .strip())
                .isEmpty();
    }

    private static void member(int number) {
        String name = "etcd-" + number;
        String client = "https://" + ETCD + ":" + (2379 + 100 * number);
        String peer = "http://127.0.0.1:" + (2380 + 100 * number);
        String all = IntStream.range(0, 3)
                .mapToObj(i -> "etcd-" + i + "=http://127.0.0.1:" + (2380 + 100 * i))
                .collect(Collectors.joining(","));
        etcd.shell("systemd-run --quiet --unit=" + name + " etcd --name=" + name + " --data-dir=/var/lib/" + name
                        + " --listen-client-urls=" + client + " --advertise-client-urls=" + client
                        + " --listen-peer-urls=" + peer + " --initial-advertise-peer-urls=" + peer
                        + " --initial-cluster=" + all + " --client-cert-auth --trusted-ca-file=/srv/etcd/ca.pem"
                        + " --cert-file=/srv/etcd/server.pem --key-file=/srv/etcd/server-key.pem")
                .orThrow();
    }

    private static List<String> problems(Output installer) {
        assertThat(installer.succeeded()).as(installer.text()).isFalse();
        assertThat(installer.text()).contains("Nothing was changed");
        return installer
                .text()
                .lines()
                .filter(line -> line.startsWith("PROBLEM: "))
                .toList();
    }

    private static void give(Map<String, String> given) {
        given.forEach((place, text) -> GeneratedFiles.give(WORK, place, text));
    }

    private static Map<String, String> given(IssuedCertificate client, String password) {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("outside/given/etcd.pem", client.certificatePem());
        given.put("outside/given/etcd-key.pem", client.privateKeyPkcs8Pem());
        given.put("outside/given/etcd-password", password + "\n");
        return given;
    }

    private static void write(Path directory, String name, IssuedCertificate issued) throws IOException {
        Files.writeString(directory.resolve(name + ".pem"), issued.certificatePem());
        Files.writeString(directory.resolve(name + "-key.pem"), issued.privateKeyPkcs8Pem());
    }

    private static CertificateAuthority authority(String name) {
        return CertificateAuthority.create(
                new CaRequest(name, "others", KeyAlgorithm.P256, Duration.ofDays(3650)), Clock.systemUTC(), RANDOM);
    }

    private static IssuedCertificate issue(CertificateAuthority by, Purpose purpose) {
        List<SubjectName> names = purpose == Purpose.CLIENT
                ? List.of()
                : List.of(SubjectName.parse(ETCD), SubjectName.parse("127.0.0.1"));
        return by.issue(
                new CertificateRequest(purpose, purpose == Purpose.CLIENT ? "someone" : "", names),
                KeyAlgorithm.P256,
                Duration.ofDays(90),
                Clock.systemUTC(),
                RANDOM);
    }

    private static String quoted(CertificateAuthority... authorities) {
        StringBuilder pem = new StringBuilder();
        for (CertificateAuthority one : authorities) {
            pem.append(one.certificatePem().strip()).append('\n');
        }
        return '"' + pem.toString().strip().replace("\n", "\\n") + '"';
    }
}
