package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.operation.Delivery;
import io.github.pg1c.patroni.operation.Failover;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.PauseOutcome;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.Reinitialize;
import io.github.pg1c.patroni.operation.Restart;
import io.github.pg1c.patroni.operation.RestartOutcome;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.testkit.PatroniRelease;
import io.github.pg1c.patroni.testkit.PatroniSimulator;
import io.github.pg1c.patroni.testkit.Reaction;
import io.github.pg1c.patroni.testkit.SimulatedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A request that changes something reaches the intended member or cluster, or it is not sent. */
class RecipientsTest {

    /** Every request for one member; here the standby node2. */
    enum ToMember {
        RESTART((client, api) -> client.restart(api, Restart.now())),
        SCHEDULED_RESTART((client, api) ->
                client.restart(api, Restart.now().at(java.time.OffsetDateTime.parse("2126-11-21T03:00:00Z")))),
        CANCEL_RESTART(PatroniClient::cancelRestart),
        RELOAD(PatroniClient::reload),
        REINITIALIZE((client, api) -> client.reinitialize(api, Reinitialize.GENTLY));

        private final BiFunction<PatroniClient, URI, Object> send;

        ToMember(BiFunction<PatroniClient, URI, Object> send) {
            this.send = send;
        }
    }

    /** Every request for the cluster. */
    enum ToCluster {
        SWITCHOVER(client -> client.switchover(Switchover.from("node1").to("node2"))),
        FAILOVER(client -> client.failover(Failover.to("node2"))),
        CANCEL_SWITCHOVER(PatroniClient::cancelSwitchover),
        PATCH(client -> client.configure(ConfigPatch.empty().set(5, "loop_wait"))),
        PUT(client -> client.replaceConfiguration("{\"loop_wait\": 5}")),
        PAUSE(client -> client.pause(Duration.ofSeconds(1))),
        RESUME(client -> client.configure(ConfigPatch.empty().set(false, "pause")));

        private final java.util.function.Function<PatroniClient, Object> send;

        ToCluster(java.util.function.Function<PatroniClient, Object> send) {
            this.send = send;
        }
    }

    static Stream<Arguments> writesToAMember() {
        return Arrays.stream(PatroniRelease.values())
                .flatMap(release -> Arrays.stream(ToMember.values()).map(write -> Arguments.of(release, write)));
    }

    static Stream<Arguments> writesToTheCluster() {
        return Arrays.stream(PatroniRelease.values())
                .flatMap(release -> Arrays.stream(ToCluster.values()).map(write -> Arguments.of(release, write)));
    }

    @ParameterizedTest
    @MethodSource("writesToAMember")
    void intendedMemberGetsTheRequest(PatroniRelease release, ToMember write) {
        try (PatroniSimulator patroni = cluster(release);
                PatroniClient client = client(patroni)) {
            assertThat(write.send.apply(client, published(client, "node2"))).isNotInstanceOf(NoResponse.class);
            assertThat(patroni.writes()).extracting(SimulatedRequest::member).containsExactly("node2");
        }
    }

    @ParameterizedTest
    @MethodSource("writesToAMember")
    void sharedAddressGetsNoRequest(PatroniRelease release, ToMember write) {
        for (String whose : new String[] {"node1", "node3"}) {
            try (PatroniSimulator patroni = cluster(release);
                    PatroniClient client = client(patroni)) {
                patroni.member("node2").publishes(patroni.member(whose).uri() + "/patroni");

                refused(patroni, RefusalReason.ADDRESS_SHARED, write.send.apply(client, published(client, "node2")));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("writesToAMember")
    void anotherMemberAtTheAddressGetsNoRequest(PatroniRelease release, ToMember write) {
        for (String who : new String[] {"node1", "node3"}) {
            try (PatroniSimulator patroni = cluster(release);
                    PatroniClient client = client(patroni)) {
                // The same server under two spellings of its address.
                int port = patroni.member(who).uri().getPort();
                patroni.member("node2").publishes("http://127.0.0.1:" + port + "/patroni");
                patroni.member(who).publishes("http://127.1:" + port + "/patroni");
                boolean told = release != PatroniRelease.PATRONI_3_0 || who.equals("node1");

                refused(
                        patroni,
                        told ? RefusalReason.OTHER_MEMBER : RefusalReason.ADDRESS_SHARED,
                        write.send.apply(client, published(client, "node2")));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("writesToAMember")
    void memberOfAnotherClusterGetsNoRequest(PatroniRelease release, ToMember write) {
        try (PatroniSimulator patroni = cluster(release);
                PatroniClient client = client(patroni)) {
            patroni.member("node2").says("scope", "other");

            refused(patroni, RefusalReason.OTHER_CLUSTER, write.send.apply(client, published(client, "node2")));
        }
    }

    @ParameterizedTest
    @EnumSource(ToMember.class)
    void malformedAddressGetsNoRequest(ToMember write) {
        for (String address : new String[] {"http:///patroni", "patroni", "http://:8008/patroni", "ftp://node2"}) {
            try (PatroniSimulator patroni = cluster(PatroniRelease.PATRONI_4_1);
                    PatroniClient client = client(patroni)) {
                refused(patroni, RefusalReason.ADDRESS_UNUSABLE, write.send.apply(client, URI.create(address)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ToMember.class)
    void silentMemberGetsNoRequest(ToMember write) {
        try (PatroniSimulator patroni = cluster(PatroniRelease.PATRONI_4_1);
                PatroniClient client = client(patroni)) {
            patroni.member("node2").always("GET /patroni", Reaction.drop());

            assertThat(write.send.apply(client, published(client, "node2")))
                    .isInstanceOfSatisfying(
                            NoResponse.class,
                            none -> assertThat(none.delivery()).isEqualTo(Delivery.NOT_SENT));
            assertThat(patroni.writes()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("writesToTheCluster")
    void anotherClusterGetsNoRequest(PatroniRelease release, ToCluster write) {
        try (PatroniSimulator patroni = cluster(release);
                PatroniClient client = PatroniClient.builder()
                        .endpoint(patroni.member("node1").uri())
                        .scope("another")
                        .waiting(new FakeWaiting())
                        .build()) {
            Object outcome = write.send.apply(client);

            refused(
                    patroni,
                    RefusalReason.OTHER_CLUSTER,
                    outcome instanceof PauseOutcome.NotDone none ? none.outcome() : outcome);
        }
    }

    @ParameterizedTest
    @EnumSource(PatroniRelease.class)
    void handoverSkipsAnAddressOfAnotherCluster(PatroniRelease release) {
        try (PatroniSimulator patroni = cluster(release);
                PatroniSimulator other = PatroniSimulator.builder()
                        .scope("other")
                        .release(release)
                        .start();
                PatroniClient client = PatroniClient.builder()
                        .endpoint(patroni.member("node3").uri())
                        .waiting(new FakeWaiting())
                        .build()) {
            patroni.member("node1").publishes(other.member("node1").uri() + "/patroni");

            client.switchover(Switchover.from("node1").to("node2"));

            assertThat(other.writes()).isEmpty();
            assertThat(patroni.leader()).contains("node2");
        }
    }

    @ParameterizedTest
    @EnumSource(PatroniRelease.class)
    void handoverOfMembersWithOneAddressIsRefused(PatroniRelease release) {
        try (PatroniSimulator patroni = cluster(release);
                PatroniClient client = client(patroni)) {
            patroni.member("node2").publishes(patroni.member("node1").uri() + "/patroni");

            refused(
                    patroni,
                    RefusalReason.ADDRESS_SHARED,
                    client.switchover(Switchover.from("node1").to("node2")));
            refused(patroni, RefusalReason.ADDRESS_SHARED, client.switchover(Switchover.from("node1")));
            refused(patroni, RefusalReason.ADDRESS_SHARED, client.failover(Failover.to("node2")));
        }
    }

    @Test
    void requestForAReleaseWithoutNamesHasTheRole() {
        try (PatroniSimulator patroni = cluster(PatroniRelease.PATRONI_3_0);
                PatroniClient client = client(patroni)) {
            assertThat(client.restart(published(client, "node2"), Restart.now()))
                    .isInstanceOf(RestartOutcome.Restarted.class);
            assertThat(client.restart(published(client, "node1"), Restart.now()))
                    .isInstanceOf(RestartOutcome.Restarted.class);
            assertThat(patroni.writes())
                    .extracting(SimulatedRequest::body)
                    .containsExactly("{\"role\":\"replica\"}", "{\"role\":\"master\"}");
        }
    }

    private static void refused(PatroniSimulator patroni, RefusalReason reason, Object outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
        assertThat(patroni.writes()).isEmpty();
    }

    private static URI published(PatroniClient client, String member) {
        return client.cluster().member(member).orElseThrow().apiUrl().orElseThrow();
    }

    private static PatroniSimulator cluster(PatroniRelease release) {
        return PatroniSimulator.builder().release(release).start();
    }

    /** Its endpoint is the leader. */
    private static PatroniClient client(PatroniSimulator patroni) {
        return PatroniClient.builder()
                .endpoint(patroni.member("node1").uri())
                .waiting(new FakeWaiting())
                .build();
    }
}
