package io.github.pg1c.bundle.component.system;

import io.github.pg1c.bundle.component.Component;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.model.Node;

/** The operating system of each node. */
public final class SystemComponent implements Component {

    @Override
    public boolean on(PlanContext context, Node node) {
        return true;
    }

    @Override
    public NodePart part(PlanContext context, Node node) {
        NodePart.Builder part = NodePart.builder(node.name());
        KernelFiles.of(context, node).forEach(part::file);
        return part.build();
    }
}
