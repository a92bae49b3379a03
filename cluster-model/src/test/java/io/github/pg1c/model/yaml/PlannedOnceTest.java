package io.github.pg1c.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.preset.RuleSets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules and plan of one reading share what they calculate. */
class PlannedOnceTest {

    private final List<TuningInput> asked = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Systems.class)
    void aReadingCalculatesEachDistinctNodeOnce(Systems system) {
        ClusterPlan plan = read(system.text()).plan().orElseThrow();

        assertThat(asked)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(plan.tuning().plans().values().stream()
                        .map(TuningPlan::input)
                        .distinct()
                        .toList());
    }

    @Test
    void differentNodesAreCalculatedSeparately() {
        ClusterPlan plan = read(Systems.ZUP.text().replaceFirst("(name: spbpsql2.*)}", "$1, shared: true}"))
                .plan()
                .orElseThrow();

        assertThat(plan.cluster().nodesWith(NodeRole.POSTGRESQL))
                .extracting(Node::shared)
                .containsExactly(false, true);
        assertThat(asked).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void equalNodesShareTheirPlan() {
        ClusterPlan plan = read(Systems.ZUP.text()).plan().orElseThrow();
        Cluster cluster = plan.cluster();

        assertThat(cluster.nodesWith(NodeRole.POSTGRESQL)).hasSize(2);
        assertThat(asked).hasSize(1);
        assertThat(plan.tuning().plans().values().stream().distinct()).hasSize(1);
    }

    private Specification read(String text) {
        return SpecificationReader.read(
                text.getBytes(StandardCharsets.UTF_8), "x.yaml", RuleSets.builtIn(), (input, rules) -> {
                    asked.add(input);
                    return Calculator.plan(input, rules);
                });
    }
}
