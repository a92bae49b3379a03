package io.github.pg1c.pki.store;

import static io.github.pg1c.pki.authority.Authorities.NOW;
import static io.github.pg1c.pki.store.Issuance.Action.ISSUED;
import static io.github.pg1c.pki.store.Issuance.Action.KEPT;
import static io.github.pg1c.pki.store.Issuance.Action.RENEWED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.authority.Authorities;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.plan.IssuancePolicy;
import io.github.pg1c.pki.plan.RenewalWindow;
import io.github.pg1c.pki.x509.Validity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PkiStoreTest extends StoreFixture {
    @Test
    void firstRunIssuesEverythingOfThePlan() {
        List<Issuance> done = ensure(NOW);

        assertThat(done).hasSize(1 + 6 + 3).allMatch(issuance -> issuance.action() == ISSUED);
        assertThat(done.get(0).id()).isEqualTo("ca/etcd");
        assertThat(done.get(1).id()).isEqualTo(SERVER);
        assertThat(done.get(1).reasons()).containsExactly(ReissueReason.MISSING, ReissueReason.KEY_MISSING);
        assertThat(done.get(1).notAfter()).contains(NOW.plus(Authorities.YEAR));
        assertThat(tree()).hasSize(3 + 12 + 3).containsKeys("ca/etcd/index.jsonl");
        assertThat(store.authorityPem("etcd"))
                .contains(text(CA_PEM))
                .contains(text(Path.of("nodes/node3/rootfs/etc/etcd/ca.pem")));
    }

    @Test
    void secondRunIssuesNothing() {
        ensure(NOW);
        Map<String, String> before = tree();

        assertThat(ensure(NOW.plusSeconds(3600)))
                .allMatch(issuance ->
                        issuance.action() == KEPT && issuance.reasons().isEmpty());
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void dryRunSaysWhatWouldBeDoneAndWritesNothing() {
        List<Issuance> found = store.planned(plan, IssuancePolicy.defaults(), at(NOW), new SecureRandom())
                .examine();

        assertThat(found).hasSize(10).allMatch(Issuance::changes);
        assertThat(directory).doesNotExist();
        assertThat(ensure(NOW))
                .extracting(Issuance::action)
                .isEqualTo(found.stream().map(Issuance::action).toList());
        assertThat(store.planned(plan, IssuancePolicy.defaults(), at(NOW), new SecureRandom())
                        .examine())
                .noneMatch(Issuance::changes);
    }

    @Test
    void certificateInTheLastThirdOfItsLifeIsRenewedWithItsKey() {
        ensure(NOW);
        String key = text(SERVER_KEY);
        String certificate = text(SERVER_PEM);
        Instant opens = RenewalWindow.lastThird().opens(NOW.minus(Validity.BACKDATE), NOW.plus(Authorities.YEAR));

        assertThat(find(ensure(opens.minusSeconds(1)), SERVER).action()).isEqualTo(KEPT);
        Issuance renewed = find(ensure(opens), SERVER);

        assertThat(renewed.action()).isEqualTo(RENEWED);
        assertThat(renewed.reasons()).containsExactly(ReissueReason.EXPIRING);
        assertThat(text(SERVER_KEY)).isEqualTo(key);
        assertThat(PemText.readCertificate(text(SERVER_PEM)).getSerialNumber())
                .as("Patroni reloads its certificate when the serial number differs")
                .isNotEqualTo(PemText.readCertificate(certificate).getSerialNumber());
        assertThat(find(ensure(opens), SERVER).action()).isEqualTo(KEPT);
    }

    @Test
    void fixedWindowCountsFromTheEnd() {
        IssuancePolicy policy =
                new IssuancePolicy(KeyAlgorithm.P256, Duration.ofDays(90), RenewalWindow.before(Duration.ofDays(7)));
        store.planned(plan, policy, at(NOW), Authorities.RANDOM).ensure();

        assertThat(find(
                                store.planned(
                                                plan,
                                                policy,
                                                at(NOW.plus(Duration.ofDays(83)).minusSeconds(1)),
                                                new SecureRandom())
                                        .examine(),
                                SERVER)
                        .action())
                .isEqualTo(KEPT);
        assertThat(find(
                                store.planned(plan, policy, at(NOW.plus(Duration.ofDays(83))), new SecureRandom())
                                        .examine(),
                                SERVER)
                        .action())
                .isEqualTo(RENEWED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IssuancePolicy(
                        KeyAlgorithm.P256, Duration.ofDays(7), RenewalWindow.before(Duration.ofDays(7))));
    }

    @Test
    void slowRunDoesNotCutTheLivesOfItsCertificates() {
        AtomicLong passed = new AtomicLong();
        InstantSource slow = () -> NOW.plusSeconds(passed.getAndIncrement());
        IssuancePolicy policy = new IssuancePolicy(
                KeyAlgorithm.P256, CaRequest.DEFAULT_VALIDITY, RenewalWindow.before(Duration.ofDays(7)));

        List<Issuance> issued = store.planned(plan, policy, slow.withZone(ZoneOffset.UTC), Authorities.RANDOM)
                .ensure();

        assertThat(issued).noneMatch(Issuance::clampedToIssuer);
    }

    @Test
    void certificateThatEndsWithItsAuthorityIsNotRenewedInVain() {
        ensure(NOW);
        Instant late = NOW.plus(Duration.ofDays(3600));
        Issuance clamped = find(ensure(late), SERVER);
        assertThat(clamped.clampedToIssuer()).isTrue();
        assertThat(clamped.notAfter()).contains(NOW.plus(CaRequest.DEFAULT_VALIDITY));

        List<Issuance> next = ensure(NOW.plus(Duration.ofDays(3649)));

        assertThat(find(next, SERVER).action()).isEqualTo(KEPT);
        assertThat(find(next, "ca/etcd").action())
                .as("an authority is not replaced by itself")
                .isEqualTo(KEPT);
        assertThat(find(next, "ca/etcd").reasons()).containsExactly(ReissueReason.EXPIRING);
    }

    @Test
    void authorityWhoseCertificateWasLostIsMadeAgainFromItsKey() throws IOException {
        ensure(NOW);
        Files.delete(directory.resolve(CA_PEM));

        List<Issuance> done = ensure(NOW.plusSeconds(60));

        assertThat(find(done, "ca/etcd").action()).isEqualTo(RENEWED);
        assertThat(find(done, SERVER).action()).as("the key signs as before").isEqualTo(KEPT);
        assertThat(find(done, "trust/nodes/node1/rootfs/etc/etcd/ca.pem").action())
                .isEqualTo(ISSUED);
    }
}
