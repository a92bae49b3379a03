package io.github.pg1c.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.component.patroni.PatroniPaths;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.value.NodeName;
import io.github.pg1c.model.yaml.SpecificationReader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class SharedConfigurationTest {

    @ParameterizedTest
    @ValueSource(strings = {"../samples/zup", "../samples/lxc", "../samples/lab"})
    void isWhatPatroniReadsInTheFile(String sample) {
        Path specification = Path.of(sample, "cluster.yaml");
        Cluster cluster = SpecificationReader.read(specification).cluster().orElseThrow();
        NodeName node = cluster.nodesWith(NodeRole.POSTGRESQL).get(0).name();
        String text = Bundle.of(cluster, "", "0.1")
                .file(node, PatroniPaths.SHARED)
                .orElseThrow()
                .content();

        Map<String, Object> values = SharedConfiguration.of(cluster).values();

        assertThat(values)
                .isEqualTo(new Load(LoadSettings.builder().build()).loadFromString(text))
                .containsKeys("ttl", "postgresql");
    }
}
