package io.github.pg1c.live;

import static io.github.pg1c.live.OutcomeAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.component.patroni.PatroniPaths;
import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.cluster.ScheduledRestart;
import io.github.pg1c.patroni.operation.CancelOutcome;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Reinitialize;
import io.github.pg1c.patroni.operation.ReinitializeOutcome;
import io.github.pg1c.patroni.operation.ReloadOutcome;
import io.github.pg1c.patroni.operation.Restart;
import io.github.pg1c.patroni.operation.RestartOutcome;
import io.github.pg1c.patroni.protocol.Feature;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Members reload, restart and copy their data again on requests of the library, and refuse what they must. */
@ExtendWith({BootedCluster.class, ShortLoopWait.class})
@Order(9)
class MemberOperationsIT {

    private static final Duration RESTART = Duration.ofSeconds(30);
    /** Limit for copying a small database, and for the turns of Patroni's loop around it. */
    private static final Duration COPY = Duration.ofMinutes(1);

    @Test
    void aReloadTakesOverWhatTheFileSays(LiveCluster live) {
        String member = live.asynchronousStandby();
        Host host = live.host(member);
        String file = PatroniPaths.CONFIG;
        host.run("cp", "-p", file, "/root/patroni.yml").orThrow();
        try (PatroniClient patroni = live.patroniOperator()) {
            host.shell("sed -i '/^tags:/d' " + file + " && printf '\\ntags:\\n  shelf: \"7\"\\n' >> " + file)
                    .orThrow();
            assertThat(patroni.member(live.api(member)).tags()).doesNotContainKey("shelf");

            assertThat(patroni.reload(live.api(member))).isInstanceOf(ReloadOutcome.Requested.class);

            Eventually.holds(
                    live.worstCase(),
                    () -> assertThat(patroni.member(live.api(member)).tags()).containsEntry("shelf", "7"));
            Eventually.holds(
                    live.worstCase(),
                    () -> assertThat(patroni.cluster()
                                    .member(member)
                                    .orElseThrow()
                                    .tags())
                            .containsEntry("shelf", "7"));
        } finally {
            host.run("cp", "-p", "/root/patroni.yml", file).orThrow();
            host.unit("patroni.service").reload();
        }
    }

    @Test
    void aRestartIsOverWhenPostgresqlRunsAgain(LiveCluster live) {
        URI standby = live.api(live.asynchronousStandby());
        try (PatroniClient patroni = live.patroniOperator()) {
            OffsetDateTime before = started(patroni, standby);

            RestartOutcome outcome = patroni.restart(standby, Restart.now());

            assertThat(outcome).isInstanceOf(RestartOutcome.Restarted.class);
            assertThat(started(patroni, standby)).isAfter(before);
        }
    }

    @Test
    void aRestartOfThePrimaryUnderConditionsThatHoldKeepsItsRole(LiveCluster live) throws SQLException {
        String leader = live.leader();
        URI primary = live.api(leader);
        String timeline = timeline(live, leader);
        try (PatroniClient patroni = live.patroniOperator()) {
            OffsetDateTime before = started(patroni, primary);

            RestartOutcome outcome = patroni.restart(
                    primary,
                    Restart.now()
                            .ifRole(Restart.RestartRole.PRIMARY)
                            .ifOlderThan("99.0")
                            .within(RESTART));

            assertThat(outcome).isInstanceOf(RestartOutcome.Restarted.class);
            assertThat(started(patroni, primary)).isAfter(before);
        }
        assertThat(live.leader()).isEqualTo(leader);
        assertThat(timeline(live, leader)).isEqualTo(timeline);
    }

    private static String timeline(LiveCluster live, String member) throws SQLException {
        return Sql.run(live, member, "select timeline_id from pg_control_checkpoint()");
    }

    @Test
    void aRestartUnderAConditionThatDoesNotHoldIsRefused(LiveCluster live) {
        URI standby = live.api(live.asynchronousStandby());
        int major = live.cluster().postgresql().version().number();
        try (PatroniClient patroni = live.patroniOperator()) {
            OffsetDateTime before = started(patroni, standby);

            assertRefused(
                    patroni.restart(standby, Restart.now().ifRole(Restart.RestartRole.PRIMARY)),
                    RefusalReason.CONDITIONS_NOT_MET);
            assertRefused(
                    patroni.restart(standby, Restart.now().ifOlderThan(major + ".0")),
                    RefusalReason.CONDITIONS_NOT_MET);
            assertRefused(patroni.restart(standby, Restart.now().ifPending()), RefusalReason.CONDITIONS_NOT_MET);
            assertRefused(
                    patroni.restart(standby, Restart.now().ifRole(Restart.RestartRole.STANDBY_LEADER)),
                    live.has(Feature.RESTART_STANDBY_LEADER)
                            ? RefusalReason.CONDITIONS_NOT_MET
                            : RefusalReason.NOT_IN_THIS_VERSION);
            assertRefused(
                    patroni.restart(standby, Restart.now().ifOlderThan("seventeen")),
                    RefusalReason.VERSION_NOT_UNDERSTOOD);
            assertThat(started(patroni, standby)).isEqualTo(before);
        }
    }

    @Test
    void aScheduledRestartWaitsAndIsCancelled(LiveCluster live) {
        URI standby = live.api(live.asynchronousStandby());
        OffsetDateTime tomorrow = inTheFuture(Duration.ofDays(1));
        try (PatroniClient patroni = live.patroniOperator()) {
            assertRefused(patroni.cancelRestart(standby), RefusalReason.NOTHING_SCHEDULED);
            assertRefused(
                    patroni.restart(standby, Restart.now().at(inTheFuture(Duration.ofHours(-1)))),
                    RefusalReason.TIME_IN_THE_PAST);

            assertThat(patroni.restart(standby, Restart.now().at(tomorrow).ifPending()))
                    .isInstanceOfSatisfying(
                            RestartOutcome.Scheduled.class,
                            scheduled -> assertThat(scheduled.at()).isEqualTo(tomorrow));
            ScheduledRestart seen = patroni.member(standby).scheduledRestart().orElseThrow();
            assertThat(seen.at().map(OffsetDateTime::toInstant)).contains(tomorrow.toInstant());
            assertThat(seen.onlyIfPending()).isTrue();
            assertRefused(
                    patroni.restart(standby, Restart.now().at(tomorrow)), RefusalReason.RESTART_ALREADY_SCHEDULED);

            assertThat(patroni.cancelRestart(standby)).isInstanceOf(CancelOutcome.Cancelled.class);
            assertThat(patroni.member(standby).scheduledRestart()).isEmpty();
            assertRefused(patroni.cancelRestart(standby), RefusalReason.NOTHING_SCHEDULED);
        }
    }

    @Test
    void aScheduledRestartHappensInTime(LiveCluster live) {
        URI standby = live.api(live.asynchronousStandby());
        OffsetDateTime soon = inTheFuture(Duration.ofSeconds(5));
        try (PatroniClient patroni = live.patroniOperator()) {
            OffsetDateTime before = started(patroni, standby);

            assertThat(patroni.restart(standby, Restart.now().at(soon))).isInstanceOf(RestartOutcome.Scheduled.class);

            Eventually.holds(
                    RESTART, () -> assertThat(started(patroni, standby)).isAfter(before));
            assertThat(started(patroni, standby)).isAfterOrEqualTo(soon);
            assertThat(patroni.member(standby).scheduledRestart()).isEmpty();
        }
    }

    @Test
    void aReinitializedStandbyCopiesItsDataAgain(LiveCluster live) throws SQLException {
        String member = live.asynchronousStandby();
        URI standby = live.api(member);
        Host host = live.host(member);
        String marker = Sql.run(live, member, "show data_directory") + "/marker";
        host.run("touch", marker).orThrow();
        try (PatroniClient patroni = live.patroniOperator()) {
            MemberStatus before = patroni.member(standby);

            assertThat(patroni.reinitialize(standby, Reinitialize.GENTLY))
                    .isInstanceOf(ReinitializeOutcome.Started.class);

            Eventually.holds(
                    COPY,
                    () -> assertThat(host.run("test", "-e", marker).succeeded()).isFalse());
            Eventually.holds(
                    COPY,
                    () -> assertThat(patroni.member(standby).systemIdentifier()).isEqualTo(before.systemIdentifier()));
        }
    }

    @Test
    void theLeaderIsNotReinitializedAndNoOldPatroniCopiesFromIt(LiveCluster live) {
        try (PatroniClient patroni = live.patroniOperator()) {
            assertRefused(patroni.reinitialize(live.api(live.leader()), Reinitialize.GENTLY), RefusalReason.IS_LEADER);
            assertRefused(
                    patroni.reinitialize(live.api(live.asynchronousStandby()), new Reinitialize(false, true)),
                    RefusalReason.NOT_IN_THIS_VERSION);
        }
    }

    @Test
    void withoutThePasswordNothingIsDone(LiveCluster live) {
        URI standby = live.api(live.asynchronousStandby());
        OffsetDateTime before = started(live.patroni(), standby);

        assertRefused(live.patroni().restart(standby, Restart.now()), RefusalReason.NOT_AUTHENTICATED);

        assertThat(started(live.patroni(), standby)).isEqualTo(before);
    }

    private static OffsetDateTime started(PatroniClient patroni, URI member) {
        return patroni.member(member).postmasterStart().orElseThrow();
    }

    /** Patroni keeps whole seconds. */
    private static OffsetDateTime inTheFuture(Duration time) {
        return Instant.now().plus(time).truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
    }
}
