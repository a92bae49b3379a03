package io.github.pg1c.base.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class YamlWriterTest {

    private static final String AWKWARD = "abz019:,-#'\"\\ \t\r\n\u0001\u007f\u2028но{}[]&*!|>%@`";

    @ParameterizedTest
    @ValueSource(ints = {80, YamlWriter.UNLIMITED})
    void readersGetBackEveryText(int width) {
        Random random = new Random(20261120);
        for (int round = 0; round < 2000; round++) {
            String value = IntStream.range(0, random.nextInt(200))
                    .mapToObj(i -> String.valueOf(AWKWARD.charAt(random.nextInt(AWKWARD.length()))))
                    .collect(Collectors.joining());
            String yaml = YamlWriter.of(width, YamlWriter.WORDS)
                    .put("key", List.of(Map.of(value, value)))
                    .toString();
            assertThat(load(yaml)).as(yaml).isEqualTo(Map.of("key", List.of(Map.of(value, value))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "On", "y", "12:30", "0755", "1_000", "2026-01-02", "~", "null", ""})
    void wordsThatYaml11ReadsAsSomethingElseAreQuoted(String word) {
        assertThat(YamlWriter.text(Map.of(word, word))).isEqualTo("\"" + word + "\": \"" + word + "\"\n");
    }

    @Test
    void longTextsContinueBehindACommaOrABlank() {
        String members = "etcd1=https://10.0.0.21:2380,etcd2=https://10.0.0.22:2380, etcd3=https://10.0.0.23:2380";

        String yaml = YamlWriter.of(80, YamlWriter.WORDS)
                .put("initial-cluster", members)
                .toString();

        assertThat(load(yaml)).isEqualTo(Map.of("initial-cluster", members));
        assertThat(yaml.lines())
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void mapsAndCollectionsStandBelowEachOther() {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("name", "pg1");
        node.put("tags", Map.of());
        node.put("roles", List.of());
        node.put("port", 5432);
        node.put("paused", false);
        node.put("leader", null);
        List<Object> value = List.of(node, List.of("a", List.of("b", "c")), "d");

        String yaml = YamlWriter.of(80, YamlWriter.WORDS)
                .document()
                .comment("two\nlines")
                .section("all", all -> all.put("nodes", value))
                .blank()
                .put("pg_hba", List.of("local"))
                .toString();

        assertThat(yaml).isEqualTo("""
                ---
                # two
                # lines
                all:
                  nodes:
                    - name: "pg1"
                      tags: {}
                      roles: []
                      port: 5432
                      paused: false
                      leader: null
                    - - "a"
                      - - "b"
                        - "c"
                    - "d"

                pg_hba:
                  - "local"
                """);
        assertThat(load(yaml)).isEqualTo(Map.of("all", Map.of("nodes", value), "pg_hba", List.of("local")));
        assertThat(load(YamlWriter.text(value))).isEqualTo(value);
        assertThat(load(YamlWriter.text(Arrays.asList(null, 1.5, "x")))).isEqualTo(Arrays.asList(null, 1.5, "x"));
    }

    @Test
    void exponentsHaveASignBecauseYaml11ReadsATextWithoutIt() {
        assertThat(YamlWriter.text(List.of(1e10, 1e-4, 0.5))).isEqualTo("- 1.0E+10\n- 1.0E-4\n- 0.5\n");
    }

    @Test
    void keysHaveQuotesUnlessTheDocumentSaysOtherwise() {
        assertThat(YamlWriter.of(80, YamlWriter.WORDS)
                        .put("auto_explain.log_min-duration", 1)
                        .put("10.0.0.1", 2)
                        .put("reload:etcd", 3)
                        .toString())
                .isEqualTo("auto_explain.log_min-duration: 1\n\"10.0.0.1\": 2\n\"reload:etcd\": 3\n");
    }

    @Test
    void valuesOfOtherKindsAreRefused() {
        assertThatThrownBy(() -> YamlWriter.text(List.of(new StringBuilder("no"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("StringBuilder");
    }

    private static Object load(String yaml) {
        return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }
}
