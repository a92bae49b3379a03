package io.github.pg1c.bundle.component.postgresql;

import static io.github.pg1c.bundle.component.RenderedNode.section;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.BundleFile;
import io.github.pg1c.bundle.component.RenderedNode;
import io.github.pg1c.bundle.component.patroni.PatroniPaths;
import io.github.pg1c.model.Cluster;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TakeoverTest {

    private static final String YAML = RenderedNode.BASE.replace(
                    "workload: {connections: 100}", "workload: {connections: 100}\ntakeover: {node: pg2}")
            + "patroni: {slots: [{name: archive}]}\n";

    private static Map<String, String> bundle(String yaml) {
        return Bundle.of(RenderedNode.cluster(yaml), "sum", "0.1").files().stream()
                .collect(Collectors.toMap(BundleFile::path, BundleFile::content));
    }

    @Test
    void noMemberCanMakeAnEmptyDatabase() {
        for (String node : new String[] {"pg1", "pg2"}) {
            Map<String, Object> bootstrap =
                    section(RenderedNode.node(node, YAML).yaml(PatroniPaths.CONFIG), "bootstrap");

            assertThat(bootstrap).containsKey("dcs").doesNotContainKeys("initdb", "post_bootstrap", "pg_hba");
            String method = String.valueOf(bootstrap.get("method"));
            assertThat(String.valueOf(section(bootstrap, method).get("command")))
                    .endsWith("exit 1' sh");
        }
    }

    @Test
    void theNamedMemberStartsFirst() {
        assertThat(bundle(YAML).get("ansible/inventory.yml"))
                .containsSubsequence("pg1c_postgresql:", "pg2:", "pg1:", "pg3:");
        assertThat(bundle(YAML).get("ansible/site.yml"))
                .containsSubsequence(
                        "Look at the database that is taken over",
                        "--check",
                        "Prepare the hosts",
                        "Start etcd without waiting for the others",
                        "Take the database over",
                        "Start PostgreSQL, the first node first");
    }

    @Test
    void onlyTheNamedMemberHasTheScript() {
        assertThat(bundle(YAML).keySet())
                .filteredOn(path -> path.endsWith("takeover.sh"))
                .containsExactly("nodes/pg2/takeover.sh");
        assertThat(bundle(YAML).get("nodes/pg2/takeover.sh"))
                .contains("databases='('\\''zup'\\'', '\\''ru_RU.UTF-8'\\'')'")
                .contains("slots=''\\''archive'\\'''")
                .contains("base='/var/lib/postgresql/17/main/postgresql.base.conf'");
        assertThat(bundle(RenderedNode.BASE).keySet()).noneMatch(path -> path.endsWith("takeover.sh"));
    }

    @Test
    void theRunbookHasTheChapterAndTheInstallationLeadsToIt() {
        assertThat(bundle(YAML).get("RUNBOOK.md"))
                .containsSubsequence(
                        "<a id=\"preparation\"></a>",
                        "(#takeover)",
                        "<a id=\"start\"></a>",
                        "< nodes/pg2/takeover.sh",
                        "promoted self to leader",
                        "<a id=\"takeover\"></a>",
                        "sh -s -- --check",
                        "### The way back",
                        "/var/lib/pg1c/takeover/files.tar");
        assertThat(bundle(RenderedNode.BASE).get("RUNBOOK.md")).doesNotContain("takeover");
    }

    /** What Patroni makes with a cluster of its own is missing in a database that is taken over. */
    @Test
    void theRolesOfTheClusterAreMadeBySql() {
        Cluster cluster = RenderedNode.cluster(YAML);

        assertThat(PostgresqlRoles.sql(cluster, RenderedNode.context(cluster).tuning())
                        .toString())
                .contains("ALTER ROLE replicator LOGIN REPLICATION PASSWORD", "pg_read_binary_file(text) TO rewind");
        Cluster fresh = RenderedNode.cluster(RenderedNode.BASE);
        assertThat(PostgresqlRoles.sql(fresh, RenderedNode.context(fresh).tuning())
                        .toString())
                .doesNotContain("replicator", "TO rewind");
    }

    @Test
    void withoutTheEntranceClientsComeFromTheirOwnNetworks() {
        assertThat(HostBasedAccess.withoutEntrance(RenderedNode.cluster(YAML)))
                .containsExactly("hostssl zup zup 10.1.0.0/24 scram-sha-256");
        String direct = RenderedNode.BASE.replaceAll("(?m)^.*name: lb[12].*\n", "") + "access: {pooling: \"off\"}\n";
        assertThat(HostBasedAccess.withoutEntrance(RenderedNode.cluster(direct)))
                .isEmpty();
    }
}
