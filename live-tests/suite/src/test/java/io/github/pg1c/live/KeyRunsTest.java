package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Severity;
import io.github.pg1c.live.KeyRun.Effect;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.key.SectionKey;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.model.value.NodeName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each key with a choice is shown on live hosts, or says why it cannot be. */
class KeyRunsTest {

    private static final Path SPECIFICATION = Path.of("../debian-13/cluster.yaml");

    /** What the hosts themselves are: each release of Debian has its own module. */
    private static final Set<String> OF_THE_HOSTS = Set.of("platform.os", "postgresql.distribution");

    static List<KeyRun> runs() {
        return KeyRuns.ALL;
    }

    @Test
    void everyKeyWithAChoiceHasALiveEffectOrAReason() {
        Set<String> keys = new TreeSet<>();
        collect("", Cluster.class, keys, KeyRunsTest::choice);
        keys.removeAll(OF_THE_HOSTS);
        Set<String> others = new TreeSet<>();
        collect("", Cluster.class, others, type -> !choice(type));

        Set<String> shown = KeyRuns.ALL.stream()
                .flatMap(run -> run.effects().stream())
                .map(Effect::key)
                .filter(key -> !others.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
        shown.addAll(KeyRuns.SHOWN_APART);

        assertThat(Stream.concat(shown.stream(), KeyRuns.NOT_SHOWN.keySet().stream()))
                .as("a key is added to a run of KeyRuns, with its effect, or to NOT_SHOWN with the reason")
                .containsExactlyInAnyOrderElementsOf(keys);
        assertThat(KeyRuns.NOT_SHOWN.values()).allMatch(reason -> reason.length() > 20);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aRunDescribesACluster(KeyRun run) {
        assertThat(run.specification(SPECIFICATION).problems())
                .filteredOn(problem -> problem.severity() == Severity.ERROR)
                .isEmpty();
    }

    /** A change without a difference would hold for the original, too. */
    @Test
    void theChangedValuesDiffer() {
        ClusterPlan plan = KeyRuns.ALL.get(0).plan(SPECIFICATION);
        assertThat(plan.tuning().of1c(plan.cluster())).isNotEmpty();
        assertThat(values(plan, "random_page_cost").values().stream().distinct())
                .as("of the cluster and of the node")
                .hasSize(2);
        assertThat(values(plan, "random_page_cost"))
                .doesNotContainEntry(
                        NodeName.parse("pg1"),
                        values(original(), "random_page_cost").get(NodeName.parse("pg1")));
        assertThat(values(plan, "shared_buffers").get(NodeName.parse("pg2")))
                .isNotEqualTo(values(KeyEffects.alone(plan), "shared_buffers").get(NodeName.parse("pg2")));
    }

    private static ClusterPlan original() {
        return new KeyRun("original", Map.of(), List.of()).plan(SPECIFICATION);
    }

    private static Map<NodeName, String> values(ClusterPlan plan, String parameter) {
        return plan.tuning().plans().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        node -> node.getValue().value(parameter).orElseThrow()));
    }

    private static boolean choice(Class<?> type) {
        return type.isEnum() || type == boolean.class || type == Boolean.class;
    }

    private static void collect(String prefix, Class<?> section, Set<String> keys, Predicate<Class<?>> wanted) {
        for (SectionKey key : SectionKey.of(section)) {
            if (key.section()) {
                collect(prefix + key.name() + ".", key.element(), keys, wanted);
            } else if (wanted.test(key.element())) {
                keys.add(prefix + key.name());
            }
        }
    }
}
