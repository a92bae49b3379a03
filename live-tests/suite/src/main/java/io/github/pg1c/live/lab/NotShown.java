package io.github.pg1c.live.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A property that hosts of this laboratory on this machine cannot show, so that no test can prove it.
 *
 * @param what the property, for people
 * @param why the missing or shared part
 * @since 0.1
 */
public record NotShown(String what, String why) {

    /** All properties that a laboratory on this machine cannot show. */
    public static List<NotShown> here() {
        List<NotShown> all = new ArrayList<>(List.of(
                new NotShown(
                        "the effect of kernel settings without a namespace (huge pages, overcommit, dirty pages)",
                        "all hosts share this machine's kernel; each host keeps the values in files of its own"),
                new NotShown("clocks that differ or are synchronised", "all hosts share this machine's clock"),
                new NotShown(
                        "the loss of pages that were not written to a disk yet", "all disks are kept by this machine"),
                new NotShown("a watchdog that resets its host", "a host has no /dev/watchdog"),
                new NotShown("SELinux", "it has no namespace"),
                new NotShown("limits of memory and of tasks", "the control groups of the hosts have no controllers")));
        if (!mayRaiseLimits()) {
            all.add(new NotShown(
                    "limits of files above this machine's own, and the priorities of the memory killer",
                    "this machine withholds CAP_SYS_RESOURCE from root"));
        }
        if (!delaysPackets()) {
            all.add(new NotShown(
                    "packets that are late or lost one by one",
                    "this kernel has no netem; a narrow line takes its place"));
        }
        return List.copyOf(all);
    }

    /** Writes all of them into a file, one on a line. */
    public static void report(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, here().stream().map(NotShown::toString).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean mayRaiseLimits() {
        int sysResource = 24;
        String capabilities = read(Path.of("/proc/self/status"))
                .lines()
                .filter(line -> line.startsWith("CapEff:"))
                .findFirst()
                .orElseThrow()
                .substring("CapEff:".length())
                .strip();
        return (Long.parseUnsignedLong(capabilities, 16) >> sysResource & 1) == 1;
    }

    private static boolean delaysPackets() {
        return Command.run("unshare", "--net", "tc", "qdisc", "add", "dev", "lo", "root", "netem", "delay", "1ms")
                .succeeded();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return what + ": " + why;
    }
}
