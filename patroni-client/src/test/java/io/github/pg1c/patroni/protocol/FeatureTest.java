package io.github.pg1c.patroni.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureTest {
    @ParameterizedTest
    @CsvSource({
        "REST_THREAD_POOL, 3.3.8, false", "REST_THREAD_POOL, 3.3.9, true", "REST_THREAD_POOL, 4.0.7, false",
        "REST_THREAD_POOL, 4.0.8, true", "REST_THREAD_POOL, 4.1.0, false", "REST_THREAD_POOL, 4.1.1, true",
        "REST_THREAD_POOL, 4.2.0, true", "REST_THREAD_POOL, 3.2.9, false", "QUORUM_COMMIT, 3.3.11, false",
        "QUORUM_COMMIT, 4.0.0, true", "REPLICATION_STATE, 3.0.3, false", "REPLICATION_STATE, 3.1.0, true",
        "REPLICATION_STATE_FILTER, 4.1.4, false", "STRICT_METRICS, 4.1.4, true", "STRICT_METRICS, 4.0.9, false"
    })
    void fixesComeToSeveralLines(Feature feature, String version, boolean present) {
        assertThat(feature.isIn(PatroniVersion.parse(version).orElseThrow())).isEqualTo(present);
    }

    @Test
    void oldestMemberDecides() {
        PatroniVersion old = new PatroniVersion(3, 3, 2);
        Capabilities mixed = new Capabilities(Map.of("node1", new PatroniVersion(4, 0, 7), "node2", old));

        assertThat(mixed.lowest()).contains(old);
        assertThat(mixed.has(Feature.QUORUM_COMMIT)).isFalse();
        assertThat(mixed.has(Feature.FAILOVER_PRIORITY)).isTrue();
        assertThat(new Capabilities(Map.of()).has(Feature.FAILOVER_PRIORITY)).isFalse();
    }

    @Test
    void versionsAreReadTolerantly() {
        assertThat(PatroniVersion.parse("4.1")).contains(new PatroniVersion(4, 1, 0));
        assertThat(PatroniVersion.parse("4.0.7-1.pgdg12+1")).contains(new PatroniVersion(4, 0, 7));
        assertThat(PatroniVersion.parse("devel")).isEmpty();
        assertThat(PatroniVersion.parse("99999999999.1")).isEmpty();
    }
}
