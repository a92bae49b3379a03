package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.patroni.LeaderOutcome;
import io.github.pg1c.patroni.LeaderWait;
import io.github.pg1c.patroni.Member;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.Refused;
import io.github.pg1c.patroni.Role;
import io.github.pg1c.patroni.Switchover;
import io.github.pg1c.patroni.SwitchoverOutcome;
import io.github.pg1c.patroni.SwitchoverPlan;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The leader's role moves by the library's hand, while a client writes. */
@ExtendWith(BootedCluster.class)
@Order(7)
class SwitchoverIT {

    /** A clean stop of the old leader, and the turns of Patroni's loop around it. */
    private static final Duration HANDING_OVER = Duration.ofMinutes(2);

    @Test
    void plansThenHandsOverToTheSynchronousStandbyWithoutLosingACommit(LiveCluster live) throws SQLException {
        String leader = live.leader();
        String candidate = standby(live, Role.Kind.SYNC_STANDBY);
        Switchover wish = Switchover.from(leader).to(candidate);
        Node balancer = live.nodes(NodeRole.HAPROXY).get(0);
        Writer writer = Writer.start(live.infobase(), LiveCluster.address(balancer), live.writePort());
        try (writer;
                PatroniClient patroni = live.patroniOperator()) {
            SwitchoverPlan plan = patroni.plan(wish);
            assertThat(plan.isSafe()).as(plan.explanation()).isTrue();

            SwitchoverOutcome outcome = patroni.switchover(wish);

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            SwitchoverOutcome.Completed.class,
                            completed -> assertThat(completed.leader()).isEqualTo(candidate));
            assertThat(patroni.awaitLeader(
                            LeaderWait.forAny().toBe(candidate).andStandbys().within(HANDING_OVER), event -> {}))
                    .isInstanceOf(LeaderOutcome.Reached.class);
            String address = LiveCluster.address(live.node(candidate));
            Eventually.holds(
                    HANDING_OVER,
                    () -> assertThat(writer.acknowledged())
                            .anyMatch(write -> Set.of(write.server().split(",")).contains(address)));
        }
        live.awaitHealthy(HANDING_OVER);
        assertThat(live.leader()).isEqualTo(candidate);
        assertThat(writer.lost(live.infobase(), LiveCluster.address(balancer), live.writePort()))
                .isEmpty();
    }

    @Test
    void refusesAMemberThatIsNotSynchronous(LiveCluster live) {
        live.awaitHealthy(HANDING_OVER);
        String leader = live.leader();
        String candidate = standby(live, Role.Kind.REPLICA);
        try (PatroniClient patroni = live.patroniOperator()) {
            Switchover wish = Switchover.from(leader).to(candidate);

            SwitchoverPlan plan = patroni.plan(wish);
            SwitchoverOutcome outcome = patroni.switchover(wish);

            assertThat(plan.isPossible()).as(plan.explanation()).isFalse();
            assertThat(outcome).isInstanceOf(Refused.class);
        }
        assertThat(live.leader()).isEqualTo(leader);
    }

    private static String standby(LiveCluster live, Role.Kind kind) {
        return live.patroni().cluster().members().stream()
                .filter(member -> member.role().kind() == kind)
                .map(Member::name)
                .findFirst()
                .orElseThrow();
    }
}
