package io.github.pg1c.ops.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.ops.Laboratory;
import io.github.pg1c.ops.leader.HandoverResult;
import io.github.pg1c.ops.leader.SwitchOver;
import io.github.pg1c.ops.member.MemberChoice;
import io.github.pg1c.ops.member.ReinitializeMember;
import io.github.pg1c.ops.member.RestartMembers;
import io.github.pg1c.ops.state.AwaitCluster.Until;
import io.github.pg1c.patroni.cluster.MemberDisagreement.OwnAnswerDiffers;
import io.github.pg1c.patroni.cluster.MemberView;
import io.github.pg1c.patroni.testkit.PatroniRelease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each contradiction between the cluster's list and a member's own answer is shown, and no operation succeeds. */
class OwnAnswerTest {

    /** The own roles that agree with each role of the list. */
    private static final Map<String, Set<String>> ROLES = Map.of(
            "leader", Set.of("primary", "master"),
            "standby_leader", Set.of("standby_leader"),
            "replica", Set.of("replica", "demoted", "uninitialized"),
            "sync_standby", Set.of("replica", "demoted", "uninitialized"),
            "quorum_standby", Set.of("replica", "demoted", "uninitialized"));

    private static final Duration SOON = Duration.ofSeconds(2);

    private static final List<String> OWN_ROLES =
            List.of("primary", "master", "standby_leader", "replica", "demoted", "promoted", "uninitialized", "novel");

    private static final List<String> STATES =
            List.of("running", "starting", "stopping", "stopped", "crashed", "creating replica", "unknown", "novel");

    static Stream<Arguments> roles() {
        return ROLES.entrySet().stream()
                .flatMap(listed -> OWN_ROLES.stream()
                        .map(own -> Arguments.of(
                                listed.getKey(), own, listed.getValue().contains(own))));
    }

    static Stream<Arguments> states() {
        return STATES.stream().flatMap(listed -> STATES.stream().map(own -> Arguments.of(listed, own)));
    }

    /** A running standby reports its state and the way it gets its WAL; the list has one word for both. */
    static Stream<Arguments> replication() {
        List<String> listed = List.of("running", "streaming", "in archive recovery", "starting", "unknown");
        return listed.stream()
                .flatMap(row -> Stream.of("streaming", "in archive recovery", "")
                        .map(own -> Arguments.of(row, own, row.equals("running") || row.equals(own))));
    }

    static Stream<Arguments> timelines() {
        List<@Nullable Integer> numbers = Arrays.asList(1, 2, 0, null);
        return numbers.stream().flatMap(listed -> numbers.stream().map(own -> Arguments.of(listed, own)));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void roleOfTheLeader(String listed, String own, boolean agree) {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory.simulated().member("pg1").listed("role", listed).says("role", own);

            assertShown(laboratory, "pg1", agree);
            assertThat(laboratory
                            .run(AwaitCluster.until(Until.LEADER).within(SOON))
                            .isSuccess())
                    .isEqualTo(agree && listed.endsWith("leader"));
        }
    }

    @ParameterizedTest
    @MethodSource("roles")
    void roleOfAStandby(String listed, String own, boolean agree) {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory.simulated().member("pg2").listed("role", listed).says("role", own);

            assertShown(laboratory, "pg2", agree);
            if (!agree) {
                assertNothingIsReached(laboratory, "pg2");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("states")
    void stateOfTheLeader(String listed, String own) {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory.simulated().member("pg1").listed("state", listed).says("state", own);

            assertShown(laboratory, "pg1", listed.equals(own));
            assertThat(laboratory
                            .run(AwaitCluster.until(Until.LEADER).within(SOON))
                            .isSuccess())
                    .isEqualTo(listed.equals("running") && own.equals("running"));
        }
    }

    @ParameterizedTest
    @MethodSource("states")
    void stateOfAStandby(String listed, String own) {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory
                    .simulated()
                    .member("pg2")
                    .listed("state", listed.equals("running") ? "streaming" : listed)
                    .says("state", own);

            assertShown(laboratory, "pg2", listed.equals(own));
            if (!listed.equals(own)) {
                assertNothingIsReached(laboratory, "pg2");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("replication")
    void waysOfReplication(String listed, String own, boolean agree) {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory
                    .simulated()
                    .member("pg2")
                    .listed("state", listed)
                    .says("replication_state", own.isEmpty() ? null : own);

            assertShown(laboratory, "pg2", agree);
            if (!agree) {
                assertNothingIsReached(laboratory, "pg2");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("timelines")
    void timelineOfEachMember(@Nullable Integer listed, @Nullable Integer own) {
        boolean agree = listed == null || own == null || listed == 0 || own == 0 || listed.equals(own);
        for (String member : List.of("pg1", "pg2")) {
            try (Laboratory laboratory = new Laboratory()) {
                laboratory.simulated().member(member).listed("timeline", listed).says("timeline", own);

                assertShown(laboratory, member, agree);
                if (!agree) {
                    assertNothingIsReached(laboratory, member);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "scope"})
    void nameOfEachMember(String field) {
        for (String member : List.of("pg1", "pg2")) {
            try (Laboratory laboratory = new Laboratory()) {
                // The endpoint is a sound member, because its answer decides which cluster is meant.
                laboratory.simulated().member("pg3").tag("nofailover", true);
                laboratory.simulated().member(member).says(field, "pg9");

                if (field.equals("name") || member.equals("pg2")) {
                    assertThat(ClusterStatus.of(laboratory.connection()).notAnswering())
                            .extracting(MemberView::label)
                            .contains(member);
                    assertNothingIsReached(laboratory, member);
                }
            }
        }
    }

    /** The list shows the new leader, but its own answer shows that it is still in recovery. */
    @ParameterizedTest
    @ValueSource(strings = {"role", "state", "timeline"})
    void switchoverIsNotDoneUntilTheNewLeaderConfirmsIt(String field) {
        Map<String, Object> own = Map.of("role", "replica", "state", "unknown", "timeline", 1);
        try (Laboratory laboratory = new Laboratory()) {
            laboratory.simulated().member("pg2").says(field, own.getOrDefault(field, ""));

            assertThat(laboratory.run(SwitchOver.to("pg2").within(SOON)).isSuccess())
                    .isFalse();
        }
    }

    /** A member holds the leader lock but still replays WAL, for example with a hanging {@code restore_command}. */
    @ParameterizedTest
    @EnumSource(PatroniRelease.class)
    void leaderInRecoveryIsNotConfirmedInAnyRelease(PatroniRelease release) {
        try (Laboratory laboratory = new Laboratory(release)) {
            laboratory.simulated().member("pg1").says("role", "replica");

            assertShown(laboratory, "pg1", false);
            assertThat(laboratory
                            .run(AwaitCluster.until(Until.LEADER).within(SOON))
                            .isSuccess())
                    .isFalse();
        }
        try (Laboratory laboratory = new Laboratory(release)) {
            laboratory.simulated().member("pg2").says("role", "replica");

            assertThat(laboratory.run(SwitchOver.to("pg2").within(SOON)))
                    .isInstanceOfSatisfying(
                            HandoverResult.NotFollowed.class,
                            late -> assertThat(late.missing())
                                    .containsExactly(Text.of(
                                            "pg2 is listed with the role leader, but reports the role replica",
                                            "pg2 указан с ролью leader, а сам сообщает роль replica")));
        }
    }

    /** No wait for the whole cluster, restart, copy or switchover succeeds. */
    private static void assertNothingIsReached(Laboratory laboratory, String member) {
        assertThat(laboratory
                        .run(AwaitCluster.until(Until.STREAMING).within(SOON))
                        .isSuccess())
                .isFalse();
        assertThat(laboratory.run(AwaitCluster.until(Until.NO_LAG).within(SOON)).isSuccess())
                .isFalse();
        assertThat(laboratory
                        .run(RestartMembers.of(MemberChoice.named(member)).within(SOON))
                        .isSuccess())
                .isFalse();
        if (member.equals("pg2")) {
            assertThat(laboratory
                            .run(ReinitializeMember.named(member).within(SOON))
                            .isSuccess())
                    .isFalse();
            assertThat(laboratory.run(SwitchOver.to("pg3").within(SOON)).isSuccess())
                    .isFalse();
        }
    }

    private static void assertShown(Laboratory laboratory, String member, boolean agree) {
        ClusterStatus status = ClusterStatus.of(laboratory.connection());
        List<String> differing = new ArrayList<>();
        status.survey().orElseThrow().disagreements().forEach(found -> {
            if (found instanceof OwnAnswerDiffers differs) {
                differing.add(differs.member());
            }
        });
        if (agree) {
            assertThat(differing).isEmpty();
        } else {
            assertThat(differing).isNotEmpty().containsOnly(member);
        }
    }
}
