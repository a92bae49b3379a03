package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.maven.operate.AccessParameters;
import io.github.pg1c.maven.operate.ClusterGoal;
import io.github.pg1c.maven.operate.ClusterGoals;
import io.github.pg1c.maven.operate.ConfigGoal;
import io.github.pg1c.maven.operate.ConfigParameters;
import io.github.pg1c.maven.operate.FailoverGoal;
import io.github.pg1c.maven.operate.HistoryGoal;
import io.github.pg1c.maven.operate.PauseGoal;
import io.github.pg1c.maven.operate.ReinitializeGoal;
import io.github.pg1c.maven.operate.ReloadGoal;
import io.github.pg1c.maven.operate.RestartGoal;
import io.github.pg1c.maven.operate.ShowConfigurationGoal;
import io.github.pg1c.maven.operate.StatusGoal;
import io.github.pg1c.maven.operate.SwitchoverGoal;
import io.github.pg1c.maven.operate.TopologyGoal;
import io.github.pg1c.maven.operate.WaitGoal;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.Confirmation;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.patroni.cluster.Role;
import io.github.pg1c.patroni.operation.Reinitialize;
import io.github.pg1c.patroni.operation.Waiting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The plugin's goals operate a real cluster as documented, and connect with only the specification and the secrets
 * store.
 */
@ExtendWith(BootedCluster.class)
@Order(13)
@Tag("newest")
class GoalsIT {

    private final StringBuilder said = new StringBuilder();
    private final StringBuilder output = new StringBuilder();

    @Test
    void showTheCluster(LiveCluster live) {
        succeeds(operations()
                .onAll(input(live), access(live), StatusGoal.of(Optional.of("tsv"), false, Optional.empty())));
        succeeds(does(live, complaints -> new TopologyGoal()));
        succeeds(does(live, HistoryGoal.of(Optional.empty())));
        succeeds(does(live, ShowConfigurationGoal.of(Optional.empty())));

        assertThat(output.toString())
                .contains("Member\tHost\tRole\tState\tTL\tLag")
                .contains(live.leader() + "\t")
                .contains("\tLeader\trunning\t")
                .contains("└─ " + live.leader() + "  Leader, running")
                .contains("loop_wait: ");
    }

    @Test
    void findNoDifferenceToTheSpecification(LiveCluster live) {
        ConfigParameters order = new ConfigParameters(List.of(), List.of(), Optional.empty(), true, true);

        succeeds(does(live, ConfigGoal.of(order)));

        assertThat(said.toString()).contains("it is so already, nothing to change");
    }

    @Test
    void switchOverTwice(LiveCluster live) {
        String candidate = live.patroni().cluster().members().stream()
                .filter(member -> member.role().kind() == Role.Kind.SYNC_STANDBY)
                .findFirst()
                .orElseThrow()
                .name();

        succeeds(does(live, switchover(Optional.of(candidate))));

        assertThat(live.leader()).isEqualTo(candidate);
        live.awaitHealthy(live.worstCase().multipliedBy(2));
        succeeds(does(live, switchover(Optional.empty())));
        assertThat(live.leader()).isNotEqualTo(candidate);
    }

    @Test
    void sayWhyAnAsynchronousMemberCannotTakeOver(LiveCluster live) {
        String candidate = live.patroni().cluster().members().stream()
                .filter(member -> member.role().kind() == Role.Kind.REPLICA)
                .findFirst()
                .orElseThrow()
                .name();

        GoalResult outcome = does(live, switchover(Optional.of(candidate)));

        assertThat(outcome.failed()).isTrue();
        assertThat(said.toString()).contains(candidate + ": cannot take over").contains("synchronous_mode is on");
        assertThat(does(
                                live,
                                FailoverGoal.of(
                                        new FailoverGoal.Order(Optional.of(candidate), false, true, Optional.empty())))
                        .failed())
                .isFalse();
    }

    @Test
    void restartReloadAndReinitializeMembers(LiveCluster live) {
        String standby = live.patroni().cluster().members().stream()
                .filter(member -> member.role().kind() == Role.Kind.REPLICA)
                .findFirst()
                .orElseThrow()
                .name();

        succeeds(does(live, ReloadGoal.of(List.of(), Optional.empty())));
        succeeds(does(
                live,
                RestartGoal.of(new RestartGoal.Order(
                        List.of(),
                        Optional.of("replica"),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false))));
        succeeds(does(
                live,
                ReinitializeGoal.of(new ReinitializeGoal.Order(
                        Optional.of(standby), Reinitialize.GENTLY, false, Optional.of("3min")))));
        succeeds(does(
                live,
                WaitGoal.of(new WaitGoal.Order(
                        Optional.of("no-lag"), Optional.empty(), Optional.of("1MB"), Optional.empty()))));
    }

    @Test
    void pauseAndResume(LiveCluster live) {
        succeeds(does(live, PauseGoal.of(true, Optional.empty())));
        boolean paused = live.patroni().cluster().paused();
        succeeds(does(live, PauseGoal.of(false, Optional.empty())));

        assertThat(paused).isTrue();
        assertThat(live.patroni().cluster().paused()).isFalse();
    }

    private GoalResult does(LiveCluster live, Function<ParameterProblems, ClusterGoal> goal) {
        return operations().onOne(input(live), access(live), goal);
    }

    private static Function<ParameterProblems, ClusterGoal> switchover(Optional<String> candidate) {
        return SwitchoverGoal.of(new SwitchoverGoal.Order(
                Optional.empty(), candidate, Optional.empty(), false, false, Optional.empty()));
    }

    private ClusterGoals operations() {
        Speech speech = new Speech(
                (level, line) -> said.append(line).append('\n'),
                Path.of("").toAbsolutePath(),
                StandardCharsets.UTF_8,
                new HashSet<>());
        return new ClusterGoals(speech, question -> Confirmation.Answer.YES, output::append, Waiting.real());
    }

    private static Input input(LiveCluster live) {
        return new Input(live.generated().specification(), Optional.of(Language.EN));
    }

    private static AccessParameters access(LiveCluster live) {
        return AccessParameters.of(live.generated().secrets().resolveSibling(""));
    }

    private void succeeds(GoalResult outcome) {
        assertThat(outcome.failed()).as(said + outcome.sentence()).isFalse();
    }
}
