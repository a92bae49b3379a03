package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.bundle.text.Shell;
import io.github.pg1c.model.Node;

/** Delivery of the files and secrets of a node to that node only. */
public final class DeliveryChapter {

    private DeliveryChapter() {}

    static void write(DocumentContext context, Markdown page) {
        page.paragraph(Text.of(
                "A node gets its own directory of the bundle and its own directory of the secrets store, nothing more: "
                        + "a stolen "
                        + "node must not open the others. The keys of the certificate authorities never leave the "
                        + "store.",
                "Узел получает свой каталог из комплекта и свой каталог из хранилища секретов, и ничего больше: "
                        + "украденный узел не "
                        + "должен открывать остальные. Ключи удостоверяющих центров хранилище не покидают."));
        page.paragraph(Text.of(
                "With Ansible the same is done by `ansible/site.yml` (see `ansible/README.md`). By hand (the "
                        + "path of the store is that of the default directories):",
                "С Ansible то же самое делает `ansible/site.yml` (см. `ansible/README.md`). Вручную (путь к "
                        + "хранилищу — для каталогов по умолчанию):"));
        page.on(
                DocumentContext.onAdministrators(),
                "PG1C_SECRETS=$(cd "
                        + Shell.word("../../../.pg1c/" + context.cluster().name())
                        + " && pwd) && export PG1C_SECRETS");
        for (Node node : context.cluster().nodes()) {
            page.on(Text.of("To " + node.name(), "На " + node.name()), HostCommands.deliver(node));
        }
        page.expect(Text.of(
                "the installer lists what it changed and what each change needs; a second run changes nothing. It "
                        + "starts no service.",
                "установщик перечисляет, что изменил и что нужно после каждого изменения; повторный запуск не меняет "
                        + "ничего. "
                        + "Службы он не запускает."));
        page.paragraph(Text.of(
                "The copy of the secrets in " + Markdown.code(HostCommands.INBOX)
                        + " is removed by the last command, also when the installer fails; the installed files have the "
                        + "owners and modes of report.html.",
                "Последняя команда удаляет копию секретов из " + Markdown.code(HostCommands.INBOX)
                        + " и при ошибке установщика; владельцы и права установленных файлов — " + "в report.html."));
    }
}
