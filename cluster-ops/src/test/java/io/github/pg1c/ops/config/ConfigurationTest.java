package io.github.pg1c.ops.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.yaml.SpecificationReader;
import io.github.pg1c.ops.Laboratory;
import io.github.pg1c.ops.Obstacle;
import io.github.pg1c.ops.ResultKind;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.patroni.config.ConfigChange;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.testkit.Reaction;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    private static final Path SAMPLE = Path.of("../samples/zup/cluster.yaml");

    private Laboratory laboratory;

    @BeforeEach
    void boot() {
        laboratory = new Laboratory();
    }

    @AfterEach
    void end() {
        laboratory.close();
    }

    @Test
    void changesWhatIsDifferent() {
        ConfigPatch patch = ConfigPatch.empty().set(5, "loop_wait").parameter("max_connections", 200);

        ChangeResult result = laboratory.run(ChangeConfiguration.by(patch));

        assertThat(result.kind()).isEqualTo(ResultKind.DONE);
        assertThat(result).isInstanceOfSatisfying(ChangeResult.Changed.class, changed -> {
            assertThat(changed.changes())
                    .extracting(ConfigChange::name)
                    .containsExactly("loop_wait", "postgresql.parameters.max_connections");
            assertThat(changed.needsRestart()).isTrue();
        });
        assertThat(laboratory.run(ChangeConfiguration.by(patch))).isEqualTo(new ChangeResult.Unchanged());
        assertThat(laboratory.writes()).hasSize(1);
    }

    @Test
    void refusesAKeyThatPatroniWouldIgnore() {
        ChangeConfiguration change = ChangeConfiguration.by(ConfigPatch.empty().set(5, "loop_wiat"));

        assertThat(change.plan(laboratory.connection()).obstacles())
                .singleElement()
                .isInstanceOf(Obstacle.InvalidConfiguration.class);
        assertThat(laboratory.run(change).kind()).isEqualTo(ResultKind.REFUSED);
        assertThat(laboratory.writes()).isEmpty();
    }

    @Test
    void appliesTheSpecifiedConfigurationAndNamesOtherKeys() {
        laboratory.simulated().configuration("{\"loop_wait\": 10, \"slots\": {}}");

        ChangePlan plan = ChangeConfiguration.asSpecified().plan(specified());

        assertThat(plan.isPossible()).isTrue();
        assertThat(plan.changes())
                .extracting(ConfigChange::name)
                .contains("postgresql.parameters.max_connections", "maximum_lag_on_failover");
        assertThat(plan.unspecified()).containsExactly("slots");
        assertThat(laboratory.writes()).isEmpty();

        ChangeConfiguration.asSpecified().run(specified(), plan, event -> {});

        assertThat(ChangeConfiguration.asSpecified().plan(specified()).isNothing())
                .isTrue();
    }

    @Test
    void hasNoSpecificationForAddresses() {
        assertThat(laboratory.run(ChangeConfiguration.asSpecified()))
                .isEqualTo(new ChangeResult.NotPossible(List.of(new Obstacle.NoSpecification())));
    }

    @Test
    void pausesAndResumes() {
        assertThat(laboratory.run(PauseCluster.paused())).isEqualTo(new PauseCluster.Result.Done());
        assertThat(laboratory.connection().patroni().cluster().paused()).isTrue();
        assertThat(laboratory.run(PauseCluster.resumed())).isEqualTo(new PauseCluster.Result.Done());
    }

    @Test
    void namesTheMembersThatDoNotNoticeAPause() {
        laboratory.simulated().always("PATCH /config", Reaction.answer(200, "{\"pause\": true}"));

        assertThat(laboratory.run(PauseCluster.paused()))
                .isEqualTo(new PauseCluster.Result.NotNoticed(Set.of("pg1", "pg2", "pg3")));
    }

    private ClusterConnection specified() {
        Cluster cluster = SpecificationReader.read(SAMPLE).cluster().orElseThrow();
        ClusterConnection open = laboratory.connection();
        return new ClusterConnection(open.name(), open.patroni(), Optional.of(cluster), open.waiting());
    }
}
