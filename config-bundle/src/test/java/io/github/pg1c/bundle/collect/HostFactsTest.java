package io.github.pg1c.bundle.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pg1c.bundle.collect.HostFacts.File;
import io.github.pg1c.bundle.collect.HostFactsException.Fault;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers of the collector as the reader takes them. */
class HostFactsTest {

    private static final String SUM = "0".repeat(64);

    private static final String ANSWER = """
            {
              "formatVersion": 1, "node": "pg1", "host": "pg1.example", "time": "2026-11-30T17:00:33Z",
              "system": {"id": "debian", "version": "13", "kernel": "6.12.0", "container": false,
                "selinux": "disabled", "appArmor": true},
              "packages": [{"name": "patroni", "installed": true, "version": "4.0.7-1"},
                {"name": "haproxy", "installed": false}],
              "programs": [{"path": "/usr/bin/etcd", "present": true, "executable": true, "sha256": "%1$s"}],
              "users": [{"name": "etcd", "present": true, "uid": 101, "gid": 4294967294, "groups": ["etcd"]}],
              "files": [
                {"path": "/etc/a", "present": true, "mode": "0644", "owner": "root", "group": "root", "type": "file",
                  "sha256": "%1$s"},
                {"path": "/etc/key", "secret": true, "present": true, "mode": "0600", "owner": "etcd", "group": "etcd",
                  "type": "file"},
                {"path": "/etc/none", "present": false}],
              "directories": [{"path": "/var/lib/etcd", "present": true, "mode": "0700", "owner": "etcd",
                "group": "etcd", "mount": "/", "fileSystem": "xfs", "bytes": 9007199254740993, "freeBytes": 1}],
              "units": [{"name": "etcd.service", "load": "loaded", "enabled": "enabled", "active": "active",
                "sub": "running", "since": "2026-11-30T17:00:33Z", "restarts": 0, "needsReload": false,
                "fragment": "/etc/systemd/system/etcd.service", "dropIns": []}],
              "kernel": [{"key": "vm.swappiness", "present": true, "value": "1"}],
              "listeners": [{"address": "::", "port": 2379, "programs": ["etcd"]},
                {"address": "::", "port": 2379, "programs": ["other"]}],
              "locales": [{"name": "ru_RU.UTF-8", "present": null}],
              "clock": {"synchronized": true, "services": ["chrony.service"]},
              "later": "a key that this version does not know",
              "unknown": [{"what": "locales", "why": "locale is missing"}]
            }
            """.formatted(SUM);

    @Test
    void hasEveryValueOfTheAnswer() {
        HostFacts facts = HostFacts.parse(ANSWER);

        assertThat(facts.time()).isEqualTo(Instant.parse("2026-11-30T17:00:33Z"));
        assertThat(facts.system())
                .isEqualTo(new HostFacts.OperatingSystem(
                        "debian", "13", "6.12.0", Answer.NO, HostFacts.Selinux.DISABLED, Answer.YES));
        assertThat(facts.packages().get(1)).isEqualTo(new HostFacts.InstalledPackage("haproxy", Answer.NO, null));
        assertThat(facts.users().get(0).gid()).isEqualTo(4_294_967_294L);
        assertThat(facts.files()).extracting(File::secret).containsExactly(false, true, false);
        assertThat(facts.files().get(0).sha256()).isEqualTo(SUM);
        assertThat(facts.files().get(2).rights()).isEqualTo(new HostFacts.Rights(null, null, null));
        assertThat(facts.directories().get(0).bytes()).isEqualTo(9_007_199_254_740_993L);
        assertThat(facts.listeners()).hasSize(2);
        assertThat(facts.locales()).containsExactly(new HostFacts.Locale("ru_RU.UTF-8", Answer.UNKNOWN));
    }

    @Test
    void findsTheReasonOfAValueOrOfWhatItIsPartOf() {
        HostFacts facts = HostFacts.parse(ANSWER);

        assertThat(facts.why("locales[ru_RU.UTF-8].present")).contains("locale is missing");
        assertThat(facts.why("locales")).contains("locale is missing");
        assertThat(facts.why("localesToo")).isEmpty();
        assertThat(facts.why("clock.synchronized")).isEmpty();
    }

    @Test
    void namesEverythingThatIsWrongWithItsPlace() {
        String answer = ANSWER.replace("\"0644\"", "\"rw-r--r--\"")
                .replace("\"host\": \"pg1.example\"", "\"host\": null")
                .replace("\"container\": false", "\"container\": \"no\"")
                .replace("\"disabled\"", "\"off\"")
                .replace("17:00:33Z\",\n", "today\",\n")
                .replace("\"uid\": 101", "\"uid\": -1")
                .replace("\"sub\": \"running\",", "")
                .replace("\"address\": \"::\", \"port\": 2379", "\"address\": \"::\", \"port\": 70000")
                .replace("\"path\": \"/etc/none\"", "\"path\": \"/etc/a\"")
                .replace("\"secret\": true", "\"secret\": true, \"sha256\": \"" + SUM + "\"")
                .replace("\"clock\": {", "\"clock\": \"right\", \"watch\": {");

        HostFactsException refused = catchThrowableOfType(HostFactsException.class, () -> HostFacts.parse(answer));

        assertThat(refused.faults())
                .extracting(Fault::place)
                .containsExactly(
                        "host",
                        "time",
                        "system.container",
                        "system.selinux",
                        "users[etcd].uid",
                        "files[/etc/a].mode",
                        "files[/etc/key].sha256",
                        "files[/etc/a]",
                        "units[etcd.service].sub",
                        "listeners[:::0].port",
                        "listeners[:::0].port",
                        "clock");
        assertThat(refused)
                .hasMessageContaining("host: is null without a reason in 'unknown'")
                .hasMessageContaining("files[/etc/a]: is there twice");
        assertThat(refused.newer()).isFalse();
    }

    @Test
    void refusesWhatIsNoAnswer() {
        for (String text : List.of("", "Welcome to pg1!", "[]", "{\"formatVersion\": 1", "\"formatVersion\"")) {
            assertThatThrownBy(() -> HostFacts.parse(text)).as(text).isInstanceOf(HostFactsException.class);
        }
        assertThatThrownBy(() -> HostFacts.parse("{}")).hasMessageContaining("formatVersion: is missing");
    }

    @Test
    void aLaterFormatNeedsALaterVersion() {
        HostFactsException refused = catchThrowableOfType(
                HostFactsException.class, () -> HostFacts.parse(ANSWER.replace("Version\": 1", "Version\": 2")));

        assertThat(refused.newer()).isTrue();
        assertThat(refused.faults()).hasSize(1);
    }
}
