package io.github.pg1c.bundle.report;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Node;
import java.util.List;

/**
 * Nodes with the same role on the path of a client's connection: a row of the drawing.
 *
 * @param title name of the tier
 * @param nodes from left to right
 * @param port their ports, as {@code 5000 / 5001}
 */
public record Tier(Text title, List<Node> nodes, String port) {

    public Tier {
        nodes = List.copyOf(nodes);
    }
}
