package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;

/** What each host has, as its collector says. */
final class HostFactsSection {

    private HostFactsSection() {}

    static void write(DocumentContext context, Markdown page) {
        page.section(Text.of("What each host has", "Что есть на каждом хосте"))
                .paragraph(Text.of(
                        "`collect.sh` changes nothing and answers with one JSON object: packages with versions, "
                                + "checksums, modes and owners of the files, directories with free space, units, "
                                + "ports, kernel settings, locales, clock. Of secret files it has modes and "
                                + "owners, never contents.",
                        "`collect.sh` ничего не меняет и отвечает одним объектом JSON: пакеты с версиями, "
                                + "контрольные суммы, права и владельцы файлов, каталоги со свободным местом, "
                                + "юниты, порты, параметры ядра, локали, часы. О секретных файлах в нём права "
                                + "и владельцы, но не содержимое."))
                .on(
                        DocumentContext.onAdministrators(),
                        context.cluster().nodes().stream()
                                .map(HostCommands::collect)
                                .toArray(String[]::new))
                .expect(Text.of(
                        "an object from each node. What could not be found out is `null`, with its reason in "
                                + "`unknown`; an ordinary user finds out less than root.",
                        "по объекту от каждого узла. Что узнать не удалось, равно `null`, причина — в "
                                + "`unknown`; обычный пользователь узнаёт меньше, чем root."));
    }
}
