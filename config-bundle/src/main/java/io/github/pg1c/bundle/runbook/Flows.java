package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Flow;
import io.github.pg1c.bundle.text.Markdown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The flow matrix in few rows. Flows with the same port and purpose share a row: each node on the left connects to each
 * node on the right.
 */
final class Flows {

    private Flows() {}

    private record Kind(String port, String protocol, Text purpose) {}

    private record Ends(Set<String> from, Set<String> to) {}

    static List<List<String>> together(DocumentContext context) {
        Map<Kind, Ends> kinds = new LinkedHashMap<>();
        for (Flow flow : context.flows()) {
            Ends ends = kinds.computeIfAbsent(
                    new Kind(flow.portText(), flow.protocol(), flow.purpose()),
                    kind -> new Ends(new LinkedHashSet<>(), new LinkedHashSet<>()));
            ends.from().add(context.say(flow.from()));
            ends.to().add(context.say(flow.to()));
        }
        List<List<String>> rows = new ArrayList<>();
        kinds.forEach((kind, ends) -> rows.add(List.of(
                Markdown.plain(String.join(", ", ends.from())),
                Markdown.plain(String.join(", ", ends.to())),
                kind.port().equals(Flow.NO_PORT) ? kind.port() : Markdown.code(kind.port()),
                Markdown.plain(kind.protocol()),
                Markdown.plain(context.say(kind.purpose())))));
        return rows;
    }
}
