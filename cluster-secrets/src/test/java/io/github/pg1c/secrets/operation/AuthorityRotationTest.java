package io.github.pg1c.secrets.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.pki.store.RotationPhase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityRotationTest {

    private static final AuthorityRotation ETCD = new AuthorityRotation("etcd");

    @TempDir
    private Path directory;

    @Test
    void takesThreeStepsAndNamesWhatEachNodeHasToBeGiven() {
        StoreFixture store = StoreFixture.made(directory);

        AuthorityRotation.Result trusted = step(store);
        assertThat(trusted.deliver())
                .extracting(SecretFile::path)
                .contains("/etc/etcd/tls/ca.pem", "/etc/patroni/tls/etcd-ca.pem")
                .doesNotContain("/etc/etcd/tls/server.pem");
        AuthorityRotation.Result reissued = step(store);
        assertThat(reissued.deliver()).extracting(SecretFile::path).contains("/etc/etcd/tls/server.pem");
        AuthorityRotation.Result settled = step(store);

        assertThat(settled).isInstanceOfSatisfying(AuthorityRotation.Result.Taken.class, taken -> {
            assertThat(taken.reached()).isEqualTo(RotationPhase.SETTLED);
            assertThat(taken.generation()).isEqualTo(2);
        });
        assertThat(store.row("pg1/haproxy-client").generation()).isEqualTo(1);
    }

    @Test
    void plansWithoutChangingAnything() {
        StoreFixture store = StoreFixture.made(directory);

        AuthorityRotation.Plan plan = ETCD.plan(store.pki());

        assertThat(plan.reached()).isEqualTo(RotationPhase.SETTLED);
        assertThat(plan.next()).isEqualTo(RotationPhase.TRUSTED);
        assertThat(store.pki().phase("etcd")).isEqualTo(RotationPhase.SETTLED);
    }

    @Test
    void needsAStoreAndAnAuthority() {
        StoreFixture store = StoreFixture.empty(directory);

        assertThat(ETCD.plan(store.pki()).obstacles())
                .containsExactly(
                        new CertificateObstacle.NoCertificates(store.pki().directory()));
        assertThatIllegalArgumentException().isThrownBy(() -> new AuthorityRotation("etdc"));
    }

    private static AuthorityRotation.Result step(StoreFixture store) {
        return ETCD.run(store.pki(), ETCD.plan(store.pki()), store.clock(), store.random());
    }
}
