package io.github.pg1c.pki.store;

import static io.github.pg1c.pki.authority.Authorities.NOW;
import static io.github.pg1c.pki.authority.Authorities.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.pki.RevocationReason;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.key.PrivateKeys;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation, killed between any two writes and once more while it is repeated: repeating it brings the store to
 * where it was going.
 */
@Tag("slow")
class KilledRunTest {
    private static final CertificatePlan PLAN = Plans.nodes(2);
    private static final CertificatePlan OUTSIDE = Plans.external();
    private static final IssuancePolicy POLICY = IssuancePolicy.defaults();
    private static final Instant LATER = NOW.plus(Duration.ofDays(300));

    /**
     * An operation and the store that it begins with.
     *
     * @param settled true when nothing is left to do after it, false while answers are awaited
     */
    record Operation(
            String name,
            CertificatePlan plan,
            Instant at,
            MemoryFiles before,
            Consumer<PkiStore> run,
            RotationPhase phase,
            boolean settled) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Operation> operations() {
        MemoryFiles empty = new MemoryFiles();
        MemoryFiles made = after(empty, store -> ensure(store, NOW));
        MemoryFiles early = made.copy();
        early.files().remove(IssuedIndex.file("etcd"));
        MemoryFiles trusted = after(made, store -> rotate(store, RotationPhase.TRUSTED));
        MemoryFiles reissued = after(trusted, store -> rotate(store, RotationPhase.REISSUED));
        Set<String> ids = Set.of("node1/etcd-server", "node2/patroni-etcd");
        Corporate corporate = Corporate.create(1);
        Corporate second = Corporate.create(2);
        MemoryFiles outside = after(empty, store -> importAuthority(store, corporate));
        MemoryFiles answered = after(outside, store -> importAnswers(store, corporate));
        MemoryFiles both = after(answered, store -> importAuthority(store, second));
        MemoryFiles asked = after(both, store -> rotate(store, OUTSIDE, RotationPhase.REISSUED));
        MemoryFiles moved = after(asked, store -> importAnswers(store, second));
        Corporate takingOver = Corporate.create(1);
        MemoryFiles beside = after(made, store -> importAuthority(store, takingOver));
        MemoryFiles leaving = after(beside, store -> rotate(store, OUTSIDE, RotationPhase.REISSUED));
        MemoryFiles left = after(leaving, store -> importAnswers(store, takingOver));
        return Stream.of(
                own("first run", NOW, empty, store -> ensure(store, NOW), RotationPhase.SETTLED),
                own("first run with an index", NOW, early, store -> ensure(store, NOW), RotationPhase.SETTLED),
                own("renewal", LATER, made, store -> ensure(store, LATER), RotationPhase.SETTLED),
                own(
                        "renewal that was asked for",
                        NOW,
                        made,
                        store -> store.planned(PLAN, POLICY, at(NOW), RANDOM).renew(ids),
                        RotationPhase.SETTLED),
                own(
                        "new keys",
                        NOW,
                        made,
                        store -> store.planned(PLAN, POLICY, at(NOW), RANDOM).rekey(ids),
                        RotationPhase.SETTLED),
                own(
                        "renewal of the authority",
                        NOW,
                        made,
                        store -> store.planned(PLAN, POLICY, at(NOW), RANDOM).renew(Set.of("ca/etcd")),
                        RotationPhase.SETTLED),
                own("trust both", NOW, made, store -> rotate(store, RotationPhase.TRUSTED), RotationPhase.TRUSTED),
                own("re-issue", NOW, trusted, store -> rotate(store, RotationPhase.REISSUED), RotationPhase.REISSUED),
                own(
                        "drop the old",
                        NOW,
                        reissued,
                        store -> rotate(store, RotationPhase.SETTLED),
                        RotationPhase.SETTLED),
                own("revocation", NOW, made, KilledRunTest::revoke, RotationPhase.SETTLED),
                own("revocation between generations", NOW, reissued, KilledRunTest::revoke, RotationPhase.REISSUED),
                outside(
                        "import of an authority",
                        empty,
                        store -> importAuthority(store, corporate),
                        RotationPhase.SETTLED,
                        false),
                outside(
                        "import of answers",
                        outside,
                        store -> importAnswers(store, corporate),
                        RotationPhase.SETTLED,
                        true),
                outside(
                        "import of a second authority",
                        answered,
                        store -> importAuthority(store, second),
                        RotationPhase.TRUSTED,
                        true),
                outside(
                        "requests to the second authority",
                        both,
                        store -> rotate(store, OUTSIDE, RotationPhase.REISSUED),
                        RotationPhase.REISSUED,
                        false),
                outside(
                        "import of its answers",
                        asked,
                        store -> importAnswers(store, second),
                        RotationPhase.REISSUED,
                        true),
                outside(
                        "drop the first authority",
                        moved,
                        store -> rotate(store, OUTSIDE, RotationPhase.SETTLED),
                        RotationPhase.SETTLED,
                        true),
                outside(
                        "import of an authority that takes the place of the store's own",
                        made,
                        store -> importAuthority(store, takingOver),
                        RotationPhase.TRUSTED,
                        true),
                outside(
                        "requests to it",
                        beside,
                        store -> rotate(store, OUTSIDE, RotationPhase.REISSUED),
                        RotationPhase.REISSUED,
                        false),
                outside(
                        "import of its first answers",
                        leaving,
                        store -> importAnswers(store, takingOver),
                        RotationPhase.REISSUED,
                        true),
                outside(
                        "drop the store's own",
                        left,
                        store -> rotate(store, OUTSIDE, RotationPhase.SETTLED),
                        RotationPhase.SETTLED,
                        true));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void repeatedRunCompletesOneThatWasKilledAtAnyWrite(Operation operation) {
        Random seeded = new Random(7);
        MemoryFiles whole = operation.before().copy().alive();
        operation.run().accept(new PkiStore(whole));
        int writes = whole.writes();
        assertThat(writes).isPositive();
        assertReached(operation, whole);

        for (int first = 0; first < writes; first++) {
            MemoryFiles files = operation.before().copy();
            kill(operation, files, first);
            int second = seeded.nextInt(writes);
            try {
                operation.run().accept(new PkiStore(files.killedAfter(second)));
            } catch (MemoryFiles.Killed e) {
                assertSound(operation, files);
            }
            operation.run().accept(new PkiStore(files.alive()));
            assertReached(operation, files);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void ordinaryRunAfterAKilledOneLosesNothing(Operation operation) {
        MemoryFiles whole = operation.before().copy().alive();
        operation.run().accept(new PkiStore(whole));
        for (int limit = 0; limit < whole.writes(); limit++) {
            MemoryFiles files = operation.before().copy();
            kill(operation, files, limit);

            new PkiStore(files.alive())
                    .planned(operation.plan(), POLICY, at(operation.at()), RANDOM)
                    .ensure();

            assertSound(operation, files);
            assertThat(new PkiStore(files)
                            .planned(operation.plan(), POLICY, at(operation.at()), RANDOM)
                            .ensure())
                    .noneMatch(Issuance::changes);
            assertThat(new PkiStore(files).planned(operation.plan()).phase("etcd"))
                    .isIn(
                            new PkiStore(operation.before())
                                    .planned(operation.plan())
                                    .phase("etcd"),
                            operation.phase());
        }
    }

    private static void kill(Operation operation, MemoryFiles files, int limit) {
        PkiStore store = new PkiStore(files.killedAfter(limit));
        assertThatExceptionOfType(MemoryFiles.Killed.class)
                .isThrownBy(() -> operation.run().accept(store));
        assertSound(operation, files);
    }

    /**
     * Holds at every moment: whatever certificate is there is in the index, and what its own key belongs to is trusted
     * by the store.
     */
    private static void assertSound(Operation operation, MemoryFiles files) {
        for (CertificatePlan.Certificate planned : operation.plan().certificates()) {
            files.read(planned.certificate()).ifPresent(pem -> {
                X509Certificate leaf = PemText.readCertificate(pem);
                if (files.files().containsKey(IssuedIndex.file("etcd"))) {
                    assertThat(new PkiStore(files).issued("etcd"))
                            .extracting(IndexEntry::serial)
                            .contains(leaf.getSerialNumber());
                }
                List<X509Certificate> trusted = Stream.of("ca/etcd/ca.pem", "ca/etcd/next/ca.pem", "ca/etcd/old/ca.pem")
                        .flatMap(path -> files.read(Path.of(path)).stream())
                        .map(PemText::readCertificate)
                        .toList();
                assertThat(trusted).anyMatch(issuer -> Examination.issued(issuer, leaf));
            });
        }
    }

    private static void assertReached(Operation operation, MemoryFiles files) {
        PkiStore store = new PkiStore(files);
        Clock clock = at(operation.at());
        assertSound(operation, files);
        assertThat(store.planned(operation.plan()).phase("etcd")).isEqualTo(operation.phase());
        assertThat(store.planned(operation.plan(), POLICY, clock, new SecureRandom())
                        .examine())
                .noneMatch(Issuance::changes);
        if (operation.settled()) {
            assertThat(store.planned(operation.plan(), POLICY, clock, new SecureRandom())
                            .examine())
                    .allMatch(issuance -> issuance.reasons().isEmpty());
        }
        int writes = files.writes();
        assertThat(store.planned(operation.plan(), POLICY, clock, RANDOM).ensure())
                .noneMatch(Issuance::changes);
        assertThat(files.writes()).isEqualTo(writes);
        if (operation.plan() == PLAN && operation.phase() == RotationPhase.REISSUED) {
            assertThat(files.files())
                    .as("the old generation can still sign its revocation list")
                    .containsKey(Path.of("ca/etcd/old/ca-key.pem"));
        }
        assertThat(files.files().keySet())
                .as("a key of a generation is beside its certificate")
                .filteredOn(path -> path.startsWith("ca") && path.endsWith("ca-key.pem"))
                .allMatch(path -> PrivateKeys.match(
                        PemText.readPrivateKey(files.read(path).orElseThrow()),
                        PemText.readCertificate(files.read(path.resolveSibling("ca.pem"))
                                        .orElseThrow())
                                .getPublicKey()));
    }

    private static Operation own(
            String name, Instant at, MemoryFiles before, Consumer<PkiStore> run, RotationPhase phase) {
        return new Operation(name, PLAN, at, before, run, phase, true);
    }

    private static Operation outside(
            String name, MemoryFiles before, Consumer<PkiStore> run, RotationPhase phase, boolean settled) {
        return new Operation(name, OUTSIDE, NOW, before, run, phase, settled);
    }

    private static MemoryFiles after(MemoryFiles before, Consumer<PkiStore> run) {
        MemoryFiles files = before.copy();
        run.accept(new PkiStore(files));
        return files;
    }

    private static void ensure(PkiStore store, Instant now) {
        store.planned(PLAN, POLICY, at(now), RANDOM).ensure();
    }

    private static void rotate(PkiStore store, RotationPhase phase) {
        rotate(store, PLAN, phase);
    }

    private static void rotate(PkiStore store, CertificatePlan plan, RotationPhase phase) {
        assertThat(store.planned(plan, POLICY, at(NOW), RANDOM)
                        .rotate("etcd", phase)
                        .phase())
                .isEqualTo(phase);
    }

    private static void revoke(PkiStore store) {
        store.planned(PLAN, POLICY, at(NOW), RANDOM)
                .revoke(Set.of(store.issued("etcd").get(1).serial()), RevocationReason.KEY_COMPROMISE);
    }

    private static void importAuthority(PkiStore store, Corporate corporate) {
        store.planned(OUTSIDE, POLICY, at(NOW), RANDOM).importAuthority("etcd", corporate.chainPem());
    }

    private static void importAnswers(PkiStore store, Corporate corporate) {
        // A repeated import meets requests that are answered already; the answers are the same ones.
        store.planned(OUTSIDE, POLICY, at(NOW), new SecureRandom())
                .importCertificates(corporate.answers(store.planned(OUTSIDE).signingRequests()));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
