package io.github.pg1c.bundle.component.etcd;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.runbook.Section;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.etcd.ExternalEtcd;
import java.util.ArrayList;
import java.util.List;

/** Sections of the runbook's chapters about an etcd that others operate. */
final class ExternalEtcdSections {

    /** On a machine of etcd's administrator. */
    private static final Text AT_ITS_ADMINISTRATOR =
            Text.of("At etcd's administrator, as root of etcd", "У администратора etcd, от имени root в etcd");

    private ExternalEtcdSections() {}

    static List<Section> sections() {
        return List.of(
                new Section(Topic.EMERGENCY, 20, ExternalEtcdSections::quorum),
                new Section(Topic.SURVIVAL, 0, ExternalEtcdSections::survival),
                new Section(Topic.PREPARATION, 50, ExternalEtcdSections::preparation),
                new Section(Topic.START, 10, ExternalEtcdSections::checks),
                new Section(Topic.CHECKS, 10, ExternalEtcdSections::checks),
                new Section(EtcdTopics.QUORUM_LOSS, 10, ExternalEtcdSections::lost),
                new Section(Topic.CERTIFICATES, 20, ExternalEtcdSections::renewal),
                new Section(Topic.DECOMMISSION, 50, ExternalEtcdSections::end));
    }

    private static ExternalEtcd external(DocumentContext context) {
        return context.cluster().etcd().external();
    }

    private static void quorum(DocumentContext context, Markdown page) {
        page.on(
                Text.of("On any PostgreSQL node: does etcd answer", "На любом узле PostgreSQL: отвечает ли etcd"),
                EtcdctlCommand.HEALTH);
    }

    private static void survival(DocumentContext context, Markdown page) {
        int endpoints = external(context).endpoints().size();
        int majority = endpoints / 2 + 1;
        page.section(Text.of("etcd", "etcd"))
                .bullets(
                        Text.of(
                                "Others operate it. Endpoints: " + endpoints + "; if these are all members, majority = "
                                        + endpoints + " / 2 + 1 = " + majority + ", survives the loss of "
                                        + (endpoints - majority) + ".",
                                "Его ведут другие. Адресов: " + endpoints + "; если это все члены, большинство = "
                                        + endpoints + " / 2 + 1 = " + majority + ", выдерживает потерю "
                                        + (endpoints - majority) + "."),
                        Text.of(
                                "Not known here: on which hosts and in which zones its members are, and what else "
                                        + "depends on it. The times above assume that it answers, and that none of its "
                                        + "members is lost together with the leader's host.",
                                "Здесь неизвестно, на каких узлах и в каких зонах его члены и что ещё от него зависит. "
                                        + "Названные времена предполагают, что он отвечает и что вместе с узлом лидера "
                                        + "не теряется ни один его член."));
    }

    private static void preparation(DocumentContext context, Markdown page) {
        ExternalEtcd external = external(context);
        String prefix = EtcdCheck.prefix(context.cluster());
        List<Text> asked = new ArrayList<>();
        asked.add(Text.of(
                "The gateway of etcd is on (`enable-grpc-gateway: true` where there is a file of configuration): "
                        + "Patroni uses it. It takes no user's name from a certificate, so with users (`auth "
                        + "enable`) the cluster needs one with a password.",
                "Включён шлюз etcd (в файле конфигурации — `enable-grpc-gateway: true`): через него работает Patroni. "
                        + "Имя пользователя из сертификата шлюз не берёт, поэтому при включённых пользователях (`auth "
                        + "enable`) кластеру нужен пользователь с паролем."));
        asked.add(Text.of(
                "Each member advertises (`advertise-client-urls`) the address that the specification names: Patroni "
                        + "asks where etcd says that its members are.",
                "Каждый член объявляет (`advertise-client-urls`) тот адрес, который указан в описании: Patroni идёт "
                        + "туда, где члены находятся по словам etcd."));
        asked.add(Text.of(
                "The election timeout is at most " + ExternalEtcdEntries.election(context) + " ms: etcd gives no lease "
                        + "shorter than one and a half of it, and ttl is "
                        + context.timing().ttl().toSeconds() + " s.",
                "Тайм-аут выборов не больше " + ExternalEtcdEntries.election(context) + " мс: аренды короче полутора "
                        + "таких тайм-аутов etcd не даёт, а ttl — "
                        + context.timing().ttl().toSeconds() + " с."));
        asked.add(Text.of(
                "Compaction is on (`auto-compaction-retention`, an hour), the quota is watched and there are "
                        + "snapshots: with a full quota etcd refuses every write, and the leader steps down.",
                "Включено сжатие (`auto-compaction-retention`, час), за квотой следят, делают снимки: при исчерпанной "
                        + "квоте etcd отвергает любую запись, и лидер слагает роль."));
        page.section(Text.of("What etcd's administrator provides", "Что даёт администратор etcd"))
                .paragraph(Text.of(
                        "Others operate etcd; all keys of this cluster begin with " + code(prefix) + ".",
                        "etcd ведут другие; все ключи этого кластера начинаются с " + code(prefix) + "."))
                .bullets(asked);
        String user = external.user();
        if (user != null) {
            page.paragraph(Text.of(
                            "The user " + code(user) + " with the right to these keys and no others:",
                            "Пользователь " + code(user) + " с правом на эти ключи и ни на какие другие:"))
                    .on(
                            AT_ITS_ADMINISTRATOR,
                            "etcdctl role add " + user,
                            "etcdctl role grant-permission " + user + " --prefix=true readwrite " + prefix,
                            "etcdctl user add " + user,
                            "etcdctl user grant-role " + user + " " + user)
                    .paragraph(Text.of(
                            "The password goes, one line, into " + code(given("-password")) + ".",
                            "Пароль, одной строкой, кладут в " + code(given("-password")) + "."));
        }
        if (external.clientCertificate()) {
            if (user != null) {
                page.paragraph(Text.of(
                        "The subject of the certificate for clients has no common name (CN): with users the gateway "
                                + "refuses one that has it.",
                        "В субъекте сертификата клиента нет общего имени (CN): при включённых пользователях шлюз "
                                + "отвергает сертификат с ним."));
            }
            page.paragraph(Text.of(
                    "The certificate for clients goes into " + code(given(".pem"))
                            + ", with those between it and the authority, its key unencrypted into "
                            + code(given("-key.pem")) + ". Then generate again.",
                    "Сертификат клиента вместе с промежуточными кладут в " + code(given(".pem"))
                            + ", его ключ без шифрования — в " + code(given("-key.pem"))
                            + ". Затем выполните генерацию."));
        }
        page.paragraph(Text.of(
                "The installer asks etcd before it changes anything on a host: most endpoints must answer over TLS "
                        + "that is verified, the rights must be there, and no other cluster may have this name.",
                "Прежде чем что-либо менять на узле, установщик спрашивает etcd: большинство адресов должно ответить "
                        + "по проверенному TLS, права должны быть, а имя не должно быть занято другим кластером."));
    }

    private static void checks(DocumentContext context, Markdown page) {
        page.section(Text.of("etcd of others", "Чужой etcd"))
                .on(DocumentContext.at(context.first()), EtcdPaths.CHECK, EtcdctlCommand.HEALTH)
                .expect(Text.of(
                        "nothing from the first command, `is healthy` for every endpoint from the second.",
                        "первая команда не печатает ничего, вторая — `is healthy` для каждого адреса."));
    }

    private static void lost(DocumentContext context, Markdown page) {
        page.on(
                        Markdown.atEach(context.postgresql()),
                        "{ " + EtcdPaths.CHECK + " || " + EtcdctlCommand.HEALTH + "; } 2>&1 | tail -n 20")
                .paragraph(Text.of(
                        "Tell etcd's administrator, with these lines. When it answers again everything goes on by "
                                + "itself. If it is restored from a snapshot, the state of Patroni is that of the "
                                + "snapshot: look at the list of members before anything else.",
                        "Сообщите администратору etcd, приложив эти строки. Когда etcd снова ответит, всё продолжится "
                                + "само. Если его восстановили из снимка, состояние Patroni — на момент снимка: прежде "
                                + "всего посмотрите список членов."));
    }

    private static void renewal(DocumentContext context, Markdown page) {
        ExternalEtcd external = external(context);
        if (external.clientCertificate()) {
            page.section(Text.of("The certificate for etcd", "Сертификат для etcd"))
                    .on(
                            DocumentContext.at(context.first()),
                            "openssl x509 -noout -subject -enddate -in " + EtcdPaths.CLIENT + ".pem")
                    .paragraph(Text.of(
                            "Ask etcd's administrator for a new one in time, put it with its key into "
                                    + code(given(".pem")) + " and " + code(given("-key.pem"))
                                    + ", generate and deliver. pg1c never makes it; one that does not fit its key or "
                                    + "the authority, or has expired, is refused.",
                            "Заранее запросите новый у администратора etcd, положите его и ключ в "
                                    + code(given(".pem")) + " и " + code(given("-key.pem"))
                                    + ", выполните генерацию и доставку. Сам pg1c его не создаёт; сертификат, "
                                    + "который не подходит к ключу или центру либо просрочен, не принимается."));
        }
        page.paragraph(Text.of(
                "When etcd's authority changes, first write both certificates into `etcd.external.caCertificate`, "
                        + "deliver, and take the old one out when all members have new certificates.",
                "Когда у etcd меняется центр, сначала впишите в `etcd.external.caCertificate` оба сертификата и "
                        + "доставьте файлы, а старый уберите, когда у всех членов будут новые сертификаты."));
    }

    private static void end(DocumentContext context, Markdown page) {
        String user = external(context).user();
        if (user != null) {
            page.on(AT_ITS_ADMINISTRATOR, "etcdctl user delete " + user, "etcdctl role delete " + user);
        }
    }

    /** A file of the secrets store. */
    private static String given(String end) {
        return "$PG1C_SECRETS/given/" + ExternalEtcdComponent.LOGIN + end;
    }
}
