package io.github.pg1c.model.derived;

import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An address over the HAProxy nodes, of which one holds it.
 *
 * @param address the address
 * @param routerId its number among those of the network (VRID), 1 to 255 in a specification without problems
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5798">RFC 5798: VRRP version 3</a>
 * @since 0.1
 */
public record VirtualAddress(IpAddress address, int routerId) {

    /** The largest number of a virtual router. */
    public static final int LAST_ROUTER = 255;

    private static final int FIRST_PRIORITY = 200;
    private static final int STEP = 10;
    private static final int PRIORITIES = 256;

    /** The addresses of the cluster in the order of the specification. */
    public static List<VirtualAddress> of(Cluster cluster) {
        List<VirtualAddress> all = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        Integer first = cluster.keepalived().virtualRouterId();
        for (IpAddress address : cluster.access().addresses()) {
            int id = first != null ? first + all.size() : free(lastPart(address), taken);
            taken.add(id);
            all.add(new VirtualAddress(address, id));
        }
        return List.copyOf(all);
    }

    /** Whether nodes of the cluster hold a virtual address. */
    public static boolean in(Cluster cluster) {
        return !cluster.access().addresses().isEmpty();
    }

    private static int free(int wanted, Set<Integer> taken) {
        int id = wanted;
        while (taken.contains(id)) {
            id = id % LAST_ROUTER + 1;
        }
        return id;
    }

    private static int lastPart(IpAddress address) {
        byte[] bytes = address.bytes();
        int last = bytes[bytes.length - 1] & 255;
        return last == 0 ? LAST_ROUTER : last;
    }

    /**
     * The priority of a HAProxy node, 1 to 200: the first node of the specification has the highest. It only decides who
     * takes an address that nobody holds.
     */
    public static int priority(Cluster cluster, Node node) {
        int place = cluster.nodesWith(NodeRole.HAPROXY).indexOf(node);
        return Math.max(1, FIRST_PRIORITY - STEP * Math.max(0, place));
    }

    /**
     * The longest time without the address after its node is lost: three adverts and the skew of the node that takes
     * over.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5798#section-6.1">RFC 5798: Master_Down_Interval</a>
     */
    public static Duration takeover(Cluster cluster) {
        return cluster.keepalived().advertInterval().multipliedBy(3).plus(skew(cluster));
    }

    /** The longest wait of a node, the last one in the order, for others to take the address before it. */
    public static Duration skew(Cluster cluster) {
        List<Node> balancers = cluster.nodesWith(NodeRole.HAPROXY);
        int lowest = balancers.isEmpty() ? FIRST_PRIORITY : priority(cluster, balancers.get(balancers.size() - 1));
        return cluster.keepalived()
                .advertInterval()
                .multipliedBy(PRIORITIES - lowest)
                .dividedBy(PRIORITIES);
    }
}
