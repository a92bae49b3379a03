package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.operation.CancelOutcome;
import io.github.pg1c.patroni.operation.ConfigOutcome;
import io.github.pg1c.patroni.operation.Delivery;
import io.github.pg1c.patroni.operation.Evidence;
import io.github.pg1c.patroni.operation.Failover;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.PauseOutcome;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.Reinitialize;
import io.github.pg1c.patroni.operation.Restart;
import io.github.pg1c.patroni.operation.RestartOutcome;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.operation.SwitchoverOutcome;
import io.github.pg1c.patroni.testkit.PatroniSimulator;
import io.github.pg1c.patroni.testkit.Reaction;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A proxy answers in place of Patroni, which has done what it was asked for, and no other member answers. Then nothing
 * may be told as failed or refused.
 */
class ProxyAnswersTest {
    private static final OffsetDateTime NIGHT = OffsetDateTime.parse("2126-11-21T03:00:00Z");

    /** Every request that changes something. */
    enum Write {
        SWITCHOVER("switchover", "POST /switchover", (client, patroni) -> client.switchover(Switchover.from("node1"))),
        FAILOVER("failover", "POST /failover", (client, patroni) -> client.failover(Failover.to("node2"))),
        CANCEL_SWITCHOVER("cancelSwitchover", "DELETE /switchover", (client, patroni) -> {
            client.switchover(Switchover.from("node1").to("node2").at(NIGHT));
            return client.cancelSwitchover();
        }),
        RESTART(
                "restart",
                "POST /restart",
                (client, patroni) -> client.restart(patroni.member("node1").uri(), Restart.now())),
        CANCEL_RESTART("cancelRestart", "DELETE /restart", (client, patroni) -> {
            client.restart(patroni.member("node1").uri(), Restart.now().at(NIGHT));
            return client.cancelRestart(patroni.member("node1").uri());
        }),
        RELOAD(
                "reload",
                "POST /reload",
                (client, patroni) -> client.reload(patroni.member("node1").uri())),
        REINITIALIZE("reinitialize", "POST /reinitialize", (client, patroni) -> {
            patroni.failOver("node2");
            return client.reinitialize(patroni.member("node1").uri(), Reinitialize.GENTLY);
        }),
        CONFIGURE(
                "configure",
                "PATCH /config",
                (client, patroni) ->
                        client.configure(ConfigPatch.empty().set(5, "loop_wait").parameter("work_mem", "64MB"))),
        REPLACE(
                "replaceConfiguration",
                "PUT /config",
                (client, patroni) -> client.replaceConfiguration("{\"ttl\": 40}")),
        PAUSE("pause", "PATCH /config", (client, patroni) -> client.pause(Duration.ofSeconds(20))),
        RESUME("resume", "PATCH /config", (client, patroni) -> {
            patroni.configuration("{\"pause\": true}");
            return client.resume(Duration.ofSeconds(20));
        });

        private final String method;
        private final String request;
        private final BiFunction<PatroniClient, PatroniSimulator, Object> call;

        Write(String method, String request, BiFunction<PatroniClient, PatroniSimulator, Object> call) {
            this.method = method;
            this.request = request;
            this.call = call;
        }
    }

    static Stream<Arguments> writes() {
        String page = "<html><body><h1>503 Service Unavailable</h1>\nNo server is available.\n</body></html>";
        return Arrays.stream(Write.values())
                .flatMap(write -> Stream.of(
                                Reaction.answer(504, page.replace("503 Service Unavailable", "504 Gateway Time-out")),
                                Reaction.answer(502, page.replace("503 Service Unavailable", "502 Bad Gateway")),
                                Reaction.answer(503, page),
                                Reaction.answer(503, "upstream connect error or disconnect/reset before headers"),
                                Reaction.answer(500, "Internal Server Error"),
                                Reaction.answer(408, "Request Timeout"),
                                Reaction.json(503, "{\"message\": \"timeout\"}"),
                                Reaction.answer(200, "<html>Please log in</html>"))
                        .map(reaction -> Arguments.of(write, reaction)));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void outcomeIsLookedUpOrUnknown(Write write, Reaction reaction) {
        try (PatroniSimulator patroni =
                        PatroniSimulator.builder().clock(new Ticking()).start();
                PatroniClient client = PatroniClient.builder()
                        .endpoint(patroni.member("node1").uri())
                        .waiting(new FakeWaiting())
                        .build()) {
            patroni.member("node2").away();
            patroni.member("node3").away();
            patroni.next(write.request, reaction.afterActing());

            Object outcome = write.call.apply(client, patroni);

            assertThat(patroni.writes()).isNotEmpty();
            assertThat(outcome).isNotInstanceOfAny(Refused.class, SwitchoverOutcome.Failed.class);
            assertThat(outcome).isNotInstanceOfAny(RestartOutcome.Failed.class, ConfigOutcome.Failed.class);
            switch (write) {
                case CONFIGURE, REPLACE ->
                    assertThat(outcome)
                            .isInstanceOfSatisfying(
                                    ConfigOutcome.Changed.class,
                                    changed -> assertThat(changed.evidence()).isEqualTo(Evidence.OBSERVATION));
                case SWITCHOVER, FAILOVER ->
                    assertThat(outcome).isEqualTo(new SwitchoverOutcome.Completed("node2", Evidence.OBSERVATION));
                case CANCEL_SWITCHOVER, CANCEL_RESTART ->
                    assertThat(outcome).isEqualTo(new CancelOutcome.Cancelled(Evidence.OBSERVATION));
                case RESTART -> assertThat(outcome).isEqualTo(new RestartOutcome.Restarted(Evidence.OBSERVATION));
                // Members that do not answer have not noticed.
                case PAUSE, RESUME -> assertThat(outcome).isEqualTo(new PauseOutcome.NotYet(Set.of("node2", "node3")));
                // A reload leaves no trace, and the simulated copy is over at once.
                case RELOAD, REINITIALIZE ->
                    assertThat(outcome)
                            .isInstanceOfSatisfying(
                                    NoResponse.class,
                                    none -> assertThat(none.delivery()).isEqualTo(Delivery.MAYBE_SENT));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("writes")
    void nothingIsToldAsDoneThatTheMemberDidNotDo(Write write, Reaction reaction) {
        try (PatroniSimulator patroni =
                        PatroniSimulator.builder().clock(new Ticking()).start();
                PatroniClient client = PatroniClient.builder()
                        .endpoint(patroni.member("node1").uri())
                        .waiting(new FakeWaiting())
                        .build()) {
            patroni.always(write.request, reaction);

            Object outcome = write.call.apply(client, patroni);

            assertThat(outcome)
                    .isInstanceOfAny(
                            NoResponse.class,
                            SwitchoverOutcome.StatusUnknown.class,
                            RestartOutcome.StatusUnknown.class,
                            PauseOutcome.NotDone.class);
        }
    }

    @Test
    void everyRequestThatChangesSomethingIsHere() {
        Set<String> all = Arrays.stream(PatroniClient.class.getMethods())
                .filter(method -> method.getReturnType().getSimpleName().endsWith("Outcome"))
                .map(Method::getName)
                .filter(name -> !name.equals("awaitLeader"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(all).hasSizeGreaterThan(10);
        assertThat(Arrays.stream(Write.values()).map(write -> write.method)).containsExactlyInAnyOrderElementsOf(all);
    }

    /** A second passes whenever somebody looks. */
    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-11-20T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public synchronized Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }
    }
}
