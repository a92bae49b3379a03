package io.github.pg1c.bundle.component.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.component.Rendered;
import io.github.pg1c.bundle.part.NodePaths;
import org.junit.jupiter.api.Test;

class DatabaseScriptsTest {

    @Test
    void createsTheDatabaseFromTemplate0InUtf8WithTheLocale() {
        assertThat(Rendered.node("pg1", Rendered.BASE).text(NodePaths.DATABASES_SQL))
                .contains("CREATE DATABASE \"zup\" OWNER \"zup\" ENCODING ''UTF8'' LC_COLLATE ''ru_RU.UTF-8''"
                        + " LC_CTYPE ''ru_RU.UTF-8'' TEMPLATE template0");
    }

    @Test
    void namesThatNeedItAreQuotedEverywhere() {
        String yaml = Rendered.BASE.replace("{name: zup, owner: zup,", "{name: '1C \"x\" o''x', owner: zup,");
        assertThat(Rendered.node("pg1", yaml).text(NodePaths.DATABASES_SQL))
                .contains("CREATE DATABASE \"1C \"\"x\"\" o''x\"")
                .contains("WHERE datname = '1C \"x\" o''x'")
                .contains("\\connect \"1C \"\"x\"\" o'x\"");
    }

    @Test
    void extensionsOf1cComeWithTheBuildThatHasThem() {
        String yaml = Rendered.BASE
                .replace("distribution: pgdg", "distribution: postgrespro-1c")
                .replace("application: other", "application: 1c");
        assertThat(Rendered.node("pg1", yaml).text(NodePaths.DATABASES_SQL))
                .contains("CREATE EXTENSION IF NOT EXISTS \"mchar\";");
        assertThat(Rendered.node("pg1", Rendered.BASE).text(NodePaths.DATABASES_SQL))
                .doesNotContain("mchar");
    }
}
