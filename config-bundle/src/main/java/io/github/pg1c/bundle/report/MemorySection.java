package io.github.pg1c.bundle.report;

import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Html;
import io.github.pg1c.model.Node;
import io.github.pg1c.tuning.plan.BudgetItem;
import io.github.pg1c.tuning.plan.MemoryBudget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The memory budget of each PostgreSQL node; nodes with the same budget share a table. */
final class MemorySection {

    private MemorySection() {}

    static Html render(DocumentContext context) {
        Map<MemoryBudget, List<String>> budgets = new LinkedHashMap<>();
        for (Node node : context.postgresql()) {
            budgets.computeIfAbsent(context.tuning().of(node.name()).budget(), budget -> new ArrayList<>())
                    .add(node.name().toString());
        }
        List<Html> parts = new ArrayList<>();
        budgets.forEach((budget, nodes) -> parts.add(budget(context, budget, String.join(", ", nodes))));
        return Html.all(parts);
    }

    private static Html budget(DocumentContext context, MemoryBudget budget, String nodes) {
        List<List<Html>> rows = new ArrayList<>();
        for (BudgetItem item : budget.items()) {
            rows.add(List.of(
                    Html.text(context.say(item.title())),
                    Html.text(readable(item.typical().bytes())),
                    Html.text(readable(item.worst().bytes())),
                    Html.text(context.say(item.formula()))));
        }
        rows.add(List.of(
                Html.tag("strong", Html.text(context.say("Sum", "Сумма"))),
                amount(budget.typical().bytes(), budget.fits()),
                amount(budget.worst().bytes(), budget.worstFits()),
                Html.text(context.say("limit ", "предел ")
                        + readable(budget.limit().bytes()))));
        return Html.all(List.of(
                Html.tag("h3", Html.text(nodes)),
                Html.table(
                        List.of(
                                context.say("What", "Что"),
                                context.say("Busy hour", "Час пик"),
                                context.say("Worst case", "Худший случай"),
                                context.say("Calculation", "Расчёт")),
                        rows)));
    }

    private static Html amount(long bytes, boolean fits) {
        return Html.classed(fits ? "strong" : "span", fits ? "fits" : "warn", Html.text(readable(bytes)));
    }

    /** Whole megabytes, because exact sizes in bytes make the sum hard to read. */
    private static String readable(long bytes) {
        return (bytes + (1 << 19)) / (1 << 20) + " MB";
    }
}
