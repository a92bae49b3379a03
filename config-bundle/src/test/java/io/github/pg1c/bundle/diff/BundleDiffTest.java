package io.github.pg1c.bundle.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.Manifest;
import io.github.pg1c.bundle.diff.Step.Action;
import io.github.pg1c.bundle.diff.Step.Where;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.model.yaml.SpecificationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BundleDiffTest {

    private static final Need LIMIT = Need.shared(new Need.Restart("postgresql", true));

    @Test
    void moreConnectionsNeedTheSharedConfigurationAndRestartsInOrder() {
        BundleDiff diff = zup("connections: 200", "connections: 300");

        SettingChange connections = diff.of("spbpsql1").stream()
                .filter(change -> change.path().equals("bootstrap.dcs.postgresql.parameters.max_connections"))
                .findFirst()
                .orElseThrow();
        assertThat(connections.file()).isEqualTo("/etc/patroni/patroni.yml");
        assertThat(connections.before()).isEqualTo("215");
        assertThat(connections.after()).isEqualTo("315");
        assertThat(connections.reason()).isNotEmpty();
        assertThat(connections.need()).isEqualTo(LIMIT);
        List<Step> steps = diff.steps();
        assertThat(steps).extracting(Step::action).startsWith(Action.INSTALL);
        assertThat(steps)
                .extracting(step -> step.action() + " " + step.where())
                .containsSubsequence("CHANGE_SHARED ONCE", "RESTART STANDBYS", "SWITCHOVER LEADER", "RESTART LEADER");
        assertThat(service(steps, "pgbouncer"))
                .as("the pooler lets more in only when the server takes them")
                .isGreaterThan(last(steps, Action.RESTART, Where.LEADER));
    }

    @Test
    void fewerConnectionsLimitTheClientsFirstAndRestartTheLeaderBeforeItsStandbys() {
        List<Step> steps = zup("connections: 200", "connections: 150").steps();

        assertThat(steps).extracting(Step::action).doesNotContain(Action.SWITCHOVER);
        assertThat(service(steps, "pgbouncer")).isLessThan(last(steps, Action.CHANGE_SHARED, Where.ONCE));
        assertThat(last(steps, Action.RESTART, Where.LEADER)).isLessThan(last(steps, Action.RESTART, Where.STANDBYS));
    }

    @Test
    void aRestartThroughPatroniTakesWhatPatroniHasReadBefore() {
        List<Step> steps = zup("logDirectory: /var/log/postgresql", """
                logDirectory: /var/log/postgresql
                  parameters: {wal_buffers: 32MB}""").steps();

        assertThat(steps)
                .extracting(step -> step.action() + " " + step.where())
                .containsExactly(
                        "INSTALL EACH", "RELOAD EACH", "RESTART STANDBYS", "SWITCHOVER LEADER", "RESTART LEADER");
        assertThat(steps.get(1).commands()).extracting(Step.Command::command).containsOnly("systemctl reload patroni");
    }

    @Test
    void oneChangeSaysThatASecretFileComesOrGoes() {
        BundleDiff gone = zup("pooling: session", "pooling: off");
        BundleDiff come = BundleDiff.between(bundle("pooling: session→pooling: off"), bundle(""));

        for (BundleDiff diff : List.of(gone, come)) {
            assertThat(diff.of("spbpsql1"))
                    .filteredOn(change -> change.file().equals("/etc/pgbouncer/userlist.txt"))
                    .extracting(SettingChange::path)
                    .containsExactly(SettingChange.FILE);
        }
    }

    @Test
    void aReasonEndsWithItsSection() {
        assertThat(zup("locale: ru_RU.UTF-8", "locale: en_US.UTF-8").of("spbpsql1"))
                .filteredOn(change -> change.path().equals("bootstrap.initdb.locale"))
                .extracting(SettingChange::reason)
                .containsExactly("");
    }

    @Test
    void clientsDoNotNoticeARestartBehindTheLeader() {
        List<Step> steps = zup("etcd:\n", "etcd:\n  quota: 3GB\n").steps();

        assertThat(steps)
                .filteredOn(step -> step.action() == Action.RESTART)
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.service()).isEqualTo("etcd");
                    assertThat(step.notice().en()).isEqualTo("nothing");
                });
    }

    @Test
    void anotherLanguageNeedsNothing() {
        BundleDiff diff = zup("language: ru", "language: en");

        assertThat(diff.settings()).isEmpty();
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.files()).contains("RUNBOOK.md", "nodes/spbpsql1/rootfs/etc/patroni/patroni.yml");
        assertThat(diff.steps()).extracting(Step::action).containsExactly(Action.INSTALL);
    }

    @Test
    void anotherLocaleIsKeptAndSaysSo() {
        BundleDiff diff = zup("locale: ru_RU.UTF-8", "locale: en_US.UTF-8");

        assertThat(diff.steps())
                .filteredOn(step -> step.action() == Action.KEEP)
                .singleElement()
                .satisfies(step -> assertThat(step.title().en()).contains("bootstrap.initdb.locale"));
    }

    @Test
    void theEndOfCopiesAsksForTheSlotsBeforeTheServersCannotStartWithThem() {
        Bundle copies = bundle("workload:→workload:\n  databaseCopies: true");

        assertThat(shared(BundleDiff.between(copies, bundle(""))).title().en())
                .startsWith("first drop every logical slot on every member");
        assertThat(shared(BundleDiff.between(bundle(""), copies)).title().en()).startsWith("change the shared");
    }

    private static Step shared(BundleDiff diff) {
        return diff.steps().stream()
                .filter(step -> step.action() == Action.CHANGE_SHARED)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDifferenceComesBackFromTheManifestOnDisk() {
        Bundle before = bundle("");
        Bundle after = bundle("");

        assertThat(BundleDiff.between(before, after).isEmpty()).isTrue();
        assertThat(BundleDiff.between(Manifest.parse(before.manifest().toJson()), after.manifest())
                        .settings())
                .isEmpty();
    }

    private static int last(List<Step> steps, Action action, Where where) {
        int last = -1;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).action() == action && steps.get(i).where() == where) {
                last = i;
            }
        }
        assertThat(last).as(action + " " + where).isNotNegative();
        return last;
    }

    private static int service(List<Step> steps, String name) {
        for (int i = 0; i < steps.size(); i++) {
            if (name.equals(steps.get(i).service())) {
                return i;
            }
        }
        throw new AssertionError("no step for " + name + " in " + steps);
    }

    private static BundleDiff zup(String from, String to) {
        return BundleDiff.between(bundle(""), bundle(from + "→" + to));
    }

    private static Bundle bundle(String replacement) {
        try {
            String yaml = Files.readString(Path.of("../samples/zup/cluster.yaml"));
            if (!replacement.isEmpty()) {
                String[] parts = replacement.split("→");
                assertThat(yaml).contains(parts[0]);
                yaml = yaml.replace(parts[0], parts[1]);
            }
            return Bundle.of(
                    SpecificationReader.read(yaml, "cluster.yaml").cluster().orElseThrow(), "0".repeat(64), "0.1");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
