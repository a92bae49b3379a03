package io.github.pg1c.bundle.component.etcd;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.component.RenderedNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EtcdConfigTest {

    private static Map<String, Object> etcd(String yaml) {
        return RenderedNode.node("etcd2", yaml).yaml(EtcdPaths.CONFIG);
    }

    @Test
    void membersAndClientsShowCertificates() {
        for (String side : new String[] {"client-transport-security", "peer-transport-security"}) {
            assertThat(RenderedNode.section(etcd(RenderedNode.BASE), side))
                    .containsEntry("client-cert-auth", true)
                    .containsKeys("cert-file", "key-file", "trusted-ca-file");
        }
    }

    @Test
    void nothingButHealthIsServedWithoutTls() {
        assertThat(etcd(RenderedNode.BASE).values().stream().map(String::valueOf))
                .filteredOn(value -> value.contains("http://"))
                .containsExactly("http://127.0.0.1:2381");
    }

    @Test
    void anElectionWaitsForTenHeartbeats() {
        assertThat(etcd(RenderedNode.BASE))
                .containsEntry("heartbeat-interval", 200)
                .containsEntry("election-timeout", 2000);
    }

    @Test
    void historyIsCompactedAndLimited() {
        assertThat(etcd(RenderedNode.BASE))
                .containsEntry("auto-compaction-mode", "periodic")
                .containsEntry("auto-compaction-retention", "60m")
                .containsEntry("quota-backend-bytes", 2147483648L);
    }

    @Test
    void addressesOfIpVersion6StandInBrackets() {
        String yaml = RenderedNode.BASE.replace("10.0.0.22", "fd00::22");
        assertThat(etcd(yaml)).containsEntry("advertise-client-urls", "https://[fd00::22]:2379");
    }
}
