package io.github.pg1c.pki.store;

import static io.github.pg1c.pki.authority.Authorities.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.authority.Authorities;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.plan.IssuancePolicy;
import io.github.pg1c.pki.plan.RenewalWindow;
import io.github.pg1c.pki.x509.Validity;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreReportTest extends StoreFixture {
    private static final IssuancePolicy POLICY = IssuancePolicy.defaults();

    @Test
    void rowSaysForWhomUntilWhenAndWhatWouldBeDone() {
        ensure(NOW);

        List<CertificateStatus> rows =
                store.planned(plan, POLICY, at(NOW), new SecureRandom()).report();

        assertThat(rows).hasSize(10);
        CertificateStatus server = rows.get(1);
        assertThat(server.id()).isEqualTo(SERVER);
        assertThat(server.purpose()).contains(Purpose.ETCD_SERVER);
        assertThat(server.authority()).isEqualTo("etcd");
        assertThat(server.subject()).isEqualTo("CN=node1");
        assertThat(server.names()).containsExactly("10.0.0.11", "127.0.0.1", "::1", "localhost", "node1");
        assertThat(server.serial())
                .contains(PemText.readCertificate(text(SERVER_PEM)).getSerialNumber());
        assertThat(server.generation()).isEqualTo(1);
        assertThat(server.phase()).isEqualTo(RotationPhase.SETTLED);
        assertThat(server.notAfter()).contains(NOW.plus(Authorities.YEAR));
        assertThat(server.dueFrom())
                .contains(RenewalWindow.lastThird().opens(NOW.minus(Validity.BACKDATE), NOW.plus(Authorities.YEAR)));
        assertThat(server.next().action()).isEqualTo(Issuance.Action.KEPT);
        CertificateStatus authority = rows.get(0);
        assertThat(authority.id()).isEqualTo("ca/etcd");
        assertThat(authority.purpose()).isEmpty();
        assertThat(authority.subject()).isEqualTo("CN=main etcd CA");
        assertThat(authority.generation()).isEqualTo(1);
    }

    @Test
    void emptyStoreIsReportedAsWhatIsToBeMade() {
        assertThat(store.planned(plan, POLICY, at(NOW), new SecureRandom()).report())
                .hasSize(10)
                .allSatisfy(row -> {
                    assertThat(row.next().changes()).isTrue();
                    assertThat(row.subject()).isEmpty();
                    assertThat(row.serial()).isEqualTo(Optional.empty());
                    assertThat(row.generation()).isZero();
                });
        assertThat(directory).doesNotExist();
    }
}
