package io.github.pg1c.bundle.report;

import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Html;
import io.github.pg1c.model.Node;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.input.WalPlace;
import io.github.pg1c.tuning.plan.DiskBudget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The disk budgets of each PostgreSQL node; nodes with the same budgets share the tables. */
final class DiskSection {

    private DiskSection() {}

    static Html render(DocumentContext context) {
        Map<List<DiskBudget>, List<String>> budgets = new LinkedHashMap<>();
        for (Node node : context.postgresql()) {
            budgets.computeIfAbsent(context.plan().disks(node), disks -> new ArrayList<>())
                    .add(node.name().toString());
        }
        List<Html> parts = new ArrayList<>();
        context.postgresql().stream()
                .map(node -> context.tuning().of(node.name()).input())
                .filter(input -> input.walPlace() == WalPlace.ASSUMED)
                .findFirst()
                .ifPresent(input -> parts.add(assumed(context, input)));
        if (!context.cluster().postgresql().tablespaces().isEmpty()) {
            parts.add(Html.tag(
                    "p",
                    Html.text(context.say(
                            "The databases are counted as a whole; what lies in tablespaces on disks of their own takes"
                                    + " nothing of the disk here.",
                            "Базы учтены целиком; то, что лежит в табличных пространствах на отдельных дисках, места на"
                                    + " этом диске не занимает."))));
        }
        budgets.forEach((disks, nodes) -> {
            parts.add(Html.tag("h3", Html.text(String.join(", ", nodes))));
            disks.forEach(disk -> parts.add(table(context, disk)));
        });
        return Html.all(parts);
    }

    private static Html assumed(DocumentContext context, TuningInput input) {
        return Html.classed(
                "p",
                "warn",
                Html.text(context.say(
                        "The specification does not give the size of the disk of WAL (resources.walDisk): the limits of"
                                + " WAL are calculated for an assumed " + input.walDisk() + ".",
                        "В описании не указан размер диска WAL (resources.walDisk): пределы WAL рассчитаны для"
                                + " принятого размера " + input.walDisk() + ".")));
    }

    private static Html table(DocumentContext context, DiskBudget disk) {
        return Html.table(
                List.of(
                        context.say(disk.name()),
                        context.say("At most", "Не более"),
                        context.say("Calculation", "Расчёт")),
                disk.rows().stream()
                        .map(row -> row.stream()
                                .map(cell -> Html.text(context.say(cell)))
                                .toList())
                        .toList());
    }
}
