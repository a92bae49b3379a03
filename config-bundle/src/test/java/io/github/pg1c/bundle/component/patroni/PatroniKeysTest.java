package io.github.pg1c.bundle.component.patroni;

import static io.github.pg1c.bundle.component.RenderedNode.section;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.component.RenderedNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys of the specification that are Patroni's own. */
class PatroniKeysTest {

    private static Map<String, Object> patroni(String keys) {
        return RenderedNode.node("pg1", RenderedNode.BASE + "patroni: {" + keys + "}\n")
                .yaml(PatroniPaths.CONFIG);
    }

    private static Map<String, Object> tags(String tags) {
        String yaml = RenderedNode.BASE.replaceFirst("(name: pg1, .*roles: \\[[^]]*])", "$1, " + tags);
        assertThat(yaml).contains(tags);
        return section(RenderedNode.node("pg1", yaml).yaml(PatroniPaths.CONFIG), "tags");
    }

    @Test
    void ownIntervalsAreShared() {
        assertThat(section(
                        patroni("ttl: 41s, loopWait: 7s, retryTimeout: 12s, primaryStartTimeout: 0s"),
                        "bootstrap",
                        "dcs"))
                .containsEntry("ttl", 41)
                .containsEntry("loop_wait", 7)
                .containsEntry("retry_timeout", 12)
                .containsEntry("primary_start_timeout", 0);
    }

    @Test
    void tagsAreThoseThatDiffer() {
        assertThat(tags("zone: a")).isEqualTo(Map.of("nofailover", false));
        assertThat(tags("tags: {noLoadBalance: true, cloneFrom: true}"))
                .isEqualTo(Map.of("nofailover", false, "noloadbalance", true, "clonefrom", true));
    }

    /** Patroni's check of the file refuses both together. */
    @Test
    void aPriorityStandsInPlaceOfNofailover() {
        assertThat(tags("tags: {failoverPriority: 3}")).isEqualTo(Map.of("failover_priority", 3));
    }

    @Test
    void permanentAndIgnoredSlotsAreShared() {
        Map<String, Object> dcs = section(
                patroni("slots: [{name: archive}], ignoreSlots: [{name: backup}, {type: logical, plugin: wal2json}]"),
                "bootstrap",
                "dcs");

        assertThat(section(dcs, "slots")).isEqualTo(Map.of("archive", Map.of("type", "physical")));
        assertThat(dcs)
                .containsEntry(
                        "ignore_slots",
                        List.of(Map.of("name", "backup"), Map.of("type", "logical", "plugin", "wal2json")));
    }

    @Test
    void filesOfItsOwnLogHaveTheirSizes() {
        assertThat(section(patroni("log: {directory: /var/log/patroni, level: warning, files: 10}"), "log"))
                .isEqualTo(Map.of(
                        "level", "WARNING", "dir", "/var/log/patroni", "file_size", 25 * 1024 * 1024, "file_num", 10));
        assertThat(section(patroni("log: {level: debug}"), "log")).isEqualTo(Map.of("level", "DEBUG"));
        assertThat(patroni("watchdog: automatic")).doesNotContainKey("log");
    }

    @Test
    void theLimitOfACopyIsInKilobytes() {
        assertThat(section(patroni("basebackup: {maxRate: 100MB, checkpoint: spread}"), "postgresql", "basebackup"))
                .containsEntry("max-rate", "102400")
                .containsEntry("checkpoint", "spread");
        assertThat(section(patroni("watchdog: automatic"), "postgresql", "basebackup"))
                .doesNotContainKey("max-rate")
                .containsEntry("checkpoint", "fast");
    }

    @Test
    void aFormerLeaderComesBackAsTheSpecificationSays() {
        Map<String, Object> own = patroni("formerLeader: {rewind: false, removeOnDivergedTimelines: true}");
        assertThat(section(own, "bootstrap", "dcs", "postgresql")).containsEntry("use_pg_rewind", false);
        assertThat(section(own, "postgresql")).containsEntry("remove_data_directory_on_diverged_timelines", true);
    }
}
