package io.github.pg1c.bundle.report;

import io.github.pg1c.bundle.document.DocumentContext;
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

    static Html render(DocumentContext context) {
        Map<KernelSettings, List<String>> byNodes = new LinkedHashMap<>();
        for (Node node : context.postgresql()) {
            byNodes.computeIfAbsent(context.tuning().of(node.name()).kernel(), settings -> new ArrayList<>())
                    .add(node.name().toString());
        }
        List<Html> parts = new ArrayList<>();
        if (context.cluster().platform().container()) {
            parts.add(Html.classed(
                    "p",
                    "warn",
                    Html.text(context.say(
                            "The nodes are containers: set these on the host of the containers.",
                            "Узлы — контейнеры: задайте эти параметры на их хосте."))));
        }
        byNodes.forEach((settings, nodes) -> {
            parts.add(Html.tag("h3", Html.text(String.join(", ", nodes))));
            parts.add(table(context, settings));
        });
        return Html.all(parts);
    }

    private static Html table(DocumentContext context, KernelSettings settings) {
        List<List<Html>> rows = new ArrayList<>();
        for (KernelSetting setting : settings.sysctl()) {
            rows.add(List.of(
                    Html.code(setting.key()), Html.code(setting.value()), Html.text(context.say(setting.reason()))));
        }
        return Html.table(
                List.of(
                        context.say("Setting", "Параметр"),
                        context.say("Value", "Значение"),
                        context.say("Reason", "Причина")),
                rows);
    }
}
