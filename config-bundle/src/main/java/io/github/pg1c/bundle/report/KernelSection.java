package io.github.pg1c.bundle.report;

import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.HostKernels;
import io.github.pg1c.bundle.text.Html;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.derived.HostKernel;
import io.github.pg1c.tuning.plan.KernelSetting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Kernel settings of the nodes with their reasons; nodes with the same settings share a table. */
final class KernelSection {

    private KernelSection() {}

    static Html render(DocumentContext context) {
        Map<List<KernelSetting>, List<String>> byNodes = new LinkedHashMap<>();
        for (Node node : context.cluster().nodes()) {
            byNodes.computeIfAbsent(context.plan().kernel(node), settings -> new ArrayList<>())
                    .add(node.name().toString());
        }
        List<Html> parts = new ArrayList<>();
        byNodes.forEach((settings, nodes) -> {
            parts.add(Html.tag("h3", Html.text(String.join(", ", nodes))));
            parts.add(table(context, settings));
        });
        if (context.cluster().platform().container()) {
            parts.add(Html.tag("h3", Html.text(context.say("Hosts of the containers", "Хосты контейнеров"))));
            parts.add(Html.paragraph(context.say(HostKernels.note(context.plan().hosts()))));
            if (!context.plan().hosts().isEmpty()) {
                parts.add(hosts(context));
            }
        }
        return Html.all(parts);
    }

    private static Html hosts(DocumentContext context) {
        List<List<Html>> rows = new ArrayList<>();
        for (HostKernel host : context.plan().hosts()) {
            for (KernelSetting setting : host.settings()) {
                rows.add(List.of(
                        Html.text(context.say(HostKernels.name(host))),
                        Html.code(setting.key()),
                        Html.code(setting.value()),
                        Html.text(context.say(setting.reason()))));
            }
        }
        return Html.table(
                List.of(
                        context.say("Host", "Хост"),
                        context.say("Setting", "Параметр"),
                        context.say("Value", "Значение"),
                        context.say("Reason", "Причина")),
                rows);
    }

    private static Html table(DocumentContext context, List<KernelSetting> settings) {
        List<List<Html>> rows = new ArrayList<>();
        for (KernelSetting setting : settings) {
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
