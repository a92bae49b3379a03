package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.bundle.text.Shell;
import io.github.pg1c.model.Node;

/** Delivery of the files and secrets of a node to that node only. */
public final class DeliveryChapter {

    /** Directory on a node for files that are not installed yet; only root may read it. */
    public static final String INBOX = "/root/pg1c";

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
                "export PG1C_SECRETS=$(cd "
                        + Shell.word("../../../.pg1c/" + context.cluster().name()) + " && pwd)");
        for (Node node : context.cluster().nodes()) {
            page.on(Text.of("To " + node.name(), "На " + node.name()), commands(node));
        }
        page.expect(Text.of(
                "the installer lists what it changed and what each change needs; a second run changes nothing. It "
                        + "starts no service.",
                "установщик перечисляет, что изменил и что нужно после каждого изменения; повторный запуск не меняет "
                        + "ничего. "
                        + "Службы он не запускает."));
        page.paragraph(Text.of(
                "The copy of the secrets in " + Markdown.code(INBOX)
                        + " is removed by the last command; the installed files have the "
                        + "owners and modes of report.html.",
                "Последняя команда удаляет копию секретов из " + Markdown.code(INBOX)
                        + "; владельцы и права установленных файлов — " + "в report.html."));
    }

    public static String[] commands(Node node) {
        String ssh = "ssh " + Shell.word("root@" + node.address()) + " ";
        return new String[] {
            ssh + Shell.word("rm -rf " + INBOX + " && install -d -m 0700 " + INBOX + "/bundle " + INBOX + "/secrets"),
            "tar -C nodes/" + node.name() + " -cf - . | " + ssh
                    + Shell.word("tar -C " + INBOX + "/bundle --no-same-owner -xf -"),
            "tar -C \"$PG1C_SECRETS\"/nodes/" + node.name() + " -cf - . | " + ssh
                    + Shell.word("tar -C " + INBOX + "/secrets --no-same-owner -xf -"),
            ssh + Shell.word("sh " + INBOX + "/bundle/install.sh --secrets " + INBOX + "/secrets; rm -rf " + INBOX)
        };
    }
}
