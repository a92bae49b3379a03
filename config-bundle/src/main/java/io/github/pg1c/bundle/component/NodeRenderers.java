package io.github.pg1c.bundle.component;

import io.github.pg1c.bundle.component.etcd.EtcdConfig;
import io.github.pg1c.bundle.component.etcd.EtcdUnit;
import io.github.pg1c.bundle.component.haproxy.HaproxyConfig;
import io.github.pg1c.bundle.component.haproxy.HaproxyUnit;
import io.github.pg1c.bundle.component.patroni.PatroniConfig;
import io.github.pg1c.bundle.component.patroni.PatroniUnit;
import io.github.pg1c.bundle.component.pgbouncer.PgbouncerConfig;
import io.github.pg1c.bundle.component.pgbouncer.PgbouncerUnit;
import io.github.pg1c.bundle.component.postgresql.DatabaseScripts;
import io.github.pg1c.bundle.component.system.KernelFiles;
import io.github.pg1c.bundle.component.system.NodeCommands;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import java.util.Comparator;
import java.util.List;

/** All renderers of a node's files, in the order in which they stand in the manifest. */
public final class NodeRenderers {

    private static final List<NodeRenderer> ALL = List.of(
            new EtcdConfig(),
            new EtcdUnit(),
            new PatroniConfig(),
            new PatroniUnit(),
            new DatabaseScripts(),
            new PgbouncerConfig(),
            new PgbouncerUnit(),
            new HaproxyConfig(),
            new HaproxyUnit(),
            new KernelFiles(),
            new NodeCommands());

    private final PlanContext context;

    private NodeRenderers(PlanContext context) {
        this.context = context;
    }

    /** The renderers of one cluster in which nothing is revoked, with everything that follows from its specification worked out once. */
    public static NodeRenderers of(Cluster cluster) {
        return of(cluster, RevocationLists.NONE);
    }

    /** The renderers of one cluster, with everything that follows from its specification worked out once. */
    public static NodeRenderers of(Cluster cluster, RevocationLists lists) {
        return new NodeRenderers(PlanContext.of(cluster, lists));
    }

    /** Every file of the node that holds no secret, sorted by path. */
    public List<RenderedFile> render(Node node) {
        return ALL.stream()
                .flatMap(renderer -> renderer.render(context, node).stream())
                .sorted(Comparator.comparing(RenderedFile::path))
                .toList();
    }
}
