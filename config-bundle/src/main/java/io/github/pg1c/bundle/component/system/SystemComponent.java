package io.github.pg1c.bundle.component.system;

import io.github.pg1c.bundle.component.Component;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.util.List;

/** The operating system of each node. */
public final class SystemComponent implements Component {

    @Override
    public boolean on(PlanContext context, Node node) {
        return true;
    }

    @Override
    public NodePart part(PlanContext context, Node node) {
        NodePart.Builder part = NodePart.builder(node.name()).tools(List.of("curl", "openssl"));
        if (!context.cluster().platform().container()) {
            // A container has the clock of its host.
            part.tools(List.of("chrony"));
        }
        if (node.has(NodeRole.POSTGRESQL)) {
            part.tools(context.cluster().platform().os().family().localePackages());
        }
        KernelFiles.of(context, node).forEach(part::file);
        KernelFiles.parameters(context, node).forEach(part::kernel);
        return part.build();
    }
}
