package io.github.pg1c.bundle.component.postgresql;

import static io.github.pg1c.bundle.component.RenderedNode.section;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.component.RenderedNode;
import io.github.pg1c.bundle.component.patroni.PatroniPaths;
import org.junit.jupiter.api.Test;

class BaseConfigTest {

    private static RenderedNode node(String keys) {
        return RenderedNode.node(
                "pg1",
                RenderedNode.BASE.replace("distribution: pgdg", "distribution: pgdg, dataDirectory: /data/17" + keys));
    }

    @Test
    void anEmptyDirectoryOfPostgresqlConfTakesWhatInitdbChose() {
        RenderedNode node = node(", configDirectory: /etc/pg");

        assertThat(section(node.yaml(PatroniPaths.CONFIG), "postgresql"))
                .containsEntry("config_dir", "/etc/pg")
                .containsEntry("custom_conf", PostgresqlPaths.BASE_CONFIG);
        assertThat(node.text(PostgresqlPaths.BASE_CONFIG))
                .containsSubsequence(
                        "include_if_exists = '/data/17/postgresql.conf'\n",
                        "include_if_exists = '/etc/pg/postgresql.base.conf'\n");
    }

    /** Patroni then renames initdb's file, and a base that includes postgresql.conf would include itself. */
    @Test
    void theDataDirectoryItselfIsNoDirectoryApart() {
        for (String keys : new String[] {"", ", configDirectory: /data/17"}) {
            assertThat(section(node(keys).yaml(PatroniPaths.CONFIG), "postgresql"))
                    .doesNotContainKeys("config_dir", "custom_conf");
        }
    }
}
