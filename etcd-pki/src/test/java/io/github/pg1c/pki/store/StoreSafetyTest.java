package io.github.pg1c.pki.store;

import static io.github.pg1c.pki.authority.Authorities.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.pki.PkiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a store refuses to touch. */
class StoreSafetyTest extends StoreFixture {
    @Test
    void authorityThatHasEndedIssuesNothingAndNothingIsWritten() {
        ensure(NOW);
        Map<String, String> before = tree();

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> ensure(NOW.plus(Duration.ofDays(3651))))
                .withMessageContaining("cannot issue at");
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void authorityWithoutItsKeyOrWithAnotherIsNeverReplaced() throws IOException {
        ensure(NOW);
        write(CA_KEY, text(SERVER_KEY));
        Map<String, String> before = tree();
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> ensure(NOW))
                .withMessageContaining("ca/etcd/ca-key.pem")
                .withMessageContaining("restore both files from a backup");
        assertThat(tree()).isEqualTo(before);

        Files.delete(directory.resolve(CA_KEY));
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> ensure(NOW))
                .withMessageContaining("its certificate is there, its key is not");
    }

    @Test
    void symbolicLinksAreRefused() throws IOException {
        ensure(NOW);
        Path outside = Files.writeString(temporary.resolve("outside"), "untouched");
        Files.delete(directory.resolve(SERVER_PEM));
        Files.createSymbolicLink(directory.resolve(SERVER_PEM), outside);

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> ensure(NOW))
                .withMessageContaining("symbolic link");
        assertThat(outside).hasContent("untouched");
    }

    @Test
    void linkedDirectoriesAreRefused() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createDirectory(directory);
        Files.createSymbolicLink(directory.resolve("nodes"), elsewhere);

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> ensure(NOW))
                .withMessageContaining("symbolic link");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void leftoverOfAKilledWriteIsIgnored() throws IOException {
        ensure(NOW);
        Files.delete(directory.resolve(SERVER_PEM));
        Path leftover = directory.resolve(SERVER_PEM).resolveSibling(".server.pem.new");
        Files.writeString(leftover, "half");

        ensure(NOW);

        assertThat(leftover).doesNotExist();
        assertThat(ensure(NOW)).noneMatch(Issuance::changes);
    }
}
