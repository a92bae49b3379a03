package io.github.pg1c.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.ops.member.MemberChoice;
import io.github.pg1c.ops.member.RestartMembers;
import io.github.pg1c.ops.member.RestartPlan;
import io.github.pg1c.ops.member.RestartResult;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.testing.ReadmeExample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example of the READMEs compiles, and does what they say. */
class ReadmeTest {

    @Test
    void theExampleRestartsWhatIsPending() throws IOException {
        List<String> log = new ArrayList<>();
        try (Laboratory laboratory = new Laboratory()) {
            laboratory.simulated().member("pg2").pendingRestart("max_connections", "100", "200");

            restartPending(laboratory.connection(), log::add);

            assertThat(log).startsWith("to be restarted: pg2").endsWith("DONE");
        }
    }

    private static void restartPending(ClusterConnection cluster, Consumer<String> log) {
        // tag::example
        RestartMembers restart = RestartMembers.of(MemberChoice.all()).onlyPending();
        RestartPlan plan = restart.plan(cluster);
        for (Member member : plan.members()) {
            log.accept("to be restarted: " + member.name());
        }
        for (Obstacle obstacle : plan.obstacles()) {
            log.accept("prevents it: " + obstacle);
        }
        RestartResult result = restart.run(cluster, plan, event -> log.accept(event.toString()));
        if (result instanceof RestartResult.NotBack late) {
            log.accept(late.member() + " is not back, these were left alone: " + late.left());
        }
        log.accept(result.kind().toString());
        // end::example
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.ru.md"})
    void theExampleIsTheOneOfTheReadmes(String readme) {
        ReadmeExample.isShown(readme, ReadmeTest.class, "example");
    }
}
