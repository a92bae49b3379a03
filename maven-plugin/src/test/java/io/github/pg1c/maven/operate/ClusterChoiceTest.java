package io.github.pg1c.maven.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.specification.SmallCluster;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.yaml.SpecificationReader;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.secrets.OperatorFiles;
import io.github.pg1c.secrets.generate.GenerationOptions;
import io.github.pg1c.secrets.generate.Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which cluster is connected to, and how; and what is said when that is not possible. */
class ClusterChoiceTest {

    private final Desk desk = new Desk();

    @TempDir
    private Path bundles;

    @TempDir
    private Path directory;

    @Test
    void connectsWithTheFilesOfTheSecretsStore() throws IOException {
        generate();
        List<ClusterConnection> targets = new ArrayList<>();

        GoalResult outcome = run(SmallCluster.SMALL, AccessParameters.of(directory), targets);

        desk.succeeds(outcome);
        assertThat(targets).singleElement().satisfies(target -> {
            assertThat(target.name()).isEqualTo("small");
            assertThat(target.patroni())
                    .hasToString("PatroniClient[https://10.20.0.11:8008/, https://10.20.0.12:8008/]");
            assertThat(target.specification().map(Cluster::name))
                    .contains(SmallCluster.small().name());
        });
    }

    @Test
    void saysWhichSecretsAreMissingAndHowToGetThem() {
        GoalResult outcome = run(SmallCluster.SMALL, AccessParameters.of(directory), new ArrayList<>());

        OperatorFiles files = OperatorFiles.of(SmallCluster.small(), directory);
        assertThat(outcome.sentence()).isEqualTo("pg1c: errors: 4; nothing was asked of a cluster");
        assertThat(desk.said())
                .contains(
                        missing(files.authority()),
                        missing(files.certificate()),
                        missing(files.privateKey()),
                        missing(files.password()))
                .anyMatch(line -> line.contains("run the goal generate first"));
    }

    @Test
    void neverShowsAPassword() throws IOException {
        generate();
        String password = Files.readString(
                        OperatorFiles.of(SmallCluster.small(), directory).password())
                .strip();
        Files.writeString(OperatorFiles.of(SmallCluster.small(), directory).privateKey(), "no key");
        List<ClusterConnection> targets = new ArrayList<>();

        run(SmallCluster.SMALL, AccessParameters.of(directory), targets);

        assertThat(desk.said()).anyMatch(line -> line.contains("PG1C-904")).noneMatch(line -> line.contains(password));
        assertThat(Secret.of(password).toString()).doesNotContain(password);
    }

    @Test
    void wantsOneOfSeveralClustersChosen() throws IOException {
        Files.writeString(directory.resolve("a.yaml"), Files.readString(SmallCluster.SMALL));
        Files.writeString(
                directory.resolve("b.yaml"),
                Files.readString(SmallCluster.SMALL)
                        .replaceFirst("(?m)^name: small$", "name: other")
                        .replace("10.20.0.", "10.21.0."));

        GoalResult outcome = run(directory, AccessParameters.of(directory), new ArrayList<>());

        assertThat(outcome.failed()).isTrue();
        assertThat(desk.said())
                .contains("ERROR pg1c.cluster: error PG1C-905: several clusters are specified here")
                .contains("ERROR     name one of: small, other");
    }

    @Test
    void knowsOnlyDescribedClusters() {
        run(SmallCluster.SMALL, AccessParameters.of(directory).toCluster("tiny"), new ArrayList<>());

        assertThat(desk.said())
                .contains("ERROR pg1c.cluster: error PG1C-905: no specification describes 'tiny'")
                .contains("ERROR     name one of: small");
    }

    @Test
    void completesAddresses() {
        List<ClusterConnection> targets = new ArrayList<>();

        desk.succeeds(run(
                directory,
                AccessParameters.of(directory).at(List.of("pg1", "[fd00::1]:8010", "http://127.0.0.1:1")),
                targets));

        assertThat(targets.get(0).patroni())
                .hasToString("PatroniClient[https://pg1:8008/, https://[fd00::1]:8010/, http://127.0.0.1:1/]");
        assertThat(targets.get(0).name()).isEqualTo("pg1");
    }

    @Test
    void tellsEverythingThatIsWrongWithAnAccess() {
        AccessParameters access = new AccessParameters(
                directory,
                Optional.empty(),
                List.of("ftp://pg1", "http://"),
                Optional.of(directory.resolve("ca.pem")),
                Optional.of(SmallCluster.SMALL),
                Optional.empty(),
                Optional.of("patroni"),
                Optional.empty());

        run(directory, access, new ArrayList<>());

        assertThat(desk.said())
                .contains(
                        "ERROR pg1c.endpoints: error PG1C-903: 'ftp://pg1' is not the address of a REST API",
                        "ERROR pg1c.endpoints: error PG1C-903: 'http://' is not the address of a REST API",
                        "ERROR pg1c.authority: error PG1C-904: there is no readable file "
                                + directory.resolve("ca.pem"),
                        "ERROR pg1c.certificate, pg1c.privateKey: error PG1C-906: one is of no use without the other",
                        "ERROR pg1c.user: error PG1C-906: user and password belong together");
    }

    private static String missing(Path file) {
        return "ERROR pg1c.secretsDirectory: error PG1C-904: there is no readable file " + file;
    }

    private GoalResult run(Path specification, AccessParameters access, List<ClusterConnection> targets) {
        Input input = desk.input(specification);
        return desk.operations().onOne(input, access, complaints -> session -> {
            targets.add(session.cluster());
            return GoalResult.success();
        });
    }

    private void generate() throws IOException {
        new Generator(Clock.systemUTC(), new SecureRandom())
                .generate(
                        SpecificationReader.read(SmallCluster.SMALL), GenerationOptions.of(bundles, directory, "test"));
    }
}
