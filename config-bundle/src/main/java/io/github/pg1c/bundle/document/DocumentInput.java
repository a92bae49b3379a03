package io.github.pg1c.bundle.document;

import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.value.NodeName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the documents of a cluster are written from.
 *
 * @param cluster the specification
 * @param lists which revocation lists the nodes have
 * @param files files of each node, in the order of the bundle; only their paths, rights and impact are shown
 * @since 0.1
 */
public record DocumentInput(Cluster cluster, RevocationLists lists, Map<NodeName, List<RenderedFile>> files) {

    public DocumentInput {
        Map<NodeName, List<RenderedFile>> copy = new LinkedHashMap<>();
        files.forEach((node, list) -> copy.put(node, List.copyOf(list)));
        files = Collections.unmodifiableMap(copy);
    }

    /** A cluster in which nothing is revoked. */
    public DocumentInput(Cluster cluster, Map<NodeName, List<RenderedFile>> files) {
        this(cluster, RevocationLists.NONE, files);
    }
}
