package io.github.pg1c.maven.diff;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.diff.BundleDiff;
import io.github.pg1c.bundle.diff.SettingChange;
import io.github.pg1c.bundle.diff.Step;
import io.github.pg1c.bundle.setting.Setting;
import io.github.pg1c.maven.speech.Speech;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A difference as lines for people: settings under their file, and the steps in order. */
public final class DiffLines {

    private static final Text ABSENT = Text.of("absent", "нет");

    private final Speech speech;
    private final Language language;

    /** Lines in a language, as far as the terminal can show it. */
    public DiffLines(Speech speech, Language language) {
        this.speech = speech;
        this.language = language;
    }

    /**
     * Every setting that differs, file by file; nodes with the same changes in a file share them.
     *
     * @param explained whether to list the reasons, too
     */
    public List<String> settings(BundleDiff diff, boolean explained) {
        List<String> lines = new ArrayList<>();
        byFile(diff).forEach((file, nodes) -> {
            lines.add(String.join(", ", nodes) + ": " + file.path());
            file.changes().forEach(change -> setting(change, explained, lines));
        });
        nodes(diff.addedNodes(), Text.of("new node", "новый узел"), lines);
        nodes(diff.removedNodes(), Text.of("node is gone", "узла больше нет"), lines);
        return lines;
    }

    /**
     * The steps, numbered.
     *
     * @param commands whether to list their commands, too
     */
    public List<String> steps(BundleDiff diff, boolean commands) {
        List<String> lines = new ArrayList<>();
        int number = 1;
        for (Step step : diff.steps()) {
            String where = where(step);
            lines.add(number + ". " + in(step.title()) + (where.isEmpty() ? "" : " (" + where + ")") + "; "
                    + in(Text.of("a user notices: ", "пользователь заметит: ")) + in(step.notice()));
            if (commands) {
                step.commands().forEach(command -> lines.add("   " + command.node() + ": " + command.command()));
            }
            number++;
        }
        return lines;
    }

    private String where(Step step) {
        String nodes =
                step.commands().stream().map(Step.Command::node).distinct().collect(Collectors.joining(", "));
        if (nodes.isEmpty()) {
            return "";
        }
        return in(
                switch (step.where()) {
                    case ONCE -> Text.of("on one of: " + nodes, "на одном из: " + nodes);
                    case EACH -> Text.same(nodes);
                    case STANDBYS -> Text.of("the standbys among: " + nodes, "реплики из: " + nodes);
                    case LEADER -> Text.of("the leader among: " + nodes, "лидер из: " + nodes);
                });
    }

    private void setting(SettingChange change, boolean explained, List<String> lines) {
        String place = place(change.path());
        String need = " (" + in(NeedWords.of(change.need())) + ")";
        if (change.path().equals(Setting.CONTENT)) {
            lines.add("  " + place + ": " + in(Text.of("different", "изменено")) + need);
        } else if (isList(change.before()) || isList(change.after())) {
            lines.add("  " + place + ":" + need);
            items(change, lines);
        } else {
            lines.add("  " + place + ": " + value(change.before()) + arrow() + value(change.after()) + need);
        }
        String reason = explained ? speech.shown(in(Text.of("reason: ", "причина: ")), change.reason()) : "";
        if (!reason.isEmpty()) {
            lines.add("    " + reason);
        }
    }

    /** The removed and the added lines of a list. */
    private void items(SettingChange change, List<String> lines) {
        List<String> gone = items(change.before());
        List<String> come = items(change.after());
        items(change.after()).forEach(gone::remove);
        items(change.before()).forEach(come::remove);
        gone.forEach(item -> lines.add("    - " + item));
        come.forEach(item -> lines.add("    + " + item));
        if (gone.isEmpty() && come.isEmpty()) {
            lines.add("    " + in(Text.of("the same lines in another order", "те же строки в другом порядке")));
        }
    }

    private void nodes(List<String> nodes, Text what, List<String> lines) {
        nodes.forEach(node -> lines.add(node + ": " + in(what)));
    }

    /** Equal changes of one file, with their nodes. */
    private static Map<FileOfNodes, List<String>> byFile(BundleDiff diff) {
        Map<String, Map<String, List<SettingChange>>> byNode = new LinkedHashMap<>();
        for (SettingChange change : diff.settings()) {
            byNode.computeIfAbsent(change.node(), node -> new LinkedHashMap<>())
                    .computeIfAbsent(change.file(), file -> new ArrayList<>())
                    .add(withoutNode(change));
        }
        Map<FileOfNodes, List<String>> files = new LinkedHashMap<>();
        byNode.forEach((node, changes) -> changes.forEach(
                (path, inFile) -> files.computeIfAbsent(new FileOfNodes(path, inFile), file -> new ArrayList<>())
                        .add(node)));
        return files;
    }

    private static SettingChange withoutNode(SettingChange change) {
        return new SettingChange(
                "", change.file(), change.path(), change.before(), change.after(), change.reason(), change.need());
    }

    /** A file with the same changes on some nodes. */
    private record FileOfNodes(String path, List<SettingChange> changes) {}

    private String place(String path) {
        return switch (path) {
            case SettingChange.MODE -> in(Text.of("mode and owner", "права и владелец"));
            case SettingChange.FILE -> in(Text.of("secret file, mode and owner", "секретный файл, права и владелец"));
            case Setting.CONTENT -> in(Text.of("lines of the file", "строки файла"));
            default -> path;
        };
    }

    private String value(@Nullable String value) {
        if (value == null) {
            return in(ABSENT);
        }
        return value.isEmpty() ? "\"\"" : value;
    }

    private static boolean isList(@Nullable String value) {
        return value != null && value.contains("\n");
    }

    private static List<String> items(@Nullable String value) {
        return value == null || value.isEmpty()
                ? new ArrayList<>()
                : new ArrayList<>(value.lines().toList());
    }

    private String arrow() {
        return speech.plain(language, Text.same(" → "));
    }

    private String in(Text text) {
        return speech.plain(language, text);
    }
}
