package io.github.pg1c.pki.store;

import static io.github.pg1c.pki.authority.Authorities.NOW;
import static io.github.pg1c.pki.authority.Authorities.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.plan.IssuancePolicy;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A store whose authorities' keys are under a passphrase. */
class EncryptedStoreTest extends StoreFixture {
    private static final IssuancePolicy POLICY = IssuancePolicy.defaults();

    @Test
    void keyIsNeverOnDiskInPlain() {
        PkiStore encrypted = PkiStore.at(directory, passphrase());

        encrypted.planned(plan, POLICY, at(NOW), RANDOM).ensure();

        assertThat(text(CA_KEY)).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        assertThat(text(SERVER_KEY)).as("etcd reads plain keys only").startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(PkiStore.at(directory, passphrase())
                        .planned(plan, POLICY, at(NOW), RANDOM)
                        .ensure())
                .noneMatch(Issuance::changes);
    }

    @Test
    void plainKeyIsEncryptedByTheNextRunAndLeavesNoCopy() {
        ensure(NOW);
        String plain = text(CA_KEY);

        assertThat(PkiStore.at(directory, passphrase())
                        .planned(plan, POLICY, at(NOW), RANDOM)
                        .ensure())
                .noneMatch(Issuance::changes);

        assertThat(text(CA_KEY)).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        assertThat(tree().values()).doesNotContain(plain);
    }

    @Test
    void runThatIssuesNothingNeedsNoPassphrase() throws Exception {
        PkiStore.at(directory, passphrase())
                .planned(plan, POLICY, at(NOW), RANDOM)
                .ensure();

        assertThat(store.planned(plan, POLICY, at(NOW), new SecureRandom()).report())
                .hasSize(10);
        assertThat(ensure(NOW)).noneMatch(Issuance::changes);

        Files.delete(directory.resolve(SERVER_PEM));
        assertThat(find(store.planned(plan, POLICY, at(NOW), new SecureRandom()).examine(), SERVER)
                        .reasons())
                .containsExactly(ReissueReason.MISSING);
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> ensure(NOW))
                .withMessageContaining("no passphrase was given");
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> PkiStore.at(directory, Passphrase.of("another".toCharArray()))
                        .planned(plan, POLICY, at(NOW), RANDOM)
                        .ensure())
                .withMessageContaining("the passphrase is another one");
        assertThat(find(
                                PkiStore.at(directory, passphrase())
                                        .planned(plan, POLICY, at(NOW), RANDOM)
                                        .ensure(),
                                SERVER)
                        .action())
                .isEqualTo(Issuance.Action.RENEWED);
    }

    @Test
    void everyGenerationIsEncryptedOnceOneIs() {
        PkiStore encrypted = PkiStore.at(directory, passphrase());
        encrypted.planned(plan, POLICY, at(NOW), RANDOM).ensure();

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> store.planned(plan, POLICY, at(NOW), RANDOM).rotate("etcd", RotationPhase.TRUSTED))
                .withMessageContaining("no passphrase was given");
        for (RotationPhase phase : List.of(RotationPhase.TRUSTED, RotationPhase.REISSUED)) {
            assertThat(encrypted
                            .planned(plan, POLICY, at(NOW), RANDOM)
                            .rotate("etcd", phase)
                            .phase())
                    .isEqualTo(phase);
            assertThat(tree().entrySet())
                    .filteredOn(file -> file.getKey().endsWith("ca-key.pem"))
                    .allSatisfy(file -> assertThat(file.getValue()).contains("BEGIN ENCRYPTED PRIVATE KEY"));
        }
        encrypted.planned(plan, POLICY, at(NOW), RANDOM).renew(Set.of("ca/etcd"));
        assertThat(encrypted.planned(plan, POLICY, at(NOW), new SecureRandom()).examine())
                .noneMatch(Issuance::changes);
    }

    private static Passphrase passphrase() {
        return Passphrase.of("correct horse".toCharArray());
    }
}
