package io.github.pg1c.bundle.component.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.component.RenderedNode;
import org.junit.jupiter.api.Test;

class DatabaseScriptsTest {

    @Test
    void createsTheDatabaseFromTemplate0InUtf8WithTheLocale() {
        assertThat(RenderedNode.node("pg1", RenderedNode.BASE).text(PostgresqlPaths.DATABASES))
                .contains("CREATE DATABASE \"zup\" OWNER \"zup\" ENCODING ''UTF8'' LC_COLLATE ''ru_RU.UTF-8''"
                        + " LC_CTYPE ''ru_RU.UTF-8'' TEMPLATE template0");
    }

    @Test
    void namesThatNeedItAreQuotedEverywhere() {
        String yaml = RenderedNode.BASE.replace("{name: zup, owner: zup,", "{name: '1C \"x\" o''x', owner: zup,");
        assertThat(RenderedNode.node("pg1", yaml).text(PostgresqlPaths.DATABASES))
                .contains("CREATE DATABASE \"1C \"\"x\"\" o''x\"")
                .contains("WHERE datname = '1C \"x\" o''x'")
                .contains("\\connect \"1C \"\"x\"\" o'x\"");
    }

    @Test
    void extensionsOf1cComeWithTheBuildThatHasThem() {
        String yaml = RenderedNode.BASE
                .replace("distribution: pgdg", "distribution: postgrespro-1c")
                .replace("application: other", "application: 1c");
        assertThat(RenderedNode.node("pg1", yaml).text(PostgresqlPaths.DATABASES))
                .contains("CREATE EXTENSION IF NOT EXISTS \"mchar\";");
        assertThat(RenderedNode.node("pg1", RenderedNode.BASE).text(PostgresqlPaths.DATABASES))
                .doesNotContain("mchar");
    }
}
