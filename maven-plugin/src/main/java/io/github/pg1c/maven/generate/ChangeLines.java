package io.github.pg1c.maven.generate;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.secrets.generate.GenerationReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Lists the files of a bundle: of a new one what it contains, of an existing one what is different and what that needs.
 */
final class ChangeLines {

    private static final int AT_MOST = 30;

    private final Speech speech;
    private final Language language;

    ChangeLines(Speech speech, Language language) {
        this.speech = speech;
        this.language = language;
    }

    void show(GenerationReport report) {
        boolean fresh = report.count(Kind.CREATED) == report.changes().size();
        if (fresh) {
            contents(report);
        } else {
            differences(report);
        }
    }

    private void contents(GenerationReport report) {
        Map<String, Long> files = report.changes().stream()
                .collect(Collectors.groupingBy(ChangeLines::place, TreeMap::new, Collectors.counting()));
        files.forEach((place, count) -> speech.result("    " + place + (place.endsWith("/") ? " " + count : "")));
        report.changes().forEach(change -> speech.detail("      " + change.path()));
    }

    private void differences(GenerationReport report) {
        List<Change> different = report.changes().stream()
                .filter(change -> change.kind() != Kind.UNCHANGED)
                .toList();
        different.stream().limit(AT_MOST).forEach(change -> speech.result("    " + line(change)));
        different.stream().skip(AT_MOST).forEach(change -> speech.detail("    " + line(change)));
        long more = different.size() - (long) AT_MOST;
        if (more > 0) {
            speech.result("    "
                    + speech.in(
                            language, Text.of("and " + more + " more (-X lists all)", "и ещё " + more + " (все: -X)")));
        }
        needs(report.impacts());
    }

    /** The heaviest need of each node, which is all that an administrator has to plan. */
    private void needs(Map<String, Impact> impacts) {
        String needs = new TreeMap<>(impacts)
                .entrySet().stream()
                        .filter(entry -> entry.getValue() != Impact.NONE)
                        .map(entry -> entry.getKey() + " " + entry.getValue().id())
                        .collect(Collectors.joining(", "));
        if (!needs.isEmpty()) {
            speech.result("    " + speech.in(language, Text.of("needed: " + needs, "потребуется: " + needs)));
        }
    }

    private String line(Change change) {
        String needs =
                change.impact() == Impact.NONE ? "" : " (" + change.impact().id() + ")";
        return speech.in(language, word(change.kind())) + " " + change.path() + needs;
    }

    private static Text word(Kind kind) {
        return switch (kind) {
            case CREATED -> Text.of("created", "создан");
            case CHANGED -> Text.of("changed", "изменён");
            case REMOVED -> Text.of("removed", "удалён");
            case UNCHANGED -> Text.of("unchanged", "без изменений");
        };
    }

    /** {@code nodes/pg1/} for a node's file, {@code ansible/} for one in another directory, else the file itself. */
    private static String place(Change change) {
        String path = change.path();
        if (change.node() != null) {
            return "nodes/" + change.node() + "/";
        }
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash + 1);
    }
}
