package io.github.pg1c.bundle.component;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void aContainerSetsNothingOfTheKernel() {
        String yaml = RenderedNode.BASE.replace("os: debian-13", "os: debian-13, container: true");
        assertThat(RenderedNode.node("pg1", yaml).files().keySet())
                .noneMatch(path -> path.startsWith("/etc/sysctl.d") || path.contains("huge-pages"))
                .noneMatch(path -> path.startsWith("/etc/udev"));
        assertThat(RenderedNode.node("pg1", yaml).text(PATRONI)).doesNotContain("modprobe");
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
