package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entries;
import io.github.pg1c.bundle.document.Entry;
import io.github.pg1c.bundle.document.Listing;
import io.github.pg1c.bundle.part.Service;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.Node;
import java.util.ArrayList;
import java.util.List;

/** Expiry of certificates, how to see it, and how to replace them without a stop. */
final class CertificateChapter {

    private final Entries entries;

    CertificateChapter(Entries entries) {
        this.entries = entries;
    }

    void write(DocumentContext context, Markdown page) {
        page.bullets(entries.and(Entry.of(
                        Listing.CERTIFICATES,
                        30,
                        Text.of(
                                "Their keys are in `$PG1C_SECRETS/ca`. Keep a copy off the machine; whoever "
                                        + "has them owns the cluster.",
                                "Их ключи — в `$PG1C_SECRETS/ca`. Держите копию вне этой машины; у кого ключи, "
                                        + "тот владеет кластером.")))
                .items(Listing.CERTIFICATES));
        page.section(Text.of("Expiry", "Срок действия"));
        page.onEach(context.cluster().nodes(), node -> List.of(expiry(node, context)));
        page.section(Text.of("Renewal", "Продление"))
                .paragraph(Text.of(
                        "In the last third of its life a certificate is issued again, with the key it has, by "
                                + "`pki-renew` or by the next "
                                + "generation. `pki` shows what is due, for whom and why:",
                        "В последней трети срока сертификат перевыпускают на тот же ключ `pki-renew` или очередная "
                                + "генерация. "
                                + "Чему пора, кому и почему, показывает `pki`:"))
                .on(
                        Text.of("In the infrastructure repository", "В репозитории инфраструктуры"),
                        context.goal("pki"),
                        context.goal("pki-renew"))
                .paragraph(Text.of(
                        "Then deliver the secrets of each node ("
                                + Topic.DELIVERY.link().en()
                                + ") and let the services read them."
                                + entries.joined(Listing.RENEWALS).en(),
                        "Затем доставьте секреты каждого узла ("
                                + Topic.DELIVERY.link().ru()
                                + ") и дайте службам перечитать их."
                                + entries.joined(Listing.RENEWALS).ru()));
        page.onEach(context.cluster().nodes(), each -> reloads(each, context));
    }

    private static List<String> reloads(Node node, DocumentContext context) {
        return context.part(node).services().stream()
                .filter(service -> service.hasUnit()
                        && service.reloads()
                        && !service.certificates().isEmpty())
                .map(Service::reload)
                .toList();
    }

    private static String expiry(Node node, DocumentContext context) {
        List<String> directories = new ArrayList<>();
        context.part(node).services().stream()
                .map(Service::certificates)
                .filter(directory -> !directory.isEmpty())
                .forEach(directories::add);
        return "find " + String.join(" ", directories)
                + " -name '*.pem' ! -name '*-key.pem' -print -exec openssl x509 -noout -enddate -in {} \\;";
    }
}
