package io.github.pg1c.bundle.component.etcd;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.BundleFile;
import io.github.pg1c.bundle.component.RenderedNode;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.Probe;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.bundle.part.SecretsPart;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.model.value.NodeName;
import io.github.pg1c.testing.AnAuthority;
import io.github.pg1c.testing.ClusterText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bundle has and has not where others operate etcd. */
class ExternalEtcdTest {

    private static final List<String> HOSTS = List.of("10.0.1.5:2379", "10.0.1.6:2379", "etcd3.corp.example:2379");

    @Test
    void patroniAsksTheEndpointsWithTheGivenCertificate() {
        Map<String, Object> etcd = RenderedNode.section(
                RenderedNode.node("pg1", text("en", ", user: zup")).yaml("/etc/patroni/patroni.yml"), "etcd3");

        assertThat(etcd)
                .containsOnlyKeys("hosts", "protocol", "cacert", "cert", "key")
                .containsEntry("hosts", HOSTS)
                .containsEntry("protocol", "https")
                .containsEntry("cacert", "/etc/etcd/tls/ca.pem")
                .containsEntry("cert", "/etc/etcd/tls/client.pem")
                .containsEntry("key", "/etc/etcd/tls/client-key.pem");
    }

    @Test
    void userAndPasswordComeFromTheEnvironmentAndTheCertificateIsLeftOut() {
        String text = text("en", ", user: zup, clientCertificate: false");

        assertThat(RenderedNode.section(RenderedNode.node("pg1", text).yaml("/etc/patroni/patroni.yml"), "etcd3"))
                .containsOnlyKeys("hosts", "protocol", "cacert");
        assertThat(secret(text, "/etc/patroni/patroni.env").content().toString())
                .contains("PATRONI_ETCD3_USERNAME=\"zup\"", "PATRONI_ETCD3_PASSWORD", "GivenPassword[name=etcd");
        assertThat(secret(text, "/etc/etcd/login.env").mode()).isEqualTo("0600");
        assertThat(secret(text, "/etc/etcd/login.env").owner()).isEqualTo("root");
        assertThat(part(text).secrets()).extracting(SecretFile::path).noneMatch(path -> path.contains("etcd/tls"));
        assertThat(RenderedNode.node("pg1", text).text(EtcdctlCommand.PATH))
                .contains(". /etc/etcd/login.env", "ETCDCTL_USER=\"$ETCD_USER:$ETCD_PASSWORD\"")
                .doesNotContain("--cert=");
    }

    @Test
    void withACertificateAloneNothingAsksForAPassword() {
        String text = text("en", "");

        assertThat(secret(text, "/etc/patroni/patroni.env").content().toString())
                .doesNotContain("ETCD3");
        assertThat(part(text).secrets()).extracting(SecretFile::path).doesNotContain("/etc/etcd/login.env");
        assertThat(secret(text, "/etc/etcd/tls/client-key.pem").mode()).isEqualTo("0600");
        assertThat(secret(text, "/etc/etcd/tls/client-key.pem").owner()).isEqualTo("postgres");
        assertThat(RenderedNode.node("pg1", text).text(EtcdctlCommand.PATH))
                .contains("--endpoints=https://10.0.1.5:2379,https://10.0.1.6:2379,https://etcd3.corp.example:2379")
                .contains("--cert=/etc/etcd/tls/client.pem")
                .doesNotContain("login.env");
    }

    @Test
    void nothingOfOwnMembersIsThere() {
        Cluster cluster = RenderedNode.cluster(text("en", ", user: zup"));
        Bundle bundle = Bundle.of(cluster, "0", "0.1");

        assertThat(bundle.files())
                .extracting(BundleFile::path)
                .noneMatch(path -> path.endsWith("etcd.yml") || path.endsWith("etcd.service"));
        assertThat(Bundle.secrets(cluster).authorities())
                .extracting(SecretsPart.Authority::name)
                .containsExactly("cluster");
        assertThat(Bundle.secrets(cluster).operators()).hasSize(1);
        assertThat(part(text("en", "")).packages()).contains("etcd-client").doesNotContain("etcd-server");
        assertThat(document(bundle, "ansible/site.yml") + document(bundle, "ansible/inventory.yml"))
                .doesNotContain("pg1c_etcd", "Form etcd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void theRunbookLeavesEtcdToItsAdministrator(String language) {
        String page =
                document(Bundle.of(RenderedNode.cluster(text(language, ", user: zup")), "0", "0.1"), "RUNBOOK.md");

        assertThat(page)
                .doesNotContain("etcd-member", "systemctl start etcd", "systemctl restart etcd", "member add")
                .doesNotContain("systemctl disable --now etcd", "/var/lib/etcd")
                .contains("etcdctl role grant-permission zup --prefix=true readwrite /service/zup/")
                .contains("$PG1C_SECRETS/given/etcd.pem", "$PG1C_SECRETS/given/etcd-password")
                .contains("/usr/local/sbin/pg1c-etcd-check")
                .contains("(#quorum-loss)")
                .contains("etcd3.corp.example");
    }

    @Test
    void itsEndpointsAreFlowsOfTheDatabaseNodes() {
        String report = document(Bundle.of(RenderedNode.cluster(text("en", "")), "0", "0.1"), "report.html");

        assertThat(report).contains("etcd3.corp.example", "10.0.1.5", "gRPC + HTTPS, mTLS (etcd)");
    }

    @Test
    void theInstallerAsksAgainWhenTheIdentityChanges() {
        assertThat(part(text("en", ", user: zup")).probes())
                .containsExactly(new Probe(
                        "/usr/local/sbin/pg1c-etcd-check",
                        List.of(
                                "/usr/local/sbin/pg1c-etcd-check",
                                "/etc/etcd/tls/ca.pem",
                                "/etc/etcd/tls/client.pem",
                                "/etc/etcd/tls/client-key.pem",
                                "/etc/etcd/login.env")));
    }

    private static String text(String language, String more) {
        return ClusterText.externalEtcd(language, AnAuthority.PEM, more);
    }

    private static String document(Bundle bundle, String path) {
        return bundle.files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow()
                .content();
    }

    private static NodePart part(String text) {
        Map<NodeName, NodePart> parts = Bundle.parts(ClusterPlan.of(RenderedNode.cluster(text)), RevocationLists.NONE);
        return Objects.requireNonNull(parts.get(NodeName.parse("pg1")));
    }

    private static SecretFile secret(String text, String path) {
        return part(text).secrets().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
