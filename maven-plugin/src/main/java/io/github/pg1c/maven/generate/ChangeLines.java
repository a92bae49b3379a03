package io.github.pg1c.maven.generate;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.FileChange;
import io.github.pg1c.bundle.FileChange.Kind;
import io.github.pg1c.bundle.diff.BundleDiff;
import io.github.pg1c.maven.diff.DiffLines;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.secrets.generate.GenerationReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Lists the files of a new bundle, or the changed files of an existing one with their settings and the steps that make
 * them effective.
 */
final class ChangeLines {

    /** The limit of lists after a run that wrote files; a dry run shows all. */
    private static final int AT_MOST = 30;

    private final Speech speech;
    private final Language language;
    private final boolean everything;

    /**
     * Lines about one cluster.
     *
     * @param everything whether long lists are shown whole
     */
    ChangeLines(Speech speech, Language language, boolean everything) {
        this.speech = speech;
        this.language = language;
        this.everything = everything;
    }

    void show(GenerationReport report) {
        boolean fresh = report.count(Kind.CREATED) == report.changes().size();
        if (fresh) {
            contents(report);
        } else {
            files(report);
            report.diff().ifPresent(this::difference);
        }
    }

    private void contents(GenerationReport report) {
        Map<String, Long> files = report.changes().stream()
                .collect(Collectors.groupingBy(ChangeLines::place, TreeMap::new, Collectors.counting()));
        files.forEach((place, count) -> speech.result("    " + place + (place.endsWith("/") ? " " + count : "")));
        report.changes().forEach(change -> speech.detail("      " + change.path()));
    }

    private void files(GenerationReport report) {
        List<String> different = report.changes().stream()
                .filter(change -> change.kind() != Kind.UNCHANGED)
                .map(this::line)
                .toList();
        int more = shortened(different, "    ");
        if (more > 0) {
            say("    ", Text.of("and " + more + " more files (-X lists all)", "и ещё файлов: " + more + " (все: -X)"));
        }
    }

    private void difference(BundleDiff diff) {
        if (diff.isEmpty()) {
            say(
                    "    ",
                    Text.of(
                            "no setting differs: nothing to do on the running cluster",
                            "ни одна настройка не отличается: на работающем кластере делать нечего"));
            return;
        }
        DiffLines lines = new DiffLines(speech, language);
        say("    ", Text.of("settings that differ:", "настройки, которые отличаются:"));
        int more = shortened(lines.settings(diff, false), "      ");
        if (more > 0) {
            say(
                    "      ",
                    Text.of(
                            "and " + more + " more lines; all of them: the goal diff with -D" + PropertyNames.BEFORE
                                    + "=<the former bundle>",
                            "и ещё строк: " + more + "; все: цель diff с -D" + PropertyNames.BEFORE
                                    + "=<прежняя конфигурация>"));
        }
        say("    ", Text.of("steps, in order:", "шаги по порядку:"));
        lines.steps(diff, false).forEach(line -> speech.result("      " + line));
    }

    /** Shows lines, and returns how many were left out. */
    private int shortened(List<String> lines, String indent) {
        int shown = everything ? lines.size() : Math.min(AT_MOST, lines.size());
        lines.stream().limit(shown).forEach(line -> speech.result(indent + line));
        lines.stream().skip(shown).forEach(line -> speech.detail(indent + line));
        return lines.size() - shown;
    }

    private void say(String indent, Text text) {
        speech.result(indent + speech.in(language, text));
    }

    private String line(FileChange change) {
        return speech.in(language, word(change.kind())) + " " + change.path();
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
    private static String place(FileChange change) {
        String path = change.path();
        if (change.node() != null) {
            return "nodes/" + change.node() + "/";
        }
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash + 1);
    }
}
