package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.input.DiskClass;
import java.time.Duration;
import java.util.Comparator;

/**
 * The time a clean stop may take: the shutdown checkpoint writes every dirty page of the shared buffers.
 *
 * @param limit the time that systemd waits before it kills
 * @param formula the sum with its numbers
 */
record ShutdownTime(Duration limit, Text formula) {

    /** Time for ending sessions and for Patroni's own work. */
    private static final int FIXED_SECONDS = 120;

    private static final int BEFORE_SYSTEMD_SECONDS = 60;

    static ShutdownTime of(PlanContext context, Node node) {
        DiskClass disk = context.tuning().of(node.name()).input().disk();
        MemorySize buffers = MemorySize.parse(
                context.tuning().of(node.name()).value("shared_buffers").orElse("128MB"));
        int megabytesPerSecond = randomWrites(disk);
        long seconds = FIXED_SECONDS + (buffers.megabytes() + megabytesPerSecond - 1) / megabytesPerSecond;
        String numbers = "shared_buffers / " + megabytesPerSecond + " MB/s + " + FIXED_SECONDS + " s = " + buffers
                + " / " + megabytesPerSecond + " MB/s + " + FIXED_SECONDS + " s = " + seconds + " s";
        return new ShutdownTime(
                Duration.ofSeconds(seconds),
                Text.of(
                        "Longer than a shutdown checkpoint that writes all shared buffers: " + numbers + ".",
                        "Дольше завершающей контрольной точки, которая записывает все общие буферы: " + numbers + "."));
    }

    /** The longest one of all members. */
    static ShutdownTime longest(PlanContext context) {
        return context.cluster().nodesWith(NodeRole.POSTGRESQL).stream()
                .map(node -> of(context, node))
                .max(Comparator.comparing(ShutdownTime::limit))
                .orElseThrow();
    }

    /** The time after which Patroni kills a server that hangs while it stops: a minute before systemd would. */
    Duration kill() {
        return limit.minusSeconds(BEFORE_SYSTEMD_SECONDS);
    }

    /** The reason of {@link #kill()}. */
    Text killed() {
        return Text.of(
                "A server that hangs while it stops, for example on a full disk, is killed a minute before systemd"
                        + " would do it: TimeoutStopSec - " + BEFORE_SYSTEMD_SECONDS + " s = "
                        + kill().toSeconds() + " s. With a synchronous standby no commit is lost.",
                "Сервер, который завис при остановке, например на полном диске, завершают принудительно за минуту до"
                        + " systemd: TimeoutStopSec - " + BEFORE_SYSTEMD_SECONDS + " s = "
                        + kill().toSeconds() + " s. При синхронной реплике ни одна фиксация не теряется.");
    }

    /** Rate of random writes of 8 kB pages on an ordinary disk of the class. */
    private static int randomWrites(DiskClass disk) {
        return switch (disk) {
            case HDD -> 10;
            case SSD, SAN -> 50;
            case NVME -> 200;
        };
    }
}
