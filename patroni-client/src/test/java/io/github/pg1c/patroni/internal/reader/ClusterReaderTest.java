package io.github.pg1c.patroni.internal.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.patroni.Samples;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Lag;
import io.github.pg1c.patroni.cluster.Lsn;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberState;
import io.github.pg1c.patroni.cluster.ReplicationProgress;
import io.github.pg1c.patroni.cluster.Role;
import io.github.pg1c.patroni.cluster.ScheduledRestart;
import io.github.pg1c.patroni.cluster.ScheduledSwitchover;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterReaderTest {
    private static final URI ANY = URI.create("http://127.0.0.1:8008/cluster");

    @Test
    void readsPatroni302() {
        ClusterState cluster = read(Samples.read("cluster-3.0.2.json"));

        assertThat(cluster.scope()).isEmpty();
        assertThat(cluster.paused()).isFalse();
        assertThat(cluster.scheduledSwitchover()).isEmpty();
        assertThat(cluster.members()).extracting(Member::name).containsExactly("node1", "node2", "node3");
        assertThat(cluster.leader()).contains(cluster.members().get(0));
        assertThat(cluster.members())
                .extracting(m -> m.role().kind())
                .containsExactly(Role.Kind.PRIMARY, Role.Kind.SYNC_STANDBY, Role.Kind.REPLICA);
        assertThat(cluster.members())
                .extracting(Member::lag)
                .containsExactly(new Lag.Absent(), new Lag.Bytes(0), new Lag.Unknown());
        assertThat(cluster.members())
                .extracting(Member::isStreaming)
                .as("before 3.0.4 a healthy standby says running")
                .containsExactly(false, true, true);
        assertThat(cluster.members().get(0).apiUrl()).contains(URI.create("http://10.0.0.11:8008/patroni"));
        assertThat(cluster.members().get(0).port()).hasValue(5432);
        assertThat(cluster.members().get(0).timeline()).hasValue(1);
    }

    @Test
    void readsPatroni407() {
        ClusterState cluster = read(Samples.read("cluster-4.0.7.json"));

        assertThat(cluster.scope()).contains("main");
        assertThat(cluster.paused()).isTrue();
        ScheduledSwitchover switchover = cluster.scheduledSwitchover().orElseThrow();
        assertThat(switchover.at()).contains(OffsetDateTime.parse("2026-11-21T03:00:00+03:00"));
        assertThat(switchover.from()).contains("node1");
        assertThat(switchover.to()).contains("node2");
        assertThat(cluster.member("node1").orElseThrow().pendingRestart()).isTrue();
        Member standby = cluster.member("node2").orElseThrow();
        assertThat(standby.role().kind()).isEqualTo(Role.Kind.QUORUM_STANDBY);
        assertThat(standby.isStreaming()).isTrue();
        assertThat(standby.lag().bytes()).hasValue(16_777_216);
        assertThat(standby.tags())
                .isEqualTo(Map.of(
                        "nofailover", "true", "failover_priority", "1", "datacenter", "Москва", "weight", "1.5"));
        Member copy = cluster.member("node3").orElseThrow();
        assertThat(copy.state().kind()).isEqualTo(MemberState.Kind.CREATING_REPLICA);
        assertThat(copy.state().isRunning()).isFalse();
        assertThat(copy.isStreaming()).isFalse();
        assertThat(copy.timeline()).isEqualTo(OptionalInt.empty());
        assertThat(copy.lag().bytes()).isEmpty();
    }

    @Test
    void readsPatroni414() {
        ClusterState cluster = read(Samples.read("cluster-4.1.4.json"));

        Member leader = cluster.leader().orElseThrow();
        assertThat(leader.role().kind()).isEqualTo(Role.Kind.STANDBY_LEADER);
        assertThat(leader.state().isRunning()).isTrue();
        assertThat(leader.host()).contains("fd00::11");
        Member archive = cluster.member("node2").orElseThrow();
        assertThat(archive.state().kind()).isEqualTo(MemberState.Kind.IN_ARCHIVE_RECOVERY);
        assertThat(archive.state().isRunning()).isTrue();
        assertThat(archive.isStreaming()).isFalse();
        assertThat(archive.lag().bytes()).as("more than an int").hasValue(5_368_709_120L);
    }

    @Test
    void readsTheStepsOfReplicationAndScheduledRestarts() {
        ClusterState cluster = read(Samples.read("cluster-4.1.4.json"));

        ReplicationProgress progress = cluster.member("node2").orElseThrow().progress();
        assertThat(progress.received()).contains(new Lsn(0x4000060));
        assertThat(progress.receiveLag()).isEqualTo(new Lag.Bytes(0));
        assertThat(progress.replayed()).isEqualTo(progress.position());
        Member third = cluster.member("node3").orElseThrow();
        assertThat(third.progress().received()).isEmpty();
        assertThat(third.progress().receiveLag()).isEqualTo(new Lag.Unknown());
        ScheduledRestart restart = third.scheduledRestart().orElseThrow();
        assertThat(restart.at()).contains(OffsetDateTime.parse("2026-11-21T03:00:00Z"));
        assertThat(restart.onlyIfPending()).isFalse();
        assertThat(restart.raw().at("postmaster_start_time").orElseThrow().text())
                .startsWith("2026-11-20 09:40:23");
    }

    @Test
    void whatIsNewSurvivesAsText() {
        Member member = read("""
                {"members": [{"name": "n", "role": "arbiter", "state": "dreaming", "lag": "soon", "port": "x",
                  "timeline": null, "api_url": "no url", "future": {"a": [1]}}], "future": true}""").members().get(0);

        assertThat(member.raw().at("future", "a").orElseThrow().json()).isEqualTo("[1]");
        assertThat(member.raw().at("nothing")).isEmpty();
        assertThat(member.role()).isEqualTo(new Role(Role.Kind.UNKNOWN, "arbiter"));
        assertThat(member.state()).isEqualTo(new MemberState(MemberState.Kind.UNKNOWN, "dreaming"));
        assertThat(member.lag()).isEqualTo(new Lag.Unknown());
        assertThat(member.port()).isEmpty();
        assertThat(member.timeline()).isEmpty();
        assertThat(member.apiUrl()).isEmpty();
        assertThat(member.isLeader()).isFalse();
    }

    @Test
    void clusterWithoutALeaderHasNone() {
        assertThat(read("{\"members\": []}").leader()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "42",
                "<html>",
                "{\"members\": 1}",
                "{}",
                "{\"members\": [{}]}",
                "{\"members\": []} trailing",
                "\u0000"
            })
    void whatIsNotAClusterIsRefused(String body) {
        assertThatExceptionOfType(PatroniException.class)
                .isThrownBy(() -> read(body))
                .withMessageStartingWith(ANY + ": the answer ")
                .satisfies(e -> assertThat(e.uri()).isEqualTo(ANY));
    }

    @Test
    void everyTruncationOfAnAnswerIsRefused() {
        String whole = Samples.read("cluster-4.0.7.json").strip();
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            assertThatExceptionOfType(PatroniException.class)
                    .as("cut after %d bytes", length)
                    .isThrownBy(() -> ClusterReader.cluster(ANY, cut));
        }
        assertThat(read(whole).members()).hasSize(3);
    }

    private static ClusterState read(String body) {
        return ClusterReader.cluster(ANY, body.getBytes(StandardCharsets.UTF_8));
    }
}
