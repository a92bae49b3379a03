package io.github.pg1c.secrets.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.part.SecretFile;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateRenewalTest {

    private static final String SERVER = "pg1/etc/etcd/tls/server";

    @TempDir
    private Path directory;

    @Test
    void hasNothingToDoWhenNothingIsDueAndSaysWhenSomethingIs() {
        StoreFixture store = StoreFixture.made(directory);

        CertificateRenewal.Plan plan = CertificateRenewal.ofDue().plan(store.pki(), store.clock());
        CertificateRenewal.Result result =
                CertificateRenewal.ofDue().run(store.pki(), plan, store.clock(), store.random());

        assertThat(plan.isPossible()).isTrue();
        assertThat(plan.certificates()).isEmpty();
        assertThat(result)
                .isInstanceOfSatisfying(
                        CertificateRenewal.Result.NothingDue.class,
                        nothing -> assertThat(nothing.next())
                                .isEqualTo(store.row(SERVER).dueFrom()));
    }

    @Test
    void plansExactlyWhatItIssuesOnceCertificatesAreDue() {
        StoreFixture store = StoreFixture.made(directory).later(Duration.ofDays(300));

        CertificateRenewal.Plan plan = CertificateRenewal.ofDue().plan(store.pki(), store.clock());
        CertificateRenewal.Result result =
                CertificateRenewal.ofDue().run(store.pki(), plan, store.clock(), store.random());

        assertThat(plan.certificates()).contains(SERVER).noneMatch(id -> id.startsWith("ca/"));
        assertThat(result)
                .isInstanceOfSatisfying(
                        CertificateRenewal.Result.Renewed.class,
                        renewed -> assertThat(renewed.certificates())
                                .isEqualTo(plan.certificates().size()));
        assertThat(CertificateRenewal.ofDue().plan(store.pki(), store.clock()).certificates())
                .isEmpty();
    }

    @Test
    void issuesOnlyWhatIsNamedAndNamesTheFilesOfThatNode() {
        StoreFixture store = StoreFixture.made(directory);
        BigInteger before = store.serial(SERVER);
        CertificateRenewal renewal = new CertificateRenewal(List.of("pg1/etc/etcd/*"), true);

        CertificateRenewal.Plan plan = renewal.plan(store.pki(), store.clock());
        CertificateRenewal.Result result = renewal.run(store.pki(), plan, store.clock(), store.random());

        assertThat(plan.certificates())
                .containsExactlyInAnyOrder(SERVER, "pg1/etc/etcd/tls/peer", "pg1/etc/etcd/tls/client");
        assertThat(store.serial(SERVER)).isNotEqualTo(before);
        assertThat(result.change().deliver())
                .hasSize(6)
                .extracting(SecretFile::node)
                .allMatch(node -> node.toString().equals("pg1"));
    }

    @Test
    void namesAllObstaclesAtOnce() {
        StoreFixture store = StoreFixture.made(directory);
        store.pki().moveOutside("cluster", store.clock(), store.random());

        CertificateRenewal.Plan plan = new CertificateRenewal(List.of("pg9/x", "ca/cluster", "haproxy-clien"), true)
                .plan(store.pki(), store.clock());

        assertThat(plan.isPossible()).isFalse();
        assertThat(plan.obstacles())
                .hasSize(4)
                .contains(
                        new CertificateObstacle.UnknownCertificate(
                                "haproxy-clien", List.of("pg1/haproxy-client", "pg2/haproxy-client")),
                        new CertificateObstacle.AuthorityNeedsRotation("cluster"),
                        new CertificateObstacle.AuthorityIsOutside("cluster"))
                .anySatisfy(obstacle -> assertThat(obstacle)
                        .isInstanceOfSatisfying(
                                CertificateObstacle.UnknownCertificate.class,
                                unknown -> assertThat(unknown.similar()).hasSize(4)));
    }

    @Test
    void needsAStore() {
        StoreFixture store = StoreFixture.empty(directory);

        assertThat(CertificateRenewal.ofDue().plan(store.pki(), store.clock()).obstacles())
                .containsExactly(
                        new CertificateObstacle.NoCertificates(store.pki().directory()));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void waitsForAnAuthorityOutside() {
        StoreFixture store = StoreFixture.made(directory);
        OutsideRequest request = new OutsideRequest(Optional.of("etcd"));
        request.run(store.pki(), store.clock(), store.random());
        CertificateRenewal renewal = new CertificateRenewal(List.of(SERVER), false);

        CertificateRenewal.Result result =
                renewal.run(store.pki(), renewal.plan(store.pki(), store.clock()), store.clock(), store.random());

        assertThat(result)
                .isInstanceOfSatisfying(
                        CertificateRenewal.Result.Awaited.class,
                        awaited -> assertThat(awaited.certificates()).contains(SERVER));
    }
}
