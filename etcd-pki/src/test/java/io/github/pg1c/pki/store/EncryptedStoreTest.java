package io.github.pg1c.pki.store;
import static io.github.pg1c.pki.authority.Authorities.NOW;
import static io.github.pg1c.pki.authority.Authorities.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.plan.IssuancePolicy;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A store whose authorities' keys are under a passphrase. */
class EncryptedStoreTest extends StoreFixture {
    private static final IssuancePolicy POLICY = IssuancePolicy.defaults();

    @Test
    void keyIsNeverOnDiskInPlain() {
        PkiStore encrypted = PkiStore.at(directory, passphrase());

        encrypted.ensure(plan, POLICY, at(NOW), RANDOM);

        assertThat(text(CA_KEY)).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        assertThat(text(SERVER_KEY)).as("etcd reads plain keys only").startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(PkiStore.at(directory, passphrase()).ensure(plan, POLICY, at(NOW), RANDOM))
                .noneMatch(Issuance::changes);
    }

    @Test
    void plainKeyIsEncryptedByTheNextRunAndLeavesNoCopy() {
        ensure(NOW);
        String plain = text(CA_KEY);

        assertThat(PkiStore.at(directory, passphrase()).ensure(plan, POLICY, at(NOW), RANDOM))
                .noneMatch(Issuance::changes);

        assertThat(text(CA_KEY)).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        assertThat(tree().values()).doesNotContain(plain);
    }

    @Test
    void runThatIssuesNothingNeedsNoPassphrase() throws Exception {
        PkiStore.at(directory, passphrase()).ensure(plan, POLICY, at(NOW), RANDOM);

        assertThat(store.report(plan, POLICY, at(NOW))).hasSize(10);
        assertThat(ensure(NOW)).noneMatch(Issuance::changes);

        Files.delete(directory.resolve(SERVER_PEM));
        assertThat(find(store.examine(plan, POLICY, at(NOW)), SERVER).reasons()).containsExactly(ReissueReason.MISSING);
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> ensure(NOW))
                .withMessageContaining("no passphrase was given");
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> PkiStore.at(directory, Passphrase.of("another".toCharArray()))
                        .ensure(plan, POLICY, at(NOW), RANDOM))
                .withMessageContaining("the passphrase is another one");
        assertThat(find(PkiStore.at(directory, passphrase()).ensure(plan, POLICY, at(NOW), RANDOM), SERVER)
                        .action())
                .isEqualTo(Issuance.Action.RENEWED);
    }

    @Test
    void everyGenerationIsEncryptedOnceOneIs() {
        PkiStore encrypted = PkiStore.at(directory, passphrase());
        encrypted.ensure(plan, POLICY, at(NOW), RANDOM);

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> store.rotate("etcd", RotationPhase.TRUSTED, plan, POLICY, at(NOW), RANDOM))
                .withMessageContaining("no passphrase was given");
        for (RotationPhase phase : List.of(RotationPhase.TRUSTED, RotationPhase.REISSUED)) {
            assertThat(encrypted
                            .rotate("etcd", phase, plan, POLICY, at(NOW), RANDOM)
                            .phase())
                    .isEqualTo(phase);
            assertThat(tree().entrySet())
                    .filteredOn(file -> file.getKey().endsWith("ca-key.pem"))
                    .allSatisfy(file -> assertThat(file.getValue()).contains("BEGIN ENCRYPTED PRIVATE KEY"));
        }
        encrypted.renew(Set.of("ca/etcd"), plan, POLICY, at(NOW), RANDOM);
        assertThat(encrypted.examine(plan, POLICY, at(NOW))).noneMatch(Issuance::changes);
    }

    private static Passphrase passphrase() {
        return Passphrase.of("correct horse".toCharArray());
    }
}
