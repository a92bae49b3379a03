package io.github.pg1c.ops.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.ops.Laboratory;
import io.github.pg1c.ops.ResultKind;
import io.github.pg1c.ops.state.AwaitCluster.Until;
import io.github.pg1c.patroni.cluster.Member;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StateTest {

    private Laboratory laboratory;

    @BeforeEach
    void boot() {
        laboratory = new Laboratory();
    }

    @AfterEach
    void end() {
        laboratory.close();
    }

    @Test
    void waitsUntilNobodyIsBehind() {
        assertThat(laboratory.run(AwaitCluster.until(Until.NO_LAG))).isEqualTo(new AwaitCluster.Result.Reached("pg1"));
    }

    @Test
    void namesMembersThatStayBehind() {
        laboratory.simulated().member("pg3").lag(2_000_000);

        AwaitCluster.Result result = laboratory.run(AwaitCluster.until(Until.NO_LAG));

        assertThat(result.kind()).isEqualTo(ResultKind.TIMED_OUT);
        assertThat(result)
                .isInstanceOfSatisfying(
                        AwaitCluster.Result.Behind.class,
                        behind -> assertThat(behind.members())
                                .extracting(Member::name)
                                .containsExactly("pg3"));
        assertThat(laboratory
                        .run(AwaitCluster.until(Until.NO_LAG).toleratingLag(2_000_000))
                        .isSuccess())
                .isTrue();
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(laboratory.run(AwaitCluster.until(Until.LEADER).ledBy("pg2")))
                .isInstanceOfSatisfying(
                        AwaitCluster.Result.NotWhole.class,
                        none -> assertThat(none.missing())
                                .containsExactly(Text.of("the leader is pg1", "лидер — pg1")));
    }

    @Test
    void surveysACluster() {
        laboratory.simulated().member("pg2").pendingRestart("max_connections", "100", "200");

        ClusterStatus status = ClusterStatus.of(laboratory.connection());

        assertThat(status.cluster()).isEqualTo("main");
        assertThat(status.state().orElseThrow().members()).hasSize(3);
        assertThat(status.systemIdentifier())
                .hasValueSatisfying(id -> assertThat(id).matches("\\d+"));
        assertThat(status.pendingRestart()).containsExactly("pg2");
        assertThat(status.notAnswering()).isEmpty();
    }

    @Test
    void hasNoStateOfAClusterWithoutAnswers() {
        laboratory.simulated().close();

        ClusterStatus status = ClusterStatus.of(laboratory.connection());

        assertThat(status.state()).isEmpty();
        assertThat(status.notAnswering()).hasSize(1);
    }

    @Test
    void replicatesFromTheLeaderOrFromTheTaggedMember() {
        laboratory.simulated().member("pg3").tag("replicatefrom", "pg2");

        ReplicationTree tree =
                ReplicationTree.of(laboratory.connection().patroni().cluster());

        assertThat(tree.detached()).isEmpty();
        ReplicationTree.Branch leader = tree.leaders().get(0);
        assertThat(leader.member().name()).isEqualTo("pg1");
        assertThat(leader.below()).singleElement().satisfies(branch -> {
            assertThat(branch.member().name()).isEqualTo("pg2");
            assertThat(branch.below())
                    .extracting(below -> below.member().name())
                    .containsExactly("pg3");
        });
    }

    @Test
    void detachesMembersInACircle() {
        laboratory.simulated().member("pg2").tag("replicatefrom", "pg3");
        laboratory.simulated().member("pg3").tag("replicatefrom", "pg2");

        ReplicationTree tree =
                ReplicationTree.of(laboratory.connection().patroni().cluster());

        assertThat(tree.detached()).extracting(Member::name).containsExactly("pg2", "pg3");
    }
}
