package io.github.pg1c.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PkiStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path directory;

    @Test
    void secondRunIssuesNothing() {
        PkiStore store = PkiStore.at(directory.resolve("store"));
        CertificatePlan plan = Plans.threeNodes();

        List<Issuance> first = store.ensure(plan, IssuancePolicy.defaults(), clock, random);
        List<Issuance> second = store.ensure(plan, IssuancePolicy.defaults(), clock, random);

        assertThat(first).allMatch(Issuance::changes);
        assertThat(second).isNotEmpty().noneMatch(Issuance::changes).hasSameSizeAs(first);
    }
}
