package io.github.pg1c.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.bundle.part.Impact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {

    private static final Manifest MANIFEST = new Manifest(
            "0.1\t\"quoted\" \\ юникод",
            "ab".repeat(32),
            "zup",
            List.of(
                    new ManifestEntry(
                            "nodes/pg1/rootfs/etc/a",
                            "pg1",
                            "/etc/a",
                            "0640",
                            "root",
                            "postgres",
                            "cd".repeat(32),
                            Impact.ROLLING_RESTART),
                    new ManifestEntry(null, "pg1", "/etc/secret", "0600", "postgres", "postgres", null, Impact.RELOAD),
                    new ManifestEntry("RUNBOOK.md", null, null, "0644", null, null, "ef".repeat(32), Impact.NONE)));

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
                      "impact": "reload",
                      "secret": true
                    }""".indent(4).stripTrailing());
    }

    @Test
    void refusesALaterFormatAndSaysWhatToDo() {
        String later = MANIFEST.toJson().replace("\"formatVersion\": 1", "\"formatVersion\": 7");

        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> Manifest.parse(later))
                .withMessageContaining("format 7")
                .withMessageContaining("up to 1")
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
                "{\"formatVersion\": 1}",
                "{\"formatVersion\": 1, \"toolVersion\": \"1\", \"specificationSha256\": \"\", \"cluster\": \"c\","
                        + " \"files\": [{\"bundlePath\": \"../../etc/passwd\", \"node\": null, \"mode\": \"0644\","
                        + " \"sha256\": \"00\", \"impact\": \"none\"}]}",
                "{\"formatVersion\": 1, \"formatVersion\": 1}"
            })
    void refusesWhatIsNoManifest(String text) {
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> Manifest.parse(text))
                .satisfies(refusal -> assertThat(refusal.newer()).isFalse());
    }
}
