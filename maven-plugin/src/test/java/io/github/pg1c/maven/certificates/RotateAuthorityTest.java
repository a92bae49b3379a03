package io.github.pg1c.maven.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.maven.speech.Confirmation;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.pki.store.RotationPhase;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotateAuthorityTest {

    @TempDir
    private Path directory;

    private Counter counter = new Counter(Path.of("."));

    @BeforeEach
    void counter() {
        counter = new Counter(directory).made();
    }

    @Test
    void replacesAKeyInThreeStepsEachWithWhatToDoBeforeTheNext() {
        counter.succeeds(rotate("etcd"));

        assertThat(counter.said())
                .containsExactly(
                        "RESULT small: the authority etcd now: one key",
                        "RESULT small: step 1 of 3: a new key is made; the nodes will trust both, and nothing is issued with the new one yet",
                        "RESULT small: to do on the nodes, in this order (ansible/site.yml of the bundle does all of it):",
                        "RESULT     install the secrets, files by node: n1 2, n2 2, n3 1 (nodes/<node>/install.sh --secrets)",
                        "RESULT     restart etcd on one node after the other: n1, n2, n3; go on when all members are healthy (pg1c-etcdctl endpoint health --cluster)",
                        "RESULT     systemctl reload patroni: n1, n2",
                        "RESULT small: step 1 of 3 is done; when every node has done the above: pki-rotate -Dpg1c.authority=etcd");
        assertThat(counter.questions()).containsExactly("small: begin?");
        assertThat(counter.pki().phase("etcd")).isEqualTo(RotationPhase.TRUSTED);
        counter.forget();

        counter.succeeds(rotate("etcd"));

        assertThat(counter.questions()).singleElement().asString().contains("is etcd restarted on each");
        assertThat(counter.said())
                .contains(
                        "RESULT     n1/etc/etcd/tls/server: renewed, same key, until 2027-11-20 (the authority has a new key)",
                        "RESULT     systemctl reload patroni: n1, n2",
                        "RESULT     etcd reads certificates and revocation lists by itself at the next connection");
        counter.forget();

        counter.succeeds(rotate("etcd"));

        assertThat(counter.said())
                .last()
                .isEqualTo("RESULT small: step 3 of 3 is done: key 2 is the only one; deliver the above once more");
        assertThat(counter.row("n1/etc/etcd/tls/server").generation()).isEqualTo(2);
        assertThat(counter.row("n1/haproxy-client").generation()).isEqualTo(1);
        counter.leavesNothingForAGeneration();
    }

    @Test
    void doesNothingWhereNobodyCanBeAsked() {
        GoalResult outcome =
                counter.replying(Confirmation.Answer.NOBODY).does(RotateAuthority.of(Optional.of("etcd"), false));

        assertThat(outcome.sentence()).contains("nothing was done", "-Dpg1c.yes");
        assertThat(counter.pki().phase("etcd")).isEqualTo(RotationPhase.SETTLED);
    }

    @Test
    void doesNothingWhenTheUserDoesNotAgree() {
        GoalResult outcome = counter.replying(Confirmation.Answer.NO)
                .speaking(Language.RU)
                .does(RotateAuthority.of(Optional.of("cluster"), false));

        assertThat(outcome).isEqualTo(GoalResult.failure("pg1c: small: не подтверждено, ничего не сделано"));
        assertThat(counter.pki().phase("cluster")).isEqualTo(RotationPhase.SETTLED);
    }

    @Test
    void dryRunTellsTheStepAndDoesNothing() {
        counter.succeeds(counter.does(RotateAuthority.of(Optional.of("etcd"), true)));

        assertThat(counter.said()).anyMatch(line -> line.contains("step 1 of 3"));
        assertThat(counter.questions()).isEmpty();
        assertThat(counter.pki().phase("etcd")).isEqualTo(RotationPhase.SETTLED);
    }

    @Test
    void requiresTheNameOfAnAuthority() {
        GoalResult none = counter.does(RotateAuthority.of(Optional.empty(), false));
        GoalResult unknown = rotate("patroni");

        assertThat(none.failed()).isTrue();
        assertThat(unknown.failed()).isTrue();
        assertThat(counter.said())
                .contains(
                        "ERROR pg1c.authority: error PG1C-906: which key is to be replaced?",
                        "ERROR     name one of: etcd, cluster",
                        "ERROR pg1c.authority: error PG1C-903: 'patroni' is not known here");
    }

    private GoalResult rotate(String authority) {
        return counter.does(RotateAuthority.of(Optional.of(authority), false));
    }
}
