package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Fault;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.model.derived.Timing;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.HistoryEntry;
import io.github.pg1c.patroni.cluster.Lag;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberState;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.cluster.ReplicationConnection;
import io.github.pg1c.patroni.cluster.Role;
import io.github.pg1c.patroni.cluster.Survey;
import io.github.pg1c.patroni.config.DynamicConfiguration;
import io.github.pg1c.patroni.config.SynchronousMode;
import io.github.pg1c.patroni.health.Health;
import io.github.pg1c.patroni.health.HealthCheck;
import io.github.pg1c.patroni.health.HealthConditions;
import io.github.pg1c.patroni.metrics.Metrics;
import io.github.pg1c.patroni.protocol.Capabilities;
import io.github.pg1c.patroni.protocol.Feature;
import io.github.pg1c.patroni.protocol.UnsupportedFeatureException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every request for information to a healthy cluster, with the answers compared with the known state. */
@ExtendWith(BootedCluster.class)
@Order(8)
class ReadingIT {

    /** The process that replays WAL, by its title. */
    private static final String REPLAY = "^postgres: .*startup";

    private static final Set<HealthCheck> QUORUM_CHECKS = Set.of(HealthCheck.QUORUM, HealthCheck.READ_ONLY_QUORUM);

    @Test
    void theClusterHasALeaderAndStandbysThatFollow(LiveCluster live) {
        ClusterState state = live.patroni().cluster();

        assertThat(state.paused()).isFalse();
        assertThat(state.scheduledSwitchover()).isEmpty();
        Member leader = state.leader().orElseThrow();
        assertThat(leader.role().kind()).isEqualTo(Role.Kind.PRIMARY);
        assertThat(leader.state().kind()).isEqualTo(MemberState.Kind.RUNNING);
        assertThat(leader.lag()).isInstanceOf(Lag.Absent.class);
        MemberState.Kind following =
                live.has(Feature.REPLICATION_STATE) ? MemberState.Kind.STREAMING : MemberState.Kind.RUNNING;
        assertThat(state.members())
                .filteredOn(member -> !member.isLeader())
                .hasSize(2)
                .allSatisfy(standby -> {
                    assertThat(standby.state().kind()).isEqualTo(following);
                    assertThat(standby.timeline()).isEqualTo(leader.timeline());
                    assertThat(standby.lag()).isInstanceOf(Lag.Bytes.class);
                });
        assertThat(state.members()).allSatisfy(member -> {
            assertThat(member.host()).contains(live.address(member.name()));
            assertThat(member.port()).hasValue(live.cluster().postgresql().port());
            assertThat(member.apiUrl()).contains(URI.create(live.api(member.name()) + "/patroni"));
            assertThat(member.pendingRestart()).isFalse();
        });
    }

    @Test
    void theHistoryHasAnEntryForEachTimelineThatEnded(LiveCluster live) {
        Member leader = live.patroni().cluster().leader().orElseThrow();

        // The member has the change one turn of its loop later.
        Eventually.holds(
                live.worstCase(),
                () -> assertThat(live.patroni().history())
                        .hasSize(leader.timeline().orElseThrow() - 1));
        List<HistoryEntry> history = live.patroni().history();
        for (int i = 0; i < history.size(); i++) {
            assertThat(history.get(i).timeline()).isEqualTo(i + 1);
            assertThat(history.get(i).at()).isPresent();
        }
        assertThat(history).isSortedAccordingTo((one, other) -> one.end().compareTo(other.end()));
        assertThat(history.stream().skip(Math.max(0, history.size() - 1)))
                .allMatch(last -> last.newLeader().equals(Optional.of(leader.name())));
    }

    @Test
    void theConfigurationIsTheOneThatWasGenerated(LiveCluster live) {
        Timing timing = Timing.of(live.cluster());

        DynamicConfiguration configuration = live.patroni().configuration();

        assertThat(configuration.ttl()).isEqualTo(timing.ttl());
        assertThat(configuration.loopWait()).isEqualTo(timing.loopWait());
        assertThat(configuration.retryTimeout()).isEqualTo(timing.retryTimeout());
        assertThat(configuration.synchronousMode().kind()).isEqualTo(SynchronousMode.Kind.ON);
        assertThat(configuration.checkTimeline()).isTrue();
        assertThat(configuration.paused()).isFalse();
        assertThat(configuration.isStandbyCluster()).isFalse();
        assertThat(configuration.parameters()).containsEntry("wal_level", "replica");
    }

    @Test
    void membersTellTheirRoleProgramsAndConnections(LiveCluster live) {
        String leader = live.leader();
        String synchronous = live.synchronousStandby();
        Set<String> systems = new HashSet<>();
        for (String name : live.members()) {
            MemberStatus status = live.patroni().member(live.api(name));
            assertThat(status.state().kind()).isEqualTo(MemberState.Kind.RUNNING);
            assertThat(status.patroni().version())
                    .contains(live.patroniVersion().toString());
            assertThat(status.serverVersion().orElseThrow() / 10_000)
                    .isEqualTo(live.cluster().postgresql().version().number());
            assertThat(status.dcsLastSeen().orElseThrow())
                    .isAfter(Instant.now().minus(Timing.of(live.cluster()).ttl()));
            assertThat(status.postmasterStart()).isPresent();
            status.systemIdentifier().ifPresent(systems::add);
            assertThat(status.conditions())
                    .isEqualTo(name.equals(synchronous) ? Set.of(MemberStatus.Condition.SYNC_STANDBY) : Set.of());
            if (name.equals(leader)) {
                assertThat(status.role().text()).isEqualTo(live.has(Feature.ROLE_PRIMARY) ? "primary" : "master");
                assertThat(status.wal().written()).isPresent();
                assertThat(status.replication())
                        .hasSize(2)
                        .allMatch(connection -> connection.state().equals("streaming"));
                assertThat(status.replication())
                        .filteredOn(connection -> connection.syncState().equals("sync"))
                        .extracting(ReplicationConnection::applicationName)
                        .containsExactly(synchronous);
            } else {
                assertThat(status.role().kind()).isEqualTo(Role.Kind.REPLICA);
                assertThat(status.wal().received()).isPresent();
                assertThat(status.replicationState())
                        .isEqualTo(live.has(Feature.REPLICATION_STATE) ? Optional.of("streaming") : Optional.empty());
            }
        }
        assertThat(systems).hasSize(1);
    }

    @Test
    void everyHealthCheckAcceptsExactlyItsMembers(LiveCluster live) {
        Set<String> all = new TreeSet<>(live.members());
        Set<String> leader = Set.of(live.leader());
        Set<String> synchronous = Set.of(live.synchronousStandby());
        for (HealthCheck check : HealthCheck.values()) {
            if (QUORUM_CHECKS.contains(check) && !live.has(Feature.QUORUM_COMMIT)) {
                assertThatThrownBy(() -> live.patroni().health(live.api("pg1"), check))
                        .as("older releases would answer another question")
                        .isInstanceOf(UnsupportedFeatureException.class);
                continue;
            }
            Set<String> expected = switch (check) {
                case PRIMARY, LEADER, READ_ONLY_QUORUM -> leader;
                case STANDBY_LEADER, QUORUM -> Set.of();
                case REPLICA -> new TreeSet<>(live.standbys());
                case SYNC -> synchronous;
                case READ_ONLY_SYNC -> Set.of(live.leader(), live.synchronousStandby());

                case ASYNC -> Set.of(live.asynchronousStandby());
                case READ_ONLY, RUNNING, LIVENESS, READINESS -> all;
            };
            Set<String> healthy = new TreeSet<>();
            for (String member : all) {
                Health health = live.patroni().health(live.api(member), check);
                if (health.isHealthy()) {
                    healthy.add(member);
                } else {
                    assertThat(health.explanation().en())
                            .as("%s on %s", check, member)
                            .isNotEmpty();
                }
            }
            assertThat(healthy).as("%s", check).isEqualTo(expected);
        }
        assertThat(all).allMatch(member -> live.patroni().isAlive(live.api(member)));
        assertThat(all).allMatch(member -> live.patroni().isReady(live.api(member)));
    }

    @Test
    void aHealthCheckLooksAtLagAndTags(LiveCluster live) throws SQLException {
        String standby = live.asynchronousStandby();
        HealthConditions little = HealthConditions.NONE.withLag(0);
        assertThat(replica(live, standby, HealthConditions.NONE.withTag("no-such-tag", "1")))
                .isFalse();

        // Not by pg_wal_replay_pause(): Patroni resumes in its next loop.
        Host host = live.host(standby);
        try (Fault frozen = host.freeze("-f", REPLAY)) {
            Sql.run(live, live.leader(), "select pg_logical_emit_message(true, 'live', repeat('x', 100000))");
            Eventually.holds(
                    live.worstCase(),
                    () -> assertThat(replica(live, standby, little)).isFalse());
            assertThat(replica(live, standby, HealthConditions.NONE.withLag(1L << 40)))
                    .isTrue();
        }
        Eventually.holds(
                live.worstCase(),
                () -> assertThat(replica(live, standby, little)).isTrue());
    }

    private static boolean replica(LiveCluster live, String member, HealthConditions conditions) {
        return live.patroni()
                .health(live.api(member), HealthCheck.REPLICA, conditions)
                .isHealthy();
    }

    @Test
    void aConditionThatPatroniWouldIgnoreIsNotSent(LiveCluster live) {
        assertThatThrownBy(() ->
                        live.patroni().health(live.api("pg1"), HealthCheck.READINESS, HealthConditions.NONE.withLag(1)))
                .isInstanceOfSatisfying(
                        UnsupportedFeatureException.class,
                        e -> assertThat(e.feature()).isEqualTo(Feature.READINESS_PARAMETERS));
        HealthConditions any = HealthConditions.NONE.withLag(1L << 40);
        if (live.has(Feature.QUORUM_COMMIT)) {
            assertThat(live.patroni()
                            .health(live.api(live.leader()), HealthCheck.READ_ONLY_QUORUM, any)
                            .isHealthy())
                    .isTrue();
        } else {
            assertThatThrownBy(() -> live.patroni().health(live.api("pg1"), HealthCheck.READ_ONLY_QUORUM, any))
                    .isInstanceOf(UnsupportedFeatureException.class);
        }
    }

    @Test
    void metricsAgreeWithTheState(LiveCluster live) {
        String leader = live.leader();
        for (String name : live.members()) {
            Metrics metrics = live.patroni().metrics(live.api(name));
            double leads = name.equals(leader) ? 1 : 0;
            assertThat(metrics.unreadable()).isEmpty();
            assertThat(metrics.patroniVersion()).contains(live.patroniVersion());
            assertThat(metrics.value("patroni_primary")).hasValue(leads);
            assertThat(metrics.value("patroni_replica")).hasValue(1 - leads);
            assertThat(metrics.value("patroni_postgres_running")).hasValue(1);
            assertThat(metrics.value("patroni_master").isPresent()).isEqualTo(!live.has(Feature.ROLE_PRIMARY));
        }
    }

    @Test
    void failsafeModeNamesAllMembers(LiveCluster live) {
        assertThat(live.patroni().failsafe().orElseThrow()).containsOnlyKeys(live.members());
    }

    @Test
    void aSurveyOfAHealthyClusterFindsNoDisagreement(LiveCluster live) {
        // After a change a member's row differs from its own answer until the member's next loop.
        Survey survey = Eventually.value(live.worstCase(), () -> {
            Survey seen = live.patroni().survey();
            assertThat(seen.disagreements()).isEmpty();
            return seen;
        });

        assertThat(survey.views()).extracting(view -> view.name().orElse("")).containsExactlyElementsOf(live.members());
        assertThat(survey.views()).allMatch(view -> view.explanation().isEmpty());
        assertThat(survey.cluster().flatMap(ClusterState::leader).map(Member::name))
                .contains(live.leader());
        assertThat(survey.lastContact().orElseThrow()).isAfter(Instant.now().minus(Duration.ofMinutes(1)));
    }

    @Test
    void capabilitiesAreThoseOfTheReleaseOnAllMembers(LiveCluster live) {
        Capabilities capabilities = live.patroni().capabilities();

        assertThat(capabilities.versions()).containsOnlyKeys(live.members());
        assertThat(capabilities.lowest()).contains(live.patroniVersion());
        for (Feature feature : Feature.values()) {
            assertThat(capabilities.has(feature)).as("%s", feature).isEqualTo(live.has(feature));
        }
    }
}
