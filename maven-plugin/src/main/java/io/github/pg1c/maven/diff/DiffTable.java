package io.github.pg1c.maven.diff;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.diff.BundleDiff;
import io.github.pg1c.bundle.diff.SettingChange;
import io.github.pg1c.bundle.diff.Step;
import io.github.pg1c.maven.output.OutputTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A difference for programs: its settings as rows, everything as data. */
final class DiffTable {

    private static final List<Text> COLUMNS = List.of(
            Text.of("Node", "Узел"),
            Text.of("File", "Файл"),
            Text.of("Setting", "Настройка"),
            Text.of("Before", "Было"),
            Text.of("After", "Стало"),
            Text.of("Need", "Нужно"),
            Text.of("Reason", "Причина"));

    private DiffTable() {}

    static OutputTable of(Comparison comparison, BundleDiff diff) {
        Language language = comparison.language();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("cluster", comparison.cluster());
        data.put("before", comparison.before());
        data.put("after", comparison.after());
        data.put("addedNodes", diff.addedNodes());
        data.put("removedNodes", diff.removedNodes());
        data.put("files", diff.files());
        data.put("settings", diff.settings().stream().map(DiffTable::data).toList());
        data.put(
                "steps", diff.steps().stream().map(step -> data(step, language)).toList());
        return new OutputTable(
                comparison.cluster(),
                comparison.cluster(),
                COLUMNS.stream().map(column -> column.in(language)).toList(),
                diff.settings().stream().map(DiffTable::row).toList(),
                data);
    }

    private static List<String> row(SettingChange change) {
        return List.of(
                change.node(),
                change.file(),
                change.path(),
                text(change.before()),
                text(change.after()),
                change.need().id(),
                change.reason());
    }

    private static Map<String, Object> data(SettingChange change) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("node", change.node());
        data.put("file", change.file());
        data.put("path", change.path());
        put(data, "before", change.before());
        put(data, "after", change.after());
        data.put("reason", change.reason());
        data.put("need", change.need().id());
        return data;
    }

    private static Map<String, Object> data(Step step, Language language) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("action", word(step.action()));
        put(data, "service", step.service());
        data.put("where", word(step.where()));
        data.put("title", step.title().in(language));
        data.put("notice", step.notice().in(language));
        data.put("commands", step.commands().stream().map(DiffTable::data).toList());
        return data;
    }

    private static Map<String, String> data(Step.Command command) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("node", command.node());
        data.put("command", command.command());
        return data;
    }

    private static void put(Map<String, Object> data, String name, @Nullable String value) {
        if (value != null) {
            data.put(name, value);
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
