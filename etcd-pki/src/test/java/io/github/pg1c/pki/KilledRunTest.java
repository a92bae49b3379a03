package io.github.pg1c.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that ends between any two writes: the next one completes it, and no key is ever paired with a foreign certificate for good. */
class KilledRunTest {
    @TempDir
    Path directory;

    @Test
    void nextRunCompletesAFirstRunKilledAtAnyWrite() {
        CertificatePlan plan = Plans.threeNodes();
        int writes = 2 + 12 + 3;
        for (int limit = 0; limit < writes; limit++) {
            Path root = directory.resolve("first" + limit);
            kill(root, limit, plan, Authorities.CLOCK);
            converges(root, plan, Authorities.CLOCK);
        }
        // The count above is exact: one more write would not have been killed.
        new PkiStore(new Killed(new DirectoryFiles(directory.resolve("whole")), writes))
                .ensure(plan, IssuancePolicy.defaults(), Authorities.CLOCK, Authorities.RANDOM);
    }

    @Test
    void nextRunCompletesARenewalKilledAtAnyWrite() {
        CertificatePlan plan = Plans.threeNodes();
        Clock later = Clock.offset(Authorities.CLOCK, Duration.ofDays(300));
        for (int limit = 0; limit < 6; limit++) {
            Path root = directory.resolve("renewal" + limit);
            PkiStore.at(root).ensure(plan, IssuancePolicy.defaults(), Authorities.CLOCK, Authorities.RANDOM);
            kill(root, limit, plan, later);
            converges(root, plan, later);
        }
    }

    private static void kill(Path root, int limit, CertificatePlan plan, Clock clock) {
        PkiStore store = new PkiStore(new Killed(new DirectoryFiles(root), limit));
        assertThatExceptionOfType(KilledHere.class)
                .isThrownBy(() -> store.ensure(plan, IssuancePolicy.defaults(), clock, Authorities.RANDOM));
    }

    private static void converges(Path root, CertificatePlan plan, Clock clock) {
        PkiStore store = PkiStore.at(root);
        assertThat(store.ensure(plan, IssuancePolicy.defaults(), clock, Authorities.RANDOM))
                .anyMatch(Issuance::changes);
        assertThat(store.ensure(plan, IssuancePolicy.defaults(), clock, Authorities.RANDOM))
                .noneMatch(Issuance::changes)
                .allMatch(issuance -> issuance.reasons().isEmpty());
    }

    private static final class KilledHere extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Lets a number of writes through. */
    private static final class Killed implements StoreFiles {
        private final StoreFiles files;
        private int left;

        Killed(StoreFiles files, int left) {
            this.files = files;
            this.left = left;
        }

        @Override
        public Optional<String> read(Path path) {
            return files.read(path);
        }

        @Override
        public void replace(Path path, String text) {
            if (left-- == 0) {
                throw new KilledHere();
            }
            files.replace(path, text);
        }

        @Override
        public void tighten(Path path) {
            files.tighten(path);
        }

        @Override
        public Lock lock() {
            return files.lock();
        }
    }
}
