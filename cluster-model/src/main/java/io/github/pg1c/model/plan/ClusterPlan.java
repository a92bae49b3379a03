package io.github.pg1c.model.plan;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.InvalidClusterException;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.derived.ClientEndpoints;
import io.github.pg1c.model.derived.ClusterTuning;
import io.github.pg1c.model.derived.ConnectionBudget;
import io.github.pg1c.model.derived.Derivation;
import io.github.pg1c.model.derived.HostKernel;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.model.derived.Quorum;
import io.github.pg1c.model.derived.Timing;
import io.github.pg1c.tuning.plan.DiskBudget;
import io.github.pg1c.tuning.plan.KernelSetting;
import java.util.List;

/**
 * A cluster without errors, and everything that follows from it.
 *
 * <pre>{@code
 * ClusterPlan plan = ClusterPlan.of(cluster);
 * plan.tuning().of(NodeName.parse("n1")).value("shared_buffers");
 * plan.timing().worstCase(cluster);                        // time without a leader
 * plan.quorum().survives();                                // etcd members that may be lost
 * }</pre>
 *
 * <p>Each fact is derived once, when the plan is made. A plan that came with a specification was checked and planned by
 * the reader. Immutable; two plans are equal when their clusters are.
 *
 * @since 0.1
 */
public final class ClusterPlan {

    private final Cluster cluster;
    private final Layout layout;
    private final Timing timing;
    private final Quorum quorum;
    private final ClusterTuning tuning;
    private final ConnectionBudget connections;
    private final ClientEndpoints endpoints;

    ClusterPlan(Derivation derivation) {
        this.cluster = derivation.cluster();
        this.layout = derivation.layout();
        this.timing = derivation.timing();
        this.quorum = derivation.quorum();
        this.tuning = derivation.tuning();
        this.connections = derivation.connections();
        this.endpoints = derivation.endpoints();
    }

    /**
     * Checks a cluster and plans it.
     *
     * @throws InvalidClusterException with every problem, when one of them is an error
     * @see Planning#of(Cluster) the same with the problems as values
     */
    public static ClusterPlan of(Cluster cluster) {
        return Planning.of(cluster).orElseThrow();
    }

    /** The cluster as its owner describes it. */
    public Cluster cluster() {
        return cluster;
    }

    /** Users, programs and directories on the nodes. */
    public Layout layout() {
        return layout;
    }

    /** Intervals of Patroni, etcd and HAProxy. */
    public Timing timing() {
        return timing;
    }

    /** The failures that etcd survives. */
    public Quorum quorum() {
        return quorum;
    }

    /** PostgreSQL's parameters, by node and shared. */
    public ClusterTuning tuning() {
        return tuning;
    }

    /** The way of 1C's connections through pooler and server. */
    public ConnectionBudget connections() {
        return connections;
    }

    /**
     * The space that PostgreSQL, and etcd beside it, take on the disks of a node.
     *
     * @throws IllegalArgumentException when PostgreSQL does not run there
     */
    public List<DiskBudget> disks(Node node) {
        return tuning.disks(cluster, node);
    }

    /** The kernel's settings of a node in the order of the file. */
    public List<KernelSetting> kernel(Node node) {
        return tuning.kernel(cluster, node);
    }

    /** What the machines under the containers need of their kernels; empty when the nodes are no containers. */
    public List<HostKernel> hosts() {
        return tuning.hosts(cluster);
    }

    /** Where 1C connects. */
    public ClientEndpoints endpoints() {
        return endpoints;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClusterPlan plan && plan.cluster.equals(cluster);
    }

    @Override
    public int hashCode() {
        return cluster.hashCode();
    }

    @Override
    public String toString() {
        return "plan of cluster " + cluster.name();
    }
}
