package io.github.pg1c.pki.store;

import static io.github.pg1c.pki.authority.Authorities.NOW;
import static io.github.pg1c.pki.authority.Authorities.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.pki.plan.IssuancePolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is replaced can be found again. */
class HistoryTest extends StoreFixture {
    @Test
    void replacedFilesAreKeptUnderTheMomentOfTheirReplacement() {
        ensure(NOW);
        String certificate = text(SERVER_PEM);
        String key = text(SERVER_KEY);

        rekey();

        assertThat(text(Path.of("history/20261120T120000Z").resolve(SERVER_PEM)))
                .isEqualTo(certificate);
        assertThat(text(Path.of("history/20261120T120000Z").resolve(SERVER_KEY)))
                .isEqualTo(key);
        assertThat(tree().keySet())
                .filteredOn(path -> path.startsWith("history"))
                .hasSize(3);
    }

    @Test
    void secondReplacementInTheSameSecondKeepsBoth() {
        ensure(NOW);
        rekey();
        String between = text(SERVER_PEM);
        rekey();

        assertThat(text(Path.of("history/20261120T120000Z-2").resolve(SERVER_PEM)))
                .isEqualTo(between);
    }

    @Test
    void runThatChangesNothingLeavesNothing() {
        ensure(NOW);
        ensure(NOW.plus(Duration.ofDays(1)));

        assertThat(tree().keySet()).noneMatch(path -> path.startsWith("history"));
    }

    private void rekey() {
        store.planned(plan, IssuancePolicy.defaults(), at(NOW), RANDOM).rekey(Set.of(SERVER));
    }
}
