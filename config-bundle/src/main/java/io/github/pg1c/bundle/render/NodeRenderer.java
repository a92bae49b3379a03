package io.github.pg1c.bundle.render;

import io.github.pg1c.bundle.RenderedFile;
import io.github.pg1c.model.Node;
import java.util.List;

/** Renders one kind of file for a node; no file when the node does not need that kind. */
interface NodeRenderer {

    /** The files of the node, in a fixed order. */
    List<RenderedFile> render(RenderContext context, Node node);
}
