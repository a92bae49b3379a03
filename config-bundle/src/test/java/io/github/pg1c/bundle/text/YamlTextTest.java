package io.github.pg1c.bundle.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.component.Rendered;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class YamlTextTest {

    private static final String AWKWARD = "abz019:,-#'\"\\ \tно{}[]&*!|>%@`";

    private static final PlanContext CLUSTER = Rendered.context(Rendered.cluster(Rendered.BASE));

    @Test
    void readersGetBackEveryString() {
        Random random = new Random(20261120);
        for (int round = 0; round < 2000; round++) {
            String value = IntStream.range(0, random.nextInt(200))
                    .mapToObj(i -> String.valueOf(AWKWARD.charAt(random.nextInt(AWKWARD.length()))))
                    .collect(Collectors.joining());
            String yaml = document().put("key", value).toString();
            assertThat(load(yaml)).as(yaml).containsEntry("key", value);
        }
    }

    @Test
    void wordsThatYaml11ReadsAsSomethingElseAreQuoted() {
        for (String word : List.of("no", "on", "12:30", "0755", "1_000", "2026-01-02", "~", "")) {
            assertThat(text(document().put("key", word))).contains("key: \"" + word + "\"");
        }
    }

    @Test
    void longStringsContinueBehindACommaOrASpace() {
        String members = "etcd1=https://10.0.0.21:2380,etcd2=https://10.0.0.22:2380,etcd3=https://10.0.0.23:2380";
        String yaml = text(document().put("initial-cluster", members));
        assertThat(load(yaml)).containsEntry("initial-cluster", members);
        assertThat(yaml.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void parametersThatAreNumbersStandBare() {
        assertThat(text(document()
                        .parameter("max_connections", "200", Need.NOTHING)
                        .parameter("shared_buffers", "4GB", Need.NOTHING)))
                .contains("max_connections: 200\n", "shared_buffers: \"4GB\"\n");
    }

    private static YamlText document() {
        return YamlText.document(CLUSTER, "test", Need.NOTHING);
    }

    private static String text(YamlText yaml) {
        return yaml.file("/test", "0644", "root", "root").content();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> load(String yaml) {
        return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }
}
