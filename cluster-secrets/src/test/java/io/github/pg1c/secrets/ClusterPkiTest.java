package io.github.pg1c.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.RevocationReason;
import io.github.pg1c.pki.store.CertificateStatus;
import io.github.pg1c.pki.store.IndexEntry;
import io.github.pg1c.pki.store.Issuance;
import io.github.pg1c.pki.store.PkiStore;
import io.github.pg1c.pki.store.RotationPhase;
import io.github.pg1c.secrets.generate.GenerationOptions;
import io.github.pg1c.secrets.generate.GenerationReport;
import io.github.pg1c.secrets.generate.Generator;
import io.github.pg1c.testing.FileContents;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterPkiTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Cluster CLUSTER = SecretClusters.cluster(SecretClusters.three());
    private static final String HAPROXY_CLIENT = "pg1/haproxy-client";
    private static final String ETCD_CLIENT = "operator/etcd-client";

    @TempDir
    private Path directory;

    private final Optional<Passphrase> secret = Optional.of(Passphrase.of("correct horse".toCharArray()));

    @Test
    void makesWhatAGenerationWouldMake() {
        ClusterPki pki = pki();
        assertThat(pki.exists()).isFalse();

        PkiChange made = pki.ensure(CLOCK, RANDOM);

        assertThat(pki.exists()).isTrue();
        assertThat(made.files())
                .extracting(change ->
                        pki.directory().relativize(change.path()).toString().replace('\\', '/'))
                .contains("ca/etcd/ca.pem", "passwords/superuser", "nodes/pg1/rootfs/etc/haproxy/tls/client.pem");
        assertThat(made.deliver())
                .isEqualTo(Bundle.parts(ClusterPlan.of(CLUSTER), RevocationLists.NONE).values().stream()
                        .flatMap(part -> part.secrets().stream())
                        .toList());
        generationFindsNothingToDo();
    }

    @Test
    void putsHaproxysFileTogetherWhenItsCertificateIsIssuedAgain() throws IOException {
        ClusterPki pki = made();
        String before = Files.readString(haproxyFile(pki));

        PkiChange renewed = pki.renew(Set.of(HAPROXY_CLIENT), CLOCK, RANDOM);
        String afterRenewal = Files.readString(haproxyFile(pki));
        PkiChange rekeyed = pki.rekey(Set.of(HAPROXY_CLIENT), CLOCK, RANDOM);
        String afterRekeying = Files.readString(haproxyFile(pki));

        assertThat(List.of(renewed, rekeyed))
                .allSatisfy(change -> assertThat(change.deliver())
                        .extracting(file ->
                                file.node() + file.path() + " " + file.need().id())
                        .containsExactly("pg1/etc/haproxy/tls/client.pem reload:haproxy"));
        assertThat(key(afterRenewal)).isEqualTo(key(before));
        assertThat(afterRenewal).isNotEqualTo(before);
        assertThat(key(afterRekeying)).isNotEqualTo(key(before));
        generationFindsNothingToDo();
    }

    @Test
    void refusesAnIdThatThereIsNotAndChangesNothing() {
        ClusterPki pki = made();
        SortedMap<String, String> before = FileContents.of(pki.directory());

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> pki.renew(Set.of("pg9/haproxy-client"), CLOCK, RANDOM))
                .withMessageContaining("pg9/haproxy-client");

        assertThat(FileContents.of(pki.directory())).isEqualTo(before);
    }

    @Test
    void replacesTheKeyOfAnAuthorityInThreeDeliveries() {
        ClusterPki pki = made();

        PkiRotation trusted = pki.rotate("cluster", RotationPhase.TRUSTED, CLOCK, RANDOM);

        assertThat(trusted.rotation().phase()).isEqualTo(RotationPhase.TRUSTED);
        assertThat(without(trusted.change().deliver(), "/rest.pem"))
                .isEqualTo(pki.trusting("cluster"))
                .allMatch(file -> file.path().endsWith("/ca.pem"));
        assertThat(trusted.change().deliver())
                .as("without another certificate Patroni does not read whom to trust")
                .filteredOn(file -> file.path().endsWith("/rest.pem"))
                .extracting(SecretFile::node)
                .hasSize(3);
        generationFindsNothingToDo();

        PkiRotation reissued = pki.rotate("cluster", RotationPhase.REISSUED, CLOCK, RANDOM);

        assertThat(reissued.rotation().phase()).isEqualTo(RotationPhase.REISSUED);
        assertThat(reissued.change().deliver())
                .extracting(SecretFile::path)
                .contains("/etc/haproxy/tls/client.pem", "/etc/haproxy/tls/server.pem", "/etc/patroni/tls/rest.pem");
        assertThat(pki.certified("cluster"))
                .containsAll(without(reissued.change().deliver(), "/ca.pem"));
        generationFindsNothingToDo();

        PkiRotation settled = pki.rotate("cluster", RotationPhase.SETTLED, CLOCK, RANDOM);

        assertThat(settled.rotation().generation()).isEqualTo(2);
        assertThat(without(settled.change().deliver(), "/rest.pem")).isEqualTo(pki.trusting("cluster"));
        assertThat(settled.change().deliver()).anyMatch(file -> file.path().endsWith("/rest.pem"));
        assertThat(pki.phase("cluster")).isEqualTo(RotationPhase.SETTLED);
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> pki.rotate("cluster", RotationPhase.REISSUED, CLOCK, RANDOM))
                .withMessageContaining("REISSUED follows TRUSTED");
        generationFindsNothingToDo();
    }

    @Test
    void givesTheNodesARevocationListOnceThereIsOneAndTheConfigurationNamesIt() {
        ClusterPki pki = made();
        BigInteger stolen = serial(pki, ETCD_CLIENT);
        assertThat(pki.revocationLists()).isEqualTo(RevocationLists.NONE);
        assertThat(pki.revoking("etcd")).isEmpty();

        PkiChange change = pki.revoke(Set.of(stolen), RevocationReason.KEY_COMPROMISE, CLOCK, RANDOM);

        assertThat(pki.revocationLists()).isEqualTo(RevocationLists.of("etcd"));
        assertThat(change.deliver())
                .isEqualTo(pki.revoking("etcd"))
                .extracting(file -> file.node() + file.path())
                .containsExactly("pg1/etc/etcd/tls/crl.der", "pg2/etc/etcd/tls/crl.der", "pg3/etc/etcd/tls/crl.der");
        assertThat(serial(pki, ETCD_CLIENT)).isNotEqualTo(stolen);
        assertThat(pki.issued("etcd"))
                .filteredOn(entry -> entry.revocation().isPresent())
                .extracting(IndexEntry::serial)
                .containsExactly(stolen);
        generationFindsNothingToDo();

        Bundle bundle = Bundle.of(ClusterPlan.of(CLUSTER), pki.revocationLists(), "0", "0");
        assertThat(BundleTexts.of(bundle).get("nodes/pg3/rootfs/etc/etcd/etcd.yml"))
                .contains("""
                        ClientTLSInfo:
                          CRLFile: "/etc/etcd/tls/crl.der"
                        PeerTLSInfo:
                          CRLFile: "/etc/etcd/tls/crl.der"
                        """);
        assertThat(BundleTexts.of(bundle).get("bundle.json")).contains("/etc/etcd/tls/crl.der");
        assertThat(BundleTexts.of(bundle).get("nodes/pg1/rootfs/etc/haproxy/haproxy.cfg"))
                .doesNotContain("crl-file");
    }

    @Test
    void letsHaproxyPostgresqlAndLibpqCheckTheListOfTheCluster() {
        ClusterPki pki = made();

        pki.revoke(
                Set.of(serial(pki, "pg3/etc/patroni/tls/postgresql")), RevocationReason.KEY_COMPROMISE, CLOCK, RANDOM);

        SortedMap<String, String> texts =
                BundleTexts.of(Bundle.of(ClusterPlan.of(CLUSTER), pki.revocationLists(), "0", "0"));
        assertThat(texts.get("nodes/pg1/rootfs/etc/haproxy/haproxy.cfg"))
                .contains(" ca-file /etc/haproxy/tls/ca.pem crl-file /etc/haproxy/tls/crl.pem crt ");
        assertThat(texts.get("nodes/pg3/rootfs/etc/patroni/patroni.yml"))
                .contains("ssl_crl_file: \"/etc/patroni/tls/crl.pem\"")
                .containsPattern("(?s)(sslcrl: \"/etc/patroni/tls/crl.pem\".*){3}");
        assertThat(texts.get("nodes/pg3/rootfs/etc/etcd/etcd.yml")).doesNotContain("CRLFile");
        assertThat(pki.revoking("cluster"))
                .extracting(SecretFile::storePath)
                .allSatisfy(path ->
                        assertThat(pki.directory().resolve(path)).content().startsWith("-----BEGIN X509 CRL-----"));
        generationFindsNothingToDo();
    }

    @Test
    void wantsThePassphraseOnlyWhenSomethingIsToBeIssued() throws IOException {
        ClusterPki encrypted = ClusterPki.of(CLUSTER, secrets(), secret);
        encrypted.ensure(CLOCK, RANDOM);
        assertThat(encrypted.isEncrypted()).isTrue();
        SortedMap<String, String> before = FileContents.of(encrypted.directory());

        assertThat(pki().ensure(CLOCK, RANDOM).files()).isEmpty();
        generationFindsNothingToDo();

        assertThatExceptionOfType(PassphraseException.class)
                .isThrownBy(() -> pki().rekey(Set.of(HAPROXY_CLIENT), CLOCK, RANDOM))
                .matches(PassphraseException::isMissing);
        Optional<Passphrase> another = Optional.of(Passphrase.of("another".toCharArray()));
        assertThatExceptionOfType(PassphraseException.class)
                .isThrownBy(
                        () -> ClusterPki.of(CLUSTER, secrets(), another).rekey(Set.of(HAPROXY_CLIENT), CLOCK, RANDOM))
                .matches(e -> !e.isMissing())
                .withMessageNotContaining("another\"");
        assertThatExceptionOfType(PassphraseException.class)
                .isThrownBy(() -> ClusterPki.of(CLUSTER, secrets(), another).report(CLOCK))
                .matches(e -> !e.isMissing());
        assertThat(FileContents.of(encrypted.directory())).isEqualTo(before);

        Files.delete(encrypted.directory().resolve("operator/etcd-client.pem"));
        assertThatExceptionOfType(PassphraseException.class)
                .isThrownBy(() -> generate(options()))
                .matches(PassphraseException::isMissing);
        assertThat(generate(options().with(secret.orElseThrow())).secretChanges())
                .hasSize(1);
    }

    @Test
    void waitsForAnAuthorityOutsideWithoutHalfAFile() {
        ClusterPki pki = pki();

        PkiChange change = pki.moveOutside("cluster", CLOCK, RANDOM);

        assertThat(pki.outside()).containsExactly("cluster");
        assertThat(pki.signingRequests()).extracting(request -> request.id()).contains(HAPROXY_CLIENT);
        assertThat(change.issuances())
                .filteredOn(issuance -> issuance.id().equals(HAPROXY_CLIENT))
                .extracting(Issuance::action)
                .containsExactly(Issuance.Action.REQUESTED);
        assertThat(haproxyFile(pki)).doesNotExist();
        assertThat(pki.directory().resolve("nodes/pg1/rootfs/etc/etcd/tls/server.pem"))
                .isRegularFile();
        generationFindsNothingToDo();
    }

    @Test
    void refusesAMarkOfAnAuthorityThatThereIsNot() throws IOException {
        ClusterPki pki = made();
        Files.writeString(pki.directory().resolve("authorities-outside"), "etdc\n");

        assertThatExceptionOfType(FileException.class)
                .isThrownBy(() -> pki.ensure(CLOCK, RANDOM))
                .withMessageContaining("etcd, cluster");
    }

    @Test
    void hasOneLockForTheWholeDirectory() {
        ClusterPki pki = made();

        PkiStore.at(pki.directory())
                .holding(held -> assertThatExceptionOfType(PkiException.class)
                        .isThrownBy(() -> pki.ensure(CLOCK, RANDOM))
                        .withMessageContaining("another run of pg1c is writing here"));

        assertThat(pki.ensure(CLOCK, RANDOM).files()).isEmpty();
        assertThat(FileContents.of(pki.directory()).keySet()).noneMatch(path -> path.endsWith("lock"));
    }

    private void generationFindsNothingToDo() {
        assertThat(SecretStore.of(CLUSTER, secrets()).examine(CLOCK)).isEmpty();
        generate(options());
        assertThat(generate(options()).changed()).isFalse();
    }

    private GenerationReport generate(GenerationOptions options) {
        return new Generator(CLOCK, RANDOM).generate(CLUSTER, "0", options);
    }

    private GenerationOptions options() {
        return GenerationOptions.of(directory.resolve("out"), secrets(), "0");
    }

    private ClusterPki made() {
        ClusterPki pki = pki();
        pki.ensure(CLOCK, RANDOM);
        return pki;
    }

    private ClusterPki pki() {
        return ClusterPki.of(CLUSTER, secrets());
    }

    private Path secrets() {
        return directory.resolve("secrets");
    }

    private static BigInteger serial(ClusterPki pki, String id) {
        return pki.report(CLOCK).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .flatMap(CertificateStatus::serial)
                .orElseThrow();
    }

    private static Path haproxyFile(ClusterPki pki) {
        return pki.directory().resolve("nodes/pg1/rootfs/etc/haproxy/tls/client.pem");
    }

    private static String key(String pem) {
        return pem.substring(pem.indexOf("-----BEGIN PRIVATE KEY-----"));
    }

    private static List<SecretFile> without(List<SecretFile> files, String end) {
        return files.stream().filter(file -> !file.path().endsWith(end)).toList();
    }
}
