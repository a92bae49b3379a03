package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.cluster.MemberView;
import io.github.pg1c.patroni.cluster.Survey;
import io.github.pg1c.patroni.config.DynamicConfiguration;
import io.github.pg1c.patroni.internal.json.Json;
import io.github.pg1c.patroni.internal.json.JsonPiece;
import io.github.pg1c.patroni.internal.operation.Preflight;
import io.github.pg1c.patroni.internal.reader.ClusterReader;
import io.github.pg1c.patroni.internal.reader.StatusReader;
import io.github.pg1c.patroni.operation.Candidate;
import io.github.pg1c.patroni.operation.Hindrance;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.operation.SwitchoverPlan;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {
    private static final URI ANY = URI.create("http://127.0.0.1:8008/cluster");
    private static final Switchover WISH = Switchover.from("node1");
    private static final String SOUND = "\"role\": \"replica\", \"state\": \"streaming\", \"timeline\": 3, \"lag\": 0";

    @Test
    void soundClusterHasCandidates() {
        SwitchoverPlan plan = plan("{}", SOUND, "", "", WISH);

        assertThat(plan.isPossible()).isTrue();
        assertThat(plan.isSafe()).isTrue();
        assertThat(plan.candidates()).extracting(Candidate::member).containsExactly("node2", "node3");
        assertThat(plan.explanation().en()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | \"state\": \"creating replica\" | NOT_RUNNING",
                "{} | \"state\": \"in archive recovery\" | NOT_STREAMING",
                "{} | \"tags\": {\"nofailover\": true} | NOFAILOVER",
                "{} | \"tags\": {\"nofailover\": 1} | NOFAILOVER",
                "{} | \"tags\": {\"nofailover\": \"false\"} | NOFAILOVER",
                "{} | \"tags\": {\"failover_priority\": 0} | NO_PRIORITY",
                "{} | \"lag\": 1048577 | LAG",
                "{\"maximum_lag_on_failover\": 10} | \"lag\": 11 | LAG",
                "{} | \"lag\": \"unknown\" | LAG_UNKNOWN",
                "{} | \"timeline\": 2 | OTHER_TIMELINE",
                "{\"check_timeline\": true} | \"timeline\": 2 | TIMELINE",
                "{\"synchronous_mode\": true} | \"role\": \"replica\" | NOT_SYNCHRONOUS",
                "{\"synchronous_mode\": \"quorum\"} | \"role\": \"replica\" | NOT_IN_QUORUM"
            })
    void eachHindranceIsFound(String configuration, String difference, Hindrance.Kind kind) {
        Candidate candidate = plan(configuration, SOUND + ", " + difference, "", "", WISH)
                .candidate("node2")
                .orElseThrow();

        assertThat(candidate.hindrances()).extracting(Hindrance::kind).containsExactly(kind);
        assertThat(candidate.isPossible()).isEqualTo(!kind.prevents());
        assertThat(candidate.isSound()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"synchronous_mode\": true} | \"role\": \"sync_standby\"",
                "{\"synchronous_mode\": \"quorum\"} | \"role\": \"quorum_standby\"",
                "{} | \"tags\": {\"failover_priority\": 0, \"nofailover\": false}",
                "{} | \"tags\": {\"failover_priority\": 1}",
                "{} | \"tags\": {\"nofailover\": 0}",
                "{} | \"tags\": {\"nofailover\": \"\"}",
                "{} | \"lag\": 1048576"
            })
    void memberIsNotHindered(String configuration, String difference) {
        assertThat(plan(configuration, SOUND + ", " + difference, "", "", WISH)
                        .candidate("node2")
                        .orElseThrow()
                        .isSound())
                .isTrue();
    }

    @Test
    void stateOfTheClusterCanPreventASwitchover() {
        String scheduled = ", \"scheduled_switchover\": {\"at\": \"2026-11-21T03:00:00+03:00\"}, \"pause\": true";
        SwitchoverPlan plan = plan(
                "{}", SOUND, scheduled, "", Switchover.from("node9").at(OffsetDateTime.parse("2026-11-22T03:00:00Z")));

        assertThat(plan.obstacles())
                .extracting(Refused::reason)
                .containsExactly(
                        RefusalReason.LEADER_DIFFERS,
                        RefusalReason.PAUSED_NO_SCHEDULE,
                        RefusalReason.PAUSED_NEEDS_CANDIDATE,
                        RefusalReason.ALREADY_SCHEDULED);
        assertThat(plan.isPossible()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"3.1.2, 3.1.2, true", "3.2.0, 3.2.0, false", "3.2.0, 3.1.2, false", "3.1.2, 4.0.7, false"})
    void priorityIsATagLikeAnyOtherInOldReleases(String leader, String member, boolean possible) {
        Survey survey = new Survey(
                List.of(view("node1", version(leader)), view("node2", version(member)), view("node3", "")), List.of());
        ClusterState cluster = cluster(SOUND + ", \"tags\": {\"failover_priority\": 0}", "");

        assertThat(new Preflight(survey, cluster, configuration("{}"))
                        .plan(WISH.to("node2"))
                        .isPossible())
                .isEqualTo(possible);
    }

    private static String version(String version) {
        return ", \"patroni\": {\"version\": \"" + version + "\"}";
    }

    @Test
    void standbyThatOnlyRunsDoesNotStreamSinceTheScopeIsTold() {
        String runs = SOUND.replace("streaming", "running");

        assertThat(plan("{}", runs, "", "", WISH)
                        .candidate("node2")
                        .orElseThrow()
                        .isSound())
                .isTrue();
        assertThat(plan("{}", runs, ", \"scope\": \"main\"", "", WISH)
                        .candidate("node2")
                        .orElseThrow()
                        .hindrances())
                .extracting(Hindrance::kind)
                .containsExactly(Hindrance.Kind.NOT_STREAMING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"failsafe_mode_is_active", "cluster_unlocked"})
    void nobodyTakesOverWhileTheDcsIsAway(String condition) {
        Survey survey = new Survey(
                List.of(view("node1", ", \"" + condition + "\": true"), view("node2", ""), view("node3", "")),
                List.of());

        SwitchoverPlan plan = new Preflight(survey, cluster(SOUND, ""), configuration("{}")).plan(WISH);

        assertThat(plan.obstacles()).extracting(Refused::reason).containsExactly(RefusalReason.DCS_AWAY);
        assertThat(plan.isPossible()).isFalse();
    }

    @Test
    void leaderThatIsLeavingIsAnObstacle() {
        ClusterState leaving = ClusterReader.cluster(
                ANY,
                ("{\"members\": [{\"name\": \"node1\", \"role\": \"leader\", \"state\": \"stopping\"}, {\"name\": \"node2\", "
                                + SOUND + "}]}")
                        .getBytes(StandardCharsets.UTF_8));
        Preflight preflight =
                new Preflight(new Survey(List.of(view("node2", "")), List.of()), leaving, configuration("{}"));

        assertThat(preflight.plan(WISH).obstacles())
                .extracting(Refused::reason)
                .containsExactly(RefusalReason.ALREADY_RUNNING);
        assertThat(preflight.plan(WISH.replacingOthers()).obstacles()).isEmpty();
    }

    @Test
    void namedCandidateIsTheOnlyOne() {
        assertThat(plan("{}", SOUND, "", "", WISH.to("node9")).candidates())
                .singleElement()
                .satisfies(c -> assertThat(c.hindrances())
                        .extracting(Hindrance::kind)
                        .containsExactly(Hindrance.Kind.UNKNOWN_MEMBER));
        assertThat(plan("{}", SOUND, "", "", WISH.to("node1")).explanation().en())
                .isEqualTo("node1: it is the leader\n");
    }

    @Test
    void unreachableMemberAndFailedWatchdogPrevent() {
        ClusterState cluster = cluster(SOUND, "");
        Survey survey = new Survey(List.of(view("node3", SOUND, ", \"watchdog_failed\": true")), List.of());

        SwitchoverPlan plan = new Preflight(survey, cluster, configuration("{}")).plan(WISH);

        assertThat(plan.explanation().en())
                .isEqualTo("node2: its REST API does not answer\nnode3: its watchdog could not be activated\n");
        assertThat(plan.isPossible()).isFalse();
    }

    @Test
    void unreachableMemberIsNamedWithTheReason() {
        MemberView silent = new MemberView(
                Optional.of(ANY),
                Optional.of("node2"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Text.of("certificate has expired", "срок сертификата истёк")));

        assertThat(new Preflight(new Survey(List.of(silent), List.of()), cluster(SOUND, ""), configuration("{}"))
                        .plan(WISH.to("node2"))
                        .explanation()
                        .en())
                .isEqualTo("node2: its REST API does not answer: certificate has expired\n");
    }

    @Test
    void raisedParameterWouldStopTheStandbysThatHaveNotBeenRestarted() {
        String pending =
                ", \"pending_restart\": true, \"pending_restart_reason\": {\"max_connections\": {\"old_value\": \"100\", \"new_value\": \"200\"}}";
        SwitchoverPlan plan = plan("{}", SOUND, "", pending, WISH);

        assertThat(plan.candidate("node2").orElseThrow().hindrances())
                .extracting(Hindrance::toString)
                .containsExactly(
                        "max_connections is 200 there and less on node3, which would stop as standbys: restart them first");
        assertThat(plan.candidate("node3").orElseThrow().isSound()).isTrue();
        assertThat(plan.isPossible()).isTrue();
        assertThat(plan.isSafe()).isFalse();
    }

    @Test
    void loweredParameterIsNoDangerWhereItIsLower() {
        String pending =
                ", \"pending_restart\": true, \"pending_restart_reason\": {\"max_connections\": {\"old_value\": \"200\", \"new_value\": \"100\"}}";
        SwitchoverPlan plan = plan("{}", SOUND, "", pending, WISH);

        assertThat(plan.candidate("node2").orElseThrow().isSound()).isTrue();
        assertThat(plan.candidate("node3").orElseThrow().hindrances()).hasSize(1);
    }

    @Test
    void pendingRestartWithoutAReasonIsAWarning() {
        assertThat(plan("{}", SOUND, "", ", \"pending_restart\": true", WISH)
                        .candidate("node2")
                        .orElseThrow()
                        .hindrances())
                .extracting(Hindrance::kind)
                .containsExactly(Hindrance.Kind.PENDING_RESTART);
    }

    /** The second member as given, the third a sound one with more to say about itself. */
    private static SwitchoverPlan plan(
            String configuration, String second, String more, String third, Switchover wish) {
        List<MemberView> views = new ArrayList<>();
        views.add(view("node1", "", ""));
        views.add(view("node2", second, ""));
        views.add(view("node3", SOUND, third));
        return new Preflight(new Survey(views, List.of()), cluster(second, more), configuration(configuration))
                .plan(wish);
    }

    private static ClusterState cluster(String second, String more) {
        return ClusterReader.cluster(
                ANY,
                ("{\"members\": ["
                                + "{\"name\": \"node1\", \"role\": \"leader\", \"state\": \"running\", \"timeline\": 3},"
                                + "{\"name\": \"node2\", " + second + "}, {\"name\": \"node3\", "
                                + SOUND.replace("\"replica\"", "\"sync_standby\"") + "}]" + more + "}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static MemberView view(String name, String more) {
        return view(name, SOUND, more);
    }

    /** A member that confirms its row. */
    private static MemberView view(String name, String row, String more) {
        String state = row.contains("creating") ? "creating replica" : "running";
        String replication = row.contains("archive") ? "in archive recovery" : "streaming";
        MemberStatus status = StatusReader.status(
                ANY,
                ("{\"state\": \"" + state + "\", \"role\": \"replica\", \"replication_state\": \"" + replication + "\""
                                + more + "}")
                        .getBytes(StandardCharsets.UTF_8));
        return new MemberView(
                Optional.of(ANY), Optional.of(name), Optional.of(status), Optional.empty(), Optional.empty());
    }

    private static DynamicConfiguration configuration(String json) {
        return new DynamicConfiguration(new JsonPiece(Json.written(json)));
    }
}
