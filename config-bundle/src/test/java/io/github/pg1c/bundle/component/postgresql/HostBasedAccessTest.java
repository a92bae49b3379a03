package io.github.pg1c.bundle.component.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.bundle.component.RenderedNode;
import io.github.pg1c.bundle.plan.PlanContext;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HostBasedAccessTest {

    /** Networks that are the same, contain each other, or contain the members. */
    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/24, 10.1.0.0/24, 10.1.0.0/24",
        "10.1.0.0/16, 10.1.2.0/24, 10.1.2.5/32",
        "10.1.2.5/32, 10.1.2.0/24, 10.1.0.0/16",
        "10.0.0.0/24, 10.0.0.0/16, 10.0.0.11/32"
    })
    void linesOfOverlappingNetworksStandOnce(String clients, String administrators, String monitoring) {
        String direct = RenderedNode.BASE
                .replaceAll("(?m)^.*name: lb\\d.*\n", "")
                .replace("[10.1.0.0/24]", "[" + clients + "]")
                .replace("[10.2.0.0/24]", "[" + administrators + "]")
                .replace("[10.3.0.5/32]", "[" + monitoring + "]");

        for (String pooling : List.of("session", "\"off\"")) {
            List<String> lines = HostBasedAccess.lines(
                    RenderedNode.context(RenderedNode.cluster(direct + "access: {pooling: " + pooling + "}\n")));

            assertThat(lines).doesNotHaveDuplicates();
            for (String user : List.of("postgres", "zup", "watcher")) {
                List<Cidr> networks = lines.stream()
                        .filter(line -> line.matches("hostssl \\S+ " + user + " .*"))
                        .map(line -> Cidr.parse(line.split(" ")[3]))
                        .toList();
                assertThat(networks).isNotEmpty().isEqualTo(Cidr.widest(networks));
            }
        }
    }

    @Test
    void furtherRulesStandLastAndAskForTls() {
        String yaml = RenderedNode.BASE.replace("\nroles: [", "\nroles: [{name: reports, replication: true}, ")
                + "tls: {certificates: [{name: zup, purpose: postgresql-client, commonName: zup,"
                + " networks: [10.5.0.0/24]}]}\n"
                + "access:\n  rules:\n"
                + "    - {databases: [zup, replication], roles: [reports], networks: [10.4.0.0/24, 10.4.0.5/32],"
                + " comment: report server}\n"
                + "    - {databases: [all], roles: [zup], networks: [10.4.1.0/24], method: cert}\n";

        List<String> lines = HostBasedAccess.lines(RenderedNode.context(RenderedNode.cluster(yaml)));

        assertThat(lines.subList(lines.size() - 3, lines.size()))
                .containsExactly(
                        "# report server",
                        "hostssl zup,replication reports 10.4.0.0/24 scram-sha-256",
                        "hostssl all zup 10.4.1.0/24 cert map=certificates");
    }

    @Test
    void theWidestNetworksRemainInTheirOrder() {
        List<Cidr> networks = Stream.of(
                        "10.1.2.0/24",
                        "fd00::/64",
                        "10.1.0.0/16",
                        "10.1.2.5/32",
                        "10.2.0.0/16",
                        "fd00::5/128",
                        "10.1.0.0/16")
                .map(Cidr::parse)
                .toList();

        assertThat(Cidr.widest(networks))
                .extracting(Cidr::toString)
                .containsExactly("fd00::/64", "10.1.0.0/16", "10.2.0.0/16");
    }

    /** The certificate, what {@code pg_hba.conf} and {@code pg_ident.conf} say of it. */
    static Stream<Arguments> certificates() {
        return Stream.of(
                arguments("commonName: zup", "hostssl zup zup 10.2.0.0/24 cert", "certificates zup zup"),
                arguments(
                        "commonName: backup, role: replicator",
                        "hostssl replication replicator 10.2.0.0/24 cert",
                        "certificates backup replicator"),
                arguments(
                        "commonName: Zabbix, role: watcher, networks: [10.4.0.5/32]",
                        "hostssl all watcher 10.4.0.5/32 cert",
                        "certificates \"Zabbix\" watcher"),
                arguments(
                        "commonName: all, role: Audit, databases: [zup, 1C], networks: [10.4.0.5/32]",
                        "hostssl zup,\"1C\" \"Audit\" 10.4.0.5/32 cert",
                        "certificates \"all\" \"Audit\""));
    }

    @ParameterizedTest
    @MethodSource("certificates")
    void aCertificateLeadsToItsRole(String keys, String access, String identity) {
        PlanContext context = RenderedNode.context(RenderedNode.cluster(
                RenderedNode.BASE + "tls: {certificates: [{name: own, purpose: postgresql-client, " + keys + "}]}\n"));

        assertThat(HostBasedAccess.lines(context)).contains(access + " map=certificates");
        assertThat(HostBasedAccess.identities(context)).contains(identity);
    }

    @Test
    void aReplicationRoleMakesBaseBackupsFromTheAdministratorsNetworks() {
        String roles = RenderedNode.BASE.replace("{name: zup}", "{name: zup}, {name: Backup, replication: true}");
        assertThat(roles).isNotEqualTo(RenderedNode.BASE);

        assertThat(HostBasedAccess.lines(RenderedNode.context(RenderedNode.cluster(roles))))
                .filteredOn(line -> line.contains("Backup"))
                .containsExactly("hostssl replication \"Backup\" 10.2.0.0/24 scram-sha-256");
        assertThat(
                        HostBasedAccess.lines(
                                RenderedNode.context(
                                        RenderedNode.cluster(
                                                roles
                                                        + "tls: {certificates: [{name: own, purpose: postgresql-client, commonName: b, role: Backup}]}\n"))))
                .filteredOn(line -> line.contains("Backup"))
                .containsExactly("hostssl replication \"Backup\" 10.2.0.0/24 cert map=certificates");
    }

    @Test
    void onlyPostgresqlClientsLogIn() {
        PlanContext context = RenderedNode.context(RenderedNode.cluster(
                RenderedNode.BASE + "tls: {certificates: [{name: own, purpose: client, commonName: zup}]}\n"));

        assertThat(HostBasedAccess.lines(context)).noneMatch(line -> line.contains("cert"));
        assertThat(HostBasedAccess.identities(context)).hasSize(1);
    }

    /** A line decides for every connection that fits it, so a password's line before it would let the role in. */
    @Test
    void noPasswordOpensWhatACertificateOpens() {
        List<String> lines = HostBasedAccess.lines(RenderedNode.context(RenderedNode.cluster(RenderedNode.BASE
                + "tls: {certificates: [{name: own, purpose: postgresql-client, commonName: watcher}]}\n")));

        assertThat(lines).filteredOn(line -> line.contains(" watcher ")).allMatch(line -> line.contains(" cert "));
        assertThat(lines.stream().filter(line -> line.contains(" cert ")))
                .extracting(line -> line.split(" ")[3])
                .containsExactly("10.2.0.0/24", "10.3.0.5/32");
    }
}
