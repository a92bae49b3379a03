package io.github.pg1c.bundle.report;

import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entries;
import io.github.pg1c.bundle.document.Listing;
import io.github.pg1c.bundle.text.Html;
import io.github.pg1c.model.Node;
import io.github.pg1c.tuning.catalogue.Activation;
import io.github.pg1c.tuning.catalogue.ParameterScope;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.rule.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every planned parameter with its value, formula, reason and source; nodes with the same plan share a table. */
final class ParameterSection {

    private ParameterSection() {}

    static Html render(DocumentContext context, Entries entries) {
        Map<List<PlannedParameter>, List<String>> plans = new LinkedHashMap<>();
        for (Node node : context.postgresql()) {
            plans.computeIfAbsent(context.tuning().effective(node.name()), plan -> new ArrayList<>())
                    .add(node.name().toString());
        }
        List<Html> parts = new ArrayList<>();
        entries.items(Listing.PARAMETERS).forEach(line -> parts.add(Html.paragraph(context.say(line))));
        plans.forEach((plan, nodes) -> {
            parts.add(Html.tag("h3", Html.text(String.join(", ", nodes))));
            for (Group group : Group.values()) {
                List<List<Html>> rows = plan.stream()
                        .filter(parameter -> parameter.group() == group)
                        .map(parameter -> row(context, parameter))
                        .toList();
                if (!rows.isEmpty()) {
                    parts.add(Html.tag("h4", Html.text(context.say(group.title()))));
                    parts.add(table(context, rows));
                }
            }
        });
        return Html.all(parts);
    }

    private static Html table(DocumentContext context, List<List<Html>> rows) {
        return Html.table(
                List.of(
                        context.say("Parameter", "Параметр"),
                        context.say("Value", "Значение"),
                        context.say("Scope", "Область"),
                        context.say("Change needs", "Для изменения"),
                        context.say("Formula", "Формула"),
                        context.say("Reason", "Причина"),
                        context.say("Source", "Источник")),
                rows);
    }

    private static List<Html> row(DocumentContext context, PlannedParameter parameter) {
        return List.of(
                Html.code(parameter.name()),
                Html.code(parameter.value()),
                Html.text(parameter.scope() == ParameterScope.DCS ? "DCS" : context.say("node", "узел")),
                Html.text(
                        parameter.change() == Activation.RESTART
                                ? context.say("restart", "перезапуск")
                                : context.say("reload", "перечитывание")),
                Html.text(context.say(parameter.formula())),
                Html.text(context.say(parameter.reason())),
                Html.tag(
                        "span",
                        List.of("title", context.say(parameter.source().title())),
                        List.of(Html.text(parameter.source().code()))));
    }
}
