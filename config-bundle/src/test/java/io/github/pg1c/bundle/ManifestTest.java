package io.github.pg1c.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.bundle.part.Service.OnTheLeader;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.setting.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {

    private static final Manifest MANIFEST = new Manifest(
            "0.1\t\"quoted\" \\ юникод",
            "ab".repeat(32),
            "zup",
            List.of(new NodeService("pg1", "db", "reload it", "restart it", "", OnTheLeader.SWITCHOVER)),
            List.of(
                    new ManifestEntry(
                            "nodes/pg1/rootfs/etc/a",
                            "pg1",
                            "/etc/a",
                            "0640",
                            "root",
                            "postgres",
                            "cd".repeat(32),
                            Need.restart("db"),
                            List.of(
                                    new Setting("a.b", "one\n\"two\"", "", Need.shared(new Need.Restart("db", true))),
                                    new Setting("c", "", "", Need.INITIALISATION))),
                    new ManifestEntry(
                            null,
                            "pg1",
                            "/etc/secret",
                            "0600",
                            "postgres",
                            "postgres",
                            null,
                            Need.reload("db"),
                            List.of()),
                    new ManifestEntry(
                            "RUNBOOK.md", null, null, "0644", null, null, "ef".repeat(32), Need.NOTHING, List.of())));

    @Test
    void comesBackFromItsText() {
        assertThat(Manifest.parse(MANIFEST.toJson())).isEqualTo(MANIFEST);
    }

    @Test
    void listsASecretFileWithoutAHash() {
        assertThat(MANIFEST.toJson()).contains("""
                    {
                      "node": "pg1",
                      "path": "/etc/secret",
                      "mode": "0600",
                      "owner": "postgres",
                      "group": "postgres",
                      "need": "reload:db",
                      "secret": true
                    }""".indent(4).stripTrailing());
    }

    @Test
    void refusesALaterFormatAndSaysWhatToDo() {
        String later = MANIFEST.toJson().replace("\"formatVersion\": 2", "\"formatVersion\": 7");

        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> Manifest.parse(later))
                .withMessageContaining("format 7")
                .withMessageContaining("up to 2")
                .satisfies(refusal -> assertThat(refusal.reason().ru()).contains("формат 7", "знает форматы до 2"))
                .satisfies(refusal -> assertThat(refusal.newer()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{\"formatVersion\": \"1\"}",
                "{\"formatVersion\": 0}",
                "{\"formatVersion\": 2}",
                "{\"formatVersion\": 2, \"toolVersion\": \"1\", \"specificationSha256\": \"\", \"cluster\": \"c\","
                        + " \"files\": [{\"bundlePath\": \"../../etc/passwd\", \"node\": null, \"mode\": \"0644\","
                        + " \"sha256\": \"00\", \"need\": \"nothing\"}]}",
                "{\"formatVersion\": 2, \"formatVersion\": 2}"
            })
    void refusesWhatIsNoManifest(String text) {
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> Manifest.parse(text))
                .satisfies(refusal -> assertThat(refusal.newer()).isFalse());
    }
}
