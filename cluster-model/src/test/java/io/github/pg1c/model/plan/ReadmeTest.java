package io.github.pg1c.model.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Resources;
import io.github.pg1c.model.platform.Platform;
import io.github.pg1c.model.value.NodeName;
import io.github.pg1c.model.yaml.Specification;
import io.github.pg1c.model.yaml.SpecificationReader;
import io.github.pg1c.model.yaml.Systems;
import io.github.pg1c.testing.ReadmeExample;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.input.DiskClass;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code of the READMEs is the code of these tests. */
class ReadmeTest {

    @Test
    void readsASpecification() {
        Path file = Systems.ZUP.file();
        // tag::read
        Specification specification = SpecificationReader.read(file);
        specification.problems().forEach(problem -> System.out.println(problem.toString(Language.EN)));
        specification.plan().ifPresent(plan -> {
            plan.tuning().of(NodeName.parse("spbpsql1")).value("shared_buffers");
            plan.timing().worstCase(plan.cluster());
            plan.quorum().survives();
            plan.endpoints().hosts();
        });
        // end::read
        assertThat(specification.plan()).isPresent();
    }

    @Test
    void describesACluster() {
        // tag::describe
        ClusterPlan plan = ClusterBuilder.of("zup")
                .platform(Platform.DEBIAN_13)
                .postgresql(Distribution.POSTGRES_PRO_1C, 17)
                .connections(200)
                .resources(Resources.of("16GB", 6, DiskClass.SSD))
                .node("n1", "10.0.0.11", NodeRole.POSTGRESQL, NodeRole.ETCD, NodeRole.HAPROXY)
                .node("n2", "10.0.0.12", NodeRole.POSTGRESQL, NodeRole.ETCD, NodeRole.HAPROXY)
                .node("n3", "10.0.0.13", NodeRole.ETCD)
                .clients("10.0.10.0/24")
                .role("zup")
                .database("zup", "zup")
                .plan();
        // end::describe
        assertThat(plan.quorum().survives()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.ru.md"})
    void theReadmesHaveThisCode(String readme) {
        ReadmeExample.isShown(readme, ReadmeTest.class, "read");
        ReadmeExample.isShown(readme, ReadmeTest.class, "describe");
    }
}
