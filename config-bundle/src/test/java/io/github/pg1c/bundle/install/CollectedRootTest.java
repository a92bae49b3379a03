package io.github.pg1c.bundle.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pg1c.base.text.Sha256;
import io.github.pg1c.bundle.Manifest;
import io.github.pg1c.bundle.ManifestEntry;
import io.github.pg1c.bundle.ThreeNodes;
import io.github.pg1c.bundle.collect.Answer;
import io.github.pg1c.bundle.collect.HostFacts;
import io.github.pg1c.bundle.component.etcd.EtcdPaths;
import io.github.pg1c.bundle.component.haproxy.HaproxyPaths;
import io.github.pg1c.bundle.component.patroni.PatroniPaths;
import io.github.pg1c.model.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the collector says of the files that the installer brought to another root directory. */
class CollectedRootTest {

    @TempDir
    private Path directory;

    private WrittenBundle report;
    private NodeRoot root;

    @BeforeEach
    void install() throws IOException {
        Object uid = Files.getAttribute(directory, "unix:uid");
        assumeTrue(uid.equals(0), "giving files to other users needs root");
        report = WrittenBundle.of(ThreeNodes.three(), directory);
        Cluster cluster = ThreeNodes.cluster(ThreeNodes.three());
        root = NodeRoot.of(directory.resolve("root"), cluster, cluster.nodes().get(0));
        assertThat(root.install(report, "pg1").status()).isZero();
    }

    @Test
    void everyFileOfTheManifestIsThereAsItWasBrought() throws IOException {
        HostFacts facts = collect().facts();

        Map<String, ManifestEntry> entries =
                Manifest.parse(Files.readString(report.bundle().resolve(Manifest.FILE))).files().stream()
                        .filter(entry -> "pg1".equals(entry.node()) && entry.path() != null)
                        .collect(Collectors.toMap(entry -> String.valueOf(entry.path()), entry -> entry));
        assertThat(facts.files())
                .extracting(HostFacts.File::path)
                .containsExactlyInAnyOrderElementsOf(entries.keySet());
        for (HostFacts.File file : facts.files()) {
            ManifestEntry entry = Objects.requireNonNull(entries.get(file.path()));
            assertThat(file)
                    .isEqualTo(new HostFacts.File(
                            file.path(),
                            entry.secret(),
                            Answer.YES,
                            new HostFacts.Rights(entry.mode(), entry.owner(), entry.group()),
                            HostFacts.Type.FILE,
                            entry.sha256()));
        }
    }

    @Test
    void saysWhatIsInThePlaceOfAFile() throws IOException {
        root.write(PatroniPaths.CONFIG, "edited\n");
        Files.delete(root.file(EtcdPaths.CONFIG));
        Files.delete(root.file(HaproxyPaths.CONFIG));
        Files.createSymbolicLink(root.file(HaproxyPaths.CONFIG), Path.of("/etc/passwd"));
        Files.setAttribute(root.file(PatroniPaths.ENVIRONMENT), "unix:uid", 12_345);
        Files.delete(root.file("/usr/sbin/haproxy"));

        HostFacts facts = collect().facts();

        assertThat(file(facts, PatroniPaths.CONFIG).sha256()).isEqualTo(Sha256.of("edited\n"));
        assertThat(file(facts, EtcdPaths.CONFIG).present()).isEqualTo(Answer.NO);
        assertThat(file(facts, HaproxyPaths.CONFIG).type()).isEqualTo(HostFacts.Type.LINK);
        assertThat(file(facts, HaproxyPaths.CONFIG).sha256()).isNull();
        assertThat(file(facts, PatroniPaths.ENVIRONMENT).rights().owner())
                .as("a number without a name")
                .isEqualTo("12345");
        assertThat(facts.programs())
                .contains(new HostFacts.Program("/usr/sbin/haproxy", Answer.NO, Answer.NO, null))
                .contains(new HostFacts.Program("/usr/bin/etcd", Answer.YES, Answer.YES, Sha256.of("#!/bin/sh\n")));
        assertThat(facts.directories())
                .filteredOn(one -> one.path().equals("/var/lib/etcd"))
                .singleElement()
                .satisfies(one -> assertThat(one.rights()).isEqualTo(new HostFacts.Rights("0700", "etcd", "etcd")))
                .satisfies(one -> assertThat(one.bytes()).isGreaterThan(one.freeBytes()));
        assertThat(facts.users())
                .filteredOn(user -> user.name().equals("etcd"))
                .singleElement()
                .satisfies(user -> assertThat(user.groups()).containsExactly("etcd"));
    }

    @Test
    void nothingOfASecretIsInTheAnswer() throws IOException {
        String answer = collect().output();

        assertThat(answer).contains(PatroniPaths.ENVIRONMENT).doesNotContain("secret of");
        for (HostFacts.File file : collect().facts().files()) {
            if (file.secret()) {
                Path installed = root.file(file.path());
                assertThat(answer).doesNotContain(Sha256.of(Files.readString(installed)));
                assertThat(answer).doesNotContain(Files.readString(installed).strip());
            }
        }
    }

    @Test
    void changesNothingAndWritesNoFile() throws IOException {
        Map<String, String> before = root.everything();

        CollectorRun run = collect();

        assertThat(run.status()).isZero();
        assertThat(run.errors()).isEmpty();
        assertThat(root.everything()).isEqualTo(before);
        assertThat(directory.resolve("work")).isEmptyDirectory();
    }

    @Test
    void ofAnotherRootNothingThatRunsIsSaid() throws IOException {
        HostFacts facts = collect().facts();

        assertThat(facts.host()).isEqualTo("pg1");
        assertThat(facts.system().container()).isEqualTo(Answer.UNKNOWN);
        assertThat(facts.listeners()).isNull();
        assertThat(facts.why("listeners")).contains("another root directory is not the system that runs");
        assertThat(facts.kernel()).isNotEmpty().allMatch(one -> one.present() == Answer.UNKNOWN);
    }

    private CollectorRun collect() throws IOException {
        return CollectorRun.of(
                        report.bundle().resolve("nodes/pg1/collect.sh"),
                        Files.createDirectories(directory.resolve("work")))
                .run("--root", root.path().toString());
    }

    private static HostFacts.File file(HostFacts facts, String path) {
        return facts.files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
