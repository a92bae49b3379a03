package io.github.pg1c.bundle.component.etcd;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.runbook.Section;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.bundle.text.Shell;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.util.ArrayList;
import java.util.List;

/** etcd's sections of the runbook's chapters. */
final class EtcdSections {

    private EtcdSections() {}

    static List<Section> sections() {
        return List.of(
                new Section(Topic.EMERGENCY, 20, EtcdSections::quorum),
                new Section(Topic.SURVIVAL, 0, EtcdSections::survival),
                new Section(Topic.START, 10, EtcdSections::start),
                new Section(Topic.CHECKS, 10, EtcdSections::checks),
                new Section(Topic.RESTARTS, 10, EtcdSections::restarts),
                new Section(EtcdTopics.MEMBER, 0, MemberChapter::write),
                new Section(EtcdTopics.QUORUM_LOSS, 10, QuorumLossChapter::write),
                new Section(EtcdTopics.QUORUM_LOSS, 30, QuorumLossChapter::space),
                new Section(Topic.CERTIFICATES, 20, EtcdSections::rotation),
                new Section(Topic.DRILLS, 20, EtcdSections::drill),
                new Section(Topic.ROLLBACK, 40, EtcdSections::stop),
                new Section(Topic.DECOMMISSION, 50, EtcdSections::end));
    }

    private static void drill(DocumentContext context, Markdown page) {
        if (context.quorum().survives() == 0) {
            return;
        }
        Node member = context.nodes(NodeRole.ETCD).get(0);
        page.section(Text.of("A member of etcd is lost", "Потерян член etcd"))
                .on(DocumentContext.at(member), "systemctl stop etcd")
                .on(
                        DocumentContext.at(context.nodes(NodeRole.ETCD).get(1)),
                        EtcdctlCommand.HEALTH + " || echo 'one is missing'")
                .expect(Text.of(
                        "one member is unhealthy, the others are healthy; clients notice nothing.",
                        "один член неисправен, остальные исправны; клиенты ничего не замечают."))
                .on(DocumentContext.at(member), "systemctl start etcd");
    }

    private static void quorum(DocumentContext context, Markdown page) {
        page.on(
                Text.of("On any etcd node: is there a quorum", "На любом узле etcd: есть ли кворум"),
                EtcdctlCommand.HEALTH);
    }

    private static void survival(DocumentContext context, Markdown page) {
        List<Text> lines = new ArrayList<>();
        Text quorum = context.quorum().formula();
        lines.add(Text.of(
                "Members: " + context.quorum().members() + "; " + quorum.en() + ".",
                "Членов: " + context.quorum().members() + "; " + quorum.ru() + "."));
        context.quorum()
                .fatalZones()
                .forEach(zone -> lines.add(Text.of(
                        "The loss of the failure domain " + code(zone) + " alone stops etcd.",
                        "Потеря одного только домена отказа " + code(zone) + " останавливает etcd.")));
        page.section(Text.of("etcd", "etcd")).bullets(lines);
    }

    private static void start(DocumentContext context, Markdown page) {
        List<Node> members = context.nodes(NodeRole.ETCD);
        page.section(
                members.size() == 1
                        ? Text.of("etcd", "etcd")
                        : Text.of("etcd, on all members at once", "etcd, на всех членах сразу"));
        if (members.size() > 1) {
            page.paragraph(Text.of(
                    "A new cluster of etcd waits for its majority ("
                            + context.quorum().majority() + " of "
                            + context.quorum().members()
                            + "): the first `systemctl start` does not return until others run, hence "
                            + "`--no-block`.",
                    "Новый кластер etcd ждёт большинства ("
                            + context.quorum().majority() + " из "
                            + context.quorum().members()
                            + "): первый `systemctl start` не завершится, пока не запущены другие, поэтому "
                            + "`--no-block`."));
        }
        page.on(Markdown.atEach(members), "systemctl enable etcd", "systemctl start --no-block etcd")
                .on(DocumentContext.at(members.get(0)), EtcdctlCommand.HEALTH, EtcdctlCommand.MEMBERS)
                .expect(Text.of(
                        "`is healthy` for " + members.size() + " of " + members.size() + ", every member `started`.",
                        "`is healthy` для " + members.size() + " из " + members.size() + ", каждый член — `started`."))
                .paragraph(Text.of(
                        "The wrapper stands for etcdctl with the certificates of this node; the same in full:",
                        "Обёртка — это etcdctl с сертификатами этого узла; то же полностью:"))
                .on(DocumentContext.at(members.get(0)), plainEtcdctl(context) + " endpoint health");
    }

    private static String plainEtcdctl(DocumentContext context) {
        return "ETCDCTL_API=3 " + Shell.word(context.layout().etcdctlBinary()) + " --endpoints="
                + Shell.word(EtcdEndpoints.urls(context.cluster()))
                + " --cacert=" + EtcdPaths.CA + " --cert=" + EtcdPaths.CLIENT + ".pem --key="
                + EtcdPaths.CLIENT + "-key.pem";
    }

    private static void checks(DocumentContext context, Markdown page) {
        page.on(
                        DocumentContext.at(context.nodes(NodeRole.ETCD).get(0)),
                        EtcdctlCommand.HEALTH,
                        EtcdctlCommand.PATH + " endpoint status -w table")
                .expect(Text.of(
                        "all healthy, exactly one `IS LEADER true`, the same `RAFT TERM` everywhere, `ERRORS` empty.",
                        "все исправны, `IS LEADER true` ровно у одного, `RAFT TERM` у всех одинаков, `ERRORS` пусто."));
    }

    private static void restarts(DocumentContext context, Markdown page) {
        page.on(
                Markdown.atEach(context.nodes(NodeRole.ETCD)),
                EtcdctlCommand.HEALTH,
                "systemctl restart etcd",
                EtcdctlCommand.HEALTH);
        page.paragraph(Text.of(
                "Usually clients notice nothing. But a member that is just stopping may answer the leader's renewal of its lock"
                        + " with an error that Patroni does not repeat: it gives the role up and takes it again at once, sessions"
                        + " end, and nothing is written for a second or two. Choose a quiet hour.",
                "Обычно клиенты ничего не замечают. Но останавливающийся член может ответить на продление блокировки лидера"
                        + " ошибкой, после которой Patroni не повторяет запрос: он слагает роль и сразу берёт её снова, сеансы"
                        + " обрываются, записи нет секунду-две. Выберите тихое время."));
    }

    private static void stop(DocumentContext context, Markdown page) {
        page.on(Markdown.atEach(context.nodes(NodeRole.ETCD)), "systemctl stop etcd");
    }

    private static void end(DocumentContext context, Markdown page) {
        page.on(
                Markdown.atEach(context.nodes(NodeRole.ETCD)),
                "systemctl disable --now etcd",
                "find " + Shell.word(context.layout().etcdDataDirectory()) + " -mindepth 1 -delete");
    }

    private static void rotation(DocumentContext context, Markdown page) {
        page.section(Text.of("A new key for an authority", "Новый ключ центра"))
                .paragraph(Text.of(
                        "A new authority (not just certificates) is first trusted everywhere beside the old one, then "
                                + "used, and only then the "
                                + "old one is taken away: three deliveries. Each of three runs tells what has to be on "
                                + "the nodes before the next one:",
                        "Новому удостоверяющему центру (а не сертификатам) сначала начинают доверять везде наравне со "
                                + "старым, затем им "
                                + "подписывают, и только потом убирают старый: три доставки. Каждый из трёх запусков "
                                + "говорит, что должно быть на "
                                + "узлах до следующего:"))
                .on(
                        Text.of("In the infrastructure repository", "В репозитории инфраструктуры"),
                        context.goal("pki-rotate", "pg1c.authority=etcd"))
                .paragraph(Text.of(
                        "etcd reads a changed list of authorities only at a restart, one member at a time. "
                                + "Patroni reads one at a reload, if its own "
                                + "certificate is a new one as well: `pki-rotate` renews that with every "
                                + "change of trust.",
                        "Изменённый список центров etcd читает лишь при перезапуске, по одному члену. Patroni "
                                + "перечитывает его по reload, если "
                                + "нов и его собственный сертификат: `pki-rotate` обновляет его при каждой "
                                + "перемене доверия."));
    }
}
