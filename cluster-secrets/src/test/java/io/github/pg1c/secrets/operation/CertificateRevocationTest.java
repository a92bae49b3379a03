package io.github.pg1c.secrets.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.pki.RevocationReason;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateRevocationTest {

    private static final String CLIENT = "operator/etcd-client";

    @TempDir
    private Path directory;

    @Test
    void takesAllThatWereIssuedForTheIdAndAreAlive() {
        StoreFixture store = StoreFixture.made(directory);
        BigInteger first = store.serial(CLIENT);
        store.pki().renew(Set.of(CLIENT), store.clock(), store.random());
        BigInteger second = store.serial(CLIENT);

        CertificateRevocation revocation = of(List.of(CLIENT), Set.of());
        CertificateRevocation.Plan plan = revocation.plan(store.pki(), store.clock());
        CertificateRevocation.Result result = revocation.run(store.pki(), plan, store.clock(), store.random());

        assertThat(plan.certificates()).containsOnly(Map.entry(first, CLIENT), Map.entry(second, CLIENT));
        assertThat(result.revoked()).isEqualTo(2);
        assertThat(result.authorities()).containsExactly("etcd");
        assertThat(result.firstList()).isTrue();
        assertThat(store.pki().issued("etcd"))
                .filteredOn(entry -> entry.revocation().isPresent())
                .hasSize(2);
    }

    @Test
    void hasNothingToDoTheSecondTime() {
        StoreFixture store = StoreFixture.made(directory);
        CertificateRevocation revocation = of(List.of(), Set.of(store.serial(CLIENT)));
        revocation.run(store.pki(), revocation.plan(store.pki(), store.clock()), store.clock(), store.random());

        CertificateRevocation.Plan again = revocation.plan(store.pki(), store.clock());

        assertThat(again.isPossible()).isTrue();
        assertThat(again.certificates()).isEmpty();
    }

    @Test
    void namesAllObstaclesAtOnce() {
        StoreFixture store = StoreFixture.made(directory);
        store.pki().moveOutside("cluster", store.clock(), store.random());

        CertificateRevocation.Plan plan = of(List.of("ca/etcd", "pg1/haproxy-client", "nobody"), Set.of(BigInteger.TEN))
                .plan(store.pki(), store.clock());

        assertThat(plan.obstacles())
                .hasSize(4)
                .contains(
                        new CertificateObstacle.AuthorityCannotBeRevoked("etcd"),
                        new CertificateObstacle.IssuedOutside("pg1/haproxy-client"),
                        new CertificateObstacle.UnknownSerial(BigInteger.TEN))
                .anyMatch(CertificateObstacle.UnknownCertificate.class::isInstance);
    }

    private static CertificateRevocation of(List<String> ids, Set<BigInteger> serials) {
        return new CertificateRevocation(ids, serials, RevocationReason.KEY_COMPROMISE);
    }
}
