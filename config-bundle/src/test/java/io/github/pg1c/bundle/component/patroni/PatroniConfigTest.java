package io.github.pg1c.bundle.component.patroni;

import static io.github.pg1c.bundle.component.RenderedNode.section;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.component.RenderedNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PatroniConfigTest {

    /** Parameters that Patroni takes only from the dynamic configuration; in the local part they have no effect. */
    private static final List<String> DYNAMIC_ONLY = List.of(
            "max_connections",
            "max_locks_per_transaction",
            "max_worker_processes",
            "max_prepared_transactions",
            "wal_level",
            "track_commit_timestamp",
            "max_wal_senders",
            "max_replication_slots",
            "wal_keep_size",
            "wal_log_hints");

    private static final List<String> NEVER = List.of(
            "listen_addresses", "port", "cluster_name", "hot_standby", "synchronous_standby_names", "primary_conninfo");

    private static Map<String, Object> patroni(String yaml) {
        return RenderedNode.node("pg1", yaml).yaml(PatroniPaths.CONFIG);
    }

    @Test
    void parametersOfTheDcsStandThereAndNowhereElse() {
        Map<String, Object> yaml = patroni(RenderedNode.BASE);
        assertThat(section(yaml, "bootstrap", "dcs", "postgresql", "parameters"))
                .containsKeys("max_connections", "wal_level", "max_wal_senders")
                .doesNotContainKeys(NEVER.toArray(String[]::new));
        assertThat(section(yaml, "postgresql", "parameters"))
                .containsKeys("shared_buffers", "work_mem")
                .doesNotContainKeys(DYNAMIC_ONLY.toArray(String[]::new))
                .doesNotContainKeys(NEVER.toArray(String[]::new));
    }

    @Test
    void noLossMeansSynchronousMode() {
        Map<String, Object> dcs = section(patroni(RenderedNode.BASE), "bootstrap", "dcs");
        assertThat(dcs)
                .containsEntry("synchronous_mode", true)
                .containsEntry("synchronous_node_count", 1)
                .containsEntry("synchronous_mode_strict", false)
                .containsEntry("failsafe_mode", true);
    }

    @Test
    void stoppingWithoutStandbyMeansStrictMode() {
        String yaml = RenderedNode.BASE + "objectives: {rpo: 0, withoutStandby: stop}\n";
        assertThat(section(patroni(yaml), "bootstrap", "dcs")).containsEntry("synchronous_mode_strict", true);
    }

    @Test
    void anAllowedLossIsTheLimitOfLag() {
        String yaml = RenderedNode.BASE + "objectives: {rpo: 16MB}\n";
        assertThat(section(patroni(yaml), "bootstrap", "dcs"))
                .containsEntry("synchronous_mode", false)
                .containsEntry("maximum_lag_on_failover", 16 * 1024 * 1024);
    }

    @Test
    void aFormerLeaderIsCopiedAnewByItselfOnlyWhenNothingIsLost() {
        assertThat(section(patroni(RenderedNode.BASE), "postgresql"))
                .containsEntry("remove_data_directory_on_rewind_failure", true);
        assertThat(section(patroni(RenderedNode.BASE + "objectives: {rpo: 16MB}\n"), "postgresql"))
                .containsEntry("remove_data_directory_on_rewind_failure", false);
    }

    @Test
    void timingLeavesRoomForTwoRetries() {
        for (String rto : List.of("35s", "60s", "5min")) {
            Map<String, Object> dcs =
                    section(patroni(RenderedNode.BASE + "objectives: {rto: " + rto + "}\n"), "bootstrap", "dcs");
            int ttl = RenderedNode.number(dcs, "ttl");
            assertThat(RenderedNode.number(dcs, "loop_wait") + 2 * RenderedNode.number(dcs, "retry_timeout"))
                    .isLessThanOrEqualTo(ttl);
            assertThat(ttl).isGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void everyConnectionIsVerified() {
        Map<String, Object> yaml = patroni(RenderedNode.BASE);
        assertThat(section(yaml, "restapi")).containsEntry("verify_client", "required");
        assertThat(section(yaml, "ctl")).containsEntry("insecure", false);
        assertThat(section(yaml, "etcd3")).containsEntry("protocol", "https").containsKeys("cacert", "cert", "key");
        for (String user : List.of("superuser", "replication", "rewind")) {
            assertThat(section(yaml, "postgresql", "authentication", user))
                    .containsEntry("sslmode", "verify-full")
                    .doesNotContainKey("password");
        }
    }

    @Test
    void anOlderLibraryThatCannotCompareAddressesVerifiesTheAuthority() {
        Map<String, Object> yaml = patroni(RenderedNode.BASE.replace("version: 17", "version: 14"));
        assertThat(section(yaml, "postgresql", "authentication", "replication")).containsEntry("sslmode", "verify-ca");
    }

    @Test
    void accessIsByNetworkAndRoleWithScram() {
        @SuppressWarnings("unchecked")
        List<String> lines =
                (List<String>) section(patroni(RenderedNode.BASE), "postgresql").get("pg_hba");
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).matches("(local|hostssl) .*(scram-sha-256|peer map=pg1c)"))
                .noneSatisfy(line -> assertThat(line).containsAnyOf("0.0.0.0/0", "::/0", "md5", "trust", "password "));
        assertThat(lines).contains("hostssl all watcher 10.3.0.5/32 scram-sha-256");
        assertThat(lines).noneMatch(line -> line.contains("10.1.0.0/24"));
    }

    @Test
    void clientsReachPostgresqlOnlyWhereNothingStandsBetween() {
        String direct =
                RenderedNode.BASE.replaceAll("(?m)^.*roles: \\[haproxy\\].*\\n", "") + "access: {pooling: 'off'}\n";
        @SuppressWarnings("unchecked")
        List<String> lines =
                (List<String>) section(patroni(direct), "postgresql").get("pg_hba");
        assertThat(lines).contains("hostssl zup zup 10.1.0.0/24 scram-sha-256");
    }

    @Test
    void optionalEncryptionIsForClientsOnly() {
        String direct = RenderedNode.BASE.replaceAll("(?m)^.*roles: \\[haproxy\\].*\\n", "")
                + "access: {pooling: 'off'}\ntls: {clients: optional}\n";
        @SuppressWarnings("unchecked")
        List<String> lines =
                (List<String>) section(patroni(direct), "postgresql").get("pg_hba");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("host "))
                .containsExactly("host zup zup 10.1.0.0/24 scram-sha-256");
    }
}
