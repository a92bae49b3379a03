package io.github.pg1c.ops.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.yaml.SpecificationReader;
import io.github.pg1c.ops.connect.AccessProblem.FileKind;
import io.github.pg1c.secrets.OperatorFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterAccessTest {

    private static final Cluster SAMPLE = SpecificationReader.read(Path.of("../samples/zup/cluster.yaml"))
            .cluster()
            .orElseThrow();

    @TempDir
    private Path directory;

    @Test
    void completesAddresses() {
        try (ClusterConnection cluster = ClusterAccess.at(List.of("pg1", "[fd00::1]:8010", "http://127.0.0.1:1"))
                .open()) {
            assertThat(cluster.name()).isEqualTo("pg1");
            assertThat(cluster.patroni())
                    .hasToString("PatroniClient[https://pg1:8008/, https://[fd00::1]:8010/, http://127.0.0.1:1/]");
        }
    }

    @Test
    void namesEveryFileThatIsMissingInTheSecretsDirectory() {
        OperatorFiles files = OperatorFiles.of(SAMPLE, directory);

        AccessException exception =
                catchThrowableOfType(AccessException.class, () -> ClusterConnection.to(SAMPLE, directory));

        assertThat(exception.problems())
                .containsExactly(
                        new AccessProblem.MissingFile(FileKind.AUTHORITY, files.authority(), true),
                        new AccessProblem.MissingFile(FileKind.CERTIFICATE, files.certificate(), true),
                        new AccessProblem.MissingFile(FileKind.PRIVATE_KEY, files.privateKey(), true),
                        new AccessProblem.MissingFile(FileKind.PASSWORD, files.password(), true));
        assertThat(exception).hasMessageContaining("zup").hasMessageContaining("MissingFile");
    }

    @Test
    void aDirectoryIsNoFile() {
        AccessException exception = catchThrowableOfType(
                AccessException.class,
                () -> ClusterAccess.at(List.of("pg1")).privateKey(directory).open());

        assertThat(exception.problems())
                .contains(new AccessProblem.MissingFile(FileKind.PRIVATE_KEY, directory, false))
                .noneMatch(problem -> problem instanceof AccessProblem.UnusableFile);
    }

    @Test
    void reportsAllErrorsAtOnce() throws Exception {
        Path noCertificate = Files.writeString(directory.resolve("ca.pem"), "no certificate");
        ClusterAccess access = ClusterAccess.at(List.of("ftp://pg1", "pg2"))
                .authority(noCertificate)
                .privateKey(noCertificate)
                .password(Secret.of("hunter2"));

        AccessException exception = catchThrowableOfType(AccessException.class, access::open);

        assertThat(exception.problems())
                .hasSize(4)
                .contains(
                        new AccessProblem.MalformedAddress("ftp://pg1"),
                        new AccessProblem.IncompleteCertificate(),
                        new AccessProblem.IncompleteLogin())
                .anyMatch(problem -> problem instanceof AccessProblem.UnusableFile unusable
                        && unusable.kind() == FileKind.AUTHORITY);
        assertThat(exception.getMessage()).doesNotContain("hunter2");
        assertThat(access.toString()).doesNotContain("hunter2");
    }
}
