package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.maven.operate.Access;
import io.github.pg1c.maven.operate.AwaitCluster;
import io.github.pg1c.maven.operate.ChangeConfiguration;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.speech.Confirmation;
import io.github.pg1c.maven.operate.FailOver;
import io.github.pg1c.maven.operate.Operation;
import io.github.pg1c.maven.operate.Operations;
import io.github.pg1c.maven.operate.PauseCluster;
import io.github.pg1c.maven.operate.ReinitializeMember;
import io.github.pg1c.maven.operate.ReloadMembers;
import io.github.pg1c.maven.operate.RestartMembers;
import io.github.pg1c.maven.operate.ShowConfiguration;
import io.github.pg1c.maven.operate.ShowHistory;
import io.github.pg1c.maven.operate.ShowStatus;
import io.github.pg1c.maven.operate.ShowTopology;
import io.github.pg1c.maven.operate.SwitchOver;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.patroni.operation.Reinitialize;
import io.github.pg1c.patroni.cluster.Role;
import io.github.pg1c.patroni.operation.Waiting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The plugin's goals do with a real cluster what they say, and connect by nothing but the specification and the
 * secrets store.
 */
@ExtendWith(BootedCluster.class)
@Order(13)
class GoalsIT {

    private final StringBuilder said = new StringBuilder();
    private final StringBuilder output = new StringBuilder();

    @Test
    void showTheCluster(LiveCluster live) {
        succeeds(operations()
                .onAll(input(live), access(live), ShowStatus.of(Optional.of("tsv"), false, Optional.empty())));
        succeeds(does(live, complaints -> new ShowTopology()));
        succeeds(does(live, ShowHistory.of(Optional.empty())));
        succeeds(does(live, ShowConfiguration.of(Optional.empty())));

        assertThat(output.toString())
                .contains("Member\tHost\tRole\tState\tTL\tLag")
                .contains(live.leader() + "\t")
                .contains("\tLeader\trunning\t")
                .contains("└─ " + live.leader() + "  Leader, running")
                .contains("loop_wait: ");
    }

    @Test
    void findNoDifferenceToTheSpecification(LiveCluster live) {
        ChangeConfiguration.Order order =
                new ChangeConfiguration.Order(List.of(), List.of(), Optional.empty(), true, true);

        succeeds(does(live, ChangeConfiguration.of(order)));

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
        assertThat(does(live, FailOver.of(new FailOver.Order(Optional.of(candidate), false, true, Optional.empty())))
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

        succeeds(does(live, ReloadMembers.of(List.of(), Optional.empty())));
        succeeds(does(
                live,
                RestartMembers.of(new RestartMembers.Order(
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
                ReinitializeMember.of(new ReinitializeMember.Order(
                        Optional.of(standby), Reinitialize.GENTLY, false, Optional.of("3min")))));
        succeeds(does(
                live,
                AwaitCluster.of(new AwaitCluster.Order(
                        Optional.of("no-lag"), Optional.empty(), Optional.of("1MB"), Optional.empty()))));
    }

    @Test
    void pauseAndResume(LiveCluster live) {
        succeeds(does(live, PauseCluster.of(true, Optional.empty())));
        boolean paused = live.patroni().cluster().paused();
        succeeds(does(live, PauseCluster.of(false, Optional.empty())));

        assertThat(paused).isTrue();
        assertThat(live.patroni().cluster().paused()).isFalse();
    }

    private GoalResult does(LiveCluster live, Function<ParameterProblems, Operation> goal) {
        return operations().onOne(input(live), access(live), goal);
    }

    private static Function<ParameterProblems, Operation> switchover(Optional<String> candidate) {
        return SwitchOver.of(
                new SwitchOver.Order(Optional.empty(), candidate, Optional.empty(), false, false, Optional.empty()));
    }

    private Operations operations() {
        Speech speech = new Speech(
                (level, line) -> said.append(line).append('\n'),
                Path.of("").toAbsolutePath(),
                StandardCharsets.UTF_8,
                new HashSet<>());
        return new Operations(speech, question -> Confirmation.Answer.YES, output::append, Waiting.real());
    }

    private static Input input(LiveCluster live) {
        return new Input(live.generated().specification(), Optional.of(Language.EN));
    }

    private static Access access(LiveCluster live) {
        return Access.of(live.generated().secrets().resolveSibling(""));
    }

    private void succeeds(GoalResult outcome) {
        assertThat(outcome.failed()).as(said + outcome.sentence()).isFalse();
    }
}
