package io.github.pg1c.live;

import static io.github.pg1c.live.OutcomeAssertions.assertCompleted;
import static io.github.pg1c.live.OutcomeAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.cluster.ParameterChange;
import io.github.pg1c.patroni.cluster.Role;
import io.github.pg1c.patroni.config.ConfigChange;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.config.ConfigPlan;
import io.github.pg1c.patroni.config.ConfigProblem;
import io.github.pg1c.patroni.config.SynchronousMode;
import io.github.pg1c.patroni.health.HealthCheck;
import io.github.pg1c.patroni.operation.ConfigOutcome;
import io.github.pg1c.patroni.operation.Hindrance;
import io.github.pg1c.patroni.operation.PauseOutcome;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.Restart;
import io.github.pg1c.patroni.operation.RestartOutcome;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.operation.SwitchoverPlan;
import io.github.pg1c.patroni.protocol.Feature;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The library changes the shared configuration, and PostgreSQL runs with it. */
@ExtendWith({BootedCluster.class, ShortLoopWait.class})
@Order(10)
@Tag("newest")
class ConfigurationIT {

    private static final Duration TAKEN_OVER = Duration.ofSeconds(30);
    /** The leader restarts as a standby, or the other way round. */
    private static final Duration CHANGE_OF_ROLE = Duration.ofMinutes(1);

    private String original = "";

    @BeforeEach
    void remember(LiveCluster live) {
        original = live.patroni().configuration().raw().toString();
    }

    @AfterEach
    void restore(LiveCluster live) {
        try (PatroniClient patroni = live.patroniOperator()) {
            assertThat(patroni.replaceConfiguration(original))
                    .isInstanceOfAny(ConfigOutcome.Changed.class, ConfigOutcome.Unchanged.class);
        }
    }

    @Test
    void aNewValueReachesPostgresqlAndIsRemovedAgain(LiveCluster live) throws SQLException {
        String parameter = "vacuum_cost_limit";
        String before = Sql.run(live, live.leader(), "show " + parameter);
        String after = "321";
        assertThat(before).isNotEqualTo(after);
        ConfigPatch patch = ConfigPatch.empty().parameter(parameter, after);
        try (PatroniClient patroni = live.patroniOperator()) {
            ConfigPlan plan = patroni.planConfiguration(patch);
            assertThat(plan.problems()).isEmpty();
            assertThat(plan.needsRestart()).isFalse();
            assertThat(plan.changes())
                    .containsExactly(new ConfigChange(
                            List.of("postgresql", "parameters", parameter),
                            Optional.empty(),
                            Optional.of(after),
                            false));

            ConfigOutcome outcome = patroni.configure(patch);

            assertThat(outcome).isInstanceOfSatisfying(ConfigOutcome.Changed.class, changed -> {
                assertThat(changed.changes()).isEqualTo(plan.changes());
                assertThat(changed.configuration().parameters()).containsEntry(parameter, after);
            });
            awaitOnAll(live, "show " + parameter, after);
            assertThat(patroni.configure(patch)).isInstanceOf(ConfigOutcome.Unchanged.class);

            assertThat(patroni.configure(ConfigPatch.empty().remove("postgresql", "parameters", parameter)))
                    .isInstanceOf(ConfigOutcome.Changed.class);
            awaitOnAll(live, "show " + parameter, before);
        }
    }

    private static void awaitOnAll(LiveCluster live, String statement, String answer) {
        for (String member : live.members()) {
            Eventually.holds(
                    TAKEN_OVER,
                    () -> assertThat(Sql.run(live, member, statement))
                            .as(member)
                            .isEqualTo(answer));
        }
    }

    @Test
    void keysThatPatroniWouldIgnoreAreNotSent(LiveCluster live) {
        try (PatroniClient patroni = live.patroniOperator()) {
            assertThat(patroni.configure(ConfigPatch.empty().set(2, "synchronous_mode_count")))
                    .isInstanceOfSatisfying(
                            ConfigOutcome.Rejected.class,
                            rejected -> assertThat(rejected.problems())
                                    .extracting(ConfigProblem::suggestion)
                                    .containsExactly(Optional.of("synchronous_node_count")));
            assertThat(patroni.configure(ConfigPatch.empty().parameter("listen_addresses", "*")))
                    .isInstanceOf(ConfigOutcome.Rejected.class);
            assertThat(patroni.configuration().raw().toString()).isEqualTo(original);
        }
    }

    @Test
    void anIncreaseThatNeedsRestartsGoesToTheStandbysFirstAndBackTheOtherWay(LiveCluster live) throws SQLException {
        String leader = live.leader();
        String first = live.asynchronousStandby();
        int before = Integer.parseInt(Sql.run(live, leader, "show max_connections"));
        int after = before + 5;
        try (PatroniClient patroni = live.patroniOperator()) {
            ConfigPatch patch = ConfigPatch.empty().parameter("max_connections", after);
            assertThat(patroni.planConfiguration(patch).needsRestart()).isTrue();
            assertThat(patroni.configure(patch)).isInstanceOf(ConfigOutcome.Changed.class);
            awaitPending(live, patroni, live.members());
            if (live.has(Feature.PENDING_RESTART_REASON)) {
                assertThat(patroni.member(live.api(leader)).pendingRestartReasons())
                        .containsExactly(new ParameterChange(
                                "max_connections", Integer.toString(before), Integer.toString(after)));
            }

            restartPending(live, patroni, first);
            assertThat(Sql.run(live, first, "show max_connections")).isEqualTo(Integer.toString(after));
            SwitchoverPlan plan = patroni.plan(Switchover.from(leader).to(first));
            assertThat(plan.candidate(first).orElseThrow().hindrances())
                    .as("with it as the primary the other standby would stop")
                    .extracting(Hindrance::kind)
                    .contains(
                            live.has(Feature.PENDING_RESTART_REASON)
                                    ? Hindrance.Kind.STOPS_STANDBYS
                                    : Hindrance.Kind.PENDING_RESTART);
            live.standbys().stream()
                    .filter(other -> !other.equals(first))
                    .forEach(other -> restartPending(live, patroni, other));
            restartPending(live, patroni, leader);
            awaitOnAll(live, "show max_connections", Integer.toString(after));

            live.awaitHealthy(TAKEN_OVER);
            // A member may still report the former configuration right after that.
            assertThat(patroni.replaceConfiguration(original))
                    .isInstanceOfSatisfying(
                            ConfigOutcome.Changed.class,
                            changed -> assertThat(changed.configuration().parameters())
                                    .containsEntry("max_connections", Integer.toString(before)));
            awaitPending(live, patroni, live.members());
            restartPending(live, patroni, leader);
            // A standby starts with the smaller value only once it has replayed that the primary has it.
            live.standbys()
                    .forEach(standby -> Eventually.holds(TAKEN_OVER, () -> restartPending(live, patroni, standby)));
            awaitOnAll(live, "show max_connections", Integer.toString(before));
            assertThat(live.leader()).isEqualTo(leader);
        }
    }

    private static void awaitPending(LiveCluster live, PatroniClient patroni, List<String> members) {
        for (String member : members) {
            Eventually.holds(
                    TAKEN_OVER,
                    () -> assertThat(patroni.member(live.api(member)).conditions())
                            .as(member)
                            .contains(MemberStatus.Condition.PENDING_RESTART));
        }
    }

    private static void restartPending(LiveCluster live, PatroniClient patroni, String member) {
        assertThat(patroni.restart(live.api(member), Restart.now().ifPending()))
                .as(member)
                .isInstanceOf(RestartOutcome.Restarted.class);
        assertThat(patroni.member(live.api(member)).conditions())
                .as(member)
                .doesNotContain(MemberStatus.Condition.PENDING_RESTART);
    }

    @Test
    void aPausedClusterSchedulesNothingAndIsResumed(LiveCluster live) {
        String leader = live.leader();
        try (PatroniClient patroni = live.patroniOperator()) {
            assertThat(patroni.pause(TAKEN_OVER)).isInstanceOf(PauseOutcome.Reached.class);
            assertThat(patroni.cluster().paused()).isTrue();
            assertThat(patroni.configuration().paused()).isTrue();
            for (String member : live.members()) {
                assertThat(patroni.member(live.api(member)).is(MemberStatus.Condition.PAUSED))
                        .as(member)
                        .isTrue();
            }
            assertThat(patroni.pause(TAKEN_OVER)).isInstanceOf(PauseOutcome.Reached.class);

            Switchover later = Switchover.from(leader)
                    .to(live.synchronousStandby())
                    .at(OffsetDateTime.now(ZoneOffset.UTC).plusDays(1));
            assertThat(patroni.plan(later).obstacles())
                    .extracting(Refused::reason)
                    .containsExactly(RefusalReason.PAUSED_NO_SCHEDULE);
            assertRefused(patroni.switchover(later), RefusalReason.PAUSED_NO_SCHEDULE);
            Switchover toAnybody = Switchover.from(leader);
            assertThat(patroni.plan(toAnybody).obstacles())
                    .extracting(Refused::reason)
                    .containsExactly(RefusalReason.PAUSED_NEEDS_CANDIDATE);
            assertRefused(patroni.switchover(toAnybody), RefusalReason.PAUSED_NEEDS_CANDIDATE);
            assertRefused(
                    patroni.restart(
                            live.api(leader),
                            Restart.now().at(OffsetDateTime.now(ZoneOffset.UTC).plusDays(1))),
                    RefusalReason.PAUSED_NO_SCHEDULE);

            assertThat(patroni.resume(TAKEN_OVER)).isInstanceOf(PauseOutcome.Reached.class);
            assertThat(patroni.cluster().paused()).isFalse();
        }
        assertThat(live.leader()).isEqualTo(leader);
    }

    @Test
    void quorumCommitWorksWherePatroniHasItAndIsNotSentWhereItMeansOff(LiveCluster live) throws SQLException {
        String leader = live.leader();
        ConfigPatch quorum = ConfigPatch.empty().set("quorum", "synchronous_mode");
        try (PatroniClient patroni = live.patroniOperator()) {
            if (!live.has(Feature.QUORUM_COMMIT)) {
                assertThat(patroni.configure(quorum)).isInstanceOf(ConfigOutcome.Rejected.class);
                assertThat(patroni.configuration().synchronousMode().kind()).isEqualTo(SynchronousMode.Kind.ON);
                return;
            }
            assertThat(patroni.configure(quorum)).isInstanceOf(ConfigOutcome.Changed.class);
            Eventually.holds(
                    TAKEN_OVER,
                    () -> assertThat(patroni.cluster().members())
                            .filteredOn(member -> member.role().kind() == Role.Kind.QUORUM_STANDBY)
                            .extracting(Member::name)
                            .containsExactlyElementsOf(live.standbys()));
            for (String member : live.members()) {
                boolean leads = member.equals(leader);
                assertThat(patroni.health(live.api(member), HealthCheck.QUORUM).isHealthy())
                        .as(member)
                        .isEqualTo(!leads);
                assertThat(patroni.health(live.api(member), HealthCheck.READ_ONLY_QUORUM)
                                .isHealthy())
                        .isTrue();
                assertThat(patroni.member(live.api(member)).is(MemberStatus.Condition.QUORUM_STANDBY))
                        .isEqualTo(!leads);
            }
            assertThat(Sql.run(live, leader, "select count(*) from pg_stat_replication where sync_state = 'quorum'"))
                    .isEqualTo("2");

            String candidate = live.standbys().get(0);
            Switchover wish = Switchover.from(leader).to(candidate);
            assertThat(patroni.plan(wish).isSafe())
                    .as(patroni.plan(wish).explanation().en())
                    .isTrue();
            assertCompleted(patroni.switchover(wish), candidate);
        }
    }

    @Test
    void aStandbyClusterIsReadOnlyUntilItIsPromoted(LiveCluster live) throws SQLException {
        String leader = live.leader();
        try (PatroniClient patroni = live.patroniOperator()) {
            assertThat(patroni.configure(ConfigPatch.demoteToStandbyCluster(live.client(), 5432)))
                    .isInstanceOf(ConfigOutcome.Changed.class);
            Eventually.holds(
                    CHANGE_OF_ROLE,
                    () -> assertThat(patroni.cluster()
                                    .leader()
                                    .orElseThrow()
                                    .role()
                                    .kind())
                            .isEqualTo(Role.Kind.STANDBY_LEADER));
            Eventually.holds(
                    CHANGE_OF_ROLE,
                    () -> assertThat(Sql.run(live, leader, "select pg_is_in_recovery()"))
                            .isEqualTo("t"));
            Eventually.holds(
                    CHANGE_OF_ROLE,
                    () -> assertThat(patroni.health(live.api(leader), HealthCheck.STANDBY_LEADER)
                                    .isHealthy())
                            .isTrue());
            assertThat(patroni.health(live.api(leader), HealthCheck.PRIMARY).isHealthy())
                    .isFalse();
            assertThat(patroni.configuration().isStandbyCluster()).isTrue();

            assertThat(patroni.configure(ConfigPatch.promoteStandbyCluster()))
                    .isInstanceOf(ConfigOutcome.Changed.class);
            Eventually.holds(
                    CHANGE_OF_ROLE,
                    () -> assertThat(patroni.health(live.api(leader), HealthCheck.PRIMARY)
                                    .isHealthy())
                            .isTrue());
            Eventually.holds(
                    CHANGE_OF_ROLE,
                    () -> assertThat(Sql.run(live, leader, "select pg_is_in_recovery()"))
                            .isEqualTo("f"));
        }
    }
}
