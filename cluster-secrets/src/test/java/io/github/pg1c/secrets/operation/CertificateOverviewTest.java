package io.github.pg1c.secrets.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateOverviewTest {

    @TempDir
    private Path directory;

    @Test
    void listsEverythingAsMissingWhereThereIsNoStore() {
        StoreFixture store = StoreFixture.empty(directory);

        CertificateOverview overview = CertificateOverview.of(store.pki(), store.clock());

        assertThat(overview.exists()).isFalse();
        assertThat(overview.isDue()).isTrue();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void isDueOnceACertificateIs() {
        StoreFixture store = StoreFixture.made(directory);

        assertThat(CertificateOverview.of(store.pki(), store.clock()).isDue()).isFalse();
        CertificateOverview later = CertificateOverview.of(
                store.pki(), store.later(Duration.ofDays(300)).clock());
        assertThat(later.isDue()).isTrue();
        assertThat(later.isRenewable()).isTrue();
        assertThat(later.isAwaiting()).isFalse();
    }

    @Test
    void anAuthorityNearItsEndIsDueButNotRenewable() {
        StoreFixture store = StoreFixture.made(directory).later(Duration.ofDays(3_000));
        new CertificateCreation().run(store.pki(), store.clock(), store.random());

        CertificateOverview overview = CertificateOverview.of(store.pki(), store.clock());

        assertThat(overview.authorities()).hasSize(2).allMatch(CertificateOverview::isExpiring);
        assertThat(overview.isRenewable()).isFalse();
        assertThat(overview.isDue()).isTrue();
    }

    @Test
    void anAuthorityIsRotatingBetweenItsSteps() {
        StoreFixture store = StoreFixture.made(directory);
        AuthorityRotation rotation = new AuthorityRotation("etcd");
        rotation.run(store.pki(), rotation.plan(store.pki()), store.clock(), store.random());

        assertThat(CertificateOverview.of(store.pki(), store.clock()).authorities())
                .filteredOn(CertificateOverview::isRotating)
                .singleElement()
                .satisfies(row -> assertThat(row.authority()).isEqualTo("etcd"));
    }
}
