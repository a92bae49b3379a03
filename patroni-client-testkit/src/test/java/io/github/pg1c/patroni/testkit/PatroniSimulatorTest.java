package io.github.pg1c.patroni.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class PatroniSimulatorTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PatroniSimulator patroni;

    @BeforeEach
    void start() {
        patroni = PatroniSimulator.builder().start();
    }

    @AfterEach
    void stop() {
        patroni.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"ttl\": \"abc\"} | every release",
                "{\"retry_timeout\": []} | every release",
                "{\"postgresql\": \"x\"} | every release",
                "{\"postgresql\": {\"parameters\": [1]}} | every release",
                "{\"standby_cluster\": true} | every release",
                "{\"maximum_lag_on_failover\": \"1MB\"} | only 3.0",
                "{\"check_timeline\": \"on\"} | only 3.0",
                "{\"postgresql\": {\"parameters\": {\"max_connections\": \"many\"}}} | only 3.0",
            })
    void memberKeepsItsConfigurationWhileAValueIsWrong(String wrong, String releases) throws Exception {
        patroni.member("node2").release(PatroniRelease.PATRONI_3_0);

        assertThat(answer("node1", "PATCH /config", wrong)).startsWith("200 ");
        assertThat(answer("node1", "PATCH /config", "{\"postgresql_dummy\": 1, \"loop_wait\": 5}"))
                .startsWith("200 ");

        boolean newer = releases.equals("only 3.0");
        assertThat(JSON.readTree(patroni.member("node2").configuration()).has("postgresql_dummy"))
                .isFalse();
        assertThat(JSON.readTree(patroni.member("node1").configuration()).has("postgresql_dummy"))
                .isEqualTo(newer);
        assertThat(JSON.readTree(Asking.get(patroni.member("node2"), "/config").body())
                        .has("postgresql_dummy"))
                .isTrue();
    }

    @Test
    void memberTakesOverWhatIsMended() throws Exception {
        answer("node1", "PATCH /config", "{\"ttl\": \"abc\"}");
        answer("node1", "PATCH /config", "{\"postgresql\": {\"parameters\": {\"max_connections\": 200}}}");
        assertThat(Asking.get(patroni.member("node1"), "/patroni").body()).doesNotContain("pending_restart");
        assertThat(JSON.readTree(patroni.member("node1").configuration())
                        .path("ttl")
                        .asInt())
                .isEqualTo(30);

        answer("node1", "PATCH /config", "{\"ttl\": 40}");

        assertThat(Asking.get(patroni.member("node1"), "/patroni").body()).contains("pending_restart");
        assertThat(JSON.readTree(patroni.member("node1").configuration())
                        .path("ttl")
                        .asInt())
                .isEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 10, 10, 1, 9, 20",
        "30, 0, 10, 1, 10, 30",
        "30, 20, 10, 10, 10, 30",
        "30, 10, 1, 10, 3, 30",
        "40, 10, 30, 1, 19, 40"
    })
    void memberAdjustsItsTimes(int ttl, int loopWait, int retryTimeout, int wait, int retry, int life)
            throws Exception {
        answer(
                "node1",
                "PATCH /config",
                "{\"ttl\": " + ttl + ", \"loop_wait\": " + loopWait + ", \"retry_timeout\": " + retryTimeout + "}");

        JsonNode own = JSON.readTree(patroni.member("node1").configuration());
        assertThat(List.of(
                        own.path("loop_wait").asInt(),
                        own.path("retry_timeout").asInt(),
                        own.path("ttl").asInt()))
                .containsExactly(wait, retry, life);
    }

    @Test
    void switchoverMovesLeaderAndTimeline() throws Exception {
        assertThat(answer("node1", "POST /switchover", "{\"leader\": \"node1\", \"candidate\": \"node3\"}"))
                .isEqualTo("200 Successfully switched over to \"node3\"");

        assertThat(patroni.leader()).contains("node3");
        JsonNode members = JSON.readTree(
                        Asking.get(patroni.member("node2"), "/cluster").body())
                .path("members");
        assertThat(members)
                .extracting(member -> member.path("timeline").asInt())
                .containsExactly(2, 2, 2);
        JsonNode history =
                JSON.readTree(Asking.get(patroni.member("node2"), "/history").body());
        assertThat(history.path(0).path(0).asInt()).isEqualTo(1);
        assertThat(history.path(0).path(4).asText()).isEqualTo("node3");
        assertThat(patroni.writes()).singleElement().satisfies(write -> {
            assertThat(write.member()).isEqualTo("node1");
            assertThat(write.what()).isEqualTo("POST /switchover");
            assertThat(write.body()).contains("node3");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/switchover | {\"candidate\": \"node2\"} | 400 Switchover could be performed only from a specific leader",
                "/failover | {\"x\": 1} | 400 Failover could be performed only to a specific candidate",
                "/failover | {\"candidate\": \"node2\", \"scheduled_at\": \"2126-01-01T00:00:00Z\"} | 400 Failover can't be scheduled",
                "/switchover | {\"leader\": \"node1\", \"candidate\": \"node1\"} | 400 Switchover target and source are the same",
                "/switchover | {\"leader\": \"node2\"} | 412 leader name does not match",
                "/switchover | {\"leader\": \"node1\", \"candidate\": \"node9\"} | 412 candidate does not exists",
                "/switchover | {\"leader\": \"node1\", \"scheduled_at\": \"2020-01-01T00:00:00Z\"} | 422 Cannot schedule switchover in the past",
                "/switchover | {\"leader\": \"node1\", \"scheduled_at\": \"2126-01-01T00:00:00\"} | 400 Timezone information is mandatory for the scheduled switchover",
            })
    void refusesInPatronisWords(String path, String body, String answer) throws Exception {
        assertThat(answer("node1", "POST " + path, body)).isEqualTo(answer);
        assertThat(patroni.leader()).contains("node1");
    }

    @Test
    void candidateMustBeGood() throws Exception {
        patroni.member("node2").tag("nofailover", true);
        patroni.member("node3").lag(2 << 20);

        assertThat(answer("node1", "POST /switchover", "{\"leader\": \"node1\"}"))
                .isEqualTo("412 switchover is not possible: no good candidates have been found");

        patroni.member("node3").lag(0);
        assertThat(answer("node1", "POST /switchover", "{\"leader\": \"node1\"}"))
                .isEqualTo("200 Successfully switched over to \"node3\"");
    }

    @Test
    void synchronousClusterHandsOverToItsSyncStandby() throws Exception {
        patroni.configuration("{\"synchronous_mode\": true}");

        assertThat(answer("node1", "POST /switchover", "{\"leader\": \"node1\", \"candidate\": \"node3\"}"))
                .isEqualTo("412 candidate name does not match with sync_standby");
        assertThat(answer("node1", "POST /failover", "{\"candidate\": \"node3\"}"))
                .isEqualTo("200 Successfully failed over to \"node3\"");
        assertThat(Asking.get(patroni.member("node1"), "/sync").status()).isEqualTo(200);
    }

    @Test
    void failoverInASynchronousClusterFailsBefore32() throws Exception {
        try (PatroniSimulator old =
                PatroniSimulator.builder().release(PatroniRelease.PATRONI_3_0).start()) {
            old.configuration("{\"synchronous_mode\": true}");

            assertThat(Asking.answer(old.member("node1"), "POST /failover", "{\"candidate\": \"node3\"}"))
                    .isEqualTo("503 Failover failed");
            assertThat(old.leader()).contains("node1");
        }
    }

    @Test
    void scheduledSwitchoverIsShownRunAndCancelled() throws Exception {
        String scheduled =
                "{\"leader\": \"node1\", \"candidate\": \"node2\", \"scheduled_at\": \"2126-01-01T00:00:00+00:00\"}";
        assertThat(answer("node1", "DELETE /switchover", "")).isEqualTo("404 no switchover is scheduled");
        assertThat(answer("node1", "POST /switchover", scheduled)).isEqualTo("202 Switchover scheduled");
        assertThat(answer("node1", "DELETE /switchover", "")).isEqualTo("200 scheduled switchover deleted");
        patroni.runScheduledSwitchover();
        assertThat(patroni.leader()).contains("node1");

        assertThat(answer("node1", "POST /switchover", scheduled)).isEqualTo("202 Switchover scheduled");
        patroni.runScheduledSwitchover();
        assertThat(patroni.leader()).contains("node2");
    }

    @Test
    void memberContradictsTheList() throws Exception {
        patroni.member("node1")
                .listed("state", "starting")
                .says("role", "replica")
                .says("timeline", null);
        patroni.member("node2")
                .publishes("http://0.0.0.0:8008/patroni")
                .says("name", "node9")
                .says("scope", null);
        patroni.member("node3").publishesNoAddress();

        String list = Asking.get(patroni.member("node3"), "/cluster").body();
        assertThat(list)
                .contains("\"name\":\"node1\",\"role\":\"leader\",\"state\":\"starting\"")
                .contains("\"api_url\":\"http://0.0.0.0:8008/patroni\"")
                .doesNotContain(patroni.member("node3").uri() + "/patroni");
        assertThat(Asking.get(patroni.member("node1"), "/patroni").body())
                .contains("\"role\":\"replica\"")
                .doesNotContain("timeline");
        assertThat(Asking.get(patroni.member("node2"), "/patroni").body())
                .contains("\"name\":\"node9\"")
                .doesNotContain("scope");
        assertThat(patroni.leader()).contains("node1");
    }

    @Test
    void restartEndsAPendingOne() throws Exception {
        patroni.member("node2").pendingRestart("max_connections", "100", "200");

        assertThat(answer("node1", "POST /restart", "{\"restart_pending\": true}"))
                .isEqualTo("503 restart conditions are not satisfied");
        assertThat(answer("node2", "POST /restart", "{\"restart_pending\": true}"))
                .isEqualTo("200 restarted successfully");
        assertThat(patroni.member("node2").restarts()).isEqualTo(1);
        assertThat(Asking.get(patroni.member("node2"), "/patroni").body())
                .doesNotContain("pending_restart")
                .contains("2026-11-20 09:41:23.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PATRONI_3_0 | primary | 503 restart conditions are not satisfied",
                "PATRONI_3_3 | master | 200 restarted successfully",
                "PATRONI_4_0 | primary | 200 restarted successfully",
                "PATRONI_4_1 | master | 400 PostgreSQL role should be either primary, standby_leader, or replica",
            })
    void roleOfARestartHasTheWordOfItsRelease(PatroniRelease release, String role, String answer) throws Exception {
        patroni.member("node1").release(release);

        assertThat(answer("node1", "POST /restart", "{\"role\": \"" + role + "\"}"))
                .isEqualTo(answer);
    }

    @Test
    void configurationIsMerged() throws Exception {
        assertThat(answer("node2", "PATCH /config", "{\"loop_wait\": \"10\", \"pause\": true, \"ttl\": null}"))
                .isEqualTo(
                        "200 {\"loop_wait\":10,\"retry_timeout\":10,\"maximum_lag_on_failover\":1048576,\"pause\":true}");
        assertThat(Asking.get(patroni.member("node3"), "/cluster").body()).contains("\"pause\":true");
        assertThat(answer("node1", "PATCH /config", "{}")).startsWith("400 <!DOCTYPE HTML>");
        assertThat(answer("node1", "PUT /config", "{\"ttl\": 20}")).isEqualTo("200 {\"ttl\":20}");

        patroni.withoutConfiguration();
        assertThat(answer("node1", "GET /config", "")).startsWith("502 <!DOCTYPE HTML>");
        assertThat(answer("node1", "PATCH /config", "{\"ttl\": 20}")).startsWith("503 <!DOCTYPE HTML>");
    }

    @Test
    void changedParameterWaitsForARestart() throws Exception {
        answer("node1", "PATCH /config", "{\"postgresql\": {\"parameters\": {\"work_mem\": \"64MB\"}}}");
        assertThat(Asking.get(patroni.member("node2"), "/patroni").body()).doesNotContain("pending_restart");

        answer("node1", "PATCH /config", "{\"postgresql\": {\"parameters\": {\"max_connections\": 300}}}");
        assertThat(Asking.get(patroni.member("node2"), "/patroni").body())
                .contains("\"pending_restart\":true", "\"max_connections\"", "\"new_value\":\"300\"");

        answer("node2", "POST /restart", "");
        assertThat(Asking.get(patroni.member("node2"), "/patroni").body()).doesNotContain("pending_restart");
        assertThat(Asking.get(patroni.member("node3"), "/patroni").body()).contains("pending_restart");
    }

    @Test
    void memberIsReloadedAndCopied() throws Exception {
        assertThat(answer("node2", "POST /reload", "")).isEqualTo("202 reload scheduled");
        assertThat(answer("node2", "POST /reinitialize", "{\"force\": true}")).isEqualTo("200 reinitialize started");
        assertThat(answer("node1", "POST /reinitialize", "")).isEqualTo("503 I am the leader, can not reinitialize");
        assertThat(patroni.member("node2").reloads()).isEqualTo(1);
        assertThat(patroni.member("node2").reinitializations()).isEqualTo(1);
        assertThat(patroni.member("node1").reinitializations()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "node1, /primary, 200",
        "node2, /primary, 503",
        "node1, /replica, 503",
        "node2, /replica, 200",
        "node2, /replica?lag=16MB, 503",
        "node2, /replica?lag=64MB, 200",
        "node2, /replica?lag=16mb, 200",
        "node2, /replica?tag_site=a, 200",
        "node2, /replica?tag_site=b, 503",
        "node1, /primary?tag_site=b, 200",
        "node1, /read-only, 200",
        "node2, /async, 200",
        "node2, /sync, 503",
        "node2, /health, 200",
        "node2, /liveness, 200",
        "node2, /readiness, 503",
        "node3, /readiness, 200",
        "node1, /no-such-path, 503",
        "node1, /leader, 200",
        "node1, /standby-leader, 503"
    })
    void healthChecksAreAnswered(String member, String path, int status) throws Exception {
        patroni.member("node2").lag(20 << 20).tag("site", "a");

        assertThat(Asking.get(patroni.member(member), path).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"PATRONI_3_3, 200", "PATRONI_4_0, 503"})
    void quorumIsTakenForReadOnlyBefore40(PatroniRelease release, int status) throws Exception {
        patroni.member("node2").release(release);

        assertThat(Asking.get(patroni.member("node2"), "/read-only-quorum").status())
                .isEqualTo(status);
    }

    @Test
    void headOfWhatIsNoHealthCheckIsUnhealthy() throws Exception {
        assertThat(Asking.send(patroni.member("node1"), "HEAD", "/primary", "").status())
                .isEqualTo(200);
        assertThat(Asking.send(patroni.member("node1"), "OPTIONS", "/cluster", "")
                        .status())
                .isEqualTo(503);
    }

    @ParameterizedTest
    @EnumSource(PatroniRelease.class)
    void metricsHaveTheFormOfTheRelease(PatroniRelease release) throws Exception {
        patroni.member("node1").release(release);

        String metrics = Asking.get(patroni.member("node1"), "/metrics").body();

        boolean four = release.compareTo(PatroniRelease.PATRONI_4_0) >= 0;
        assertThat(metrics.contains("patroni_master{")).isEqualTo(!four);
        assertThat(metrics.contains("patroni_quorum_standby{")).isEqualTo(four);
        assertThat(metrics.contains("patroni_postgres_server_version {"))
                .isEqualTo(release == PatroniRelease.PATRONI_3_0 || release == PatroniRelease.PATRONI_4_0);
        assertThat(metrics).contains("patroni_primary{scope=\"main\"");
    }

    @Test
    void answerCanBeLostAfterTheDeed() throws Exception {
        patroni.next("POST /switchover", Reaction.drop().afterActing(), Reaction.drop());

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> answer("node1", "POST /switchover", "{\"leader\": \"node1\"}"));
        assertThat(patroni.leader()).contains("node2");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> answer("node1", "POST /switchover", "{\"leader\": \"node2\"}"));
        assertThat(patroni.leader()).contains("node2");
        assertThat(answer("node1", "POST /switchover", "{\"leader\": \"node2\", \"candidate\": \"node1\"}"))
                .startsWith("200 ");
    }

    @Test
    void reactionsAreScripted() throws Exception {
        patroni.always("GET /replica", Reaction.answer(503, "not today"));
        patroni.member("node2").next("GET /replica", Reaction.page(504));

        assertThat(answer("node2", "GET /replica", "")).startsWith("504 <!DOCTYPE HTML>");
        assertThat(answer("node2", "GET /replica", "")).isEqualTo("503 not today");
        patroni.always("GET /replica", Reaction.usual());
        assertThat(Asking.get(patroni.member("node2"), "/replica").status()).isEqualTo(200);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> patroni.always("/replica", Reaction.hang()))
                .withMessageContaining("POST /switchover");
    }

    @Test
    void slowAnswerComesLater() throws Exception {
        patroni.next("GET /cluster", Reaction.slow(Duration.ofMillis(300)));

        long began = System.nanoTime();
        assertThat(Asking.get(patroni.member("node1"), "/cluster").status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void hangingConnectionEndsWithTheSimulator() throws Exception {
        patroni.always("GET /cluster", Reaction.hang());
        try (Socket socket =
                new Socket("127.0.0.1", patroni.member("node1").uri().getPort())) {
            socket.getOutputStream().write("GET /cluster HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(200);
            assertThatExceptionOfType(SocketTimeoutException.class)
                    .isThrownBy(() -> socket.getInputStream().read());
            socket.setSoTimeout(0);

            patroni.close();

            assertThat(end(socket)).isTrue();
        }
    }

    @Test
    void answerHasNoLengthAndEndsWithItsConnection() throws Exception {
        try (Socket socket =
                new Socket("127.0.0.1", patroni.member("node1").uri().getPort())) {
            socket.getOutputStream().write("GET /liveness HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readAllBytes())
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo("HTTP/1.0 200 OK\r\n\r\n");
        }
        assertThat(Asking.get(patroni.member("node1"), "/cluster").headers()).doesNotContainKey("content-length");
    }

    @Test
    void memberGoesAwayAndComesBack() throws Exception {
        SimulatedMember member = patroni.member("node2").away();

        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> Asking.get(member, "/patroni"));
        assertThat(Asking.get(patroni.member("node1"), "/cluster").body()).contains("\"node2\"");
        member.back();
        assertThat(Asking.get(member, "/patroni").status()).isEqualTo(200);
    }

    @Test
    void lossOfTheLeaderMovesIt() throws Exception {
        patroni.member("node1").state("stopped").away();
        patroni.loseLeader();
        assertThat(Asking.get(patroni.member("node2"), "/patroni").body()).contains("\"cluster_unlocked\":true");

        patroni.failOver("node2");

        assertThat(Asking.get(patroni.member("node2"), "/primary").status()).isEqualTo(200);
        JsonNode members = JSON.readTree(
                        Asking.get(patroni.member("node2"), "/cluster").body())
                .path("members");
        assertThat(members)
                .extracting(member -> member.path("timeline").asInt())
                .containsExactly(1, 2, 2);
    }

    @Test
    void writesNeedThePassword() throws Exception {
        try (PatroniSimulator safe =
                PatroniSimulator.builder().basicAuth("operator", "hunter2").start()) {
            Asking.Asked refused = Asking.send(safe.member("node1"), "POST", "/reload", "");

            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.body()).isEqualTo("no auth header received");
            assertThat(refused.headers()).containsEntry("www-authenticate", List.of("Basic realm=\"Patroni\""));
            assertThat(Asking.get(safe.member("node1"), "/config").status()).isEqualTo(200);
        }
    }

    @Test
    void failsafeMembersAreTold() throws Exception {
        assertThat(answer("node1", "GET /failsafe", "")).startsWith("502 <!DOCTYPE HTML>");
        patroni.configuration("{\"failsafe_mode\": true}");
        assertThat(answer("node1", "GET /failsafe", ""))
                .contains("\"node3\":\"" + patroni.member("node3").uri() + "/patroni\"");
    }

    @Test
    void namesAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> patroni.member("node9"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PatroniSimulator.builder().members("a", "a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PatroniSimulator.builder().members());
    }

    private String answer(String member, String what, String body) throws IOException {
        return Asking.answer(patroni.member(member), what, body);
    }

    private static boolean end(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return true;
        }
    }
}
