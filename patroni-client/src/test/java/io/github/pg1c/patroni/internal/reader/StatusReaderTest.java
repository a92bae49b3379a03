package io.github.pg1c.patroni.internal.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.patroni.Samples;
import io.github.pg1c.patroni.cluster.Lsn;
import io.github.pg1c.patroni.cluster.MemberState;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.cluster.ParameterChange;
import io.github.pg1c.patroni.cluster.ReplicationConnection;
import io.github.pg1c.patroni.cluster.Role;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusReaderTest {
    private static final URI ANY = URI.create("http://127.0.0.1:8008/patroni");

    @Test
    void readsThePrimaryOfPatroni302() {
        MemberStatus status = read(Samples.read("patroni-3.0.2.json"));

        assertThat(status.role()).isEqualTo(new Role(Role.Kind.PRIMARY, "master"));
        assertThat(status.state().isRunning()).isTrue();
        assertThat(status.serverVersion()).hasValue(150_014);
        assertThat(status.timeline()).hasValue(1);
        assertThat(status.wal().written()).hasValue(new Lsn(67_108_960));
        assertThat(status.wal().received()).isEmpty();
        assertThat(status.conditions()).isEmpty();
        assertThat(status.replication())
                .extracting(ReplicationConnection::applicationName)
                .containsExactly("node2", "node3");
        assertThat(status.replication())
                .extracting(ReplicationConnection::syncState)
                .containsExactly("sync", "async");
        assertThat(status.replication().get(1).clientAddress()).isEmpty();
        assertThat(status.postmasterStart()).contains(OffsetDateTime.parse("2026-11-20T09:40:23.004309Z"));
        assertThat(status.dcsLastSeen()).contains(Instant.ofEpochSecond(1_795_168_823));
        assertThat(status.systemIdentifier()).contains("7574678901234567890");
        assertThat(status.patroni())
                .isEqualTo(new MemberStatus.Software(Optional.of("3.0.2"), Optional.of("main"), Optional.empty()));
    }

    @Test
    void readsAStandbyOfPatroni414() {
        MemberStatus status = read(Samples.read("patroni-4.1.4.json"));

        assertThat(status.role().isStandby()).isTrue();
        assertThat(status.replicationState()).contains("streaming");
        assertThat(status.wal().received()).hasValue(new Lsn(67_108_960));
        assertThat(status.wal().replayed()).hasValue(new Lsn(67_108_864));
        assertThat(status.wal().replayPaused()).isTrue();
        assertThat(status.wal().replayedAt()).isEmpty();
        assertThat(status.pendingRestartReasons())
                .containsExactly(new ParameterChange("max_connections", "100", "200"));
        assertThat(status.raw().at("patroni", "version").orElseThrow().text()).isEqualTo("4.1.4");
        assertThat(status.conditions())
                .containsExactly(
                        MemberStatus.Condition.SYNC_STANDBY,
                        MemberStatus.Condition.PAUSED,
                        MemberStatus.Condition.PENDING_RESTART);
        assertThat(status.is(MemberStatus.Condition.FAILSAFE_MODE)).isFalse();
        assertThat(status.tags()).isEqualTo(Map.of("noloadbalance", "true"));
        assertThat(status.postmasterStart()).contains(OffsetDateTime.parse("2026-11-20T12:40:23+03:00"));
        assertThat(status.patroni().name()).contains("node2");
    }

    @Test
    void memberThatStopsSaysLess() {
        MemberStatus status = read(
                "{\"state\": \"stopping\", \"role\": \"demoted\", \"dcs_last_seen\": 0, \"server_version\": null}");

        assertThat(status.state().kind()).isEqualTo(MemberState.Kind.STOPPING);
        assertThat(status.role().kind()).isEqualTo(Role.Kind.DEMOTED);
        assertThat(status.serverVersion()).isEmpty();
        assertThat(status.dcsLastSeen()).isEmpty();
        assertThat(status.patroni().version()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"status\": \"UP\"}", "[]", "", "{\"state\": 1, \"role\": 2}"})
    void whatIsNotPatroniIsRefused(String body) {
        assertThatExceptionOfType(PatroniException.class).isThrownBy(() -> read(body));
    }

    @ParameterizedTest
    @CsvSource({
        "leader, PRIMARY",
        "primary, PRIMARY",
        "master, PRIMARY",
        "standby_leader, STANDBY_LEADER",
        "Leader, UNKNOWN",
        "'', UNKNOWN"
    })
    void rolesOfAllReleasesAreOne(String text, Role.Kind kind) {
        assertThat(Role.of(text).kind()).isEqualTo(kind);
        assertThat(Role.of(text)).hasToString(text);
    }

    private static MemberStatus read(String body) {
        return StatusReader.status(ANY, body.getBytes(StandardCharsets.UTF_8));
    }
}
