package io.github.pg1c.pki.store;

import static io.github.pg1c.pki.authority.Authorities.NOW;
import static io.github.pg1c.pki.authority.Authorities.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.RevocationReason;
import io.github.pg1c.pki.authority.Authorities;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import io.github.pg1c.pki.plan.RenewalWindow;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RevocationTest extends StoreFixture {
    private static final Path PEM = Path.of("nodes/node1/crl.pem");
    private static final Path DER = Path.of("nodes/node1/crl.der");
    private final CertificatePlan listed = Plans.withRevocationLists();

    @Test
    void revokedCertificateIsOnTheListsAndReplacedWithANewKey() {
        ensureListed(NOW);
        String key = text(SERVER_KEY);
        BigInteger serial = serial();
        assertThat(pem())
                .singleElement()
                .satisfies(list -> assertThat(list.getRevokedCertificates()).isNull());

        List<Issuance> done = revoke(serial, RevocationReason.KEY_COMPROMISE, NOW);

        assertThat(find(done, SERVER).action()).isEqualTo(Issuance.Action.ISSUED);
        assertThat(find(done, SERVER).reasons()).containsExactly(ReissueReason.REVOKED);
        assertThat(text(SERVER_KEY)).isNotEqualTo(key);
        assertThat(pem().get(0).getRevokedCertificate(serial).getRevocationReason())
                .isEqualTo(CRLReason.KEY_COMPROMISE);
        assertThat(der()).isEqualTo(pem().get(0));
        assertThat(find(done, "crl/etcd").reasons()).containsExactly(ReissueReason.REVOKED);
        assertThat(find(done, "crl/nodes/node1/crl.der").changes()).isTrue();
        assertThat(store.issued("etcd").stream()
                        .filter(e -> e.serial().equals(serial))
                        .findFirst()
                        .orElseThrow()
                        .revocation())
                .contains(new IndexEntry.Revocation(NOW, RevocationReason.KEY_COMPROMISE));
        assertThat(ensureListed(NOW)).noneMatch(Issuance::changes);
    }

    @ParameterizedTest
    @EnumSource(RevocationReason.class)
    void everyReasonIsWrittenAsItsCode(RevocationReason reason) {
        ensureListed(NOW);
        BigInteger serial = serial();

        revoke(serial, reason, NOW);

        CRLReason written = pem().get(0).getRevokedCertificate(serial).getRevocationReason();
        assertThat(written == null ? 0 : written.ordinal()).isEqualTo(reason.code());
        assertThat(RevocationReason.ofId(reason.id())).isEqualTo(reason);
    }

    @Test
    void numberGrowsWithEveryListEvenWhenTheLastOneWasLost() {
        ensureListed(NOW);
        BigInteger first = CrlFiles.number(pem().get(0));
        revoke(serial(), RevocationReason.SUPERSEDED, NOW);
        BigInteger second = CrlFiles.number(pem().get(0));
        write(Path.of("ca/etcd/crl.pem"), "lost");
        ensureListed(NOW.plusSeconds(60));

        assertThat(second).isGreaterThan(first);
        assertThat(CrlFiles.number(pem().get(0))).isGreaterThan(second);
    }

    @Test
    void listIsRenewedBeforeItEnds() {
        ensureListed(NOW);
        X509CRL list = pem().get(0);
        assertThat(list.getNextUpdate().toInstant()).isEqualTo(NOW.plus(Authorities.YEAR));
        Instant opens = RenewalWindow.lastThird()
                .opens(list.getThisUpdate().toInstant(), list.getNextUpdate().toInstant());

        assertThat(find(ensureListed(opens.minusSeconds(1)), "crl/etcd").changes())
                .isFalse();
        assertThat(find(ensureListed(opens), "crl/etcd").reasons()).containsExactly(ReissueReason.EXPIRING);
        assertThat(pem().get(0).getNextUpdate()).isAfter(list.getNextUpdate());
    }

    @Test
    void betweenGenerationsBothHaveTheirListAndEachNamesAll() throws Exception {
        ensureListed(NOW);
        BigInteger old = serial();
        revoke(old, RevocationReason.KEY_COMPROMISE, NOW);
        rotate(RotationPhase.TRUSTED);
        assertThat(pem()).as("OpenSSL asks for a list of each authority").hasSize(2);
        rotate(RotationPhase.REISSUED);
        BigInteger young = serial();
        revoke(young, RevocationReason.KEY_COMPROMISE, NOW);

        List<X509Certificate> trusted = PemText.readCertificates(text(Path.of("nodes/node1/rootfs/etc/etcd/ca.pem")));
        assertThat(pem()).hasSize(2);
        for (int i = 0; i < 2; i++) {
            pem().get(i).verify(trusted.get(i).getPublicKey());
            assertThat(pem().get(i).getRevokedCertificate(old)).isNotNull();
            assertThat(pem().get(i).getRevokedCertificate(young)).isNotNull();
        }
        assertThat(der().getRevokedCertificates())
                .as("etcd has this list only and looks at serial numbers only")
                .hasSize(2);
        rotate(RotationPhase.SETTLED);
        assertThat(pem()).hasSize(1);
        assertThat(ensureListed(NOW)).noneMatch(Issuance::changes);
    }

    @Test
    void endedCertificateLeavesTheListsLater() {
        ensureListed(NOW);
        BigInteger serial = serial();
        revoke(serial, RevocationReason.SUPERSEDED, NOW);

        ensureListed(NOW.plus(Duration.ofDays(720)));
        assertThat(pem().get(0).getRevokedCertificate(serial)).isNotNull();
        ensureListed(NOW.plus(Duration.ofDays(731)));
        assertThat(pem().get(0).getRevokedCertificate(serial)).isNull();
    }

    @Test
    void revocationStandsAndUnknownSerialNumbersAreRefused() {
        ensureListed(NOW);
        BigInteger serial = serial();
        revoke(serial, RevocationReason.KEY_COMPROMISE, NOW);
        revoke(serial, RevocationReason.SUPERSEDED, NOW.plusSeconds(60));

        assertThat(store.issued("etcd"))
                .extracting(IndexEntry::revocation)
                .contains(java.util.Optional.of(new IndexEntry.Revocation(NOW, RevocationReason.KEY_COMPROMISE)));
        var before = tree();
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> revoke(BigInteger.TEN, RevocationReason.SUPERSEDED, NOW))
                .withMessageContaining("no authority of this store has given");
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void storeWithoutUseForListsHasNone() {
        ensure(NOW);

        assertThat(tree()).doesNotContainKey("ca/etcd/crl.pem");
    }

    @Test
    void damagedIndexEndsTheRunBecauseItCouldHideARevocation() {
        ensure(NOW);
        write(IssuedIndex.file("etcd"), text(IssuedIndex.file("etcd")).replaceFirst("\"id\"", "\"di\""));

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> ensure(NOW))
                .withMessageContaining("ca/etcd/index.jsonl, line 1")
                .withMessageContaining("restore");
    }

    private BigInteger serial() {
        return PemText.readCertificate(text(SERVER_PEM)).getSerialNumber();
    }

    private List<X509CRL> pem() {
        return PemText.readRevocationLists(text(PEM));
    }

    private X509CRL der() {
        return PemText.parseRevocationList(text(DER).getBytes(StandardCharsets.ISO_8859_1));
    }

    private List<Issuance> ensureListed(Instant now) {
        return store.planned(listed, IssuancePolicy.defaults(), at(now), RANDOM).ensure();
    }

    private List<Issuance> revoke(BigInteger serial, RevocationReason reason, Instant now) {
        return store.planned(listed, IssuancePolicy.defaults(), at(now), RANDOM).revoke(Set.of(serial), reason);
    }

    private void rotate(RotationPhase phase) {
        assertThat(store.planned(listed, IssuancePolicy.defaults(), at(NOW), RANDOM)
                        .rotate("etcd", phase)
                        .phase())
                .isEqualTo(phase);
    }
}
