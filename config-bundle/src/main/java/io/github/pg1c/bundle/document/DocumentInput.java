package io.github.pg1c.bundle.document;

import io.github.pg1c.bundle.component.PlanContext;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.value.NodeName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the documents of a cluster are written from.
 *
 * @param context the cluster, what follows from it, and which revocation lists the nodes have
 * @param parts what each node needs, in the order of the specification
 * @since 0.1
 */
public record DocumentInput(PlanContext context, Map<NodeName, NodePart> parts) {

    public DocumentInput {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** The cluster as its owner describes it. */
    public Cluster cluster() {
        return context.cluster();
    }
}
