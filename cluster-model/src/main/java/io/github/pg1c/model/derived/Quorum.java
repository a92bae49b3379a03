package io.github.pg1c.model.derived;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The failures that etcd survives: it works while more than half of its members reach each other.
 *
 * @param members nodes with the role etcd
 * @param majority members that must agree: half of them, rounded down, and one
 * @param survives members that may be lost at the same time
 * @param losses the result of losing each etcd node and each zone, nodes first
 * @see <a href="https://etcd.io/docs/v3.5/faq/#what-is-failure-tolerance">etcd: failure tolerance</a>
 * @since 0.1
 */
public record Quorum(int members, int majority, int survives, List<Loss> losses) {

    /**
     * The members that remain after the loss of a node or a zone.
     *
     * @param what name of the node or of the zone
     * @param zone whether it is a zone
     * @param lost members that go with it
     * @param remaining members that are left
     * @param keepsQuorum whether they are a majority
     * @since 0.1
     */
    public record Loss(String what, boolean zone, int lost, int remaining, boolean keepsQuorum) {}

    public Quorum {
        losses = List.copyOf(losses);
    }

    /** The quorum of a cluster's etcd nodes. */
    public static Quorum of(Cluster cluster) {
        List<Node> etcd = cluster.nodesWith(NodeRole.ETCD);
        int members = etcd.size();
        int majority = members / 2 + 1;
        List<Loss> losses = new ArrayList<>();
        for (Node node : etcd) {
            losses.add(loss(node.name().toString(), false, 1, members, majority));
        }
        TreeMap<String, Integer> zones = new TreeMap<>();
        etcd.forEach(node -> {
            if (node.zone() != null) {
                zones.merge(node.zone(), 1, Integer::sum);
            }
        });
        zones.forEach((zone, lost) -> losses.add(loss(zone, true, lost, members, majority)));
        return new Quorum(members, majority, Math.max(0, members - majority), losses);
    }

    /** The zones whose loss alone stops etcd, sorted. */
    public List<String> fatalZones() {
        TreeSet<String> zones = new TreeSet<>();
        losses.stream().filter(loss -> loss.zone() && !loss.keepsQuorum()).forEach(loss -> zones.add(loss.what()));
        return List.copyOf(zones);
    }

    /** The calculation with its numbers. */
    public Text formula() {
        return Text.of(
                "majority = " + members + " / 2 + 1 = " + majority + ", survives the loss of " + members + " - "
                        + majority + " = " + survives,
                "большинство = " + members + " / 2 + 1 = " + majority + ", выдерживает потерю " + members + " - "
                        + majority + " = " + survives);
    }

    private static Loss loss(String what, boolean zone, int lost, int members, int majority) {
        return new Loss(what, zone, lost, members - lost, members - lost >= majority);
    }
}
