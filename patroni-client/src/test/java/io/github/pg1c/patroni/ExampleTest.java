package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples of the documentation. */
class ExampleTest {
    private PatroniMock server;
    private PatroniClient patroni;

    @BeforeEach
    void start() throws IOException {
        server = new PatroniMock();
        patroni = server.client();
        server.on("GET /cluster", server.cluster("node1", ""));
        server.on("GET /config", PatroniMock.text(200, "{}"));
        server.on("GET /patroni", PatroniMock.text(200, "{\"state\": \"running\", \"role\": \"replica\"}"));
    }

    @AfterEach
    void stop() {
        patroni.close();
        server.close();
    }

    @Test
    void safeSwitchover() {
        server.on("POST /switchover", PatroniMock.text(200, "Switched over to \"node2\" instead of \"node3\""));

        // All members have one address here, so only the last of them is known to answer.
        SwitchoverOutcome outcome = handOver("node3");

        assertThat(outcome).isInstanceOf(SwitchoverOutcome.CompletedElsewhere.class);
        assertThatIllegalStateException()
                .isThrownBy(() -> handOver("node9"))
                .withMessage("node9: there is no such member\n");
        assertThat(server.writes()).hasSize(1);
    }

    private SwitchoverOutcome handOver(String candidate) {
        SwitchoverPlan plan = patroni.plan(Switchover.from("node1").to(candidate));
        if (!plan.isSafe()) {
            throw new IllegalStateException(plan.explanation());
        }
        SwitchoverOutcome outcome = patroni.switchover(plan.wish());
        if (outcome instanceof SwitchoverOutcome.CompletedElsewhere other) {
            System.out.println(other.actual() + " leads, not " + other.asked());
        }
        return outcome;
    }

    @Test
    void stateInTheBackground() {
        CompletableFuture<ClusterState> state = patroni.async(PatroniClient::cluster);

        assertThat(state.join().leader()).isPresent();
    }

    @Test
    void patch() {
        ConfigPatch patch = ConfigPatch.empty()
                .set(5, "loop_wait")
                .parameter("work_mem", "64MB")
                .remove("pause");

        assertThat(patch.json())
                .isEqualTo("{\"loop_wait\":5,\"postgresql\":{\"parameters\":{\"work_mem\":\"64MB\"}},\"pause\":null}");
    }
}
