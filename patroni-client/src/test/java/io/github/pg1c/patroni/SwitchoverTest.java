package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.internal.operation.Handover;
import io.github.pg1c.patroni.operation.CancelOutcome;
import io.github.pg1c.patroni.operation.Delivery;
import io.github.pg1c.patroni.operation.Evidence;
import io.github.pg1c.patroni.operation.Failover;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.operation.SwitchoverOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchoverTest {
    private static final OffsetDateTime NIGHT = OffsetDateTime.parse("2026-11-21T03:00:00+03:00");
    private static final Switchover WISH = Switchover.from("node1").to("node2");

    private PatroniMock patroni;

    @BeforeEach
    void start() throws IOException {
        patroni = new PatroniMock();
        patroni.on("GET /cluster", patroni.cluster("node1", ""));
        patroni.on("GET /config", PatroniMock.text(200, "{\"loop_wait\": 5}"));
        patroni.on(
                "GET /history",
                PatroniMock.text(
                        200,
                        "[[1, 67108864, \"no recovery target specified\", \"2026-11-20T12:00:00+00:00\", \"node2\"]]"));
    }

    @AfterEach
    void stop() {
        patroni.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Successfully switched over to \"node2\"", "Successfully failed over to \"node2\""})
    void isCompleted(String text) {
        assertThat(answered(PatroniMock.text(200, text)))
                .isEqualTo(new SwitchoverOutcome.Completed("node2", Evidence.ANSWER));
        assertThat(patroni.writes()).containsExactly("POST /switchover {\"leader\":\"node1\",\"candidate\":\"node2\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Switched over to \"node3\" instead of \"node2\"",
                "Failed over to \"node3\" instead of \"node2\""
            })
    void successElsewhereIsNotTakenForSuccess(String text) {
        SwitchoverOutcome outcome = answered(PatroniMock.text(200, text));

        assertThat(outcome).isEqualTo(new SwitchoverOutcome.CompletedElsewhere("node2", "node3", Evidence.ANSWER));
        assertThat(outcome.isCompleted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 | Switchover could be performed only from a specific leader | LEADER_NOT_NAMED",
                "400 | Failover could be performed only to a specific candidate | CANDIDATE_NOT_NAMED",
                "400 | Failover can't be scheduled | FAILOVER_NOT_SCHEDULABLE",
                "400 | Scheduled failover is possible only from a specific leader | FAILOVER_NOT_SCHEDULABLE",
                "400 | Can't schedule switchover in the paused state | PAUSED_NO_SCHEDULE",
                "400 | Can't schedule failover in the paused state | PAUSED_NO_SCHEDULE",
                "400 | Scheduled switchover is possible only from a specific leader | FAILOVER_NOT_SCHEDULABLE",
                "400 | Switchover is possible only to a specific candidate in a paused state | PAUSED_NEEDS_CANDIDATE",
                "400 | Switchover target and source are the same | SAME_MEMBER",
                "400 | Timezone information is mandatory for the scheduled switchover | TIME_WITHOUT_ZONE",
                "400 | Something new | OTHER",
                "422 | Cannot schedule switchover in the past | TIME_IN_THE_PAST",
                "422 | Unable to parse scheduled timestamp. It should be in an unambiguous format, e.g. ISO 8601 | TIME_NOT_UNDERSTOOD",
                "412 | leader name does not match | LEADER_DIFFERS",
                "412 | candidate does not exists | CANDIDATE_UNKNOWN",
                "412 | candidate name does not match with sync_standby | CANDIDATE_NOT_SYNCHRONOUS",
                "412 | switchover is not possible: can not find sync_standby | NO_SYNCHRONOUS_STANDBY",
                "412 | failover is not possible: cluster does not have members except leader | NO_OTHER_MEMBER",
                "412 | switchover is not possible: no good candidates have been found | NO_GOOD_CANDIDATE",
                "403 | Access is denied | ACCESS_DENIED",
                "403 | client certificate required | CLIENT_CERTIFICATE_REQUIRED",
                "401 | no auth header received | NOT_AUTHENTICATED",
                "401 | not authenticated | NOT_AUTHENTICATED",
                "501 | Server does not support this operation | NOT_SUPPORTED",
                "418 | short and stout | OTHER"
            })
    void isRefusedForAReason(int status, String text, RefusalReason reason) {
        assertThat(answered(PatroniMock.text(status, text))).isEqualTo(Refused.inWordsOfPatroni(reason, text));
        assertThat(patroni.writes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, Bad Request, MALFORMED",
        "411, Length Required, LENGTH_REQUIRED",
        "501, Unsupported method, NOT_SUPPORTED",
        "409, Conflict, CONFLICT"
    })
    void pageIsReducedToItsReason(int status, String phrase, RefusalReason reason) {
        assertThat(answered(PatroniMock.page(status, phrase)))
                .isEqualTo(Refused.inWordsOfPatroni(reason, status + " " + phrase));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Switchover failed",
                "Failover failed",
                "failed to write failover key into DCS",
                "failed to write switchover key into DCS"
            })
    void hasFailedWhileTheLeaderIsTheSame(String text) {
        assertThat(answered(PatroniMock.text(503, text)))
                .isEqualTo(new SwitchoverOutcome.Failed(text, Optional.of("node1")));
    }

    @Test
    void failureThatTheClusterContradictsIsASuccess() {
        patroni.on("GET /cluster", patroni.cluster("node1", ""), patroni.cluster("node2", ""));

        assertThat(answered(PatroniMock.text(503, "Switchover failed")))
                .isEqualTo(new SwitchoverOutcome.Completed("node2", Evidence.OBSERVATION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Switchover status unknown",
                "Failover status unknown",
                "Switchover status unknown after 20 seconds; operation may still be in progress"
            })
    void unknownStatusIsResolvedByObservation(String text) {
        patroni.on(
                "GET /cluster",
                patroni.cluster("node1", ""),
                patroni.cluster("", ""),
                PatroniMock.silence(),
                patroni.cluster("node2", ""));

        assertThat(answered(PatroniMock.text(503, text)))
                .isEqualTo(new SwitchoverOutcome.Completed("node2", Evidence.OBSERVATION));
        assertThat(patroni.writes()).hasSize(1);
    }

    @Test
    void unresolvedStatusIsReportedAsUnknown() {
        SwitchoverOutcome outcome = answered(PatroniMock.text(503, "Switchover status unknown"));

        assertThat(outcome).isInstanceOfSatisfying(SwitchoverOutcome.StatusUnknown.class, unknown -> {
            assertThat(unknown.text()).isEqualTo("Switchover status unknown");
            assertThat(unknown.seen().orElseThrow().leader()).contains("node1");
            assertThat(unknown.seen()
                            .orElseThrow()
                            .lastPromotion()
                            .orElseThrow()
                            .newLeader())
                    .contains("node2");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 500, 502, 503, 504})
    void foreignAnswerLeavesTheOutcomeOpen(int status) {
        assertThat(answered(PatroniMock.page(status, "Whatever"))).isInstanceOf(SwitchoverOutcome.StatusUnknown.class);
        assertThat(patroni.writes()).hasSize(1);
    }

    @Test
    void requestIsNotRepeatedOnTheServersInvitation() {
        MockResponse invitation = new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "0")
                .body("Switchover status unknown")
                .build();

        answered(invitation);

        assertThat(patroni.writes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 308, 401, 407, 408, 413, 421, 429, 500, 502, 503, 504})
    void requestIsNeverSentTwice(int status) {
        patroni.on(
                "POST /switchover",
                new MockResponse.Builder()
                        .code(status)
                        .addHeader("Location", "/switchover")
                        .addHeader("Retry-After", "0")
                        .addHeader("WWW-Authenticate", "Basic realm=\"Patroni\"")
                        .build());
        try (PatroniClient client =
                patroni.builder().basicAuth("patroni", Secret.of("hunter2")).build()) {
            assertThat(client.switchover(WISH).isCompleted()).isFalse();
        }
        assertThat(patroni.writes()).hasSize(1);
    }

    @Test
    void patienceComesFromLoopWaitAndNotFromTheReadTimeout() {
        patroni.on(
                "POST /switchover",
                new MockResponse.Builder()
                        .body("Successfully switched over to \"node2\"")
                        .headersDelay(600, TimeUnit.MILLISECONDS)
                        .build());
        try (PatroniClient client =
                patroni.builder().readTimeout(Duration.ofMillis(200)).build()) {
            assertThat(client.switchover(WISH)).isEqualTo(new SwitchoverOutcome.Completed("node2", Evidence.ANSWER));
        }
        assertThat(Handover.rounds(Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(20));
        assertThat(Handover.rounds(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void timeIsSentAndComparedAsPythonKeepsIt() {
        OffsetDateTime precise = OffsetDateTime.parse("2026-11-21T03:00:00.123456789+03:00");
        patroni.on("POST /switchover", PatroniMock.silence());
        patroni.on(
                "GET /cluster",
                patroni.cluster("node1", ""),
                patroni.cluster(
                        "node1",
                        ", \"scheduled_switchover\": {\"at\": \"2026-11-21T00:00:00.123456+00:00\", \"from\": \"node1\", \"to\": \"node2\"}"));
        try (PatroniClient client = patroni.client()) {
            assertThat(client.switchover(WISH.at(precise))).isInstanceOf(SwitchoverOutcome.Scheduled.class);
        }
        assertThat(patroni.writes()).singleElement().asString().contains("\"2026-11-21T03:00:00.123456+03:00\"");
    }

    @Test
    void proxyPageIsNotTakenForASchedule() {
        patroni.on("POST /switchover", PatroniMock.page(202, "Accepted"));
        try (PatroniClient client = patroni.client()) {
            assertThat(client.switchover(WISH.at(NIGHT))).isInstanceOf(SwitchoverOutcome.StatusUnknown.class);
        }
    }

    @Test
    void emptyReplyIsResolvedByObservation() {
        patroni.on("GET /cluster", patroni.cluster("node1", ""), patroni.cluster("node3", ""));

        assertThat(answered(PatroniMock.silence()))
                .isEqualTo(new SwitchoverOutcome.CompletedElsewhere("node2", "node3", Evidence.OBSERVATION));
        assertThat(patroni.writes()).hasSize(1);
    }

    @Test
    void emptyReplyWithoutAChangeStaysUnknown() {
        FakeWaiting time = new FakeWaiting();
        patroni.on("POST /switchover", PatroniMock.silence());
        try (PatroniClient client = patroni.builder().waiting(time).build()) {
            assertThat(client.switchover(WISH)).isInstanceOfSatisfying(NoResponse.class, silent -> {
                assertThat(silent.delivery()).isEqualTo(Delivery.MAYBE_SENT);
                assertThat(silent.seen().orElseThrow().leader()).contains("node1");
            });
        }
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(20));
        assertThat(patroni.writes()).hasSize(1);
    }

    @Test
    void addressWithoutServerIsSkipped() throws IOException {
        String closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = "http://127.0.0.1:" + socket.getLocalPort() + "/patroni";
        }
        patroni.on(
                "GET /cluster",
                PatroniMock.text(
                        200,
                        "{\"members\": [{\"name\": \"node1\", \"role\": \"leader\", \"state\": \"running\", \"api_url\": \""
                                + closed + "\"}]}"));

        assertThat(answered(PatroniMock.text(200, "Successfully switched over to \"node2\""))
                        .isCompleted())
                .isTrue();
    }

    @Test
    void nothingIsSentToAClusterThatCannotBeSeen() {
        patroni.on("GET /cluster", PatroniMock.silence());

        assertThat(answered(PatroniMock.text(200, "Successfully switched over to \"node2\"")))
                .isInstanceOfSatisfying(
                        NoResponse.class,
                        silent -> assertThat(silent.delivery()).isEqualTo(Delivery.NOT_SENT));
        assertThat(patroni.writes()).isEmpty();
    }

    @Test
    void scheduledOneIsSentWithItsOffset() {
        patroni.on("POST /switchover", PatroniMock.text(202, "Switchover scheduled"));
        try (PatroniClient client = patroni.client()) {
            assertThat(client.switchover(WISH.at(NIGHT)))
                    .isEqualTo(new SwitchoverOutcome.Scheduled(NIGHT, Evidence.ANSWER));
        }
        assertThat(patroni.writes())
                .containsExactly(
                        "POST /switchover {\"leader\":\"node1\",\"candidate\":\"node2\",\"scheduled_at\":\"2026-11-21T03:00:00+03:00\"}");
    }

    @Test
    void schedulingWithoutAnAnswerIsResolvedByObservation() {
        patroni.on("POST /switchover", PatroniMock.silence());
        patroni.on("GET /cluster", patroni.cluster("node1", ""), patroni.cluster("node1", scheduled()));
        try (PatroniClient client = patroni.client()) {
            assertThat(client.switchover(WISH.at(NIGHT)))
                    .isInstanceOfSatisfying(SwitchoverOutcome.Scheduled.class, s -> {
                        assertThat(s.at().isEqual(NIGHT)).isTrue();
                        assertThat(s.evidence()).isEqualTo(Evidence.OBSERVATION);
                    });
        }
    }

    @Test
    void scheduledOneIsNotOverwrittenUnlessAsked() {
        patroni.on("GET /cluster", patroni.cluster("node1", scheduled()));
        patroni.on("POST /switchover", PatroniMock.text(200, "Successfully switched over to \"node2\""));
        try (PatroniClient client = patroni.client()) {
            assertThat(client.switchover(WISH))
                    .isInstanceOfSatisfying(
                            Refused.class, r -> assertThat(r.reason()).isEqualTo(RefusalReason.ALREADY_SCHEDULED));
            assertThat(patroni.writes()).isEmpty();

            assertThat(client.switchover(WISH.replacingOthers()).isCompleted()).isTrue();
        }
    }

    @Test
    void runningOneIsNotOverwritten() {
        patroni.on(
                "GET /cluster",
                PatroniMock.text(200, "{\"members\": [" + patroni.member("node1", "leader", "stopping", "") + "]}"));

        assertThat(answered(PatroniMock.text(200, "Successfully switched over to \"node2\"")))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(RefusalReason.ALREADY_RUNNING));
        assertThat(patroni.writes()).isEmpty();
    }

    @Test
    void leaderIsNotItsOwnCandidate() {
        try (PatroniClient client = patroni.client()) {
            assertThat(client.switchover(Switchover.from("node1").to("node1")))
                    .isInstanceOfSatisfying(
                            Refused.class, r -> assertThat(r.reason()).isEqualTo(RefusalReason.SAME_MEMBER));
        }
        assertThat(patroni.requests()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Switchover.from(" "));
    }

    @Test
    void otherLeaderIsNotTakenForTheNewOne() {
        patroni.on("GET /cluster", patroni.cluster("node3", ""));

        assertThat(answered(PatroniMock.silence()))
                .isEqualTo(new Refused(
                        RefusalReason.LEADER_DIFFERS,
                        Text.of("the leader is node3, not node1", "лидер — node3, а не node1")));
        assertThat(patroni.writes()).isEmpty();
    }

    @Test
    void failoverDoesNotNameTheLeader() {
        patroni.on("GET /cluster", patroni.cluster("", ""));
        patroni.on("POST /failover", PatroniMock.text(200, "Successfully failed over to \"node3\""));
        try (PatroniClient client = patroni.client()) {
            assertThat(client.failover(Failover.to("node3")))
                    .isEqualTo(new SwitchoverOutcome.Completed("node3", Evidence.ANSWER));
        }
        assertThat(patroni.writes()).containsExactly("POST /failover {\"candidate\":\"node3\"}");
    }

    @Test
    void failoverToTheLeaderIsRefused() {
        try (PatroniClient client = patroni.client()) {
            assertThat(client.failover(Failover.to("node1")))
                    .isEqualTo(new Refused(
                            RefusalReason.SAME_MEMBER, Text.of("node1 is the leader already", "node1 уже лидер")));
        }
        assertThat(patroni.writes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3.0.2, true, false", "3.1.2, true, false", "3.2.0, true, true", "3.0.2, false, true"})
    void failoverThatOldReleasesFailAtIsRefused(String version, boolean synchronous, boolean sent) {
        patroni.on("GET /config", PatroniMock.text(200, "{\"synchronous_mode\": " + synchronous + "}"));
        patroni.on(
                "GET /patroni",
                PatroniMock.text(
                        200,
                        "{\"state\": \"running\", \"role\": \"replica\", \"patroni\": {\"version\": \"" + version
                                + "\"}}"));
        patroni.on("POST /failover", PatroniMock.text(200, "Successfully failed over to \"node3\""));
        try (PatroniClient client = patroni.client()) {
            SwitchoverOutcome outcome = client.failover(Failover.to("node3"));

            assertThat(outcome.isCompleted()).isEqualTo(sent);
            assertThat(patroni.writes()).hasSize(sent ? 1 : 0);
            if (!sent) {
                assertThat(((Refused) outcome).reason()).isEqualTo(RefusalReason.NOT_IN_THIS_VERSION);
            }
        }
    }

    @Test
    void failoverToNobodyIsLeftToPatroniAlsoInAnOldRelease() {
        patroni.on("GET /config", PatroniMock.text(200, "{\"synchronous_mode\": true}"));
        patroni.on(
                "GET /patroni",
                PatroniMock.text(
                        200, "{\"state\": \"running\", \"role\": \"replica\", \"patroni\": {\"version\": \"3.0.2\"}}"));
        patroni.on("POST /failover", PatroniMock.text(412, "candidate does not exists"));
        try (PatroniClient client = patroni.client()) {
            assertThat(client.failover(Failover.to("node9")))
                    .isEqualTo(Refused.inWordsOfPatroni(RefusalReason.CANDIDATE_UNKNOWN, "candidate does not exists"));
        }
    }

    @Test
    void switchoverNeedsALeader() {
        patroni.on("GET /cluster", patroni.cluster("", ""));

        assertThat(answered(PatroniMock.text(200, "")))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(RefusalReason.NO_LEADER));
    }

    @ParameterizedTest
    @CsvSource({
        "404, no switchover is scheduled, NOTHING_SCHEDULED",
        "403, Access is denied, ACCESS_DENIED",
    })
    void cancellingIsRefused(int status, String text, RefusalReason reason) {
        patroni.on("DELETE /switchover", PatroniMock.text(status, text));
        try (PatroniClient client = patroni.client()) {
            assertThat(client.cancelSwitchover()).isEqualTo(Refused.inWordsOfPatroni(reason, text));
        }
    }

    @Test
    void cancellingIsAnsweredOrSeen() {
        patroni.on(
                "DELETE /switchover",
                PatroniMock.text(200, "scheduled switchover deleted"),
                PatroniMock.page(409, "Conflict"),
                PatroniMock.silence());
        try (PatroniClient client = patroni.client()) {
            assertThat(client.cancelSwitchover()).isEqualTo(new CancelOutcome.Cancelled());
            assertThat(client.cancelSwitchover())
                    .as("a conflict, but it is gone")
                    .isEqualTo(new CancelOutcome.Cancelled(Evidence.OBSERVATION));
            assertThat(client.cancelSwitchover())
                    .as("no answer, but it is gone")
                    .isEqualTo(new CancelOutcome.Cancelled(Evidence.OBSERVATION));
            patroni.on("GET /cluster", patroni.cluster("node1", scheduled()));
            assertThat(client.cancelSwitchover()).isInstanceOf(NoResponse.class);
            patroni.on("DELETE /switchover", PatroniMock.page(409, "Conflict"));
            assertThat(client.cancelSwitchover())
                    .as("a conflict, or a DCS that is away")
                    .isInstanceOf(NoResponse.class);
        }
        assertThat(patroni.writes()).hasSize(5);
    }

    @Test
    void cancellationIsResolvedByObservation() {
        patroni.on("DELETE /switchover", PatroniMock.page(504, "Gateway Timeout"));
        patroni.on("GET /cluster", patroni.cluster("node1", scheduled()), patroni.cluster("node1", ""));
        try (PatroniClient client = patroni.client()) {
            assertThat(client.cancelSwitchover()).isEqualTo(new CancelOutcome.Cancelled(Evidence.OBSERVATION));

            patroni.on("GET /cluster", patroni.cluster("node1", scheduled()));
            assertThat(client.cancelSwitchover())
                    .isEqualTo(new NoResponse(
                            Text.of(
                                    "not an answer of Patroni: 504 Gateway Timeout",
                                    "это не ответ Patroni: «504 Gateway Timeout»"),
                            Delivery.MAYBE_SENT,
                            Optional.empty()));
        }
        assertThat(patroni.writes()).hasSize(2);
    }

    @Test
    void passwordIsShownAtOnceBecauseTheRequestIsSentOnce() throws Exception {
        try (PatroniServer server = PatroniServer.json("200 OK", "{\"state\": \"running\", \"role\": \"replica\"}");
                PatroniClient client = PatroniClient.builder()
                        .endpoint(server.uri())
                        .basicAuth("patroni", Secret.of("hunter2"))
                        .build()) {
            client.cancelSwitchover();

            assertThat(server.requests())
                    .filteredOn(request -> request.startsWith("DELETE /switchover"))
                    .singleElement()
                    .asString()
                    .contains("Authorization: " + okhttp3.Credentials.basic("patroni", "hunter2"))
                    .contains("Content-Length: 0");
        }
    }

    @Test
    void unreachableServerGotNothing() throws IOException {
        URI closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        try (PatroniClient client = PatroniClient.builder().endpoint(closed).build()) {
            assertThat(client.cancelSwitchover())
                    .isInstanceOfSatisfying(
                            NoResponse.class,
                            silent -> assertThat(silent.delivery()).isEqualTo(Delivery.NOT_SENT));
        }
    }

    private SwitchoverOutcome answered(MockResponse response) {
        patroni.on("POST /switchover", response);
        try (PatroniClient client = patroni.client()) {
            return client.switchover(WISH);
        }
    }

    private static String scheduled() {
        return ", \"scheduled_switchover\": {\"at\": \"2026-11-21T00:00:00+00:00\", \"from\": \"node1\", \"to\": \"node2\"}";
    }
}
