package io.github.pg1c.bundle.report;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entries;
import io.github.pg1c.bundle.text.Html;
import java.util.ArrayList;
import java.util.List;

/** {@code report.html}: the cluster on one self-contained page. */
public final class Report {

    private record Part(String id, Text title, ReportSection section) {}

    private Report() {}

    public static String render(DocumentContext context, Entries entries, List<Tier> tiers) {
        List<Part> parts = parts(entries, tiers);
        String title = context.say("Cluster ", "Кластер ") + context.cluster().name();
        List<Html> body = new ArrayList<>();
        body.add(Html.tag("h1", Html.text(title)));
        body.add(Html.paragraph(context.say(
                "Made by pg1c from the specification. It holds no secret; how to run the cluster is in "
                        + "RUNBOOK.md.",
                "Создано pg1c по описанию кластера. Секретов здесь нет; как управлять кластером, "
                        + "написано в RUNBOOK.md.")));
        body.add(contents(context, parts));
        for (Part part : parts) {
            body.add(Html.tag(
                    "section",
                    List.of("id", part.id()),
                    List.of(
                            Html.tag("h2", Html.text(context.say(part.title()))),
                            part.section().render(context))));
        }
        return "<!DOCTYPE html>\n" + page(context, title, body).markup() + "\n";
    }

    private static List<Part> parts(Entries entries, List<Tier> tiers) {
        return List.of(
                new Part(
                        "topology",
                        Text.of("Topology", "Топология"),
                        context -> TopologySection.render(context, tiers)),
                new Part(
                        "objectives",
                        Text.of("Objectives", "Цели"),
                        context -> ObjectivesSection.render(context, entries)),
                new Part("memory", Text.of("Memory budget", "Бюджет памяти"), MemorySection::render),
                new Part("disks", Text.of("Disk budget", "Бюджет дисков"), DiskSection::render),
                new Part(
                        "parameters",
                        Text.of("PostgreSQL parameters", "Параметры PostgreSQL"),
                        context -> ParameterSection.render(context, entries)),
                new Part("kernel", Text.of("Kernel settings", "Параметры ядра"), KernelSection::render),
                new Part("flows", Text.of("Network flows", "Сетевые потоки"), FlowSection::render),
                new Part("files", Text.of("Files of the nodes", "Файлы узлов"), FileSection::render));
    }

    private static Html contents(DocumentContext context, List<Part> parts) {
        return Html.tag(
                "nav",
                parts.stream()
                        .map(part -> Html.all(List.of(
                                Html.tag(
                                        "a",
                                        List.of("href", "#" + part.id()),
                                        List.of(Html.text(context.say(part.title())))),
                                Html.text(" "))))
                        .toArray(Html[]::new));
    }

    private static Html page(DocumentContext context, String title, List<Html> body) {
        Html head = Html.tag(
                "head",
                Html.tag("meta", List.of("charset", "utf-8"), List.of()),
                Html.tag(
                        "meta",
                        List.of("name", "viewport", "content", "width=device-width, initial-scale=1"),
                        List.of()),
                Html.tag("title", Html.text(title)),
                ReportStyle.element());
        return Html.tag(
                "html",
                List.of(
                        "xmlns",
                        "http://www.w3.org/1999/xhtml",
                        "lang",
                        context.language().code()),
                List.of(head, Html.tag("body", Html.tag("main", body.toArray(Html[]::new)))));
    }
}
