package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.patroni.PatroniPaths;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.part.Service;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.Node;
import java.util.ArrayList;
import java.util.List;

/** When certificates end, how to see it, how to replace them without stopping. */
final class CertificateChapter {

    private CertificateChapter() {}

    static void write(DocumentContext context, Markdown page) {
        long host = context.cluster().tls().validity().toDays();
        long authority = context.cluster().tls().caValidity().toDays();
        page.bullets(
                Text.of(
                        "Certificates of the nodes live " + host + " days, those of the two authorities " + authority
                                + " days. An expired one "
                                + "stops etcd, Patroni and the checks of HAProxy: renew a month before.",
                        "Сертификаты узлов действуют " + host + " дн., двух удостоверяющих центров — " + authority
                                + " дн. Просроченный останавливает etcd, Patroni и проверки HAProxy: продлевайте за месяц."),
                Text.of(
                        "Two authorities on purpose: `etcd` signs what etcd trusts, `cluster` all the rest.",
                        "Центров два намеренно: `etcd` подписывает то, чему верит etcd, `cluster` — всё остальное."),
                Text.of(
                        "Their keys are in `$PG1C_SECRETS/ca`. Keep a copy off the machine; whoever has them owns the cluster.",
                        "Их ключи — в `$PG1C_SECRETS/ca`. Держите копию вне этой машины; у кого ключи, тот владеет кластером."));
        page.section(Text.of("Expiry", "Срок действия"));
        page.onEach(context.cluster().nodes(), node -> List.of(expiry(node, context)));
        page.section(Text.of("Renewal", "Продление"))
                .paragraph(Text.of(
                        "In the last third of its life a certificate is issued again, with the key it has, by `pki-renew` or by the next "
                                + "generation. `pki` shows what is due, for whom and why:",
                        "В последней трети срока сертификат перевыпускают на тот же ключ `pki-renew` или очередная генерация. "
                                + "Чему пора, кому и почему, показывает `pki`:"))
                .on(
                        Text.of("In the infrastructure repository", "В репозитории инфраструктуры"),
                        "mvn pg1c:pki",
                        "mvn pg1c:pki-renew")
                .paragraph(
                        Text.of(
                                "Then deliver the secrets of each node ("
                                        + Topic.DELIVERY.link().en()
                                        + ") and let the services read them. etcd reads a new certificate by itself at the next connection.",
                                "Затем доставьте секреты каждого узла ("
                                        + Topic.DELIVERY.link().ru()
                                        + ") и дайте службам перечитать их. etcd берёт новый сертификат сам при следующем соединении."));
        page.onEach(context.cluster().nodes(), each -> reloads(each, context));
        served(context, page);
        rotation(page);
    }

    private static void rotation(Markdown page) {
        page.section(Text.of("A new key for an authority", "Новый ключ центра"))
                .paragraph(Text.of(
                        "A new authority (not just certificates) is first trusted everywhere beside the old one, then used, and only then the "
                                + "old one is taken away: three deliveries. Each of three runs tells what has to be on the nodes before the next one:",
                        "Новому удостоверяющему центру (а не сертификатам) сначала начинают доверять везде наравне со старым, затем им "
                                + "подписывают, и только потом убирают старый: три доставки. Каждый из трёх запусков говорит, что должно быть на "
                                + "узлах до следующего:"))
                .on(
                        Text.of("In the infrastructure repository", "В репозитории инфраструктуры"),
                        "mvn pg1c:pki-rotate -Dpg1c.authority=etcd")
                .paragraph(
                        Text.of(
                                "etcd reads a changed list of authorities only at a restart, one member at a time. Patroni reads one at a reload, if its own "
                                        + "certificate is a new one as well: `pki-rotate` renews that with every change of trust.",
                                "Изменённый список центров etcd читает лишь при перезапуске, по одному члену. Patroni перечитывает его по reload, если "
                                        + "нов и его собственный сертификат: `pki-rotate` обновляет его при каждой перемене доверия."));
    }

    private static List<String> reloads(Node node, DocumentContext context) {
        return context.part(node).services().stream()
                .filter(service -> service.hasUnit() && service.reloads())
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

    private static void served(DocumentContext context, Markdown page) {
        Node node = context.first();
        page.section(Text.of("What is really served", "Что действительно отдаётся"))
                .on(
                        DocumentContext.at(node),
                        openssl(node, context.cluster().postgresql().port(), "-starttls postgres"),
                        openssl(
                                node,
                                context.cluster().patroni().port(),
                                "-cert " + PatroniPaths.TLS + "/patroni-client.pem -key " + PatroniPaths.TLS
                                        + "/patroni-client-key.pem"));
    }

    private static String openssl(Node node, int port, String options) {
        return "openssl s_client -connect " + DocumentContext.hostPort(node.address(), port) + " " + options
                + " </dev/null 2>/dev/null | openssl x509 -noout -subject -enddate";
    }
}
