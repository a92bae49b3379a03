package io.github.pg1c.bundle.document;

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

    static Html render(Facts facts) {
        Map<List<PlannedParameter>, List<String>> plans = new LinkedHashMap<>();
        for (Node node : facts.postgresql()) {
            plans.computeIfAbsent(effective(facts, node), plan -> new ArrayList<>())
                    .add(node.name().toString());
        }
        List<Html> parts = new ArrayList<>();
        parts.add(Html.paragraph(facts.say(
                "Parameters of the scope DCS are the same for all members and live in etcd; they are changed with "
                        + "pg1c-patronictl edit-config. The others stand in each node's patroni.yml.",
                "Параметры с областью DCS общие для всех членов и хранятся в etcd; их меняют через pg1c-patronictl edit-config. "
                        + "Остальные записаны в patroni.yml каждого узла.")));
        plans.forEach((plan, nodes) -> {
            parts.add(Html.tag("h3", Html.text(String.join(", ", nodes))));
            for (Group group : Group.values()) {
                List<List<Html>> rows = plan.stream()
                        .filter(parameter -> parameter.group() == group)
                        .map(parameter -> row(facts, parameter))
                        .toList();
                if (!rows.isEmpty()) {
                    parts.add(Html.tag("h4", Html.text(facts.say(group.title()))));
                    parts.add(table(facts, rows));
                }
            }
        });
        return Html.all(parts);
    }

    /** What is in force on the node: shared parameters come from the weakest node, not from its own plan. */
    private static List<PlannedParameter> effective(Facts facts, Node node) {
        Map<String, PlannedParameter> shared = new LinkedHashMap<>();
        facts.tuning().shared().forEach(parameter -> shared.put(parameter.name(), parameter));
        return facts.tuning().of(node.name()).parameters().stream()
                .map(parameter -> shared.getOrDefault(parameter.name(), parameter))
                .toList();
    }

    private static Html table(Facts facts, List<List<Html>> rows) {
        return Html.table(
                List.of(
                        facts.say("Parameter", "Параметр"),
                        facts.say("Value", "Значение"),
                        facts.say("Scope", "Область"),
                        facts.say("Change needs", "Для изменения"),
                        facts.say("Formula", "Формула"),
                        facts.say("Reason", "Причина"),
                        facts.say("Source", "Источник")),
                rows);
    }

    private static List<Html> row(Facts facts, PlannedParameter parameter) {
        return List.of(
                Html.code(parameter.name()),
                Html.code(parameter.value()),
                Html.text(parameter.scope() == ParameterScope.DCS ? "DCS" : facts.say("node", "узел")),
                Html.text(
                        parameter.change() == Activation.RESTART
                                ? facts.say("restart", "перезапуск")
                                : facts.say("reload", "перечитывание")),
                Html.text(facts.say(parameter.formula())),
                Html.text(facts.say(parameter.reason())),
                Html.tag(
                        "span",
                        List.of("title", facts.say(parameter.source().title())),
                        List.of(Html.text(parameter.source().code()))));
    }
}
