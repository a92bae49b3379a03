package io.github.pg1c.bundle.component;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.ClusterTuning;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.model.derived.Timing;

/**
 * What every renderer needs to know, derived once from the specification.
 *
 * @param cluster the specification
 * @param lists which revocation lists the nodes have
 * @param layout where things stand on the nodes
 * @param timing intervals of Patroni, etcd and HAProxy
 * @param tuning calculated parameters of every PostgreSQL node
 */
public record PlanContext(Cluster cluster, RevocationLists lists, Layout layout, Timing timing, ClusterTuning tuning) {

    public static PlanContext of(Cluster cluster) {
        return of(cluster, RevocationLists.NONE);
    }

    public static PlanContext of(Cluster cluster, RevocationLists lists) {
        return new PlanContext(cluster, lists, Layout.of(cluster), Timing.of(cluster), ClusterTuning.of(cluster));
    }

    Language language() {
        return cluster.language();
    }

    /** One PostgreSQL node: no other one could lead. */
    public boolean alone() {
        return cluster.nodesWith(NodeRole.POSTGRESQL).size() == 1;
    }

    /** The sentence in the cluster's language. */
    public String say(Text text) {
        return text.in(language());
    }

    public String say(String en, String ru) {
        return say(Text.of(en, ru));
    }
}
