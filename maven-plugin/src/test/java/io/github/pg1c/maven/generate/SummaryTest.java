package io.github.pg1c.maven.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.maven.specification.Clusters;
import io.github.pg1c.maven.speech.Lines;
import io.github.pg1c.secrets.SecretChange;
import io.github.pg1c.secrets.generate.GenerationOptions;
import io.github.pg1c.secrets.generate.GenerationReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final Path HERE = Path.of("/srv/infra");
    private static final Path BUNDLE = HERE.resolve("target/pg1c/small");
    private static final Path SECRETS = HERE.resolve(".pg1c/small");
    private static final GenerationOptions WRITE =
            GenerationOptions.of(HERE.resolve("target/pg1c"), HERE.resolve(".pg1c"), "1");

    private final Lines lines = new Lines();

    @Test
    void saysOneLineWhenNothingChanged() {
        show(WRITE, List.of(new Change(Kind.UNCHANGED, "RUNBOOK.md", null, Impact.NONE)), List.of());

        assertThat(lines.all()).containsExactly("RESULT small: nothing changed, files: 1, in target/pg1c/small");
    }

    @Test
    void listsWhatChangedWithWhatItNeeds() {
        show(
                WRITE,
                List.of(
                        new Change(Kind.CHANGED, "nodes/n1/rootfs/etc/patroni/patroni.yml", "n1", Impact.RELOAD),
                        new Change(Kind.REMOVED, "nodes/n3/install.sh", "n3", Impact.NONE),
                        new Change(Kind.UNCHANGED, "RUNBOOK.md", null, Impact.NONE)),
                List.of());

        assertThat(lines.all())
                .containsExactly(
                        "RESULT small: configuration in target/pg1c/small (created: 0, changed: 1, removed: 1, unchanged: 1)",
                        "RESULT     changed nodes/n1/rootfs/etc/patroni/patroni.yml (reload)",
                        "RESULT     removed nodes/n3/install.sh",
                        "RESULT     needed: n1 reload",
                        "RESULT small: secrets in .pg1c/small (made: 0)",
                        "RESULT small: next: read target/pg1c/small/RUNBOOK.md");
    }

    @Test
    void tellsContentsOfNewBundleByPlace() {
        show(
                WRITE,
                List.of(
                        new Change(Kind.CREATED, "RUNBOOK.md", null, Impact.NONE),
                        new Change(Kind.CREATED, "ansible/playbook.yml", null, Impact.NONE),
                        new Change(Kind.CREATED, "nodes/n1/install.sh", "n1", Impact.NONE),
                        new Change(Kind.CREATED, "nodes/n1/rootfs/etc/etcd/etcd.yml", "n1", Impact.RESTART)),
                List.of());

        assertThat(lines.all())
                .contains("RESULT     RUNBOOK.md", "RESULT     ansible/ 1", "RESULT     nodes/n1/ 2")
                .noneMatch(line -> line.contains("etcd.yml"));
    }

    @Test
    void groupsSecretsByReason() {
        show(
                WRITE,
                List.of(new Change(Kind.UNCHANGED, "RUNBOOK.md", null, Impact.NONE)),
                List.of(
                        new SecretChange(SECRETS.resolve("passwords/admin"), "new"),
                        new SecretChange(SECRETS.resolve("nodes/n1/rootfs/etc/etcd/tls/server.pem"), "expires soon"),
                        new SecretChange(SECRETS.resolve("passwords/zup"), "new")));

        assertThat(lines.all())
                .contains(
                        "RESULT small: secrets in .pg1c/small (made: 3)",
                        "RESULT     passwords/admin, passwords/zup: new",
                        "RESULT     nodes/n1/rootfs/etc/etcd/tls/server.pem: expires soon");
    }

    @Test
    void countsManySecretsByDirectory() {
        List<SecretChange> many = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> new SecretChange(
                        SECRETS.resolve(i <= 4 ? "ca/etcd/" + i : "nodes/n" + i % 2 + "/rootfs/etc/" + i), "new"))
                .toList();

        show(WRITE, List.of(new Change(Kind.UNCHANGED, "RUNBOOK.md", null, Impact.NONE)), many);

        assertThat(lines.all()).contains("RESULT     ca/ 4, nodes/n0/ 2, nodes/n1/ 3: new");
    }

    @Test
    void shortensLongListOfDifferences() {
        List<Change> changes = IntStream.range(0, 35)
                .mapToObj(i -> new Change(Kind.CHANGED, "nodes/n1/" + i, "n1", Impact.NONE))
                .toList();

        show(WRITE, changes, List.of());

        assertThat(lines.all())
                .filteredOn(line -> line.contains("changed nodes/"))
                .hasSize(30);
        assertThat(lines.all()).contains("RESULT     and 5 more (-X lists all)");
    }

    @Test
    void dryRunSaysFirstThatNothingIsWrittenAndNamesNoNextStep() {
        show(WRITE.dry(), List.of(new Change(Kind.CREATED, "RUNBOOK.md", null, Impact.NONE)), List.of());

        assertThat(lines.all().get(0)).isEqualTo("RESULT small: dry run, nothing is written; this would happen:");
        assertThat(lines.all()).noneMatch(line -> line.contains("next:"));
    }

    private static Map<String, Impact> impacts(List<Change> changes) {
        return changes.stream()
                .filter(change -> change.node() != null && change.impact() != Impact.NONE)
                .collect(Collectors.toMap(change -> String.valueOf(change.node()), Change::impact, (a, b) -> a));
    }

    private void show(GenerationOptions options, List<Change> changes, List<SecretChange> secrets) {
        GenerationReport report = new GenerationReport(BUNDLE, SECRETS, changes, secrets, impacts(changes));
        new Summary(lines.speech(HERE), options).show(Clusters.small(), report);
    }
}
