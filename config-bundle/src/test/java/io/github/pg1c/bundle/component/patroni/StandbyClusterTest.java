package io.github.pg1c.bundle.component.patroni;

import static io.github.pg1c.bundle.component.RenderedNode.section;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.Bundles;
import io.github.pg1c.bundle.SharedConfiguration;
import io.github.pg1c.bundle.component.RenderedNode;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.bundle.part.SecretContent.TrustedToo;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.render.Components;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.testing.AnAuthority;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StandbyClusterTest {

    private static final String COPY = RenderedNode.BASE
            + "standbyOf: {hosts: [10.9.0.11, db2.other.example], port: 5433, slot: site_b, caCertificate: "
            + AnAuthority.quoted() + "}\n";

    private static String file(String yaml, String path) {
        return String.valueOf(Bundles.texts(Bundle.of(RenderedNode.cluster(yaml), "sum", "0.1"))
                .get(path));
    }

    @Test
    void theCopyFollowsTheOtherSiteAndMakesNothingOfItsOwn() {
        RenderedNode node = RenderedNode.node("pg1", COPY);
        Map<String, Object> bootstrap = section(node.yaml(PatroniPaths.CONFIG), "bootstrap");

        assertThat(section(bootstrap, "dcs", "standby_cluster"))
                .containsEntry("host", "10.9.0.11,db2.other.example")
                .containsEntry("port", 5433)
                .containsEntry("primary_slot_name", "site_b")
                .hasSize(3);
        assertThat(SharedConfiguration.of(RenderedNode.cluster(COPY)).values())
                .as("for the goals")
                .isEqualTo(node.yaml(PatroniPaths.SHARED));
        assertThat(bootstrap).containsOnlyKeys("dcs");
        assertThat(section(node.yaml(PatroniPaths.SHARED))).containsKey("standby_cluster");
        assertThat(file(COPY, "nodes/pg1/install.sh")).doesNotContain("post-bootstrap");
        assertThat(section(RenderedNode.node("pg1", RenderedNode.BASE).yaml(PatroniPaths.CONFIG), "bootstrap", "dcs"))
                .as("a cluster that is no copy")
                .doesNotContainKey("standby_cluster");
    }

    /** libpq refuses a server of an authority whose revocation list it does not have. */
    @Test
    void membersKnowTheServersOfBothSitesAlsoAfterARevocation() {
        Cluster cluster = RenderedNode.cluster(COPY);
        PlanContext context = new PlanContext(ClusterPlan.of(cluster), new RevocationLists(Set.of("cluster")));
        NodePart part = Components.part(context, cluster.nodes().get(0));
        String config = part.files().stream()
                .filter(file -> file.path().equals(PatroniPaths.CONFIG))
                .findFirst()
                .orElseThrow()
                .content();

        assertThat(config).containsSubsequence("superuser:", "/ca.pem", "sslcrl", "replication:");
        for (String purpose : List.of("replication", "rewind")) {
            String user = config.substring(config.indexOf("\n    " + purpose + ":"));
            assertThat(user.substring(0, user.indexOf("sslrootcert") + 60))
                    .contains("verify-full", "/sources-ca.pem")
                    .doesNotContain("sslcrl");
        }
        assertThat(part.secrets())
                .filteredOn(file -> file.content() instanceof TrustedToo)
                .singleElement()
                .satisfies(file -> assertThat(file.content()).isEqualTo(new TrustedToo("cluster", AnAuthority.PEM)));
    }

    @Test
    void nobodyIsLedToAReadOnlyServerForWriting() {
        String haproxy = RenderedNode.node("lb1", COPY).text("/etc/haproxy/haproxy.cfg");

        assertThat(haproxy)
                .containsSubsequence(
                        "backend postgresql_write", "GET /primary", "(primary|master)", "backend postgresql_read")
                .contains("OPTIONS /read-only ")
                .doesNotContain("OPTIONS /replica");
    }

    /** The runbook of the copy tells what the primary site needs; with these lines its members are let in there. */
    @Test
    void thePrintedLinesLetTheCopyIn() {
        Matcher printed = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(file(COPY, "RUNBOOK.md"));
        assertThat(printed.find()).isTrue();
        String networks = "networks: {";
        String lines = printed.group(1);
        Matcher site = Pattern.compile("  (secondSite: .*)").matcher(lines);
        assertThat(site.find()).isTrue();
        String primary = RenderedNode.BASE
                        .replace(networks, networks + site.group(1) + ", ")
                        .replace("10.0.0.", "10.9.0.")
                        .replaceFirst("secondSite: \\[[^]]*]", site.group(1))
                + lines.substring(lines.indexOf("patroni:"));

        Map<String, Object> config = RenderedNode.node("pg1", primary).yaml(PatroniPaths.CONFIG);

        assertThat(section(config, "bootstrap", "dcs", "slots", "site_b")).containsEntry("type", "physical");
        @SuppressWarnings("unchecked")
        List<String> access = (List<String>) section(config, "postgresql").get("pg_hba");
        for (String member : List.of("10.0.0.11/32", "10.0.0.12/32", "10.0.0.13/32")) {
            assertThat(access)
                    .contains(
                            "hostssl replication replicator " + member + " scram-sha-256",
                            "hostssl all rewind " + member + " scram-sha-256")
                    .noneMatch(line -> line.contains("postgres " + member));
        }
        assertThat(file(primary, "RUNBOOK.md"))
                .contains("A cluster of a second site copies this one", "members of the second site");
    }

    @Test
    void theRunbookOfTheCopyPromotesIt() {
        assertThat(file(COPY, "RUNBOOK.md"))
                .containsSubsequence(
                        "<a id=\"start\"></a>",
                        "the standby leader with the lock",
                        "<a id=\"second-site\"></a>",
                        "Fence first",
                        "edit-config zup --set standby_cluster=null --force",
                        "Planned change of sites")
                .contains("primary site, 10.9.0.11", "primary site, db2.other.example");
        assertThat(file(RenderedNode.BASE, "RUNBOOK.md")).doesNotContain("second-site", "standby_cluster");
    }
}
