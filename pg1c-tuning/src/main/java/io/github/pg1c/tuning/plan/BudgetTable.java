package io.github.pg1c.tuning.plan;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.MemorySize;
import java.util.ArrayList;
import java.util.List;

/** The memory budget as aligned columns of plain text. */
final class BudgetTable {

    private static final Text ITEM = Text.of("Memory", "Память");
    private static final Text TYPICAL = Text.of("busy hour", "час пик");
    private static final Text WORST = Text.of("worst case", "худший случай");
    private static final Text UNIT = Text.of("MB", "МБ");
    private static final Text TOTAL = Text.of("Total", "Итого");
    private static final Text LIMIT = Text.of("Available", "Доступно");

    private BudgetTable() {}

    static String of(MemoryBudget budget, Language language) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(ITEM.in(language), TYPICAL.in(language), WORST.in(language), ""));
        for (BudgetItem item : budget.items()) {
            rows.add(List.of(
                    item.title().in(language),
                    megabytes(item.typical(), language),
                    megabytes(item.worst(), language),
                    item.formula().in(language)));
        }
        rows.add(List.of(
                TOTAL.in(language), megabytes(budget.typical(), language), megabytes(budget.worst(), language), ""));
        rows.add(List.of(
                LIMIT.in(language), megabytes(budget.limit(), language), megabytes(budget.limit(), language), ""));
        return align(rows);
    }

    /** Rounded up, because a printed sum must not look smaller than it is. */
    private static String megabytes(MemorySize size, Language language) {
        return ((size.bytes() >> 20) + (size.bytes() % (1 << 20) == 0 ? 0 : 1)) + " " + UNIT.in(language);
    }

    private static String align(List<List<String>> rows) {
        int[] widths = new int[3];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(row.get(0));
            line.append(" ".repeat(widths[0] - row.get(0).length()));
            for (int i = 1; i < widths.length; i++) {
                line.append("  ")
                        .append(" ".repeat(widths[i] - row.get(i).length()))
                        .append(row.get(i));
            }
            text.append((line + "  " + row.get(3)).stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
