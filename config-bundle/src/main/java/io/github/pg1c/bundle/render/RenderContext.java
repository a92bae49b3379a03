package io.github.pg1c.bundle.render;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.RevocationLists;
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
record RenderContext(Cluster cluster, RevocationLists lists, Layout layout, Timing timing, ClusterTuning tuning) {

    static RenderContext of(Cluster cluster) {
        return of(cluster, RevocationLists.NONE);
    }

    static RenderContext of(Cluster cluster, RevocationLists lists) {
        return new RenderContext(cluster, lists, Layout.of(cluster), Timing.of(cluster), ClusterTuning.of(cluster));
    }

    Language language() {
        return cluster.language();
    }

    /** One PostgreSQL node: no other one could lead. */
    boolean alone() {
        return cluster.nodesWith(NodeRole.POSTGRESQL).size() == 1;
    }

    /** The sentence in the cluster's language. */
    String say(Text text) {
        return text.in(language());
    }

    String say(String en, String ru) {
        return say(Text.of(en, ru));
    }
}
