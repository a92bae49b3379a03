package io.github.pg1c.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.model.yaml.Specification;
import io.github.pg1c.testing.FileContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void isPrivateAndHiddenFromGit() throws IOException {
        SecretStore store = ensured(SecretClusters.three());

        assertThat(store.directory().resolve(".gitignore")).hasContent("*\n");
        FileContents.modes(store.directory()).forEach((path, mode) -> {
            boolean folder = Files.isDirectory(store.directory().resolve(path));
            assertThat(mode).as(path).isEqualTo(folder ? "rwx------" : "rw-------");
        });
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.directory())))
                .isEqualTo("rwx------");
    }

    @Test
    void removesPermissionsThatACopyAdded() throws IOException {
        SecretStore store = ensured(SecretClusters.three());
        Path password = store.directory().resolve("passwords/superuser");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(store.directory(), PosixFilePermissions.fromString("rwxr-xr-x"));

        ensured(SecretClusters.three());

        assertThat(FileContents.modes(store.directory()))
                .containsEntry("passwords/superuser", "rw-------")
                .containsEntry("", "rwx------");
    }

    @Test
    void givesPgbouncerAndPostgresqlTheSameVerifier() throws IOException {
        SecretStore store = ensured(SecretClusters.three());
        String verifier = Files.readString(store.directory().resolve("verifiers/role-zup"))
                .strip();

        for (String node : List.of("pg1", "pg2", "pg3")) {
            assertThat(onNode(store, node, "/etc/patroni/roles.sql"))
                    .content()
                    .contains("PASSWORD '" + verifier + "';");
            assertThat(onNode(store, node, "/etc/pgbouncer/userlist.txt")).hasContent("\"zup\" \"" + verifier + "\"\n");
        }
    }

    @Test
    void hasWhatAnOperatorNeeds() throws IOException {
        SecretStore store = ensured(SecretClusters.three());

        OperatorFiles operator =
                OperatorFiles.of(SecretClusters.three().cluster().orElseThrow(), directory);

        assertThat(List.of(operator.authority(), operator.certificate(), operator.privateKey()))
                .allSatisfy(file -> assertThat(file).content().startsWith("-----BEGIN "));
        assertThat(onNode(store, "pg1", "/etc/patroni/patroni.env"))
                .content()
                .contains("RESTAPI_USERNAME=\"" + operator.user() + "\"")
                .contains(Files.readString(operator.password()).strip());
    }

    @Test
    void remakesOnlyWhatAChangedPasswordIsPartOf() throws IOException {
        SecretStore store = ensured(SecretClusters.three());
        SortedMap<String, String> before = FileContents.of(store.directory());
        Files.writeString(store.directory().resolve("passwords/role-zup"), "a \"new\" $one`\\'\n");

        List<SecretChange> changes = store(SecretClusters.three()).ensure(clock(NOW), new SecureRandom());

        assertThat(changes)
                .extracting(change -> store.directory().relativize(change.path()) + ": "
                        + change.reason().en())
                .containsExactly(
                        "nodes/pg1/rootfs/etc/patroni/roles.sql: what it is made from changed",
                        "nodes/pg1/rootfs/etc/pgbouncer/userlist.txt: what it is made from changed",
                        "nodes/pg2/rootfs/etc/patroni/roles.sql: what it is made from changed",
                        "nodes/pg2/rootfs/etc/pgbouncer/userlist.txt: what it is made from changed",
                        "nodes/pg3/rootfs/etc/patroni/roles.sql: what it is made from changed",
                        "nodes/pg3/rootfs/etc/pgbouncer/userlist.txt: what it is made from changed",
                        "verifiers/role-zup: its password changed");
        assertThat(FileContents.of(store.directory()).keySet()).isEqualTo(before.keySet());
        assertThat(store(SecretClusters.three()).ensure(clock(NOW), new SecureRandom()))
                .isEmpty();
    }

    @Test
    void assemblesALostFileAgainFromTheKeptSecrets() throws IOException {
        SecretStore store = ensured(SecretClusters.three());
        SortedMap<String, String> before = FileContents.of(store.directory());
        for (String path : List.of(
                "nodes/pg1/rootfs/etc/patroni/patroni.env",
                "nodes/pg2/rootfs/etc/patroni/roles.sql",
                "nodes/pg3/rootfs/etc/pgbouncer/userlist.txt",
                "nodes/pg1/rootfs/etc/haproxy/haproxy.env",
                "nodes/pg1/rootfs/etc/haproxy/tls/client.pem",
                "nodes/pg1/rootfs/etc/etcd/tls/ca.pem")) {
            Files.delete(store.directory().resolve(path));

            assertThat(store(SecretClusters.three()).ensure(clock(NOW), new SecureRandom()))
                    .extracting(SecretChange::path)
                    .containsExactly(store.directory().resolve(path));
        }
        assertThat(FileContents.of(store.directory())).isEqualTo(before);
    }

    @Test
    void refusesAPasswordThatServersWouldReadDifferently() throws IOException {
        SecretStore store = ensured(SecretClusters.three());
        Files.writeString(store.directory().resolve("passwords/superuser"), "пароль\n");

        assertThatExceptionOfType(FileException.class)
                .isThrownBy(() -> ensured(SecretClusters.three()))
                .withMessageContaining("passwords/superuser")
                .withMessageNotContaining("пароль");
    }

    @Test
    void refusesEveryUnusablePasswordAtOnceAndChangesNothing() throws IOException {
        SecretStore store = ensured(SecretClusters.three());
        Path passwords = store.directory().resolve("passwords");
        Files.writeString(passwords.resolve("superuser"), "пароль\n");
        Files.writeString(passwords.resolve("role-zup"), "");
        Files.writeString(passwords.resolve("replication"), "two\nlines\n");
        Files.delete(passwords.resolve("haproxy-stats"));
        Files.delete(passwords.resolve("rewind"));
        Files.createDirectory(passwords.resolve("rewind"));
        SortedMap<String, String> before = FileContents.of(store.directory());

        assertThatExceptionOfType(FileException.class)
                .isThrownBy(() -> ensured(SecretClusters.three()))
                .satisfies(refusal -> {
                    assertThat(refusal.path()).isEqualTo(passwords);
                    assertThat(refusal.reason().en())
                            .contains("replication, role-zup, superuser: a password is one line of printable ASCII")
                            .contains("rewind: ")
                            .doesNotContain("two", "пароль");
                });
        assertThat(FileContents.of(store.directory())).isEqualTo(before);
    }

    @Test
    void renewsACertificateNearItsEndWithTheSameKey() throws IOException {
        SecretStore store = ensured(SecretClusters.three());
        Path certificate = onNode(store, "pg1", "/etc/haproxy/tls/client.pem");
        Path key = store.directory().resolve("certificates/pg1/haproxy-client-key.pem");
        String oldCertificate = Files.readString(certificate);
        String oldKey = Files.readString(key);

        List<SecretChange> changes =
                store(SecretClusters.three()).ensure(clock(NOW.plus(Duration.ofDays(300))), new SecureRandom());

        assertThat(changes).anyMatch(change -> change.path().equals(certificate));
        assertThat(changes)
                .anyMatch(change -> change.reason().en().startsWith("renewed with the same key: its life ends")
                        && change.reason().ru().startsWith("перевыпущен с тем же ключом: "));
        assertThat(certificate).content().isNotEqualTo(oldCertificate).endsWith(oldKey);
        assertThat(key).hasContent(oldKey);
    }

    @Test
    void keepsTheAuthoritiesOfEtcdAndOfTheClusterApart() throws IOException {
        SecretStore store = ensured(SecretClusters.three());
        String etcd = Files.readString(store.directory().resolve("ca/etcd/ca.pem"));
        String cluster = Files.readString(store.directory().resolve("ca/cluster/ca.pem"));

        assertThat(etcd).isNotEqualTo(cluster);
        assertThat(onNode(store, "pg1", "/etc/etcd/tls/ca.pem")).hasContent(etcd);
        assertThat(onNode(store, "pg1", "/etc/patroni/tls/etcd-ca.pem")).hasContent(etcd);
        assertThat(onNode(store, "pg1", "/etc/patroni/tls/ca.pem")).hasContent(cluster);
        assertThat(onNode(store, "pg1", "/etc/haproxy/tls/ca.pem")).hasContent(cluster);
        assertThat(FileContents.of(store.directory().resolve("nodes")).keySet())
                .noneMatch(path -> path.endsWith("ca-key.pem"));
    }

    @Test
    void givesEachNodeKeysOfItsOwn() {
        SecretStore store = ensured(SecretClusters.three());

        List<String> keys = FileContents.of(store.directory().resolve("nodes")).entrySet().stream()
                .filter(file -> file.getKey().endsWith("-key.pem"))
                .map(java.util.Map.Entry::getValue)
                .toList();

        assertThat(keys).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    }

    @Test
    void putsTheEntrancesNamesIntoTheServersCertificates() throws Exception {
        SecretStore store = ensured(SecretClusters.three());

        assertThat(names(onNode(store, "pg3", "/etc/pgbouncer/tls/server.pem")))
                .contains("pg3", "10.0.0.13", "localhost", "127.0.0.1", "zup-db.corp.example", "pg1", "10.0.0.11")
                .contains("pg2", "10.0.0.12");
        assertThat(names(onNode(store, "pg3", "/etc/etcd/tls/peer.pem")))
                .containsExactlyInAnyOrder("pg3", "10.0.0.13", "localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    }

    @Test
    void makesCustomCertificatesFromTheAuthorityThatTheirConsumersTrust() throws Exception {
        SecretStore store = ensured(SecretClusters.withCertificates("""
                tls:
                  certificates:
                    - {name: backup, purpose: postgresql-client, commonName: archivist, role: replicator}
                    - {name: backup-ca, purpose: etcd-client, commonName: snapshot}
                    - {name: web, purpose: server, names: [pgadmin.corp.example, 10.1.0.5]}
                """));

        Path own = store.directory().resolve("own");
        assertThat(names(own.resolve("web/certificate.pem"))).containsExactly("pgadmin.corp.example", "10.1.0.5");
        assertThat(own.resolve("web/ca.pem"))
                .hasSameTextualContentAs(store.directory().resolve("ca/cluster/ca.pem"));
        assertThat(own.resolve("backup-ca/ca.pem"))
                .hasSameTextualContentAs(store.directory().resolve("ca/etcd/ca.pem"));
        assertThat(certificate(own.resolve("backup/certificate.pem"))
                        .getSubjectX500Principal()
                        .getName())
                .contains("CN=archivist");
        assertThat(own.resolve("backup/certificate-key.pem")).content().startsWith("-----BEGIN PRIVATE KEY-----");
    }

    @ParameterizedTest
    @CsvSource({"14, 0", "15, 1", "18, 1"})
    void letsTheOwnerOfAnInfobaseSetWhat1cSetsOnConnect(int version, int grants) throws IOException {
        String roles =
                Files.readString(onNode(ensured(SecretClusters.infobase(version)), "pg1", "/etc/patroni/roles.sql"));

        assertThat(roles.lines().filter("GRANT SET ON PARAMETER lc_messages TO \"zup\";"::equals))
                .hasSize(grants);
    }

    @Test
    void asksNothingForASuperuserOrAnotherApplication() throws IOException {
        assertThat(onNode(ensured(SecretClusters.three()), "pg1", "/etc/patroni/roles.sql"))
                .content()
                .doesNotContain("GRANT SET");
    }

    @Test
    void doesNotFollowSymbolicLinks(@TempDir Path outside) throws IOException {
        Files.createSymbolicLink(directory.resolve("zup"), outside);
        assertThatExceptionOfType(FileException.class).isThrownBy(() -> ensured(SecretClusters.three()));
        Files.delete(directory.resolve("zup"));

        Files.createDirectory(directory.resolve("zup"));
        Files.createSymbolicLink(directory.resolve("zup/passwords"), outside);
        assertThatExceptionOfType(FileException.class).isThrownBy(() -> ensured(SecretClusters.three()));

        assertThat(outside).isEmptyDirectory();
    }

    private static List<String> names(Path certificate) throws Exception {
        return certificate(certificate).getSubjectAlternativeNames().stream()
                .map(name -> String.valueOf(name.get(1)))
                .toList();
    }

    private static X509Certificate certificate(Path file) throws Exception {
        try (var in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static Path onNode(SecretStore store, String node, String path) {
        return store.directory().resolve("nodes/" + node + "/rootfs" + path);
    }

    private SecretStore ensured(Specification specification) {
        SecretStore store = store(specification);
        store.ensure(clock(NOW), new SecureRandom());
        return store;
    }

    private SecretStore store(Specification specification) {
        return SecretStore.of(SecretClusters.cluster(specification), directory);
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
