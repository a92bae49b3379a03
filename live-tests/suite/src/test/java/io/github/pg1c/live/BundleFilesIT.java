package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.ManifestEntry;
import io.github.pg1c.bundle.component.haproxy.HaproxyPaths;
import io.github.pg1c.bundle.component.patroni.PatroniPaths;
import io.github.pg1c.live.lab.Command;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.live.lab.Output;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The files of the bundle, checked by the programs that read them and compared with the files on the hosts. */
@ExtendWith(BootedCluster.class)
@Order(1)
class BundleFilesIT {

    @Test
    void everyFileStandsOnItsNodeAsTheManifestSays(LiveCluster live) {
        List<ManifestEntry> installed = live.generated().manifest().files().stream()
                .filter(entry -> entry.path() != null)
                .toList();
        assertThat(installed).hasSizeGreaterThan(20);
        for (ManifestEntry entry : installed) {
            Host host = live.host(String.valueOf(entry.node()));
            assertThat(host.run("stat", "--format=0%a %U %G", String.valueOf(entry.path()))
                            .orThrow())
                    .as("%s on %s", entry.path(), host)
                    .isEqualTo(entry.mode() + " " + entry.owner() + " " + entry.group());
            if (!entry.secret()) {
                assertThat(host.run("sha256sum", String.valueOf(entry.path())).orThrow())
                        .startsWith(String.valueOf(entry.sha256()));
            }
        }
    }

    @Test
    void installingAgainChangesNothing(LiveCluster live) {
        for (Host host : live.hosts()) {
            host.shell("touch /root/before").orThrow();
            live.install(host).orThrow();
            assertThat(host.shell("find /etc /usr/local -newercm /root/before -print")
                            .orThrow())
                    .as("changed on %s", host)
                    .isEmpty();
        }
    }

    @Test
    void noPasswordStandsInTheBundle(LiveCluster live) throws IOException {
        List<String> passwords;
        try (Stream<Path> files = Files.list(live.generated().secrets().resolve("passwords"))) {
            passwords = files.map(
                            file -> live.generated().password(file.getFileName().toString()))
                    .toList();
        }
        assertThat(passwords).hasSizeGreaterThan(4);
        for (Path file : files(live, "")) {
            assertThat(Files.readString(file))
                    .as("%s", file)
                    .doesNotContain(passwords)
                    .doesNotContain("PRIVATE KEY");
        }
    }

    @Test
    void systemdAcceptsTheUnits(LiveCluster live) {
        for (Host host : live.hosts()) {
            String units = host.shell("grep -rl pg1c /etc/systemd/system --include=*.service || true")
                    .orThrow();
            Output verified =
                    host.shell("SYSTEMD_LOG_LEVEL=warning systemd-analyze verify --man=no --recursive-errors=no "
                            + units.replace('\n', ' '));
            assertThat(verified.text()).as("units on %s", host).isEmpty();
            assertThat(verified.succeeded()).isTrue();
        }
    }

    @Test
    void haproxyAcceptsItsConfigurationWithoutAWarning(LiveCluster live) {
        for (Node balancer : live.nodes(NodeRole.HAPROXY)) {
            Output checked = live.host(balancer)
                    .shell("set -a; . " + HaproxyPaths.ENVIRONMENT + "; haproxy -c -dW -f " + HaproxyPaths.CONFIG);
            assertThat(checked.orThrow()).doesNotContain("WARNING");
        }
    }

    @Test
    void patroniAcceptsItsConfiguration(LiveCluster live) {
        for (Node member : live.nodes(NodeRole.POSTGRESQL)) {
            String check = "set -a; . " + PatroniPaths.ENVIRONMENT
                    + "; exec runuser -u postgres -- patroni --validate-config ";
            if (live.isSince(4, 0)) {
                Output checked = live.host(member).shell(check + "--ignore-listen-port " + PatroniPaths.CONFIG);
                assertThat(checked.orThrow()).as("on %s", member.name()).isEmpty();
            } else {
                Output checked = live.host(member).shell(check + PatroniPaths.CONFIG);
                assertThat(checked.text().lines())
                        .as("on %s, whose own servers use the ports", member.name())
                        .allMatch(line -> line.contains(" is already in use."));
            }
        }
    }

    @Test
    void yamllintAcceptsTheYaml(LiveCluster live) throws IOException {
        Stream<Path> yaml = Stream.of(".yml", ".yaml").flatMap(suffix -> files(live, suffix).stream());
        String rules =
                "{extends: default, rules: {line-length: disable, document-start: disable, comments: {min-spaces-from-content: 1}}}";
        List<String> command = Stream.concat(Stream.of("yamllint", "--strict", "-d", rules), yaml.map(Path::toString))
                .toList();
        assertThat(command).hasSizeGreaterThan(8);
        assertThat(Command.run(command).orThrow()).isEmpty();
    }

    @Test
    void ansibleLintAcceptsThePlaybook(LiveCluster live) {
        String directory = live.generated().bundle().resolve("ansible").toString();
        Command.run("env", "-C", directory, "ansible-lint", "--offline", "--profile", "production", "site.yml")
                .orThrow();
    }

    @Test
    void shellcheckAcceptsTheScripts(LiveCluster live) {
        List<String> scripts = live.generated().manifest().files().stream()
                .filter(entry -> entry.mode().equals("0755") && !entry.secret())
                .map(entry -> live.generated()
                        .bundle()
                        .resolve(String.valueOf(entry.bundlePath()))
                        .toString())
                .toList();
        assertThat(scripts).hasSizeGreaterThan(8);
        for (String script : scripts) {
            Command.run("sh", "-n", script).orThrow();
        }
        List<String> command = Stream.concat(Stream.of("shellcheck", "--norc", "--severity=warning"), scripts.stream())
                .toList();
        assertThat(Command.run(command).orThrow()).isEmpty();
    }

    private static List<Path> files(LiveCluster live, String suffix) {
        try (Stream<Path> files = Files.walk(live.generated().bundle())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
