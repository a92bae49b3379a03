package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.model.patroni.PatroniLog;
import io.github.pg1c.model.plan.ClusterPlan;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;

/** What the keys of log files promise. */
final class LogEffects {

    /** The watch on the disks looks once a minute. */
    private static final Duration LOOKED = Duration.ofSeconds(100);

    private LogEffects() {}

    /** A file for each date; one that is older than it is kept goes, also when somebody has just read it. */
    static void filesOfTheServerAreKeptForTheirDays(LiveCluster live, ClusterPlan promised) throws SQLException {
        String directory = promised.layout().logDirectory();
        long days = Objects.requireNonNull(
                        promised.cluster().postgresql().logs().retention())
                .toDays();
        String mark = mark(live);
        assertThat(live.host(live.leader())
                        .shell("grep -l " + mark + " " + directory + "/*")
                        .orThrow()
                        .strip())
                .matches(directory + "/postgresql-\\d{4}-\\d\\d-\\d\\d\\.log");
        String old = directory + "/postgresql-2001-01-01.log";
        String kept = directory + "/postgresql-2001-01-02.log";
        // The watch looks at once when it starts, and every minute after that.
        for (String member : live.members()) {
            live.host(member)
                    .shell("set -e; runuser -u postgres -- touch -d '-" + (days + 1) + " days' " + old
                            + "; runuser -u postgres -- touch -d '-" + (days - 1) + " days' " + kept + "; cat " + old
                            + " " + kept + "; systemctl restart pg1c-disk-watch")
                    .orThrow();
        }
        for (String member : live.members()) {
            Host host = live.host(member);
            Eventually.holds(
                    LOOKED,
                    () -> assertThat(host.shell("test ! -e " + old).succeeded())
                            .as(member + " has no " + old)
                            .isTrue());
            assertThat(host.shell("rm " + kept + "; stat -c '%a %U' " + directory)
                            .orThrow()
                            .strip())
                    .as(member)
                    .isEqualTo("750 postgres");
        }
    }

    static void theSystemsLogHasTheLines(LiveCluster live, ClusterPlan promised) throws SQLException {
        String mark = mark(live);
        Host host = live.host(live.leader());
        Eventually.holds(
                Duration.ofSeconds(20),
                () -> assertThat(host.shell("journalctl --no-pager --since -2min -t postgres | grep -c " + mark)
                                .succeeded())
                        .isTrue());
    }

    /** The level is that of the lines; a full file makes room for the next one, and so many are kept. */
    static void patroniWritesFilesOfItsOwn(LiveCluster live, ClusterPlan promised) {
        PatroniLog log = promised.cluster().patroni().log();
        String file = log.directory() + "/patroni.log";
        long bytes = log.sizeOfFile().bytes();
        for (int full = 0; full <= log.fullFiles(); full++) {
            for (String member : live.members()) {
                live.host(member)
                        .shell("head -c " + bytes + " /dev/zero >> " + file)
                        .orThrow();
            }
            for (String member : live.members()) {
                Host host = live.host(member);
                Eventually.holds(
                        Duration.ofSeconds(30),
                        () -> assertThat(Long.parseLong(host.shell("stat -c %s " + file)
                                        .orThrow()
                                        .strip()))
                                .as(member + ": bytes of the present file")
                                .isLessThan(bytes));
            }
        }
        for (String member : live.members()) {
            Host host = live.host(member);
            assertThat(host.shell("ls " + log.directory() + " | wc -l")
                            .orThrow()
                            .strip())
                    .as(member + ": files")
                    .isEqualTo(Integer.toString(log.fullFiles() + 1));
            Eventually.holds(
                    Duration.ofSeconds(30),
                    () -> assertThat(host.shell("cat " + file).orThrow())
                            .as(member)
                            .contains(" " + log.level().name() + ": "));
        }
    }

    /** Writes a line into the leader's log; returns what is in no other. */
    private static String mark(LiveCluster live) throws SQLException {
        String mark = "keys_marked_" + System.nanoTime();
        KeyEffects.execute(live.superuser(), live, "do $$ begin raise log '" + mark + "'; end $$");
        return mark;
    }
}
