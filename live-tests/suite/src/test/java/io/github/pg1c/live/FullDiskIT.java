package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.history.Verdict;
import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Fault;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.live.lab.Journal;
import io.github.pg1c.model.NodeRole;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A leader whose disk of WAL runs out of space hands over while it still can. On one release the databases are on that
 * disk, too.
 */
@ExtendWith({BootedCluster.class, ShortLoopWait.class})
@Order(16)
class FullDiskIT {

    private static final String WATCH = "pg1c-disk-watch.service";
    /** Between the watch's limit, 256 MB, and the space at which it frees its reserve. */
    private static final int LITTLE = 150;

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration REJOIN = Duration.ofMinutes(3);

    @AfterEach
    void everyMemberIsBack(LiveCluster live) {
        live.awaitHealthy(REJOIN);
    }

    @Test
    @Tag("newest")
    void aLeaderWithLittleSpaceHandsOverToAMemberThatHasMore(LiveCluster live) throws SQLException {
        handsOver(live, "little space", host -> host.leaveOnDisk(live.walDisk(), LITTLE));
    }

    @Test
    void aLeaderWhoseDiskIsSuddenlyFullHandsOverFromItsReserve(LiveCluster live) throws SQLException {
        Host leader = live.host(live.leader());
        Eventually.holds(
                SOON,
                () -> assertThat(leader.run("find", live.walDisk(), "-name", "*pg1c-reserve")
                                .orThrow())
                        .isNotEmpty());
        Journal.Mark mark = leader.journal().mark();
        handsOver(live, "full disk", host -> host.fillDisk(live.walDisk()));
        mark.awaitWords(SOON, WATCH, "резерв освобождён");
    }

    @Test
    @Tag("newest")
    void aLeaderStaysAndSaysWhyWhenNobodyHasMoreSpace(LiveCluster live) {
        Host leader = live.host(live.leader());
        Journal.Mark mark = leader.journal().mark();
        List<Fault> full = new ArrayList<>();
        try {
            live.standbys().forEach(name -> full.add(live.host(name).leaveOnDisk(live.walDisk(), LITTLE)));
            // The standbys have told that they have no space before the leader asks.
            Eventually.holds(
                    SOON,
                    () -> live.standbys()
                            .forEach(name -> assertThat(room(live.host(name))).startsWith("-")));
            full.add(leader.leaveOnDisk(live.walDisk(), LITTLE));
            mark.awaitWords(
                    SOON,
                    WATCH,
                    "роль лидера остаётся здесь: ни у одного другого члена не свободно вдвое больше предела");
            assertThat(live.leader()).isEqualTo(leader.name());
        } finally {
            full.forEach(Fault::mend);
        }
        mark.awaitWords(SOON, WATCH, "места снова достаточно");
    }

    private static String room(Host host) {
        return host.shell("cat /var/lib/postgresql/*/main/pg_stat_tmp/pg1c-room")
                .orThrow();
    }

    /** A fault that takes the space of a host's disk. */
    private interface Shortage {
        Fault on(Host host);
    }

    private static void handsOver(LiveCluster live, String what, Shortage shortage) throws SQLException {
        Host former = live.host(live.leader());
        Writer writer = Writer.start(
                live.infobase(),
                LiveCluster.address(live.nodes(NodeRole.HAPROXY).get(0)),
                live.writePort());
        try (writer) {
            Eventually.holds(SOON, () -> assertThat(writer.acknowledged()).isNotEmpty());
            try (Fault full = shortage.on(former)) {
                Eventually.holds(SOON, () -> assertThat(live.leader()).isNotEqualTo(former.name()));
                int before = writer.acknowledged().size();
                Eventually.holds(SOON, () -> assertThat(writer.acknowledged()).hasSizeGreaterThan(before));
            }
        }
        live.awaitHealthy(REJOIN);
        Verdict verdict = writer.verdict();
        System.out.printf(
                "%s: longest pause %.1f s, %s%n", what, writer.longestPause().toMillis() / 1000.0, verdict);
        assertThat(verdict.anomalies()).isEmpty();
    }
}
