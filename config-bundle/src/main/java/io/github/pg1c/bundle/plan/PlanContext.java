package io.github.pg1c.bundle.plan;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.bundle.text.Wording;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.ClusterTuning;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.model.derived.Timing;
import io.github.pg1c.model.plan.ClusterPlan;
import java.util.List;

/**
 * The data from which every component is rendered.
 *
 * @param plan the cluster and what follows from it
 * @param lists which revocation lists the nodes have
 */
public record PlanContext(ClusterPlan plan, RevocationLists lists) implements Wording {

    /** The cluster as its owner describes it. */
    public Cluster cluster() {
        return plan.cluster();
    }

    /** Places of files on the nodes. */
    public Layout layout() {
        return plan.layout();
    }

    /** Intervals of Patroni, etcd and HAProxy. */
    public Timing timing() {
        return plan.timing();
    }

    /** PostgreSQL's parameters. */
    public ClusterTuning tuning() {
        return plan.tuning();
    }

    @Override
    public Language language() {
        return cluster().language();
    }

    @Override
    public String clusterName() {
        return cluster().name().toString();
    }

    /** The node that makes the cluster: the one whose database is taken over, or the first that may lead. */
    public Node first() {
        List<Node> members = cluster().nodesWith(NodeRole.POSTGRESQL);
        return cluster()
                .takenOver()
                .or(() -> members.stream().filter(Node::failover).findFirst())
                .orElse(members.get(0));
    }

    /** Whether there is only one PostgreSQL node, so that no other one can lead. */
    public boolean alone() {
        return cluster().nodesWith(NodeRole.POSTGRESQL).size() == 1;
    }
}
