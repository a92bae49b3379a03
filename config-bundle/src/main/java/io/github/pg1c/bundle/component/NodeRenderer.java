package io.github.pg1c.bundle.component;

import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.model.Node;
import java.util.List;

/** Renders one kind of file for a node; no file when the node does not need that kind. */
public interface NodeRenderer {

    /** The files of the node, in a fixed order. */
    List<RenderedFile> render(PlanContext context, Node node);
}
