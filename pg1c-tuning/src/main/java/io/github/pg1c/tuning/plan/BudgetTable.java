package io.github.pg1c.tuning.plan;

import io.github.pg1c.base.text.TextTable;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.MemorySize;

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
        TextTable table =
                new TextTable().numbers(1, 2).row(ITEM.in(language), TYPICAL.in(language), WORST.in(language), "");
        for (BudgetItem item : budget.items()) {
            table.row(
                    item.title().in(language),
                    megabytes(item.typical(), language),
                    megabytes(item.worst(), language),
                    item.formula().in(language));
        }
        table.row(TOTAL.in(language), megabytes(budget.typical(), language), megabytes(budget.worst(), language), "");
        table.row(LIMIT.in(language), megabytes(budget.limit(), language), megabytes(budget.limit(), language), "");
        return table.plain("");
    }

    /** Rounded up, because a printed sum must not look smaller than it is. */
    private static String megabytes(MemorySize size, Language language) {
        return ((size.bytes() >> 20) + (size.bytes() % (1 << 20) == 0 ? 0 : 1)) + " " + UNIT.in(language);
    }
}
