package io.github.pg1c.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.pem.Pem;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.testing.AnAuthority;
import io.github.pg1c.testing.ClusterText;
import io.github.pg1c.testing.FileContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of another site's cluster has the roles of that site, with their passwords. */
class ForeignPasswordsTest {

    private static final Cluster PRIMARY = SecretClusters.cluster(SecretClusters.three());

    private static final Cluster COPY = SecretClusters.cluster(SecretClusters.read(ClusterText.head()
            + ClusterText.THREE_NODES + "standbyOf: {hosts: [10.9.0.11], slot: site_b, caCertificate: "
            + AnAuthority.quoted() + "}\n"));

    @TempDir
    private Path there;

    @TempDir
    private Path here;

    @Test
    void noPasswordOfTheDatabaseIsMade() throws IOException {
        SecretStore copy = SecretStore.of(COPY, here);

        for (Runnable attempt : List.<Runnable>of(
                () -> copy.examine(Clock.systemUTC()), () -> copy.ensure(Clock.systemUTC(), new SecureRandom()))) {
            assertThatExceptionOfType(FileException.class)
                    .isThrownBy(attempt::run)
                    .satisfies(refusal -> assertThat(refusal.reason().en())
                            .endsWith("passwords/replication, passwords/rewind, passwords/role-zup,"
                                    + " passwords/superuser, verifiers/role-zup"));
        }
        assertThat(FileContents.of(copy.directory()).keySet())
                .as("a place to copy them to, which git does not see")
                .contains(".gitignore")
                .noneMatch(path -> path.contains("passwords") || path.contains("ca/") || path.endsWith(".pem"));
    }

    @Test
    void thoseOfThePrimarySiteAreTaken() throws IOException {
        SecretStore primary = ensured(PRIMARY, there);
        copyFrom(primary, "passwords", "verifiers");
        Files.delete(copied("passwords/restapi"));

        SecretStore copy = ensured(COPY, here);

        assertThat(Files.readString(copied("passwords/restapi")))
                .as("no role of the database")
                .isNotEqualTo(Files.readString(primary.directory().resolve("passwords/restapi")));
        assertThat(Files.readString(copied("nodes/pg1/rootfs/etc/pgbouncer/userlist.txt")))
                .as("the pooler logs in with what the server has")
                .isEqualTo(
                        Files.readString(primary.directory().resolve("nodes/pg1/rootfs/etc/pgbouncer/userlist.txt")));
        assertThat(Pem.certificates(Files.readString(copied("nodes/pg1/rootfs/etc/patroni/tls/sources-ca.pem"))))
                .as("of both sites")
                .containsExactly(
                        Pem.certificates(Files.readString(copied("nodes/pg1/rootfs/etc/patroni/tls/ca.pem")))
                                .get(0),
                        Pem.certificates(AnAuthority.PEM).get(0));
        assertThat(copy.ensure(Clock.systemUTC(), new SecureRandom())).isEmpty();
    }

    @Test
    void aVerifierOfAnotherPasswordIsRefused() throws IOException {
        copyFrom(ensured(PRIMARY, there), "passwords", "verifiers");
        Files.writeString(copied("passwords/role-zup"), "changed-at-the-primary-site\n");

        assertThatExceptionOfType(FileException.class)
                .isThrownBy(() -> ensured(COPY, here))
                .satisfies(refusal -> assertThat(refusal.reason().en()).endsWith("same places: verifiers/role-zup"));
    }

    private static SecretStore ensured(Cluster cluster, Path directory) {
        SecretStore store = SecretStore.of(cluster, directory);
        store.ensure(Clock.systemUTC(), new SecureRandom());
        return store;
    }

    private Path copied(String file) {
        return here.resolve(COPY.name().toString()).resolve(file);
    }

    private void copyFrom(SecretStore primary, String... directories) throws IOException {
        for (String directory : directories) {
            Map<String, String> files =
                    new TreeMap<>(FileContents.of(primary.directory().resolve(directory)));
            Files.createDirectories(copied(directory));
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path target = copied(directory).resolve(file.getKey());
                if (!Files.isDirectory(target)) {
                    Files.writeString(target, file.getValue());
                }
            }
        }
    }
}
