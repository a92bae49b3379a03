package io.github.pg1c.maven.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.patroni.operation.Reinitialize;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No goal skips a member that cannot be asked, and each goal ends with its own message. */
class WrongAddressTest {

    /** Goals that need pg2. */
    private enum Needing {
        RESTART(RestartGoal.of(restart("pg2"))),
        RESTART_ALL(RestartGoal.of(restart("pg1", "pg2", "pg3"))),
        RELOAD(ReloadGoal.of(List.of(), Optional.empty())),
        CANCEL_RESTARTS(CancelRestartsGoal.of(List.of("pg2"), Optional.empty())),
        REINITIALIZE(ReinitializeGoal.of(
                new ReinitializeGoal.Order(Optional.of("pg2"), Reinitialize.GENTLY, false, Optional.of("2s")))),
        SWITCHOVER(SwitchoverGoal.of(new SwitchoverGoal.Order(
                Optional.empty(), Optional.of("pg2"), Optional.empty(), false, false, Optional.of("2s")))),
        FAILOVER(FailoverGoal.of(new FailoverGoal.Order(Optional.of("pg2"), false, false, Optional.of("2s")))),
        WAIT(WaitGoal.of(
                new WaitGoal.Order(Optional.of("streaming"), Optional.empty(), Optional.empty(), Optional.of("2s"))));

        private final Function<ParameterProblems, ClusterGoal> goal;

        Needing(Function<ParameterProblems, ClusterGoal> goal) {
            this.goal = goal;
        }
    }

    static Stream<String> addresses() {
        return Stream.of("", "http://0.0.0.0:8008/patroni", "http://:8008/patroni", "{", "of pg1");
    }

    static Stream<Arguments> goalsAndAddresses() {
        return Arrays.stream(Needing.values()).flatMap(goal -> addresses().map(address -> Arguments.of(goal, address)));
    }

    @ParameterizedTest
    @MethodSource("goalsAndAddresses")
    void memberIsNamedAndNothingIsSent(Needing goal, String address) throws IOException {
        try (SimulatedCluster cluster = new SimulatedCluster("pg1", "pg2", "pg3")) {
            publish(cluster, address);
            Desk desk = new Desk();

            GoalResult result = desk.does(cluster, goal.goal);

            assertThat(result.failed()).isTrue();
            assertThat(result.fault()).isEmpty();
            assertThat(result.sentence() + String.join("\n", desk.said())).contains("pg2");
            assertThat(cluster.writes()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void statusAndPauseNameTheMember(String address) throws IOException {
        try (SimulatedCluster cluster = new SimulatedCluster("pg1", "pg2", "pg3")) {
            publish(cluster, address);
            Desk desk = new Desk();

            desk.succeeds(desk.shows(cluster, StatusGoal.of(Optional.empty(), false, Optional.empty())));
            assertThat(desk.said())
                    .anyMatch(line -> line.contains("pg2 does not answer: ") && line.contains("it publishes"));

            GoalResult pause = desk.does(cluster, PauseGoal.of(true, Optional.of("2s")));
            assertThat(pause.failed()).isTrue();
            assertThat(pause.sentence() + desk.said()).contains("pg2");
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void otherGoalsGoOn(String address) throws IOException {
        try (SimulatedCluster cluster = new SimulatedCluster("pg1", "pg2", "pg3")) {
            publish(cluster, address);
            Desk desk = new Desk();

            desk.succeeds(desk.does(cluster, problems -> new TopologyGoal()));
            desk.succeeds(desk.does(cluster, problems -> new CancelSwitchoverGoal()));
            desk.succeeds(desk.does(cluster, RestartGoal.of(restart("pg3"))));
        }
    }

    private static void publish(SimulatedCluster cluster, String address) {
        if (address.isEmpty()) {
            cluster.member("pg2").remove("api_url");
        } else {
            cluster.member("pg2")
                    .put(
                            "api_url",
                            address.equals("of pg1")
                                    ? cluster.member("pg1").path("api_url").asText()
                                    : address);
        }
    }

    private static RestartGoal.Order restart(String... members) {
        return new RestartGoal.Order(
                List.of(members),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("2s"),
                false);
    }
}
