package io.github.pg1c.bundle.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.pg1c.model.Node;
import io.github.pg1c.model.derived.HostKernel;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.model.value.NodeName;
import io.github.pg1c.tuning.plan.KernelSetting;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnitsTest {

    private static final String PATRONI = "/etc/systemd/system/patroni.service";

    @Test
    void patroniOfDebianIsNotWaitedForBecauseItNeverReportsReadiness() {
        assertThat(RenderedNode.node("pg1", RenderedNode.BASE).text(PATRONI)).contains("\nType=simple\n");
    }

    @Test
    void patroniWithTheBindingOfSystemdIsWaitedFor() {
        String yaml = RenderedNode.BASE + "patroni: {version: \"4.1\", systemdNotify: true}\n";
        assertThat(RenderedNode.node("pg1", yaml).text(PATRONI)).contains("\nType=notify\n");
    }

    @Test
    void stoppingMayTakeAsLongAsTheShutdownCheckpoint() {
        String text = RenderedNode.node("pg1", RenderedNode.BASE).text(PATRONI);
        // 4 GB of shared buffers at 50 MB/s and two minutes for the rest.
        assertThat(text).contains("\nTimeoutStopSec=202\n").contains("\nKillMode=process\n");
    }

    @Test
    void secretsComeFromTheEnvironmentFile() {
        assertThat(RenderedNode.node("pg1", RenderedNode.BASE).text(PATRONI))
                .contains("\nEnvironmentFile=/etc/patroni/patroni.env\n");
        assertThat(RenderedNode.node("lb1", RenderedNode.BASE).text("/etc/systemd/system/haproxy.service"))
                .contains("\nEnvironmentFile=/etc/haproxy/haproxy.env\n");
    }

    @Test
    void aReloadOfHaproxyEndsWhenNobodyWaitsAtTheEntranceAnyMore() {
        assertThat(RenderedNode.node("lb1", RenderedNode.BASE).text("/etc/systemd/system/haproxy.service"))
                .contains("\nExecReload=/bin/kill -s USR2 $MAINPID\n")
                .contains("\nExecReload=/bin/sleep 9\n");
        assertThat(RenderedNode.node("lb1", RenderedNode.ALONE).text("/etc/systemd/system/haproxy.service"))
                .doesNotContain("sleep");
    }

    private static final String CONTAINERS =
            RenderedNode.BASE.replace("os: debian-13", "os: debian-13, container: true");

    /** Only a network's settings are apart for each container; nothing else of the host's kernel is written. */
    @Test
    void aContainerSetsOnlyWhatItsKernelKeepsApart() {
        for (Node node : RenderedNode.cluster(CONTAINERS).nodes()) {
            RenderedNode rendered = RenderedNode.node(node.name().toString(), CONTAINERS);
            assertThat(rendered.files().keySet())
                    .noneMatch(path -> path.contains("huge-pages") || path.startsWith("/etc/udev"));
            assertThat(rendered.file("/etc/sysctl.d/90-pg1c.conf").settings())
                    .isNotEmpty()
                    .allSatisfy(setting -> assertThat(setting.path()).startsWith("net."));
            assertThat(rendered.text("/etc/sysctl.d/90-pg1c.conf").lines())
                    .filteredOn(line -> !line.isEmpty() && !line.startsWith("#"))
                    .allSatisfy(line -> assertThat(line).startsWith("-net."));
        }
        assertThat(RenderedNode.node("pg1", CONTAINERS).text(PATRONI)).doesNotContain("modprobe");
    }

    @Test
    void theHostOfContainersGetsTheirSumAndNothingThatHarmsOthers() {
        String named = CONTAINERS
                .replace("10.0.0.11, roles: [postgresql]", "10.0.0.11, roles: [postgresql], host: px1")
                .replace("10.0.0.12, roles: [postgresql]", "10.0.0.12, roles: [postgresql], host: px1");
        ClusterPlan plan = RenderedNode.context(RenderedNode.cluster(named)).plan();
        int pages = plan.tuning().of(NodeName.parse("pg1")).kernel().hugePages();

        assertThat(pages).isPositive();
        assertThat(plan.hosts()).extracting(HostKernel::host).containsExactly(Optional.of("px1"), Optional.empty());
        assertThat(plan.hosts().get(0).nodes()).hasSize(2);
        assertThat(plan.hosts())
                .flatExtracting(HostKernel::settings)
                .extracting(KernelSetting::key, KernelSetting::value)
                .containsExactly(
                        tuple("vm.nr_hugepages", Integer.toString(2 * pages)),
                        tuple("vm.nr_hugepages", Integer.toString(pages)));
        assertThat(RenderedNode.context(RenderedNode.cluster(RenderedNode.BASE))
                        .plan()
                        .hosts())
                .isEmpty();
    }

    @Test
    void transactionPoolingIsWrittenOnlyWhenAsked() {
        assertThat(RenderedNode.node("pg1", RenderedNode.BASE).text("/etc/pgbouncer/pgbouncer.ini"))
                .contains("\npool_mode = session\n");
        assertThat(RenderedNode.node("pg1", RenderedNode.BASE + "access: {pooling: transaction}\n")
                        .text("/etc/pgbouncer/pgbouncer.ini"))
                .contains("\npool_mode = transaction\n");
    }

    @Test
    void noPoolerWhereItIsOff() {
        assertThat(RenderedNode.node("pg1", RenderedNode.BASE + "access: {pooling: 'off'}\n")
                        .files()
                        .keySet())
                .noneMatch(path -> path.contains("pgbouncer"));
    }
}
