package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.operation.CancelOutcome;
import io.github.pg1c.patroni.operation.Delivery;
import io.github.pg1c.patroni.operation.Evidence;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.Reinitialize;
import io.github.pg1c.patroni.operation.ReinitializeOutcome;
import io.github.pg1c.patroni.operation.ReloadOutcome;
import io.github.pg1c.patroni.operation.Restart;
import io.github.pg1c.patroni.operation.RestartOutcome;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberOperationsTest {
    private static final OffsetDateTime NIGHT = OffsetDateTime.parse("2026-11-21T03:00:00+03:00");

    private PatroniMock patroni;
    private PatroniClient client;
    private URI member;

    @BeforeEach
    void start() throws IOException {
        patroni = new PatroniMock();
        client = patroni.client();
        member = patroni.uri();
        patroni.on("GET /patroni", status("4.1.4", "10:00:00", ""));
        patroni.on("GET /cluster", patroni.cluster("node1", ""));
        patroni.on("GET /config", PatroniMock.text(200, "{}"));
    }

    @AfterEach
    void stop() {
        client.close();
        patroni.close();
    }

    @Test
    void restartsWithItsConditions() {
        patroni.on("POST /restart", PatroniMock.text(200, "restarted successfully"));

        assertThat(client.restart(
                        member,
                        Restart.now()
                                .ifPending()
                                .ifRole(Restart.RestartRole.PRIMARY)
                                .ifOlderThan("15.2")
                                .within(Duration.ofMinutes(1))))
                .isEqualTo(new RestartOutcome.Restarted(Evidence.ANSWER));
        assertThat(client.restart(member, Restart.now())).isInstanceOf(RestartOutcome.Restarted.class);
        assertThat(patroni.writes())
                .containsExactly(
                        "POST /restart {\"restart_pending\":true,\"role\":\"primary\",\"postgres_version\":\"15.2\",\"timeout\":60}",
                        "POST /restart {}");
    }

    @Test
    void olderPatroniReceivesTheOlderRoleName() {
        patroni.on("GET /patroni", status("3.3.2", "10:00:00", ""));
        patroni.on("POST /restart", PatroniMock.text(200, "restarted successfully"));

        client.restart(member, Restart.now().ifRole(Restart.RestartRole.PRIMARY));

        assertThat(patroni.writes()).containsExactly("POST /restart {\"role\":\"master\"}");
        assertThat(client.restart(member, Restart.now().ifRole(Restart.RestartRole.STANDBY_LEADER)))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(RefusalReason.NOT_IN_THIS_VERSION));
        assertThat(patroni.writes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 | PostgreSQL role should be either primary, standby_leader, or replica | ROLE_NOT_UNDERSTOOD",
                "400 | PostgreSQL role should be either primary or replica | ROLE_NOT_UNDERSTOOD",
                "400 | Timeout should be a positive number of seconds | TIMEOUT_NOT_UNDERSTOOD",
                "400 | Unknown filter for the scheduled restart: colour | FILTER_NOT_UNDERSTOOD",
                "400 | Invalid PostgreSQL version format: X.Y or X.Y.Z is accepted: fifteen | VERSION_NOT_UNDERSTOOD",
                "400 | Invalid PostgreSQL version: seventeen | VERSION_NOT_UNDERSTOOD",
                "400 | Timezone information is mandatory for the scheduled restart | TIME_WITHOUT_ZONE",
                "422 | Cannot schedule restart in the past | TIME_IN_THE_PAST",
                "422 | Unable to parse scheduled timestamp. It should be in an unambiguous format, e.g. ISO 8601 | TIME_NOT_UNDERSTOOD",
                "409 | Another restart is already scheduled | RESTART_ALREADY_SCHEDULED",
                "500 | Can't schedule restart in the paused state | PAUSED_NO_SCHEDULE",
                "503 | restart conditions are not satisfied | CONDITIONS_NOT_MET",
                "503 | reinitialize already in progress | IN_PROGRESS"
            })
    void restartIsRefusedForAReason(int status, String text, RefusalReason reason) {
        patroni.on("POST /restart", PatroniMock.text(status, text));

        assertThat(client.restart(member, Restart.now())).isEqualTo(Refused.inWordsOfPatroni(reason, text));
    }

    @Test
    void restartFailsOrIsScheduled() {
        patroni.on(
                "POST /restart",
                PatroniMock.text(503, "restart failed"),
                PatroniMock.text(202, "Restart scheduled"),
                PatroniMock.page(502, "Bad Gateway"));

        assertThat(client.restart(member, Restart.now())).isEqualTo(new RestartOutcome.Failed("restart failed"));
        assertThat(client.restart(member, Restart.now().at(NIGHT)))
                .isEqualTo(new RestartOutcome.Scheduled(NIGHT, Evidence.ANSWER));
        assertThat(client.restart(member, Restart.now()))
                .isInstanceOfSatisfying(
                        RestartOutcome.StatusUnknown.class,
                        unknown -> assertThat(unknown.text()).isEqualTo("502 Bad Gateway"));
        assertThat(patroni.writes()).hasSize(3);
    }

    @Test
    void restartThatTakesLongerIsNotARefusal() {
        patroni.on("POST /restart", PatroniMock.text(503, "postgres is still starting"));

        assertThat(client.restart(member, Restart.now()))
                .isEqualTo(new RestartOutcome.StillStarting("postgres is still starting"));
    }

    @Test
    void restartWithoutAnAnswerIsDetectedByTheStartTime() {
        patroni.on("POST /restart", PatroniMock.silence());
        assertThat(client.restart(member, Restart.now()))
                .isInstanceOfSatisfying(
                        NoResponse.class, s -> assertThat(s.delivery()).isEqualTo(Delivery.MAYBE_SENT));

        patroni.on("GET /patroni", status("4.1.4", "10:00:00", ""), status("4.1.4", "11:00:00", ""));
        assertThat(client.restart(member, Restart.now())).isEqualTo(new RestartOutcome.Restarted(Evidence.OBSERVATION));
    }

    @Test
    void restartIsFollowedWhilePostgresIsOnTheWay() {
        MockResponse before = status("4.1.4", "10:00:00", "");
        MockResponse[] seen = new MockResponse[33];
        Arrays.fill(seen, PatroniMock.text(200, "{\"state\": \"restarting\", \"role\": \"replica\"}"));
        seen[0] = before;
        seen[1] = before;
        seen[32] = status("4.1.4", "11:00:00", "");
        patroni.on("GET /patroni", seen);
        patroni.on("POST /restart", PatroniMock.page(504, "Gateway Timeout"));

        assertThat(client.restart(member, Restart.now())).isEqualTo(new RestartOutcome.Restarted(Evidence.OBSERVATION));
        assertThat(patroni.writes()).hasSize(1);
    }

    @Test
    void successOfAnotherRequestDoesNotCount() {
        for (String what : List.of("POST /restart", "POST /reload", "POST /reinitialize", "DELETE /restart")) {
            patroni.on(what, PatroniMock.page(200, "OK"));
        }
        patroni.on(
                "GET /patroni",
                status("4.1.4", "10:00:00", ", \"scheduled_restart\": {\"schedule\": \"2026-11-21T00:00:00+00:00\"}"));

        assertThat(client.restart(member, Restart.now())).isInstanceOf(RestartOutcome.StatusUnknown.class);
        assertThat(client.reload(member)).isInstanceOf(NoResponse.class);
        assertThat(client.reinitialize(member, Reinitialize.GENTLY)).isInstanceOf(NoResponse.class);
        assertThat(client.cancelRestart(member)).isInstanceOf(NoResponse.class);
    }

    @Test
    void wordsThatPatroniHasNotAreNoFailure() {
        for (String what : List.of("POST /reload", "POST /reinitialize", "DELETE /restart")) {
            patroni.on(what, PatroniMock.text(503, "upstream connect error"));
        }
        patroni.on(
                "GET /patroni",
                status("4.1.4", "10:00:00", ", \"scheduled_restart\": {\"schedule\": \"2026-11-21T00:00:00+00:00\"}"));

        NoResponse unknown = new NoResponse(
                Text.of(
                        "not an answer of Patroni: upstream connect error",
                        "это не ответ Patroni: «upstream connect error»"),
                Delivery.MAYBE_SENT,
                Optional.empty());
        assertThat(client.reload(member)).isEqualTo(unknown);
        assertThat(client.reinitialize(member, Reinitialize.GENTLY)).isEqualTo(unknown);
        assertThat(client.cancelRestart(member)).isEqualTo(unknown);
    }

    @Test
    void copyWithoutAnAnswerIsSeen() {
        MockResponse copying = PatroniMock.text(200, "{\"state\": \"creating replica\", \"role\": \"replica\"}");
        patroni.on("POST /reinitialize", PatroniMock.silence());
        patroni.on("GET /patroni", status("4.1.4", "10:00:00", ""), status("4.1.4", "10:00:00", ""), copying);

        assertThat(client.reinitialize(member, Reinitialize.GENTLY))
                .isEqualTo(new ReinitializeOutcome.Started(Evidence.OBSERVATION));
        assertThat(client.reinitialize(member, Reinitialize.GENTLY))
                .as("it copied before")
                .isInstanceOf(NoResponse.class);
        assertThat(patroni.writes()).hasSize(2);
    }

    @Test
    void scheduleWithoutAnAnswerIsSeen() {
        patroni.on("POST /restart", PatroniMock.silence());
        patroni.on(
                "GET /patroni",
                status("4.1.4", "10:00:00", ""),
                status("4.1.4", "10:00:00", ", \"scheduled_restart\": {\"schedule\": \"2026-11-21T00:00:00+00:00\"}"));

        assertThat(client.restart(member, Restart.now().at(NIGHT)))
                .isInstanceOfSatisfying(
                        RestartOutcome.Scheduled.class,
                        s -> assertThat(s.evidence()).isEqualTo(Evidence.OBSERVATION));
    }

    @Test
    void scheduledRestartIsCancelled() {
        patroni.on(
                "DELETE /restart",
                PatroniMock.text(200, "scheduled restart deleted"),
                PatroniMock.text(404, "no restarts are scheduled"));

        assertThat(client.cancelRestart(member)).isEqualTo(new CancelOutcome.Cancelled());
        assertThat(client.cancelRestart(member))
                .isEqualTo(Refused.inWordsOfPatroni(RefusalReason.NOTHING_SCHEDULED, "no restarts are scheduled"));
    }

    @Test
    void reloadIsOnlyRequested() {
        patroni.on(
                "POST /reload",
                PatroniMock.text(202, "reload scheduled"),
                PatroniMock.text(403, "Access is denied"),
                PatroniMock.silence());

        assertThat(client.reload(member)).isEqualTo(new ReloadOutcome.Requested());
        assertThat(client.reload(member))
                .isEqualTo(Refused.inWordsOfPatroni(RefusalReason.ACCESS_DENIED, "Access is denied"));
        assertThat(client.reload(member)).isInstanceOf(NoResponse.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503 | I am the leader, can not reinitialize | IS_LEADER",
                "503 | Cluster has no leader, can not reinitialize | NO_LEADER",
                "503 | restart already in progress | IN_PROGRESS"
            })
    void reinitializeIsRefusedForAReason(int status, String text, RefusalReason reason) {
        patroni.on("POST /reinitialize", PatroniMock.text(status, text));

        assertThat(client.reinitialize(member, Reinitialize.GENTLY)).isEqualTo(Refused.inWordsOfPatroni(reason, text));
    }

    @Test
    void copyFromTheLeaderIsRequestedOnlyFromReleasesThatSupportIt() {
        patroni.on("POST /reinitialize", PatroniMock.text(200, "reinitialize started"));

        assertThat(client.reinitialize(member, new Reinitialize(true, true)))
                .isEqualTo(new ReinitializeOutcome.Started());
        assertThat(patroni.writes()).containsExactly("POST /reinitialize {\"force\":true,\"from_leader\":true}");

        patroni.on("GET /patroni", status("4.0.7", "10:00:00", ""));
        assertThat(client.reinitialize(member, new Reinitialize(false, true)))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(RefusalReason.NOT_IN_THIS_VERSION));
        assertThat(patroni.writes()).hasSize(1);
    }

    private static MockResponse status(String version, String started, String more) {
        return PatroniMock.text(
                200,
                "{\"state\": \"running\", \"role\": \"replica\", \"postmaster_start_time\": \"2026-11-20 " + started
                        + "+00:00\", \"patroni\": {\"version\": \"" + version + "\"}" + more + "}");
    }
}
