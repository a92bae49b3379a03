package io.github.pg1c.bundle.component;

import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.model.Node;

/**
 * A program or a subject of the cluster, with all that is known of it: files and their settings, secret files,
 * certificates, directories, programs, users, services. Whatever installs, documents or compares a node reads the parts
 * and knows no component by name.
 */
public interface Component {

    /** Whether the node has it. */
    boolean on(PlanContext context, Node node);

    /** What it needs of a node that has it. */
    NodePart part(PlanContext context, Node node);
}
