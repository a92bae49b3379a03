package io.github.pg1c.pki.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.authority.Authorities;
import io.github.pg1c.pki.plan.IssuancePolicy;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class StoreProcessTest {
    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"000", "022", "077"})
    void modesAreExactWhateverTheUmask(String umask) throws Exception {
        Path directory = temporary.resolve("new").resolve("store");

        assertThat(OneRun.start(umask, "ensure", directory).waitFor()).isZero();

        try (Stream<Path> paths = Files.walk(directory)) {
            List<Path> all = paths.toList();
            assertThat(all).hasSizeGreaterThan(18);
            for (Path path : all) {
                assertThat(mode(path)).as("%s", path).isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    void keyThatWasOpenedToOthersIsClosedAgain() throws IOException {
        PkiStore store = PkiStore.at(temporary);
        store.planned(Plans.threeNodes(), IssuancePolicy.defaults(), Authorities.CLOCK, Authorities.RANDOM)
                .ensure();
        Path key = temporary.resolve("nodes/node1/rootfs/etc/etcd/server-key.pem");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        Path stricter = temporary.resolve("ca/etcd/ca-key.pem");
        Files.setPosixFilePermissions(stricter, PosixFilePermissions.fromString("r--------"));

        store.planned(Plans.threeNodes(), IssuancePolicy.defaults(), Authorities.CLOCK, Authorities.RANDOM)
                .ensure();

        assertThat(mode(key)).isEqualTo("rw-------");
        assertThat(mode(stricter)).as("a mode is never widened").isEqualTo("r--------");
    }

    @Test
    void applicationThatPrefersAnotherProviderGetsTheSame() throws Exception {
        assertThat(OneRun.start("022", "beside-bouncy-castle", temporary).waitFor())
                .isZero();

        assertThat(PkiStore.at(temporary)
                        .planned(Plans.threeNodes(), IssuancePolicy.defaults(), Authorities.CLOCK, new SecureRandom())
                        .examine())
                .isNotEmpty()
                .noneMatch(Issuance::changes);
    }

    @Test
    void secondProcessIsKeptOut() throws Exception {
        Process holder = OneRun.start("022", "hold", temporary);
        try (BufferedReader output = holder.inputReader()) {
            assertThat(output.readLine()).isEqualTo("held");

            assertThatExceptionOfType(PkiException.class)
                    .isThrownBy(() -> PkiStore.at(temporary)
                            .planned(
                                    Plans.threeNodes(),
                                    IssuancePolicy.defaults(),
                                    Authorities.CLOCK,
                                    Authorities.RANDOM)
                            .ensure())
                    .withMessageContaining("another run of pg1c is writing here: process ");
            holder.getOutputStream().close();
            assertThat(holder.waitFor()).isZero();
        } finally {
            holder.destroy();
        }
        assertThat(PkiStore.at(temporary)
                        .planned(Plans.threeNodes(), IssuancePolicy.defaults(), Authorities.CLOCK, Authorities.RANDOM)
                        .ensure())
                .allMatch(Issuance::changes);
    }

    @Test
    void secondRunInTheSameProcessIsKeptOut() {
        DirectoryFiles files = new DirectoryFiles(temporary);
        try (StoreFiles.Lock lock = files.lock()) {
            assertThatExceptionOfType(PkiException.class)
                    .isThrownBy(files::lock)
                    .withMessageContaining(".lock");
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
