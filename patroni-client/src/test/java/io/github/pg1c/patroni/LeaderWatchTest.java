package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.MemberState;
import io.github.pg1c.patroni.operation.LeaderEvent;
import io.github.pg1c.patroni.operation.LeaderOutcome;
import io.github.pg1c.patroni.operation.LeaderWait;
import io.github.pg1c.patroni.testkit.PatroniRelease;
import io.github.pg1c.patroni.testkit.PatroniSimulator;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeaderWatchTest {
    private final List<LeaderEvent> events = new ArrayList<>();
    private PatroniMock patroni;

    @BeforeEach
    void start() throws IOException {
        patroni = new PatroniMock();
    }

    @AfterEach
    void stop() {
        patroni.close();
    }

    @Test
    void reportsEveryChangeOnceUntilAllStream() {
        patroni.on(
                "GET /cluster",
                patroni.cluster("node1", ""),
                patroni.cluster("node1", ""),
                patroni.cluster("", ""),
                PatroniMock.silence(),
                PatroniMock.text(
                        200,
                        "{\"members\": [" + patroni.member("node1", "replica", "starting", "") + ","
                                + patroni.member("node2", "leader", "running", "") + "]}"),
                PatroniMock.text(
                        200,
                        "{\"members\": [" + patroni.member("node1", "replica", "streaming", "") + ","
                                + patroni.member("node2", "leader", "running", "") + "]}"));
        try (PatroniClient client = patroni.client()) {
            assertThat(client.awaitLeader(LeaderWait.forAny().toBe("node2").andStandbys(), events::add))
                    .isInstanceOfSatisfying(
                            LeaderOutcome.Reached.class,
                            reached -> assertThat(reached.leader()).isEqualTo("node2"));
        }
        MemberState running = MemberState.of("running");
        assertThat(events.stream().filter(e -> !(e instanceof LeaderEvent.OutOfSight)))
                .containsExactly(
                        new LeaderEvent.Leads("node1", running),
                        new LeaderEvent.Streams("node2"),
                        new LeaderEvent.Streams("node3"),
                        new LeaderEvent.NoLeader(),
                        new LeaderEvent.Streams("node1"),
                        new LeaderEvent.Leads("node2", running),
                        new LeaderEvent.Streams("node1"));
        assertThat(events).hasAtLeastOneElementOfType(LeaderEvent.OutOfSight.class);
    }

    @Test
    void namesUnmetConditionsAfterTheTimeLimit() {
        FakeWaiting time = new FakeWaiting();
        patroni.on("GET /cluster", patroni.cluster("node1", ""));
        try (PatroniClient client = patroni.builder().waiting(time).build()) {
            assertThat(client.awaitLeader(
                            LeaderWait.forAny().otherThan("node1").within(Duration.ofSeconds(3)), events::add))
                    .isInstanceOfSatisfying(LeaderOutcome.NotReached.class, not -> {
                        assertThat(not.missing()).extracting(Text::en).containsExactly("the leader is node1");
                        assertThat(not.cluster()).isPresent();
                    });
        }
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void standbyOfAnOlderTimelineDoesNotFollow() {
        patroni.on(
                "GET /cluster",
                PatroniMock.text(
                        200,
                        "{\"members\": [{\"name\": \"a\", \"role\": \"leader\", \"state\": \"running\", \"timeline\": 2},"
                                + "{\"name\": \"b\", \"role\": \"replica\", \"state\": \"running\", \"timeline\": 1}]}"));
        try (PatroniClient client = patroni.client()) {
            assertThat(client.awaitLeader(LeaderWait.forAny().andStandbys(), events::add))
                    .isInstanceOfSatisfying(
                            LeaderOutcome.NotReached.class,
                            not -> assertThat(not.missing())
                                    .extracting(Text::en)
                                    .containsExactly("b does not stream from it: running"));
        }
    }

    @Test
    void standbyThatOnlyRunsIsWaitedFor() {
        String members = patroni.member("node1", "leader", "running", "") + ","
                + patroni.member("node2", "replica", "running", "");
        patroni.on("GET /cluster", PatroniMock.text(200, "{\"members\": [" + members + "], \"scope\": \"main\"}"));
        try (PatroniClient client = patroni.client()) {
            assertThat(client.awaitLeader(LeaderWait.forAny().andStandbys(), events::add))
                    .isInstanceOfSatisfying(
                            LeaderOutcome.NotReached.class,
                            not -> assertThat(not.missing())
                                    .extracting(Text::en)
                                    .containsExactly("node2 does not stream from it: running"));
        }
    }

    @Test
    void clusterThatNeverAnswersIsReported() {
        patroni.on("GET /cluster", PatroniMock.silence());
        try (PatroniClient client = patroni.client()) {
            assertThat(client.awaitLeader(LeaderWait.forAny(), events::add))
                    .isInstanceOfSatisfying(
                            LeaderOutcome.NotReached.class,
                            not -> assertThat(not.cluster()).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(PatroniRelease.class)
    void memberAtRestIsNotWaitedFor(PatroniRelease release) {
        for (String state : List.of("stopped", "crashed", "start failed", "stop failed", "restart failed")) {
            try (PatroniSimulator cluster =
                            PatroniSimulator.builder().release(release).start();
                    PatroniClient client = watching(cluster)) {
                cluster.member("node3").state(state);

                assertThat(client.awaitLeader(LeaderWait.forAny().andStandbys(), events::add))
                        .as(state)
                        .isInstanceOf(LeaderOutcome.Reached.class);
                assertThat(events).contains(new LeaderEvent.NotAwaited("node3", MemberState.of(state)));
                cluster.member("node3").away();
                assertThat(client.awaitLeader(LeaderWait.forAny().andStandbys(), events::add))
                        .as(state)
                        .isInstanceOf(LeaderOutcome.Reached.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = PatroniRelease.class,
            names = {"PATRONI_3_3", "PATRONI_4_0", "PATRONI_4_1"})
    void memberWithoutStreamingMustRun(PatroniRelease release) {
        try (PatroniSimulator cluster =
                        PatroniSimulator.builder().release(release).start();
                PatroniClient client = watching(cluster)) {
            cluster.member("node3").tag("nostream", true).streams(false);

            assertThat(client.awaitLeader(LeaderWait.forAny().andStandbys(), events::add))
                    .isInstanceOf(LeaderOutcome.Reached.class);

            cluster.member("node3").state("starting");
            assertThat(client.awaitLeader(LeaderWait.forAny().andStandbys(), events::add))
                    .isInstanceOfSatisfying(
                            LeaderOutcome.NotReached.class,
                            not -> assertThat(not.missing())
                                    .extracting(Text::en)
                                    .containsExactly("node3 does not stream from it: starting"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"starting", "stopping", "restarting", "creating replica", "something new"})
    void memberThatStartsOrStopsIsWaitedFor(String state) {
        try (PatroniSimulator cluster = PatroniSimulator.builder().start();
                PatroniClient client = watching(cluster)) {
            cluster.member("node3").state(state);

            assertThat(client.awaitLeader(LeaderWait.forAny().andStandbys(), events::add))
                    .isInstanceOfSatisfying(
                            LeaderOutcome.NotReached.class,
                            not -> assertThat(not.missing())
                                    .extracting(Text::en)
                                    .containsExactly("node3 does not stream from it: " + state));
        }
    }

    @Test
    void stoppedFormerLeaderIsWaitedFor() {
        try (PatroniSimulator cluster = PatroniSimulator.builder().start();
                PatroniClient client = watching(cluster)) {
            cluster.failOver("node2");
            cluster.member("node1").state("stopped");

            assertThat(client.awaitLeader(LeaderWait.forAny().otherThan("node1").andStandbys(), events::add))
                    .isInstanceOfSatisfying(
                            LeaderOutcome.NotReached.class,
                            not -> assertThat(not.missing())
                                    .extracting(Text::en)
                                    .containsExactly("node1 does not stream from it: stopped"));
        }
    }

    @Test
    void leaderThatDoesNotAnswerIsNotConfirmed() {
        try (PatroniSimulator cluster = PatroniSimulator.builder().start();
                PatroniClient client = watching(cluster)) {
            cluster.member("node1").away();

            assertThat(client.awaitLeader(LeaderWait.forAny(), events::add))
                    .isInstanceOfSatisfying(
                            LeaderOutcome.NotReached.class,
                            not -> assertThat(not.missing()).singleElement().satisfies(doubt -> {
                                assertThat(doubt.en()).startsWith("node1 itself does not answer: ");
                                assertThat(doubt.ru()).startsWith("сам node1 не ответил: ");
                            }));
        }
    }

    private static PatroniClient watching(PatroniSimulator cluster) {
        PatroniClientBuilder builder = PatroniClient.builder().waiting(new FakeWaiting());
        cluster.uris().forEach(builder::endpoint);
        return builder.build();
    }
}
