package io.github.pg1c.maven.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.FileChange;
import io.github.pg1c.bundle.FileChange.Kind;
import io.github.pg1c.bundle.diff.BundleDiff;
import io.github.pg1c.maven.specification.SmallCluster;
import io.github.pg1c.maven.speech.Lines;
import io.github.pg1c.secrets.SecretChange;
import io.github.pg1c.secrets.generate.GenerationOptions;
import io.github.pg1c.secrets.generate.GenerationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
        show(WRITE, List.of(new FileChange(Kind.UNCHANGED, "RUNBOOK.md", null)), List.of());

        assertThat(lines.all()).containsExactly("RESULT small: nothing changed, files: 1, in target/pg1c/small");
    }

    @Test
    void listsFilesThenSettingsThenSteps() throws IOException {
        show(
                WRITE,
                List.of(
                        new FileChange(Kind.CHANGED, "nodes/n1/rootfs/etc/pgbouncer/pgbouncer.ini", "n1"),
                        new FileChange(Kind.REMOVED, "nodes/n3/install.sh", "n3"),
                        new FileChange(Kind.UNCHANGED, "RUNBOOK.md", null)),
                List.of(),
                Optional.of(diff("connections: 50", "connections: 60")));

        assertThat(lines.all())
                .startsWith(
                        "RESULT small: configuration in target/pg1c/small (created: 0, changed: 1, removed: 1, unchanged: 1)",
                        "RESULT     changed nodes/n1/rootfs/etc/pgbouncer/pgbouncer.ini",
                        "RESULT     removed nodes/n3/install.sh",
                        "RESULT     settings that differ:")
                .contains("RESULT     steps, in order:")
                .endsWith(
                        "RESULT small: secrets in .pg1c/small (made: 0)",
                        "RESULT small: next: read target/pg1c/small/RUNBOOK.md");
        assertThat(lines.all())
                .anyMatch(line -> line.matches(
                        "RESULT {9}bootstrap\\.dcs\\.postgresql\\.parameters\\.max_connections: \\d+ → \\d+ "
                                + "\\(shared configuration, then restart of postgresql, in order\\)"))
                .anyMatch(line -> line.matches("RESULT {7}\\d+\\. change the shared configuration .*"
                        + "\\(on one of: .*\\); a user notices: nothing"));
    }

    @Test
    void saysThatWordingNeedsNothing() throws IOException {
        show(
                WRITE,
                List.of(
                        new FileChange(Kind.CHANGED, "RUNBOOK.md", null),
                        new FileChange(Kind.UNCHANGED, "report.html", null)),
                List.of(),
                Optional.of(diff("language: en", "language: ru")));

        assertThat(lines.all())
                .contains("RESULT     no setting differs: nothing to do on the running cluster")
                .noneMatch(line -> line.contains("steps, in order"));
    }

    @Test
    void shortensSettingsAfterItWroteThemButNotInADryRun() throws IOException {
        List<FileChange> changes = List.of(
                new FileChange(Kind.CHANGED, "report.html", null), new FileChange(Kind.UNCHANGED, "RUNBOOK.md", null));
        Optional<BundleDiff> diff = Optional.of(diff("address: 10.20.0.", "address: 10.30.0."));

        show(WRITE, changes, List.of(), diff);

        assertThat(lines.all())
                .anyMatch(line -> line.matches("RESULT {7}and \\d+ more lines; all of them: the goal diff with .*"));
        int shown = lines.all().size();
        lines.all().clear();

        show(WRITE.dry(), changes, List.of(), diff);

        assertThat(lines.all()).hasSizeGreaterThan(shown).noneMatch(line -> line.contains(" more "));
    }

    @Test
    void tellsContentsOfNewBundleByPlace() {
        show(
                WRITE,
                List.of(
                        new FileChange(Kind.CREATED, "RUNBOOK.md", null),
                        new FileChange(Kind.CREATED, "ansible/playbook.yml", null),
                        new FileChange(Kind.CREATED, "nodes/n1/install.sh", "n1"),
                        new FileChange(Kind.CREATED, "nodes/n1/rootfs/etc/etcd/etcd.yml", "n1")),
                List.of());

        assertThat(lines.all())
                .contains("RESULT     RUNBOOK.md", "RESULT     ansible/ 1", "RESULT     nodes/n1/ 2")
                .noneMatch(line -> line.contains("etcd.yml"));
    }

    @Test
    void groupsSecretsByReason() {
        show(
                WRITE,
                List.of(new FileChange(Kind.UNCHANGED, "RUNBOOK.md", null)),
                List.of(
                        new SecretChange(SECRETS.resolve("passwords/admin"), Text.same("new")),
                        new SecretChange(
                                SECRETS.resolve("nodes/n1/rootfs/etc/etcd/tls/server.pem"), Text.same("expires soon")),
                        new SecretChange(SECRETS.resolve("passwords/zup"), Text.same("new"))));

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
                        SECRETS.resolve(i <= 4 ? "ca/etcd/" + i : "nodes/n" + i % 2 + "/rootfs/etc/" + i),
                        Text.same("new")))
                .toList();

        show(WRITE, List.of(new FileChange(Kind.UNCHANGED, "RUNBOOK.md", null)), many);

        assertThat(lines.all()).contains("RESULT     ca/ 4, nodes/n0/ 2, nodes/n1/ 3: new");
    }

    @Test
    void shortensLongListOfDifferences() {
        List<FileChange> changes = IntStream.range(0, 35)
                .mapToObj(i -> new FileChange(Kind.CHANGED, "nodes/n1/" + i, "n1"))
                .toList();

        show(WRITE, changes, List.of());

        assertThat(lines.all())
                .filteredOn(line -> line.contains("changed nodes/"))
                .hasSize(30);
        assertThat(lines.all()).contains("RESULT     and 5 more files (-X lists all)");
    }

    @Test
    void dryRunSaysFirstThatNothingIsWrittenAndNamesNoNextStep() {
        show(WRITE.dry(), List.of(new FileChange(Kind.CREATED, "RUNBOOK.md", null)), List.of());

        assertThat(lines.all().get(0)).isEqualTo("RESULT small: dry run, nothing is written; this would happen:");
        assertThat(lines.all()).noneMatch(line -> line.contains("next:"));
    }

    private void show(GenerationOptions options, List<FileChange> changes, List<SecretChange> secrets) {
        show(options, changes, secrets, Optional.empty());
    }

    private void show(
            GenerationOptions options,
            List<FileChange> changes,
            List<SecretChange> secrets,
            Optional<BundleDiff> diff) {
        GenerationReport report = new GenerationReport(BUNDLE, SECRETS, changes, secrets, diff);
        new Summary(lines.speech(HERE), options).show(SmallCluster.small(), report);
    }

    private static BundleDiff diff(String from, String to) throws IOException {
        return BundleDiff.between(bundle(""), bundle(from + "→" + to));
    }

    private static Bundle bundle(String replacement) throws IOException {
        return Bundle.of(SmallCluster.small(replacement), "", "1");
    }
}
