package io.github.pg1c.tuning.compare;

import io.github.pg1c.base.text.TextTable;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.compare.ParameterDifference.MemberOrder;
import java.util.Optional;

/** A comparison as plain text for people. */
final class ComparisonTable {

    private static final Text PARAMETER = Text.of("Parameter", "Параметр");
    static final Text BEFORE = Text.of("before", "было");
    static final Text AFTER = Text.of("after", "станет");
    private static final Text NEEDS = Text.of("needs", "требуется");
    private static final Text MEMORY = Text.of("memory: busy hour / worst", "память: час пик / худший случай");
    private static final Text SAME = Text.of("No difference.\n", "Различий нет.\n");
    private static final Text DEFAULT = Text.of(" (default)", " (по умолчанию)");
    private static final Text TOTAL = Text.of("Memory in all: ", "Память всего: ");
    private static final Text UNKNOWN =
            Text.of("Not compared, the value there is not known: ", "Не сравнивалось, значение там неизвестно: ");
    private static final Text ELSEWHERE =
            Text.of("Not compared, decided elsewhere: ", "Не сравнивалось, задаётся в другом месте: ");

    private ComparisonTable() {}

    static String of(PlanComparison comparison, String before, String after, Language language) {
        StringBuilder text = new StringBuilder();
        if (comparison.same()) {
            text.append(SAME.in(language));
        } else {
            parameters(comparison, before, after, language, text);
            settings(comparison, language, text);
            if (!comparison.memory().none()) {
                text.append('\n')
                        .append(TOTAL.in(language))
                        .append(comparison.memory().text())
                        .append('\n');
            }
        }
        if (!comparison.unknown().isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(UNKNOWN.in(language))
                    .append(String.join(", ", comparison.unknown()))
                    .append('\n');
        }
        if (!comparison.elsewhere().isEmpty()) {
            text.append('\n')
                    .append(ELSEWHERE.in(language))
                    .append(String.join(", ", comparison.elsewhere()))
                    .append('\n');
        }
        return text.toString();
    }

    private static void parameters(
            PlanComparison comparison, String before, String after, Language language, StringBuilder text) {
        if (comparison.parameters().isEmpty()) {
            return;
        }
        TextTable table =
                new TextTable().row(PARAMETER.in(language), before, after, NEEDS.in(language), MEMORY.in(language));
        for (ParameterDifference one : comparison.parameters()) {
            String needs = one.change().title().in(language);
            if (one.order() != MemberOrder.ANY) {
                needs += ", " + one.order().title().in(language);
            }
            table.row(
                    one.name(),
                    shown(one.before(), one.defaultValue(), language),
                    shown(one.after(), one.defaultValue(), language),
                    needs,
                    one.memory().text());
        }
        text.append(table.plain(""));
    }

    private static String shown(Optional<String> value, String otherwise, Language language) {
        return value.orElseGet(() -> otherwise + DEFAULT.in(language));
    }

    private static void settings(PlanComparison comparison, Language language, StringBuilder text) {
        TextTable table = new TextTable();
        for (SettingDifference one : comparison.settings()) {
            table.row(
                    one.area().title().in(language) + ": " + one.name(),
                    one.before().orElse("—"),
                    one.after().orElse("—"),
                    one.change().title().in(language));
        }
        if (!comparison.settings().isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n").append(table.plain(""));
        }
    }
}
