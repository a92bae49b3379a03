package io.github.pg1c.bundle.report;

import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Html;
import io.github.pg1c.model.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A drawing of the path of a client's connection, a row for each tier; a host with several roles is in several rows.
 */
final class TopologySection {

    private static final int WIDTH = 900;
    private static final int BOX_WIDTH = 170;
    private static final int BOX_HEIGHT = 80;
    private static final int ROW = 150;
    private static final int TOP = 30;

    private TopologySection() {}

    static Html render(DocumentContext context, List<Tier> tiers) {
        return Html.classed("div", "drawing", drawing(context, tiers));
    }

    private static Html drawing(DocumentContext context, List<Tier> tiers) {
        List<Html> shapes = new ArrayList<>();
        shapes.add(Html.tag("title", Html.text(context.say("Topology of the cluster", "Топология кластера"))));
        for (int i = 0; i + 1 < tiers.size(); i++) {
            shapes.add(lines(tiers.get(i), tiers.get(i + 1), i, widest(tiers)));
        }
        for (int i = 0; i < tiers.size(); i++) {
            shapes.add(row(context, tiers.get(i), i, widest(tiers)));
        }
        int height = TOP + ROW * (tiers.size() - 1) + BOX_HEIGHT + 20;
        return Html.tag(
                "svg",
                List.of(
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "viewBox",
                        "0 0 " + widest(tiers) + " " + height,
                        "width",
                        widest(tiers) + "",
                        "role",
                        "img"),
                shapes);
    }

    /** The drawing is wider for more than three nodes. */
    private static int widest(List<Tier> tiers) {
        int most = tiers.stream().mapToInt(tier -> tier.nodes().size()).max().orElse(1);
        return Math.max(WIDTH, most * (BOX_WIDTH + 20));
    }

    private static int centre(Tier tier, int index, int width) {
        int count = tier.nodes().size();
        return width * (2 * index + 1) / (2 * count);
    }

    private static Html lines(Tier upper, Tier lower, int level, int width) {
        List<Html> lines = new ArrayList<>();
        for (int from = 0; from < upper.nodes().size(); from++) {
            for (int to = 0; to < lower.nodes().size(); to++) {
                lines.add(Html.tag(
                        "line",
                        List.of(
                                "x1", centre(upper, from, width) + "",
                                "y1", TOP + ROW * level + BOX_HEIGHT + "",
                                "x2", centre(lower, to, width) + "",
                                "y2", TOP + ROW * (level + 1) + ""),
                        List.of()));
            }
        }
        return Html.all(lines);
    }

    private static Html row(DocumentContext context, Tier tier, int level, int width) {
        int top = TOP + ROW * level;
        List<Html> boxes = new ArrayList<>();
        boxes.add(text("tier", 4, top - 10, context.say(tier.title())));
        for (int i = 0; i < tier.nodes().size(); i++) {
            Node node = tier.nodes().get(i);
            int centre = centre(tier, i, width);
            boxes.add(Html.tag(
                    "rect",
                    List.of(
                            "x", centre - BOX_WIDTH / 2 + "",
                            "y", top + "",
                            "width", BOX_WIDTH + "",
                            "height", BOX_HEIGHT + "",
                            "rx", "8"),
                    List.of()));
            boxes.add(text("name", centre, top + 19, node.name().toString()));
            boxes.add(text("address", centre, top + 37, node.address().toString()));
            boxes.add(text("port", centre, top + 54, tier.port()));
            String zone = node.zone();
            if (zone != null) {
                boxes.add(text("zone", centre, top + 72, context.say("zone ", "зона ") + zone));
            }
        }
        return Html.tag("g", boxes.toArray(Html[]::new));
    }

    private static Html text(String style, int x, int y, String words) {
        return Html.tag("text", List.of("class", style, "x", x + "", "y", y + ""), List.of(Html.text(words)));
    }
}
