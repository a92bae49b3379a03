package io.github.pg1c.pki.store;

import static io.github.pg1c.pki.authority.Authorities.NOW;
import static io.github.pg1c.pki.store.Issuance.Action.ISSUED;
import static io.github.pg1c.pki.store.Issuance.Action.KEPT;
import static io.github.pg1c.pki.store.Issuance.Action.RENEWED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.authority.Authorities;
import io.github.pg1c.pki.authority.CertificateAuthority;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.key.PrivateKeys;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each reason for which a store issues again, and what is none. */
class ReissueReasonTest extends StoreFixture {
    @Test
    void certificateFromTheFutureIsReplaced() {
        ensure(NOW);
        Instant laterThanAuthority = NOW.plus(Duration.ofDays(30));
        write(
                SERVER_PEM,
                CertificateAuthority.open(text(CA_PEM), text(CA_KEY))
                        .issue(
                                CertificateRequest.of(
                                        Purpose.ETCD_SERVER,
                                        "node1",
                                        "node1",
                                        "10.0.0.11",
                                        "localhost",
                                        "127.0.0.1",
                                        "::1"),
                                new java.security.KeyPair(
                                        PrivateKeys.publicKey(PemText.readPrivateKey(text(SERVER_KEY))),
                                        PemText.readPrivateKey(text(SERVER_KEY))),
                                Authorities.YEAR,
                                at(laterThanAuthority),
                                Authorities.RANDOM)
                        .certificatePem());

        Issuance done = find(ensure(NOW), SERVER);

        assertThat(done.reasons()).containsExactly(ReissueReason.NOT_YET_VALID);
        assertThat(done.action()).isEqualTo(RENEWED);
    }

    @Test
    void changedNamesRenewOnlyThatCertificate() {
        ensure(NOW);
        CertificatePlan changed = replacing(CertificateRequest.of(Purpose.ETCD_SERVER, "node1", "node1", "10.9.9.9"));

        List<Issuance> done = store.planned(changed, IssuancePolicy.defaults(), at(NOW), Authorities.RANDOM)
                .ensure();

        assertThat(done).filteredOn(Issuance::changes).extracting(Issuance::id).containsExactly(SERVER);
        assertThat(find(done, SERVER).reasons()).containsExactly(ReissueReason.NAMES_CHANGED);
        assertThat(find(done, SERVER).action()).isEqualTo(RENEWED);
    }

    @Test
    void orderOfNamesIsNoReasonButTheCaseOfTheCommonNameIs() {
        ensure(NOW);

        assertThat(store.planned(
                                replacing(CertificateRequest.of(
                                        Purpose.ETCD_SERVER,
                                        "node1",
                                        "::1",
                                        "127.0.0.1",
                                        "localhost",
                                        "10.0.0.11",
                                        "node1")),
                                IssuancePolicy.defaults(),
                                at(NOW),
                                new SecureRandom())
                        .examine())
                .noneMatch(Issuance::changes);
        assertThat(find(
                                store.planned(
                                                replacing(CertificateRequest.of(
                                                        Purpose.ETCD_SERVER,
                                                        "Node1",
                                                        "node1",
                                                        "10.0.0.11",
                                                        "localhost",
                                                        "127.0.0.1",
                                                        "::1")),
                                                IssuancePolicy.defaults(),
                                                at(NOW),
                                                new SecureRandom())
                                        .examine(),
                                SERVER)
                        .reasons())
                .containsExactly(ReissueReason.NAMES_CHANGED);
    }

    @Test
    void changedPurposeIsAReason() {
        ensure(NOW);
        CertificatePlan changed = replacing(CertificateRequest.of(
                Purpose.PATRONI_REST, "node1", "node1", "10.0.0.11", "localhost", "127.0.0.1", "::1"));

        assertThat(find(
                                store.planned(changed, IssuancePolicy.defaults(), at(NOW), new SecureRandom())
                                        .examine(),
                                SERVER)
                        .reasons())
                .containsExactly(ReissueReason.USAGES_CHANGED);
    }

    @Test
    void lostKeyBringsANewPair() throws IOException {
        ensure(NOW);
        Files.delete(directory.resolve(SERVER_KEY));

        Issuance done = find(ensure(NOW), SERVER);

        assertThat(done.reasons()).containsExactly(ReissueReason.KEY_MISSING);
        assertThat(done.action()).isEqualTo(ISSUED);
        assertThat(find(ensure(NOW), SERVER).action()).isEqualTo(KEPT);
    }

    @Test
    void keyOfAnotherCertificateBringsANewPair() {
        ensure(NOW);
        write(SERVER_KEY, text(Path.of("nodes/node2/rootfs/etc/etcd/server-key.pem")));

        Issuance done = find(ensure(NOW), SERVER);

        assertThat(done.reasons()).containsExactly(ReissueReason.KEY_MISMATCH);
        assertThat(text(SERVER_KEY)).isNotEqualTo(text(Path.of("nodes/node2/rootfs/etc/etcd/server-key.pem")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                "\u0000\u00ff\u00fe"
            })
    void damagedFilesAreReplaced(String garbage) {
        ensure(NOW);
        write(SERVER_PEM, garbage);
        write(SERVER_KEY, garbage);

        assertThat(find(ensure(NOW), SERVER).reasons())
                .containsExactly(ReissueReason.UNREADABLE, ReissueReason.KEY_UNREADABLE);
        assertThat(ensure(NOW)).noneMatch(Issuance::changes);
    }

    @Test
    void certificateOfAnotherAuthorityOfTheSameNameIsReplaced() throws IOException {
        ensure(NOW);
        Files.delete(directory.resolve(CA_PEM));
        Files.delete(directory.resolve(CA_KEY));

        List<Issuance> done = ensure(NOW);

        assertThat(find(done, SERVER).reasons()).containsExactly(ReissueReason.CHAIN);
        assertThat(find(done, "trust/nodes/node1/rootfs/etc/etcd/ca.pem").reasons())
                .containsExactly(ReissueReason.CHAIN);
        assertThat(ensure(NOW)).noneMatch(Issuance::changes);
    }
}
