package io.github.pg1c.pki.store;

import static io.github.pg1c.pki.authority.Authorities.NOW;
import static io.github.pg1c.pki.authority.Authorities.RANDOM;
import static io.github.pg1c.pki.store.RotationPhase.REISSUED;
import static io.github.pg1c.pki.store.RotationPhase.SETTLED;
import static io.github.pg1c.pki.store.RotationPhase.TRUSTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.Usage;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.plan.IssuancePolicy;
import io.github.pg1c.pki.x509.SelfCheck;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The replacement of an authority's key: after each phase old and new programs understand each other. */
class RotationTest extends StoreFixture {
    private static final Path TRUST = Path.of("nodes/node1/rootfs/etc/etcd/ca.pem");

    @Test
    void everyPhaseIsUnderstoodByTheOneBefore() {
        ensure(NOW);
        String firstTrust = text(TRUST);
        X509Certificate first = PemText.readCertificate(text(SERVER_PEM));
        String key = text(SERVER_KEY);

        Rotation trusted = rotate(TRUSTED);
        String bothTrust = text(TRUST);
        assertThat(trusted.phase()).isEqualTo(TRUSTED);
        assertThat(trusted.issuances())
                .filteredOn(Issuance::changes)
                .extracting(Issuance::id)
                .as("only what is trusted changes")
                .containsExactly(
                        "trust/" + TRUST,
                        "trust/nodes/node2/rootfs/etc/etcd/ca.pem",
                        "trust/nodes/node3/rootfs/etc/etcd/ca.pem");
        assertThat(accepts(bothTrust, first)).isTrue();

        Rotation reissued = rotate(REISSUED);
        X509Certificate second = PemText.readCertificate(text(SERVER_PEM));
        assertThat(reissued.generation()).isEqualTo(2);
        assertThat(find(reissued.issuances(), SERVER).reasons()).containsExactly(ReissueReason.GENERATION);
        assertThat(find(reissued.issuances(), SERVER).action()).isEqualTo(Issuance.Action.RENEWED);
        assertThat(text(SERVER_KEY)).isEqualTo(key);
        assertThat(text(TRUST)).as("nobody has to load it again").isEqualTo(bothTrust);
        assertThat(accepts(bothTrust, second))
                .as("by a node of the phase before")
                .isTrue();
        assertThat(accepts(text(TRUST), first)).as("a node of the phase before").isTrue();
        assertThat(accepts(firstTrust, second))
                .as("why the first phase is needed")
                .isFalse();

        Rotation settled = rotate(SETTLED);
        assertThat(settled.phase()).isEqualTo(SETTLED);
        assertThat(settled.complete()).isTrue();
        assertThat(accepts(text(TRUST), second)).isTrue();
        assertThat(accepts(text(TRUST), first)).isFalse();
        assertThat(tree().keySet())
                .noneMatch(path -> path.startsWith("ca/etcd/old") || path.startsWith("ca/etcd/next"));
        assertThat(store.authorityPem("etcd")
                        .map(PemText::readCertificate)
                        .map(c -> c.getSubjectX500Principal().getName()))
                .contains("CN=main etcd CA G2");
    }

    @Test
    void generationsHaveDistinctNamesAndIdentifiers() {
        ensure(NOW);
        for (int i = 0; i < 2; i++) {
            rotate(TRUSTED);
            rotate(REISSUED);
            rotate(SETTLED);
        }

        assertThat(PemText.readCertificate(text(CA_PEM))
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=main etcd CA G3");
        assertThat(store.issued("etcd"))
                .extracting(IndexEntry::issuer)
                .as("each generation has its own identifier")
                .satisfies(issuers -> assertThat(Set.copyOf(issuers)).hasSize(3));
    }

    @Test
    void repeatedStepDoesNothingMore() {
        ensure(NOW);
        rotate(TRUSTED);
        var before = tree();

        assertThat(rotate(TRUSTED).issuances()).noneMatch(Issuance::changes);
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void stepsAreTakenInTheirOrder() {
        ensure(NOW);

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> rotate(REISSUED))
                .withMessageContaining("phase SETTLED");
        rotate(TRUSTED);
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> rotate(SETTLED))
                .withMessageContaining("phase TRUSTED");
        rotate(REISSUED);
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> rotate(TRUSTED))
                .withMessageContaining("phase REISSUED");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.planned(plan, IssuancePolicy.defaults(), at(NOW), RANDOM)
                        .rotate("other", TRUSTED));
    }

    @Test
    void phaseThatIsNotCompleteOnDiskIsCompletedInsteadOfLeft() {
        ensure(NOW);
        rotate(TRUSTED);
        write(TRUST, text(CA_PEM));

        Rotation completed = rotate(REISSUED);

        assertThat(completed.phase())
                .as("that node does not trust the next generation yet")
                .isEqualTo(TRUSTED);
        assertThat(completed.issuances())
                .filteredOn(Issuance::changes)
                .extracting(Issuance::id)
                .containsExactly("trust/" + TRUST);
        assertThat(rotate(REISSUED).phase()).isEqualTo(REISSUED);
    }

    @Test
    void certificatesBetweenPhasesComeFromTheGenerationThatIssues() {
        ensure(NOW);
        rotate(TRUSTED);
        store.planned(plan, IssuancePolicy.defaults(), at(NOW), RANDOM).rekey(Set.of(SERVER));
        assertThat(generation(SERVER)).isEqualTo(1);

        rotate(REISSUED);
        store.planned(plan, IssuancePolicy.defaults(), at(NOW), RANDOM).rekey(Set.of(SERVER));
        assertThat(generation(SERVER)).isEqualTo(2);
    }

    @Test
    void renewedAuthorityKeepsItsKeyAndEverythingItIssued() throws GeneralSecurityException {
        ensure(NOW);
        X509Certificate before = PemText.readCertificate(text(CA_PEM));
        X509Certificate leaf = PemText.readCertificate(text(SERVER_PEM));
        var later = NOW.plus(java.time.Duration.ofDays(100));

        List<Issuance> done = store.planned(plan, IssuancePolicy.defaults(), at(later), RANDOM)
                .renew(Set.of("ca/etcd"));

        X509Certificate after = PemText.readCertificate(text(CA_PEM));
        assertThat(find(done, "ca/etcd").action()).isEqualTo(Issuance.Action.RENEWED);
        assertThat(find(done, SERVER).action()).isEqualTo(Issuance.Action.KEPT);
        assertThat(after.getPublicKey()).isEqualTo(before.getPublicKey());
        assertThat(after.getSerialNumber()).isNotEqualTo(before.getSerialNumber());
        assertThat(after.getNotAfter().toInstant()).isEqualTo(later.plus(CaRequest.DEFAULT_VALIDITY));
        assertThat(accepts(text(TRUST), leaf)).isTrue();
        assertThat(accepts(PemText.certificate(before), leaf)).isTrue();
    }

    @Test
    void onlyWhatThePlanHasIsRenewed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.planned(plan, IssuancePolicy.defaults(), at(NOW), RANDOM)
                        .renew(Set.of("node9/x")))
                .withMessageContaining("there are ca/etcd, node1/etcd-server");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.planned(plan, IssuancePolicy.defaults(), at(NOW), RANDOM)
                        .rekey(Set.of("ca/etcd")));
    }

    @Test
    void keyOfAnAuthorityIsOnlyInItsDirectory() {
        ensure(NOW);
        rotate(TRUSTED);
        rotate(REISSUED);
        Set<String> keys = Set.of(text(CA_KEY), text(Path.of("ca/etcd/old/ca-key.pem")));

        assertThat(tree().entrySet())
                .filteredOn(file -> keys.stream().anyMatch(file.getValue()::contains))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(file -> assertThat(file.getKey()).matches("(history/[^/]+/)?ca/etcd/(.*/)?ca-key\\.pem"));
    }

    private int generation(String id) {
        return store.planned(plan, IssuancePolicy.defaults(), at(NOW), new SecureRandom()).report().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow()
                .generation();
    }

    private Rotation rotate(RotationPhase phase) {
        return store.planned(plan, IssuancePolicy.defaults(), at(NOW), RANDOM).rotate("etcd", phase);
    }

    private static boolean accepts(String trust, X509Certificate leaf) {
        return PemText.readCertificates(trust).stream().anyMatch(anchor -> {
            try {
                SelfCheck.path(leaf, anchor, java.util.Set.of(Usage.SERVER_AUTH), NOW);
                return true;
            } catch (GeneralSecurityException e) {
                return false;
            }
        });
    }
}
