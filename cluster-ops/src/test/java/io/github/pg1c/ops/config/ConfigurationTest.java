package io.github.pg1c.ops.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.yaml.SpecificationReader;
import io.github.pg1c.ops.Laboratory;
import io.github.pg1c.ops.Obstacle;
import io.github.pg1c.ops.ResultKind;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.patroni.config.ConfigChange;
import io.github.pg1c.patroni.config.ConfigEffect;
import io.github.pg1c.patroni.config.ConfigEffect.Visibility;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.config.ConfigProblem;
import io.github.pg1c.patroni.testkit.PatroniRelease;
import io.github.pg1c.patroni.testkit.Reaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationTest {

    private static final Path SAMPLES = Path.of("../samples");
    private static final Path SAMPLE = SAMPLES.resolve("zup/cluster.yaml");

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

    @ParameterizedTest
    @MethodSource("samplesAndReleases")
    void everyReleaseTakesWhatASampleSpecifies(Path sample, PatroniRelease release) {
        for (String member : List.of("pg1", "pg2", "pg3")) {
            laboratory.simulated().member(member).release(release);
        }
        ClusterConnection open = laboratory.connection();
        Cluster cluster = SpecificationReader.read(sample).cluster().orElseThrow();
        ClusterConnection specified =
                new ClusterConnection(open.name(), open.patroni(), Optional.of(cluster), open.waiting());

        assertThat(ChangeConfiguration.asSpecified().plan(specified).obstacles())
                .isEmpty();
    }

    static Stream<Arguments> samplesAndReleases() throws IOException {
        try (Stream<Path> samples = Files.list(SAMPLES)) {
            return samples
                    .map(sample -> sample.resolve("cluster.yaml"))
                    .filter(Files::exists)
                    .flatMap(sample ->
                            Arrays.stream(PatroniRelease.values()).map(release -> Arguments.of(sample, release)))
                    .toList()
                    .stream();
        }
    }

    @Test
    void refusesValuesThatPatroniWouldNotActOn() {
        ChangeConfiguration change = ChangeConfiguration.by(ConfigPatch.empty()
                .set("qourum", "synchronous_mode")
                .set("abc", "ttl")
                .set(0, "loop_wait"));

        assertThat(change.plan(laboratory.connection()).obstacles())
                .singleElement()
                .isInstanceOfSatisfying(
                        Obstacle.InvalidConfiguration.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(ConfigProblem::path)
                                .containsExactlyInAnyOrder(
                                        List.of("synchronous_mode"), List.of("ttl"), List.of("loop_wait")));
        assertThat(laboratory.run(change).kind()).isEqualTo(ResultKind.REFUSED);
        assertThat(laboratory.writes()).isEmpty();
    }

    @Test
    void tellsWhatTheMembersMakeOfAChange() {
        ChangeConfiguration change = ChangeConfiguration.by(
                ConfigPatch.empty().set(true, "synchronous_mode").set(5, "loop_wait"));
        laboratory
                .simulated()
                .member("pg1")
                .says("replication", List.of(Map.of("application_name", "pg2", "sync_state", "async")));

        ChangeResult result = laboratory.run(change);

        assertThat(result.kind()).isEqualTo(ResultKind.TIMED_OUT);
        assertThat(result)
                .isInstanceOfSatisfying(
                        ChangeResult.Changed.class,
                        changed -> assertThat(changed.effects())
                                .containsExactly(
                                        new ConfigEffect(
                                                List.of("synchronous_mode"), Visibility.NOT_SHOWN, Set.of("pg1")),
                                        new ConfigEffect(List.of("loop_wait"), Visibility.KNOWN, Set.of())));
    }

    @Test
    void makesAChangeOfAKeyThatOnlyANewerReleaseMayRead() {
        for (String member : List.of("pg1", "pg2", "pg3")) {
            laboratory
                    .simulated()
                    .member(member)
                    .says("patroni", Map.of("version", "4.2.0", "scope", "zup", "name", member));
        }
        ChangeConfiguration change = ChangeConfiguration.by(ConfigPatch.empty().set(5, "primary_race_backoff"));

        ChangePlan plan = change.plan(laboratory.connection());

        assertThat(plan.isPossible()).isTrue();
        assertThat(plan.unknown())
                .singleElement()
                .asString()
                .contains("primary_race_backoff: Patroni 4.2.0 may read this key");
        assertThat(laboratory.run(change).kind()).isEqualTo(ResultKind.DONE);
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
