package io.github.pg1c.pki.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.RevocationReason;
import io.github.pg1c.pki.tls.Handshake;
import io.github.pg1c.pki.tls.TlsIdentity;
import java.io.IOException;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs that take what they need for TLS from the store, over real sockets and at the time of the test. */
class StoreTlsTest extends StoreFixture {
    private static final String CLIENT = "node2/patroni-etcd";

    private PlannedStore planned;

    @BeforeEach
    void issueNow() {
        planned = store.planned(plan);
        planned.ensure();
    }

    @Test
    void memberAndClientRecogniseEachOther() throws Exception {
        assertThat(((java.security.cert.X509Certificate) handshake()).getSerialNumber())
                .isEqualTo(serial(CLIENT));
    }

    @Test
    void newIdentityWorksInEveryPhaseOfARotation() throws Exception {
        TlsIdentity before = planned.tls(CLIENT);
        for (RotationPhase phase : List.of(RotationPhase.TRUSTED, RotationPhase.REISSUED, RotationPhase.SETTLED)) {
            assertThat(planned.rotate("etcd", phase).phase()).isEqualTo(phase);
            assertThat(handshake()).isNotNull();
        }
        assertThatThrownBy(() -> Handshake.between("TLSv1.3", planned.tls(SERVER), before))
                .as("of the generation that is trusted no more")
                .isInstanceOf(IOException.class);
    }

    @Test
    void revokedNodeIsRefusedAndItsNewCertificatesAreNot() throws Exception {
        TlsIdentity stolen = planned.tls(CLIENT);

        List<Issuance> done = planned.revoke("node2", RevocationReason.KEY_COMPROMISE);

        assertThat(done)
                .filteredOn(issuance -> issuance.reasons().contains(ReissueReason.REVOKED))
                .extracting(Issuance::id)
                .containsExactlyInAnyOrder("node2/etcd-server", CLIENT);
        assertThat(store.issued("etcd"))
                .filteredOn(entry -> entry.revocation().isPresent())
                .extracting(IndexEntry::id)
                .containsExactlyInAnyOrder("node2/etcd-server", CLIENT);
        assertThatThrownBy(() -> Handshake.between("TLSv1.2", planned.tls(SERVER), stolen))
                .isInstanceOf(IOException.class);
        assertThat(handshake()).isNotNull();
    }

    @Test
    void revokesByAddressHostNameCommonNameOrId() {
        planned.revoke("10.0.0.11", RevocationReason.SUPERSEDED);
        planned.revoke(CLIENT, RevocationReason.SUPERSEDED);
        assertThat(store.issued("etcd"))
                .filteredOn(entry -> entry.revocation().isPresent())
                .extracting(IndexEntry::id)
                .containsExactlyInAnyOrder(SERVER, CLIENT);
        planned.revoke("node3", RevocationReason.CESSATION_OF_OPERATION);
        assertThat(store.issued("etcd"))
                .filteredOn(entry ->
                        entry.id().startsWith("node3/") && entry.revocation().isPresent())
                .hasSize(2);
    }

    @Test
    void namesTheHoldersWhenNoneHasTheName() {
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> planned.revoke("node9", RevocationReason.UNSPECIFIED))
                .withMessageContaining("\"node9\" has no living certificate")
                .withMessageContaining(SERVER)
                .satisfies(e -> assertThat(e.reason().ru()).contains("node9").contains("действуют: "));
        assertThat(planned.examine()).noneMatch(Issuance::changes);
    }

    @Test
    void saysWhatIsMissing() {
        assertThatIllegalArgumentException().isThrownBy(() -> planned.tls("node9/etcd-server"));
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() ->
                        PkiStore.at(temporary.resolve("empty")).planned(plan).tls(SERVER))
                .withMessage("the certificate node1/etcd-server was not issued yet");
    }

    private Certificate handshake() throws Exception {
        return Handshake.between("TLSv1.3", planned.tls(SERVER), planned.tls(CLIENT));
    }

    private java.math.BigInteger serial(String id) {
        return planned.report().stream()
                .filter(row -> Set.of(id).contains(row.id()))
                .findFirst()
                .orElseThrow()
                .serial()
                .orElseThrow();
    }
}
