package io.github.pg1c.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.SubjectName;
import io.github.pg1c.pki.authority.CertificateAuthority;
import io.github.pg1c.pki.authority.IssuedCertificate;
import io.github.pg1c.secrets.operation.AuthorityRotation;
import io.github.pg1c.secrets.operation.CertificateObstacle;
import io.github.pg1c.secrets.operation.OutsideRequest;
import io.github.pg1c.testing.ClusterText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates, keys and passwords that others issue: taken as they are, never made. */
class GivenSecretsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final CertificateAuthority AUTHORITY = authority("outside CA");

    @TempDir
    private Path directory;

    @Test
    void withoutThemNothingIsMadeAndEachIsNamed() {
        FileException refusal = refusal(cluster(", user: zup"));

        assertThat(refusal.path()).isEqualTo(store().resolve("given"));
        assertThat(refusal.reason().en())
                .isEqualTo("etcd-password: there is no such file; etcd.pem: there is no such file; "
                        + "etcd-key.pem: there is no such file");
        assertThat(refusal.remedy().en()).contains("put them there");
        assertThat(store()).doesNotExist();
    }

    @Test
    void theyComeToTheNodesAsTheyAre() throws IOException {
        IssuedCertificate issued = issue(AUTHORITY, Purpose.PATRONI_ETCD_CLIENT, Duration.ofDays(90));
        give("etcd.pem", issued.certificatePem());
        give("etcd-key.pem", issued.privateKeyPkcs8Pem());
        give("etcd-password", "p \"$`\\ä".replace("ä", "") + "\n");

        SecretStore store = SecretStore.of(cluster(", user: zup"), directory);
        store.ensure(CLOCK, RANDOM);

        for (String node : List.of("pg1", "pg2")) {
            Path root = store().resolve("nodes/" + node + "/rootfs");
            assertThat(root.resolve("etc/etcd/tls/client.pem")).hasContent(issued.certificatePem());
            assertThat(root.resolve("etc/etcd/tls/client-key.pem")).hasContent(issued.privateKeyPkcs8Pem());
            assertThat(root.resolve("etc/etcd/login.env"))
                    .content()
                    .isEqualTo("ETCD_USER=\"zup\"\nETCD_PASSWORD=\"p \\\"\\$\\`\\\\\"\n");
            assertThat(root.resolve("etc/patroni/patroni.env"))
                    .content()
                    .contains(
                            "PATRONI_ETCD3_PROTOCOL=\"https\"\nPATRONI_ETCD3_USERNAME=\"zup\"\nPATRONI_ETCD3_PASSWORD=\"p \\\"\\$\\`\\\\\"\n");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store().resolve("given/etcd-key.pem"))))
                .isEqualTo("rw-------");
        assertThat(store().resolve("ca/etcd")).doesNotExist();
        assertThat(store.examine(CLOCK)).isEmpty();
    }

    @Test
    void aNewCertificateReplacesTheOldOne() throws IOException {
        give(issue(AUTHORITY, Purpose.CLIENT, Duration.ofDays(90)));
        SecretStore store = SecretStore.of(cluster(""), directory);
        store.ensure(CLOCK, RANDOM);
        IssuedCertificate renewed = issue(AUTHORITY, Purpose.CLIENT, Duration.ofDays(180));

        give(renewed);

        assertThat(store.ensure(CLOCK, RANDOM)).hasSize(4);
        assertThat(store().resolve("nodes/pg2/rootfs/etc/etcd/tls/client.pem")).hasContent(renewed.certificatePem());
        assertThat(store.ensure(CLOCK, RANDOM)).isEmpty();
    }

    @Test
    void everyFaultIsToldAtOnce() throws IOException {
        IssuedCertificate foreign = issue(authority("another CA"), Purpose.SERVER, Duration.ofDays(1));
        give("etcd.pem", foreign.certificatePem());
        give(
                "etcd-key.pem",
                issue(AUTHORITY, Purpose.CLIENT, Duration.ofDays(1)).privateKeyPkcs8Pem());
        give("etcd-password", "two\nlines\n");

        FileException refusal = catchThrowableOfType(
                FileException.class,
                () -> SecretStore.of(cluster(", user: zup"), directory)
                        .ensure(Clock.offset(CLOCK, Duration.ofDays(2)), RANDOM));

        assertThat(refusal.reason().en())
                .contains("etcd-key.pem: the private key does not belong to the certificate")
                .contains("etcd.pem: it has expired on 2026-11-21T")
                .contains("etcd.pem: its extended key usage does not allow clients (clientAuth)")
                .contains("etcd.pem: no authority in the specification has issued it")
                .contains("etcd-password: a password is one line of printable ASCII")
                .doesNotContain("lines\n");
        assertThat(refusal.reason().ru()).doesNotContain("expired").contains("срок истёк", "clientAuth");
    }

    @Test
    void aCommonNameIsRefusedWhereThereAreUsers() throws IOException {
        give(issue(AUTHORITY, Purpose.CLIENT, Duration.ofDays(90)));
        give("etcd-password", "word\n");

        assertThat(refusal(cluster(", user: zup")).reason().en())
                .isEqualTo(
                        "etcd.pem: its subject has a common name, which is refused where users have passwords: CN=zup");
        assertThat(SecretStore.of(cluster(""), directory).ensure(CLOCK, RANDOM)).isNotEmpty();
    }

    @Test
    void whatIsNoCertificateIsRefused() throws IOException {
        give("etcd.pem", "nothing of the kind\n");
        give("etcd-key.pem", "nor this\n");

        assertThatThrownBy(() -> SecretStore.of(cluster(""), directory).examine(CLOCK))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("etcd.pem: it is no certificate in PEM")
                .hasMessageNotContaining("nothing of the kind");
    }

    @Test
    void otherOperationsGoOnWhileACertificateIsUnfit() throws IOException {
        give(issue(AUTHORITY, Purpose.CLIENT, Duration.ofDays(90)));
        Cluster cluster = cluster("");
        SecretStore.of(cluster, directory).ensure(CLOCK, RANDOM);
        Files.delete(store().resolve("given/etcd.pem"));

        PkiChange renewed = ClusterPki.of(cluster, directory).renew(Set.of("pg1/etc/patroni/tls/rest"), CLOCK, RANDOM);

        assertThat(renewed.deliver()).isNotEmpty();
        assertThat(refusal(cluster).reason().en()).startsWith("etcd.pem: there is no such file");
    }

    @Test
    void theAuthorityOfOthersIsNotRotatedHere() throws IOException {
        give(issue(AUTHORITY, Purpose.CLIENT, Duration.ofDays(90)));
        SecretStore.of(cluster(""), directory).ensure(CLOCK, RANDOM);
        ClusterPki pki = ClusterPki.of(cluster(""), directory);
        CertificateObstacle missing = new CertificateObstacle.AuthorityIsMissing("etcd", List.of("cluster"));

        assertThat(new AuthorityRotation("etcd").plan(pki).obstacles()).containsExactly(missing);
        assertThat(new OutsideRequest(Optional.of("etcd")).plan(pki).obstacles())
                .containsExactly(missing);
        assertThat(new AuthorityRotation("cluster").plan(pki).obstacles()).isEmpty();
    }

    private FileException refusal(Cluster cluster) {
        return catchThrowableOfType(
                FileException.class, () -> SecretStore.of(cluster, directory).ensure(CLOCK, RANDOM));
    }

    private Path store() {
        return directory.resolve("zup");
    }

    private void give(IssuedCertificate issued) throws IOException {
        give("etcd.pem", issued.certificatePem());
        give("etcd-key.pem", issued.privateKeyPkcs8Pem());
    }

    private void give(String name, String text) throws IOException {
        Files.createDirectories(store().resolve("given"));
        Files.writeString(store().resolve("given").resolve(name), text);
    }

    private static Cluster cluster(String more) {
        return SecretClusters.cluster(
                SecretClusters.read(ClusterText.externalEtcd("en", AUTHORITY.certificatePem(), more)));
    }

    private static CertificateAuthority authority(String name) {
        return CertificateAuthority.create(
                new CaRequest(name, "outside", KeyAlgorithm.P256, Duration.ofDays(3650)), CLOCK, RANDOM);
    }

    private static IssuedCertificate issue(CertificateAuthority authority, Purpose purpose, Duration validity) {
        CertificateRequest request = purpose == Purpose.CLIENT
                ? new CertificateRequest(purpose, "zup", List.of())
                : new CertificateRequest(purpose, "", List.of(SubjectName.parse("etcd.corp.example")));
        return authority.issue(request, KeyAlgorithm.P256, validity, CLOCK, RANDOM);
    }
}
