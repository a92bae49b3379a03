package io.github.pg1c.bundle.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pg1c.bundle.Manifest;
import io.github.pg1c.bundle.ManifestEntry;
import io.github.pg1c.bundle.ThreeNodes;
import io.github.pg1c.bundle.component.etcd.EtcdPaths;
import io.github.pg1c.bundle.component.haproxy.HaproxyPaths;
import io.github.pg1c.bundle.component.patroni.PatroniPaths;
import io.github.pg1c.bundle.component.pgbouncer.PgbouncerPaths;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.yaml.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The installer, run by a real shell as root. Ownership is real; the root directory is a temporary one. */
@Tag("slow")
class InstallerTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void root() throws IOException {
        Object uid = Files.getAttribute(directory, "unix:uid");
        assumeTrue(uid.equals(0), "giving files to other users needs root");
    }

    @ParameterizedTest
    @ValueSource(strings = {"022", "000", "077"})
    void bringsEveryFileToItsPlaceUnderAnyUmask(String umask) throws IOException {
        WrittenBundle report = generate(ThreeNodes.three());
        NodeRoot root = root(ThreeNodes.three(), "pg1");

        NodeRoot.Run run = root.run(
                umask, report, "pg1", List.of("--secrets", report.secrets().toString()));

        assertThat(run.output())
                .contains("created    /etc/patroni/patroni.yml\n")
                .doesNotContain("  [");
        assertThat(run.status()).isZero();
        List<ManifestEntry> files = entries(report, "pg1");
        assertThat(files).hasSizeGreaterThan(30);
        for (ManifestEntry file : files) {
            String path = String.valueOf(file.path());
            assertThat(root.rights(path)).as(path).isEqualTo(file.mode() + " " + file.owner() + " " + file.group());
            Path source = file.secret()
                    ? report.secrets().resolve("nodes/pg1/rootfs" + path)
                    : report.bundle().resolve("nodes/pg1/rootfs" + path);
            assertThat(root.file(path)).hasSameBinaryContentAs(source);
        }
        assertThat(root.rights(EtcdPaths.TLS)).isEqualTo("0750 etcd etcd");
        assertThat(root.rights(PatroniPaths.TLS)).isEqualTo("0750 postgres postgres");
        assertThat(root.rights(HaproxyPaths.TLS)).isEqualTo("0700 root root");
        assertThat(root.rights("/var/lib/postgresql/17")).isEqualTo("0755 postgres postgres");
        assertThat(root.rights("/var/lib/postgresql/17/main")).isEqualTo("0700 postgres postgres");
        assertThat(root.rights("/var/lib/etcd")).isEqualTo("0700 etcd etcd");
        assertThat(root.rights("/etc/patroni")).isEqualTo("0755 root root");
    }

    @Test
    void changesNothingTheSecondTime() {
        WrittenBundle report = generate(ThreeNodes.three());
        NodeRoot root = root(ThreeNodes.three(), "pg1");
        root.install(report, "pg1");
        Map<String, String> before = root.everything();

        NodeRoot.Run second = root.install(report, "pg1");

        assertThat(second.status()).isZero();
        assertThat(second.output().lines().toList()).last().asString().contains("nothing was changed");
        assertThat(second.output().lines().toList())
                .hasSizeGreaterThan(30)
                .filteredOn(line -> line.contains("/"))
                .allMatch(line -> line.startsWith("unchanged  "));
        assertThat(without(root.everything(), "var/lib/pg1c")).isEqualTo(without(before, "var/lib/pg1c"));
        assertThat(root.file("/var/lib/pg1c/installed.new")).doesNotExist();
    }

    @Test
    void namesAllProblemsAndTouchesNothing() throws IOException {
        WrittenBundle report = generate(ThreeNodes.three());
        NodeRoot root = root(ThreeNodes.three(), "pg1");
        root.write("/etc/hostname", "other.example\n");
        Files.delete(root.file("/usr/sbin/haproxy"));
        root.write("/etc/passwd", "root:x:0:0::/:/bin/sh\n");
        Path damaged = report.bundle().resolve("nodes/pg1/rootfs" + PatroniPaths.CONFIG);
        Files.writeString(damaged, Files.readString(damaged) + "# x\n");
        Path missing = report.secrets().resolve("nodes/pg1/rootfs" + PgbouncerPaths.USERS);
        Files.delete(missing);
        Map<String, String> before = root.everything();

        NodeRoot.Run run = root.install(report, "pg1");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output())
                .contains("this is another host: other (expected pg1; --any-host)")
                .contains("a program is missing: /usr/sbin/haproxy (package haproxy)")
                .contains("a user is missing: etcd", "a user is missing: haproxy", "a user is missing: postgres")
                .contains("differs from what was generated: " + damaged)
                .contains("a secret file is missing or empty: " + missing)
                .contains("Nothing was changed; problems: 7");
        assertThat(root.everything()).isEqualTo(before);
    }

    @Test
    void asksForTheSecretsOnlyWhileTheNodeHasNone() {
        WrittenBundle report = generate(ThreeNodes.three());
        NodeRoot root = root(ThreeNodes.three(), "pg1");

        assertThat(root.run("022", report, "pg1", List.of()))
                .satisfies(run -> assertThat(run.status()).isEqualTo(1))
                .satisfies(run -> assertThat(run.output()).contains(PatroniPaths.ENVIRONMENT, "--secrets"));
        root.install(report, "pg1");

        assertThat(root.run("022", report, "pg1", List.of()).status()).isZero();
        assertThat(root.file(PatroniPaths.ENVIRONMENT)).isNotEmptyFile();
    }

    @Test
    void keepsAForeignFileOnceAndReplacesItsOwnWithoutACopy() throws IOException {
        WrittenBundle report = generate(ThreeNodes.three());
        NodeRoot root = root(ThreeNodes.three(), "pg1");
        root.write(HaproxyPaths.CONFIG, "of the package\n");

        NodeRoot.Run first = root.install(report, "pg1");

        Path backup = root.file(HaproxyPaths.CONFIG + ".pg1c-backup");
        assertThat(first.output()).contains("kept the former file as  " + HaproxyPaths.CONFIG + ".pg1c-backup");
        assertThat(backup).hasContent("of the package\n");
        root.write(HaproxyPaths.CONFIG, "edited\n");
        root.install(report, "pg1");
        assertThat(backup).hasContent("of the package\n");
        assertThat(root.file(HaproxyPaths.CONFIG))
                .hasSameTextualContentAs(report.bundle().resolve("nodes/pg1/rootfs" + HaproxyPaths.CONFIG));
        assertThat(root.file(PatroniPaths.CONFIG + ".pg1c-backup")).doesNotExist();
    }

    @Test
    void namesTheNeedsOfChangedSettingsAndNothingForRewordedComments() {
        NodeRoot root = root(ThreeNodes.three(), "pg1");
        root.install(generate(ThreeNodes.three()), "pg1");

        NodeRoot.Run another = root.install(generate(ThreeNodes.three("ru", "session")), "pg1");
        NodeRoot.Run changed = root.install(generate(ThreeNodes.more()), "pg1");
        NodeRoot.Run again = root.install(generate(ThreeNodes.more()), "pg1");
        root.write(HaproxyPaths.CONFIG, "edited\n");
        NodeRoot.Run edited = root.install(generate(ThreeNodes.more()), "pg1");

        assertThat(another.output()).contains("/etc/haproxy/haproxy.cfg").doesNotContain("[");
        assertThat(changed.output())
                .contains("needs      [shared:restart:postgresql:limit]\n", "needs      [reload:pgbouncer]\n")
                .doesNotContain("[nothing]", "[restart:etcd]");
        assertThat(again.output()).doesNotContain("[");
        assertThat(edited.output()).contains("[reload:haproxy]").doesNotContain("[shared", "[reload:pgbouncer]");
    }

    /** Kills a run at a file that it moves to its place. */
    @ParameterizedTest
    @ValueSource(strings = {HaproxyPaths.CONFIG, "/var/lib/pg1c/settings", "/var/lib/pg1c/installed"})
    void finishesWhatAnInterruptedRunBegan(String path) {
        NodeRoot root = root(ThreeNodes.three(), "pg1");
        root.install(generate(ThreeNodes.three()), "pg1");
        root.write(HaproxyPaths.CONFIG, "edited\n");
        WrittenBundle more = generate(ThreeNodes.more());

        NodeRoot.Run killed = root.installKilledAt(path, more, "pg1");
        NodeRoot.Run next = root.install(more, "pg1");

        assertThat(killed.status()).isEqualTo(128 + 9);
        assertThat(next.status()).isZero();
        assertThat(next.output())
                .contains("needs      [shared:restart:postgresql:limit]\n", "needs      [reload:haproxy]\n");
        assertThat(root.file(HaproxyPaths.CONFIG + ".pg1c-backup")).hasContent("edited\n");
        assertThat(root.install(more, "pg1").output()).doesNotContain("[");
    }

    @Test
    void removesWhatAnEarlierInstallationBroughtAndKeepsWhatWasEdited() throws IOException {
        NodeRoot root = root(ThreeNodes.three(), "pg1");
        root.install(generate(ThreeNodes.three()), "pg1");
        root.write(PgbouncerPaths.ACCESS, "edited\n");
        root.write("/etc/pgbouncer/mine", "mine\n");

        NodeRoot.Run run = root.install(generate(ThreeNodes.three("en", "off")), "pg1");

        assertThat(run.status()).isZero();
        assertThat(root.file(PgbouncerPaths.CONFIG)).doesNotExist();
        assertThat(root.file(PgbouncerPaths.USERS)).doesNotExist();
        assertThat(root.file("/etc/systemd/system/pgbouncer.service")).doesNotExist();
        assertThat(root.file(PgbouncerPaths.ACCESS)).doesNotExist();
        assertThat(root.file(PgbouncerPaths.ACCESS + ".pg1c-backup")).hasContent("edited\n");
        assertThat(root.file("/etc/pgbouncer/mine")).hasContent("mine\n");
        assertThat(root.file(PatroniPaths.CONFIG)).exists();
    }

    @Test
    void bringsBackModeAndOwner() throws IOException {
        WrittenBundle report = generate(ThreeNodes.three());
        NodeRoot root = root(ThreeNodes.three(), "pg1");
        root.install(report, "pg1");
        Files.setAttribute(root.file(PatroniPaths.ENVIRONMENT), "unix:uid", 0);
        Files.setAttribute(root.file(PatroniPaths.ENVIRONMENT), "unix:mode", 0644);

        NodeRoot.Run run = root.install(report, "pg1");

        assertThat(run.output()).contains("changed    " + PatroniPaths.ENVIRONMENT);
        assertThat(root.rights(PatroniPaths.ENVIRONMENT)).isEqualTo("0600 postgres postgres");
    }

    @Test
    void handsANewDiskToItsUserAndLeavesEverythingElseAlone() throws IOException {
        WrittenBundle report = generate(ThreeNodes.three());
        NodeRoot root = root(ThreeNodes.three(), "pg1");
        Files.createDirectories(root.file("/var/lib/etcd/lost+found"));
        root.directory("/var/lib/postgresql/17", "postgres");
        root.write("/var/lib/postgresql/17/main/kept", "by its owner\n");
        root.directory("/var/log/postgresql", "postgres");

        NodeRoot.Run run = root.install(report, "pg1");

        assertThat(run.output()).contains("changed    /var/lib/etcd\n");
        assertThat(root.rights("/var/lib/postgresql/17")).as("no disk").isEqualTo("0755 postgres root");
        assertThat(root.rights("/var/lib/etcd")).isEqualTo("0700 etcd etcd");
        assertThat(root.rights("/var/lib/etcd/lost+found")).isEqualTo("0755 root root");
        assertThat(root.rights("/var/lib/postgresql/17/main")).isEqualTo("0755 root root");
        assertThat(root.rights("/var/log/postgresql")).as("no data").isEqualTo("0755 postgres root");
        assertThat(root.install(report, "pg1").output()).doesNotContain("/var/lib/etcd\n");
    }

    @Test
    void handsANewDiskAboveDataOrWalToItsUser() throws IOException {
        Specification wal = ThreeNodes.withWal("/var/lib/pgwal/live");
        WrittenBundle report = generate(wal);
        NodeRoot root = root(wal, "pg1");
        Files.createDirectories(root.file("/var/lib/pgwal/lost+found"));
        Files.createDirectories(root.file("/var/lib/postgresql/17"));

        NodeRoot.Run run = root.installWithDisks(report, "pg1", "/var/lib/pgwal", "/var/lib/postgresql/17");

        assertThat(run.status()).isZero();
        for (String disk : List.of("/var/lib/pgwal", "/var/lib/postgresql/17")) {
            assertThat(root.rights(disk)).as(disk).isEqualTo("0755 postgres postgres");
        }
        assertThat(root.rights("/var/lib/pgwal/live")).isEqualTo("0700 postgres postgres");
        assertThat(root.install(report, "pg1").status()).isZero();
    }

    /** PostgreSQL refuses data that others may read, and a copy keeps the mode of the directory that it is made in. */
    @Test
    void anEmptyDirectoryForDataGetsItsModeAlsoWhenItsUserMadeIt() throws IOException {
        WrittenBundle report = generate(ThreeNodes.three());
        NodeRoot root = root(ThreeNodes.three(), "pg1");
        root.directory("/var/lib/postgresql/17", "postgres");
        root.directory("/var/lib/postgresql/17/main", "postgres");

        assertThat(root.install(report, "pg1").status()).isZero();

        assertThat(root.rights("/var/lib/postgresql/17/main")).isEqualTo("0700 postgres postgres");
    }

    /** Patroni removes or renames both directories before a new copy; the server writes its log. */
    @Test
    void refusesDirectoriesThatPatroniCouldNotRemove() throws IOException {
        Specification wal = ThreeNodes.withWal("/var/lib/pgwal/live");
        WrittenBundle report = generate(wal);
        NodeRoot root = root(wal, "pg1");
        Files.createDirectories(root.file("/var/lib/postgresql/17/main"));
        Files.createDirectories(root.file("/var/lib/pgwal/live/lost+found"));
        Files.createDirectories(root.file("/var/log/postgresql"));
        Map<String, String> before = root.everything();

        NodeRoot.Run foreign = root.install(report, "pg1");
        assertThat(root.everything()).isEqualTo(before);
        assertThat(foreign.status()).isEqualTo(1);
        assertThat(foreign.output())
                .contains("cannot write to a directory", ": /var/lib/postgresql/17 (postgres)\n")
                .contains(": /var/lib/pgwal (postgres)\n", ": /var/log/postgresql (postgres)\n")
                .contains("Nothing was changed; problems: 3");
        NodeRoot.Run mounted =
                root.installWithDisks(report, "pg1", "/var/lib/pgwal/live", "/var/lib/postgresql/17/main");
        assertThat(mounted.status()).isEqualTo(1);
        assertThat(mounted.output())
                .contains("mount the disk one level above: /var/lib/pgwal/live\n")
                .contains("mount the disk one level above: /var/lib/postgresql/17/main\n")
                .contains("Nothing was changed; problems: 5");

        root.directory("/var/log/postgresql", "postgres");
        Files.setAttribute(
                root.file("/var/lib/postgresql/17"), "unix:gid", root.users().get("postgres"));
        Files.setAttribute(root.file("/var/lib/postgresql/17"), "unix:mode", 0775);
        root.directory("/var/lib/pgwal", "postgres");
        assertThat(root.install(report, "pg1").status())
                .as("the owner, or a member of the group")
                .isZero();
    }

    @Test
    void aRequiredDeviceIsThereOrTheKernelHasItsModule() throws IOException {
        Specification required = ThreeNodes.with("patroni: {watchdog: required}\n");
        WrittenBundle report = generate(required);
        NodeRoot root = root(required, "pg1");
        Files.delete(root.file("/usr/sbin/haproxy"));
        Map<String, String> before = root.everything();

        NodeRoot.Run refused = root.install(report, "pg1");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output())
                .contains("the kernel has no module for it: /dev/watchdog (module softdog)\n")
                .contains("a program is missing: /usr/sbin/haproxy")
                .contains("Nothing was changed; problems: 2");
        assertThat(root.everything()).isEqualTo(before);

        root = root(required, "pg1");
        root.write("/lib/modules/6.1.0/kernel/drivers/watchdog/softdog.ko.xz", "");
        assertThat(root.install(report, "pg1").status()).isZero();

        root = root(required, "pg1");
        root.write("/dev/watchdog", "");
        assertThat(root.install(report, "pg1").status())
                .as("udev changes its owner")
                .isZero();
        WrittenBundle optional = generate(ThreeNodes.three());
        assertThat(root(ThreeNodes.three(), "pg1").install(optional, "pg1").status())
                .as("watchdog: automatic")
                .isZero();
    }

    /** No module can be loaded and no rule of udev applies in a container. */
    @Test
    void aRequiredDeviceOfAContainerBelongsToItsUser() throws IOException {
        Specification required = ThreeNodes.inContainers("patroni: {watchdog: required}\n");
        WrittenBundle report = generate(required);
        NodeRoot root = root(required, "pg1");
        root.write("/lib/modules/6.1.0/kernel/drivers/watchdog/softdog.ko.xz", "");

        assertThat(root.install(report, "pg1").output()).contains("/dev/watchdog (module -)\n");

        root.write("/dev/watchdog", "");
        assertThat(root.install(report, "pg1").output())
                .contains("the host of the container has to hand it over: /dev/watchdog (postgres)\n");

        Files.setAttribute(root.file("/dev/watchdog"), "unix:uid", root.users().get("postgres"));
        assertThat(root.install(report, "pg1").status()).isZero();
    }

    @Test
    void refusesADatabaseThatThisClusterDidNotMakeUnlessToldToAdoptIt() throws IOException {
        WrittenBundle report = generate(ThreeNodes.three());
        NodeRoot root = root(ThreeNodes.three(), "pg1");
        root.directory("/var/lib/postgresql/17", "postgres");
        root.write("/var/lib/postgresql/17/main/PG_VERSION", "17\n");

        NodeRoot.Run refused = root.install(report, "pg1");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output())
                .contains(
                        "a database that this cluster did not make",
                        ": /var/lib/postgresql/17/main\n",
                        "pg_dropcluster");
        assertThat(root.file(PatroniPaths.CONFIG)).doesNotExist();

        assertThat(root.install(report, "pg1", "--adopt-database").status()).isZero();
        assertThat(root.file("/var/lib/postgresql/17/main/PG_VERSION")).hasContent("17\n");
    }

    @Test
    void installsBesideTheDatabaseOfAMember() throws IOException {
        WrittenBundle report = generate(ThreeNodes.three());
        NodeRoot root = root(ThreeNodes.three(), "pg1");
        root.directory("/var/lib/postgresql/17", "postgres");
        root.write("/var/lib/postgresql/17/main/PG_VERSION", "17\n");
        root.write("/var/lib/postgresql/17/main/patroni.dynamic.json", "{}\n");

        assertThat(root.install(report, "pg1").status()).isZero();
    }

    @Test
    void replacesALinkInsteadOfWritingThroughIt() throws IOException {
        WrittenBundle report = generate(ThreeNodes.three());
        NodeRoot root = root(ThreeNodes.three(), "pg1");
        Path victim = Files.writeString(directory.resolve("victim"), "untouched\n");
        Files.createDirectories(root.file("/etc/haproxy"));
        Files.createSymbolicLink(root.file(HaproxyPaths.CONFIG), victim);

        assertThat(root.install(report, "pg1").status()).isZero();

        assertThat(victim).hasContent("untouched\n");
        assertThat(root.file(HaproxyPaths.CONFIG)).isRegularFile();
    }

    @Test
    void speaksTheLanguageOfTheCluster() {
        WrittenBundle report = generate(ThreeNodes.three("ru", "session"));
        NodeRoot root = root(ThreeNodes.three("ru", "session"), "pg1");

        assertThat(root.install(report, "pg1").output()).contains("создан     /etc/patroni/patroni.yml", "Готово.");
    }

    private WrittenBundle generate(Specification specification) {
        return WrittenBundle.of(specification, directory);
    }

    private NodeRoot root(Specification specification, String name) {
        Cluster cluster = ThreeNodes.cluster(specification);
        Node node = cluster.nodes().stream()
                .filter(candidate -> candidate.name().toString().equals(name))
                .findFirst()
                .orElseThrow();
        return NodeRoot.of(directory.resolve("root"), cluster, node);
    }

    private static List<ManifestEntry> entries(WrittenBundle report, String node) throws IOException {
        return Manifest.parse(Files.readString(report.bundle().resolve(Manifest.FILE))).files().stream()
                .filter(file -> node.equals(file.node()) && file.path() != null)
                .toList();
    }

    private static Map<String, String> without(Map<String, String> files, String prefix) {
        files.keySet().removeIf(path -> path.startsWith(prefix));
        return files;
    }
}
