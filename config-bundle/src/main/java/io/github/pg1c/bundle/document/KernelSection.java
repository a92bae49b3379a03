package io.github.pg1c.bundle.document;

import io.github.pg1c.bundle.text.Html;
import io.github.pg1c.model.Node;
import io.github.pg1c.tuning.plan.KernelSetting;
import io.github.pg1c.tuning.plan.KernelSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Kernel settings of the PostgreSQL nodes with their reasons; nodes with the same settings share a table. */
final class KernelSection {

    private KernelSection() {}

    static Html render(Facts facts) {
        Map<KernelSettings, List<String>> byNodes = new LinkedHashMap<>();
        for (Node node : facts.postgresql()) {
            byNodes.computeIfAbsent(facts.tuning().of(node.name()).kernel(), settings -> new ArrayList<>())
                    .add(node.name().toString());
        }
        List<Html> parts = new ArrayList<>();
        if (facts.cluster().platform().container()) {
            parts.add(Html.classed(
                    "p",
                    "warn",
                    Html.text(facts.say(
                            "The nodes are containers: set these on the host of the containers.",
                            "Узлы — контейнеры: задайте эти параметры на их хосте."))));
        }
        byNodes.forEach((settings, nodes) -> {
            parts.add(Html.tag("h3", Html.text(String.join(", ", nodes))));
            parts.add(table(facts, settings));
        });
        return Html.all(parts);
    }

    private static Html table(Facts facts, KernelSettings settings) {
        List<List<Html>> rows = new ArrayList<>();
        for (KernelSetting setting : settings.sysctl()) {
            rows.add(List.of(
                    Html.code(setting.key()), Html.code(setting.value()), Html.text(facts.say(setting.reason()))));
        }
        return Html.table(
                List.of(
                        facts.say("Setting", "Параметр"),
                        facts.say("Value", "Значение"),
                        facts.say("Reason", "Причина")),
                rows);
    }
}
