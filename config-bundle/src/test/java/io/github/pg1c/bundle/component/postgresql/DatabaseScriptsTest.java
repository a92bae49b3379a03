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

    @Test
    void aRuleOfAccessGivesTheRightToConnect() {
        String yaml =
                RenderedNode.BASE.replace("\nroles: [", "\nroles: [{name: reports}, {name: root, superuser: true}, ")
                        + "access: {rules: [{databases: [all], roles: [reports, root, watcher, zup], networks: [10.4.0.5/32]}]}\n";

        assertThat(RenderedNode.node("pg1", yaml).text(PostgresqlPaths.DATABASES))
                .contains("GRANT CONNECT ON DATABASE \"zup\" TO pg_monitor, \"reports\";\n");
    }

    @Test
    void extensionsAreCreatedMovedAndUpdated() {
        String yaml = RenderedNode.BASE.replace(
                "{name: zup, owner: zup,",
                "{name: zup, owner: zup, extensions: [{name: uuid-ossp, schema: Own, version: \"1.1\"}, {name: hstore}],");
        assertThat(RenderedNode.node("pg1", yaml).text(PostgresqlPaths.DATABASES))
                .contains("""
                CREATE SCHEMA IF NOT EXISTS "Own";
                GRANT USAGE ON SCHEMA "Own" TO "zup";
                CREATE EXTENSION IF NOT EXISTS "uuid-ossp" SCHEMA "Own" VERSION '1.1';
                SELECT 'ALTER EXTENSION "uuid-ossp" SET SCHEMA "Own"'
                  FROM pg_extension WHERE extname = 'uuid-ossp' AND extnamespace <> (SELECT oid FROM pg_namespace WHERE nspname = 'Own') \\gexec
                SELECT 'ALTER EXTENSION "uuid-ossp" UPDATE TO ''1.1'''
                  FROM pg_extension WHERE extname = 'uuid-ossp' AND extversion <> '1.1' \\gexec
                CREATE EXTENSION IF NOT EXISTS "hstore";
                """);
    }

    @Test
    void anAuditHasItsLibraryAndParameter() {
        RenderedNode node = RenderedNode.node(
                "pg1", RenderedNode.BASE.replace("postgresql: {", "postgresql: {audit: {log: [role, misc_set]}, "));

        assertThat(node.text("/etc/patroni/patroni.yml"))
                .contains("shared_preload_libraries: \"pg_stat_statements,pgaudit\"")
                .contains("\"pgaudit.log\": \"role, misc_set\"");
    }
}
