package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.patroni.cluster.HistoryEntry;
import io.github.pg1c.patroni.cluster.Lsn;
import io.github.pg1c.patroni.config.DynamicConfiguration;
import io.github.pg1c.patroni.config.SynchronousMode;
import io.github.pg1c.patroni.health.HealthCheck;
import io.github.pg1c.patroni.health.HealthConditions;
import io.github.pg1c.patroni.internal.json.Timestamps;
import io.github.pg1c.patroni.internal.operation.HealthQuery;
import io.github.pg1c.patroni.internal.reader.MetricsReader;
import io.github.pg1c.patroni.metrics.Metrics;
import io.github.pg1c.patroni.protocol.Feature;
import io.github.pg1c.patroni.protocol.PatroniException;
import io.github.pg1c.patroni.protocol.PatroniVersion;
import io.github.pg1c.patroni.protocol.UnsupportedFeatureException;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadsTest {
    private PatroniMock patroni;
    private PatroniClient client;

    @BeforeEach
    void start() throws IOException {
        patroni = new PatroniMock();
        client = patroni.client();
    }

    @AfterEach
    void stop() {
        client.close();
        patroni.close();
    }

    @Test
    void historyHasEntriesOfThreeToFiveElements() {
        patroni.on(
                "GET /history",
                PatroniMock.text(
                        200,
                        "[[1, 67109688, \"no recovery target specified\"],"
                                + "[2, 8589934592, \"x\", \"2026-11-20T09:46:52.123456+00:00\"],"
                                + "[3, 1, \"y\", \"2026-11-20T09:46:52+03:00\", \"node3\", \"future\"]]"),
                PatroniMock.text(200, "[]"));

        assertThat(client.history())
                .extracting(
                        HistoryEntry::timeline,
                        e -> e.end().toString(),
                        e -> e.at().isPresent(),
                        e -> e.newLeader().orElse(""))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "0/4000338", false, ""),
                        org.assertj.core.groups.Tuple.tuple(2, "2/0", true, ""),
                        org.assertj.core.groups.Tuple.tuple(3, "0/1", true, "node3"));
        assertThat(client.history()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[[]]", "[1]", "[[\"a\", \"b\"]]", "[[1, 2", ""})
    void answerThatIsNotAHistoryIsRefused(String body) {
        patroni.on("GET /history", PatroniMock.text(200, body));

        assertThatExceptionOfType(PatroniException.class).isThrownBy(client::history);
    }

    @Test
    void configurationHasTypesAndDefaults() {
        patroni.on(
                "GET /config",
                PatroniMock.text(
                        200,
                        "{\"loop_wait\": \"7\", \"ttl\": 31, \"synchronous_mode\": \"quorum\","
                                + "\"master_start_timeout\": 60, \"pause\": true, \"future\": {\"x\": [1]},"
                                + "\"postgresql\": {\"parameters\": {\"max_connections\": 200, \"wal_level\": \"logical\"}}}"));

        DynamicConfiguration configuration = client.configuration();

        assertThat(configuration.loopWait()).isEqualTo(Duration.ofSeconds(7));
        assertThat(configuration.ttl()).isEqualTo(Duration.ofSeconds(31));
        assertThat(configuration.retryTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(configuration.primaryStartTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(configuration.maximumLagOnFailover()).isEqualTo(1 << 20);
        assertThat(configuration.synchronousMode().kind()).isEqualTo(SynchronousMode.Kind.QUORUM);
        assertThat(configuration.paused()).isTrue();
        assertThat(configuration.checkTimeline()).isFalse();
        assertThat(configuration.isStandbyCluster()).isFalse();
        assertThat(configuration.parameters()).isEqualTo(Map.of("max_connections", "200", "wal_level", "logical"));
        assertThat(configuration.raw().at("future", "x").orElseThrow().json()).isEqualTo("[1]");
    }

    @ParameterizedTest
    @CsvSource({"true, ON", "on, ON", "off, OFF", "false, OFF", "quorum, QUORUM", "maybe, UNKNOWN"})
    void synchronousModeHasThreeValuesAndAFallback(String text, SynchronousMode.Kind kind) {
        assertThat(SynchronousMode.of(text)).isEqualTo(new SynchronousMode(kind, text));
    }

    @Test
    void missingConfigurationIsAFailureInWords() {
        patroni.on("GET /config", PatroniMock.page(502, "Bad Gateway"));

        assertThatExceptionOfType(PatroniException.class)
                .isThrownBy(client::configuration)
                .withMessageEndingWith("answered 502 Bad Gateway");
    }

    @Test
    void failsafeIsEmptyWhenOff() {
        patroni.on(
                "GET /failsafe",
                PatroniMock.text(200, "{\"node1\": \"http://10.0.0.1:8008/patroni\"}"),
                PatroniMock.page(502, "Bad Gateway"));

        assertThat(client.failsafe()).contains(Map.of("node1", "http://10.0.0.1:8008/patroni"));
        assertThat(client.failsafe()).isEmpty();
    }

    @Test
    void metricsWithPatronisSyntaxErrorsAreRead() {
        patroni.on("GET /metrics", PatroniMock.text(200, """
                # HELP patroni_version Patroni semver without periods.
                # TYPE patroni_version gauge
                patroni_version{scope="main",name="node1"} 040104
                patroni_postgres_server_version {scope="main",name="node1"} 150020
                patroni_xlog_replayed_timestamp{scope="a \\"b\\" }",path="c:\\\\new\\nline"} +Inf
                plain 1.5e3 1395066363000
                nonsense here
                half{scope="main
                """));

        Metrics metrics = client.metrics(patroni.uri());

        assertThat(metrics.patroniVersion()).contains(new PatroniVersion(4, 1, 4));
        assertThat(metrics.value("patroni_postgres_server_version")).hasValue(150_020);
        assertThat(metrics.value("plain")).hasValue(1500);
        assertThat(metrics.value("absent")).isEmpty();
        assertThat(metrics.samples().get(2).labels()).isEqualTo(Map.of("scope", "a \"b\" }", "path", "c:\\new\nline"));
        assertThat(metrics.samples().get(2).value()).isInfinite();
        assertThat(metrics.unreadable()).containsExactly("nonsense here", "half{scope=\"main");
    }

    @Test
    void hostileMetricsAreRead() {
        String line = "m{a=\"" + "\\\\".repeat(500_000) + "\"} 1";

        assertThat(MetricsReader.read(line + "\nm 1").samples()).hasSize(1);
    }

    @Test
    void livenessAndReadinessAreStatusCodes() {
        patroni.on("GET /liveness", PatroniMock.text(200, ""));
        patroni.on("GET /readiness", PatroniMock.text(503, ""));

        assertThat(client.isAlive(patroni.uri())).isTrue();
        assertThat(client.isReady(patroni.uri())).isFalse();
    }

    @Test
    void conditionsAreSentOnlyToReleasesThatHonourThem() {
        patroni.on(
                "GET /patroni",
                PatroniMock.text(
                        200, "{\"state\": \"running\", \"role\": \"replica\", \"patroni\": {\"version\": \"4.0.7\"}}"));
        patroni.on("GET /replica", PatroniMock.text(200, ""));
        HealthConditions conditions = HealthConditions.NONE.withLag(1 << 20);

        assertThat(client.health(patroni.uri(), HealthCheck.REPLICA, conditions.withTag("dc", "a b"))
                        .isHealthy())
                .isTrue();
        assertThat(patroni.requests()).containsExactly("GET /replica?lag=1048576&tag_dc=a%20b");
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> client.health(patroni.uri(), HealthCheck.READINESS, conditions))
                .satisfies(e -> assertThat(e.feature()).isEqualTo(Feature.READINESS_PARAMETERS));
    }

    @ParameterizedTest
    @EnumSource(HealthCheck.class)
    void conditionThatEveryPatroniIgnoresIsRefused(HealthCheck check) {
        boolean lock = Set.of(HealthCheck.PRIMARY, HealthCheck.LEADER, HealthCheck.STANDBY_LEADER)
                .contains(check);
        boolean lag = !lock && check != HealthCheck.RUNNING && check != HealthCheck.LIVENESS;
        boolean tags = !lock && check != HealthCheck.LIVENESS && check != HealthCheck.READINESS;

        assertThat(fits(HealthConditions.NONE.withLag(1), check)).isEqualTo(lag);
        assertThat(fits(HealthConditions.NONE.withTag("a", "b"), check)).isEqualTo(tags);
        assertThat(fits(HealthConditions.NONE.withReadiness(HealthConditions.ReadinessMode.WRITE), check))
                .isEqualTo(check == HealthCheck.READINESS);
        assertThat(fits(HealthConditions.NONE, check)).isTrue();
    }

    private static boolean fits(HealthConditions conditions, HealthCheck check) {
        try {
            return new HealthQuery(check, conditions).conditions() == conditions;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void readinessCanUseTheLagOfReceiving() {
        patroni.on(
                "GET /patroni",
                PatroniMock.text(
                        200, "{\"state\": \"running\", \"role\": \"replica\", \"patroni\": {\"version\": \"4.1.0\"}}"));
        patroni.on("GET /readiness", PatroniMock.text(200, ""));

        assertThat(client.health(
                                patroni.uri(),
                                HealthCheck.READINESS,
                                HealthConditions.NONE.withLag(16).withReadiness(HealthConditions.ReadinessMode.WRITE))
                        .isHealthy())
                .isTrue();
        assertThat(patroni.requests()).contains("GET /readiness?lag=16&mode=write");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "primary | \"role\": \"replica\", \"state\": \"running\" | role replica, state running; it does not hold the leader lock",
                "primary | \"role\": \"standby_leader\", \"state\": \"running\" | role standby_leader, state running; the leader of a standby cluster is no primary",
                "standby-leader | \"role\": \"primary\", \"state\": \"running\" | role primary, state running; the cluster is no standby cluster",
                "replica | \"role\": \"primary\", \"state\": \"running\" | role primary, state running; it is no standby",
                "replica | \"role\": \"replica\", \"state\": \"starting\" | role replica, state starting; PostgreSQL does not run",
                "replica | \"role\": \"replica\", \"state\": \"running\", \"tags\": {\"noloadbalance\": true} | role replica, state running; it has the tag noloadbalance",
                "replica | \"role\": \"replica\", \"state\": \"running\", \"replication_state\": \"streaming\" | role replica, state running, streaming; it is too far behind, lacks a tag, or does not see the DCS",
                "sync | \"role\": \"replica\", \"state\": \"running\" | role replica, state running; it is no synchronous standby",
                "quorum | \"role\": \"replica\", \"state\": \"running\" | role replica, state running; it does not count in the quorum",
                "async | \"role\": \"replica\", \"state\": \"running\", \"sync_standby\": true | role replica, state running, sync standby; the primary waits for it",
                "health | \"role\": \"replica\", \"state\": \"stopped\" | role replica, state stopped"
            })
    void refusalOfAHealthCheckIsExplained(String path, String body, String explanation) {
        patroni.on(
                "GET /patroni",
                PatroniMock.text(
                        200, "{\"state\": \"running\", \"role\": \"replica\", \"patroni\": {\"version\": \"4.0.7\"}}"));
        patroni.on("GET /" + path, PatroniMock.text(503, "{" + body + "}"));
        HealthCheck check = Arrays.stream(HealthCheck.values())
                .filter(c -> c.path().equals(path))
                .findFirst()
                .orElseThrow();

        assertThat(client.health(patroni.uri(), check).explanation().en()).isEqualTo(explanation);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20 09:40:23.004309+00:00, 2026-11-20T09:40:23.004309Z",
        "2026-11-20 12:40:23+03, 2026-11-20T12:40:23+03:00",
        "2026-11-20T12:40:23+0330, 2026-11-20T12:40:23+03:30",
        "2026-11-20T12:40:23Z, 2026-11-20T12:40:23Z",
        "2026-11-20T12:40Z, 2026-11-20T12:40Z"
    })
    void timesComeInManyForms(String text, OffsetDateTime time) {
        assertThat(Timestamps.parse(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-11-20 12:40:23", "tomorrow", "2026-13-01T00:00:00Z"})
    void textThatIsNotATimeIsEmpty(String text) {
        assertThat(Timestamps.parse(text)).isEmpty();
    }

    @Test
    void positionsAreComparedWithoutSign() {
        Lsn high = Lsn.parse("FFFFFFFF/FFFFFFFF").orElseThrow();

        assertThat(high).isGreaterThan(new Lsn(0)).hasToString("FFFFFFFF/FFFFFFFF");
        assertThat(Lsn.parse("1/0").orElseThrow().minus(Lsn.parse("0/FFFFFFFF").orElseThrow()))
                .isOne();
        assertThat(Lsn.parse("unknown")).isEmpty();
        assertThat(Lsn.parse("0/123456789")).isEmpty();
    }
}
