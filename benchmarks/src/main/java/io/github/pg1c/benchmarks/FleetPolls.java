package io.github.pg1c.benchmarks;

import io.github.pg1c.patroni.Fleet;
import io.github.pg1c.patroni.FleetAnswer;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.cluster.ClusterState;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Many clusters, each with a server of its own on loopback, asked for their state by a {@link Fleet}: time, threads and
 * memory.
 */
public final class FleetPolls {
    private FleetPolls() {}

    /**
     * Prints the first poll, the median of the later ones, and what the process took.
     *
     * @param args how many clusters, threads and polls; 1000, 16 and 20 if not said
     */
    public static void main(String[] args) throws IOException {
        int clusters = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        int threads = args.length > 1 ? Integer.parseInt(args[1]) : 16;
        int polls = args.length > 2 ? Integer.parseInt(args[2]) : 20;
        try (PatroniServers servers = PatroniServers.start(clusters, 3);
                PatroniClient base =
                        PatroniClient.builder().endpoint(servers.uris().get(0)).build()) {
            Map<String, PatroniClient> clients = new TreeMap<>();
            for (int i = 0; i < clusters; i++) {
                clients.put(
                        String.format(Locale.ROOT, "c%04d", i),
                        base.at(List.of(servers.uris().get(i))));
            }
            try (Fleet fleet = new Fleet(clients, threads)) {
                int before = ManagementFactory.getThreadMXBean().getThreadCount();
                double first = poll(fleet, clusters);
                double[] later = new double[polls];
                for (int i = 0; i < polls; i++) {
                    later[i] = poll(fleet, clusters);
                }
                System.out.printf(
                        Locale.ROOT,
                        "%d clusters, %d threads: first poll %.0f ms, median of %d more %.0f ms; "
                                + "threads %d before and at most %d; heap at most %d MB, process at most %d MB%n",
                        clusters,
                        threads,
                        first,
                        polls,
                        ClientCalls.median(later),
                        before,
                        ManagementFactory.getThreadMXBean().getPeakThreadCount(),
                        heap() >> 20,
                        resident() >> 10);
            }
        }
    }

    private static double poll(Fleet fleet, int clusters) {
        long start = System.nanoTime();
        Map<String, FleetAnswer<ClusterState>> answers = fleet.states();
        double millis = (System.nanoTime() - start) / 1e6;
        long known = answers.values().stream()
                .filter(answer -> answer instanceof FleetAnswer.Known<ClusterState>)
                .count();
        if (known != clusters) {
            throw new IllegalStateException("only " + known + " answered: "
                    + answers.values().stream()
                            .filter(FleetAnswer.Unknown.class::isInstance)
                            .findFirst());
        }
        return millis;
    }

    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    /** In kilobytes; the kernel keeps the highest. */
    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
