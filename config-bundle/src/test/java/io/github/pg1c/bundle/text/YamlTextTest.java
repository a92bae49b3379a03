package io.github.pg1c.bundle.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.component.Rendered;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.setting.Setting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlTextTest {

    private static final PlanContext CLUSTER = Rendered.context(Rendered.cluster(Rendered.BASE));

    @Test
    void linesStayWithinTheWidthOfATerminal() {
        String members = "etcd1=https://10.0.0.21:2380,etcd2=https://10.0.0.22:2380,etcd3=https://10.0.0.23:2380";

        assertThat(file(document()
                                .section(
                                        "etcd",
                                        etcd -> etcd.comment(members.replace(',', ' '))
                                                .put("initial-cluster", members)))
                        .content()
                        .lines())
                .hasSizeGreaterThan(8)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void parametersThatAreNumbersStandBare() {
        assertThat(file(document()
                                .parameter("max_connections", "200", Need.NOTHING)
                                .parameter("shared_buffers", "4GB", Need.NOTHING)
                                .parameter("log_file_mode", "0640", Need.NOTHING))
                        .content())
                .contains("max_connections: 200\n", "shared_buffers: \"4GB\"\n", "log_file_mode: \"0640\"\n");
    }

    @Test
    void eachKeyIsASettingWithTheReasonAboveIt() {
        RenderedFile file = file(document()
                .section(
                        "bootstrap",
                        Need.INITIALISATION,
                        bootstrap -> bootstrap
                                .comment("why")
                                .options("initdb", Map.of("locale", "ru_RU.UTF-8"), Need.INITIALISATION)
                                .put("retries", 3))
                .list("tags", List.of("a", "b")));

        assertThat(file.settings())
                .containsExactly(
                        new Setting("bootstrap.initdb.locale", "ru_RU.UTF-8", "why", Need.INITIALISATION),
                        new Setting("bootstrap.retries", "3", "why", Need.INITIALISATION),
                        new Setting("tags", "a\nb", "", Need.NOTHING));
        assertThat(file.content()).endsWith("""
                bootstrap:
                  # why
                  initdb:
                    - locale: "ru_RU.UTF-8"
                  retries: 3
                tags:
                  - "a"
                  - "b"
                """);
    }

    private static YamlText document() {
        return YamlText.document(CLUSTER, "test", Need.NOTHING);
    }

    private static RenderedFile file(YamlText yaml) {
        return yaml.file("/test", "0644", "root", "root");
    }
}
