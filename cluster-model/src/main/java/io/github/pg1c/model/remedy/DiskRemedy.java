package io.github.pg1c.model.remedy;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.Resources;
import io.github.pg1c.model.derived.ClusterTuning;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.plan.DiskBudget;

/** The size of a disk that would suffice. */
public final class DiskRemedy {

    private static final long MOST_GIGABYTES = 1 << 20;

    private DiskRemedy() {}

    /** The least size that leaves the headroom free, and the keys that make less. */
    public static Text remedy(Cluster cluster, Node node, DiskBudget disk) {
        boolean data = disk.items().stream().anyMatch(item -> item.id().equals("data"));
        boolean apart = cluster.postgresql().walDirectory() != null;
        boolean own = apart || cluster.resourcesOf(node).walDisk() == null;
        String key = data && own ? "dataDisk" : "walDisk";
        long gigabytes = gigabytes(cluster, node, key, disk);
        String size = gigabytes > MOST_GIGABYTES ? "" : " (" + key + ": " + gigabytes + "GB)";
        String en = "give " + node.name() + " a larger disk" + size;
        String ru = "дайте узлу " + node.name() + " диск больше" + size;
        if (data) {
            en += ", correct workload.databaseSize";
            ru += ", исправьте workload.databaseSize";
        }
        if (data && !apart) {
            en += ", or give WAL a disk to itself (postgresql.walDirectory)";
            ru += " или дайте WAL отдельный диск (postgresql.walDirectory)";
        }
        return Text.of(en, ru);
    }

    private static long gigabytes(Cluster cluster, Node node, String key, DiskBudget disk) {
        long tooFew = disk.size().orElse(MemorySize.ZERO).bytes() >> 30;
        long fits = Math.max(1, tooFew);
        while (fits <= MOST_GIGABYTES && !fits(cluster, node, key, fits, disk)) {
            tooFew = fits;
            fits *= 2;
        }
        while (fits <= MOST_GIGABYTES && fits - tooFew > 1) {
            long middle = (fits + tooFew) >>> 1;
            if (fits(cluster, node, key, middle, disk)) {
                fits = middle;
            } else {
                tooFew = middle;
            }
        }
        return fits;
    }

    /** Every node gets the size, because the parameters of WAL are shared. */
    private static boolean fits(Cluster cluster, Node node, String key, long gigabytes, DiskBudget disk) {
        MemorySize size = MemorySize.ofGigabytes(gigabytes);
        Cluster other = cluster.withNodes(cluster.nodes().stream()
                .map(one -> one.withResources(with(cluster.resourcesOf(one), key, size)))
                .toList());
        Node same = other.nodes().get(cluster.nodes().indexOf(node));
        return ClusterTuning.of(other).disks(other, same).stream()
                .filter(one -> one.name().equals(disk.name()))
                .allMatch(DiskBudget::headroomFits);
    }

    private static Resources with(Resources resources, String key, MemorySize size) {
        return key.equals("dataDisk")
                ? resources.withDataDisk(size)
                : resources.withWalDisk(size).withDataDisk(null);
    }
}
