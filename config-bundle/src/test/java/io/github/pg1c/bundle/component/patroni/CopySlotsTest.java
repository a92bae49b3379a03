package io.github.pg1c.bundle.component.patroni;

import static io.github.pg1c.bundle.component.RenderedNode.section;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.component.RenderedNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CopySlotsTest {

    private static final String COPIES =
            RenderedNode.BASE.replace("{connections: 100}", "{connections: 100, databaseCopies: true}");

    private static Map<String, Object> patroni(String yaml) {
        return RenderedNode.node("pg1", yaml).yaml(PatroniPaths.CONFIG);
    }

    @Test
    void withoutCopiesPatroniTreatsSlotsByItsDefaults() {
        assertThat(section(patroni(RenderedNode.BASE), "bootstrap", "dcs")).doesNotContainKeys("slots", "ignore_slots");
        assertThat(section(patroni(RenderedNode.BASE), "postgresql", "parameters"))
                .containsEntry("hot_standby_feedback", "off");
    }

    @Test
    void copiesKeepEveryLogicalSlot() {
        Map<String, Object> yaml = patroni(COPIES);

        assertThat(section(yaml, "bootstrap", "dcs"))
                .containsEntry("ignore_slots", List.of(Map.of("type", "logical")))
                .doesNotContainKey("slots");
        assertThat(section(yaml, "bootstrap", "dcs", "postgresql", "parameters"))
                .containsEntry("wal_level", "logical");
    }

    @Test
    void aNamedSlotIsPermanentAndItsStandbysGiveFeedback() {
        Map<String, Object> yaml = patroni(
                COPIES.replace("application: other", "application: other, copySlots: [{name: a, plugin: pgoutput}]"));

        assertThat(section(yaml, "bootstrap", "dcs", "slots"))
                .isEqualTo(Map.of("a", Map.of("type", "logical", "database", "zup", "plugin", "pgoutput")));
        assertThat(section(yaml, "postgresql", "parameters")).containsEntry("hot_standby_feedback", "on");
    }
}
