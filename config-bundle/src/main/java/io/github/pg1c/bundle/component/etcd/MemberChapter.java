package io.github.pg1c.bundle.component.etcd;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.plan.Endpoints;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.bundle.text.Shell;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.util.List;

/** Replacement of an etcd member that is lost permanently. */
final class MemberChapter {

    private MemberChapter() {}

    static void write(DocumentContext context, Markdown page) {
        List<Node> members = context.nodes(NodeRole.ETCD);
        Node lost = members.get(members.size() - 1);
        if (members.size() == 1) {
            page.paragraph(Text.of(
                    "There is one member: it cannot be replaced while it runs. See "
                            + EtcdTopics.QUORUM_LOSS.link().en() + ".",
                    "Член один: заменить его на ходу нельзя. См. "
                            + EtcdTopics.QUORUM_LOSS.link().ru() + "."));
            return;
        }
        page.paragraph(Text.of(
                "The others must have a quorum. Remove the dead member first, then add the new one: the other way "
                        + "round a further failure "
                        + "would cost the quorum. Example: " + code(lost.name()) + ".",
                "У остальных должен быть кворум. Сначала удалите погибшего члена, потом добавьте нового: при обратном "
                        + "порядке ещё один "
                        + "отказ лишит кластер кворума. Пример: " + code(lost.name()) + "."));
        page.on(
                DocumentContext.at(members.get(0)),
                EtcdctlCommand.HEALTH,
                EtcdctlCommand.MEMBERS,
                "MEMBER=$(" + EtcdctlCommand.PATH + " member list | awk -F', ' '$3 == \"" + lost.name()
                        + "\" {print $1}')",
                EtcdctlCommand.PATH + " member remove \"$MEMBER\"",
                EtcdctlCommand.PATH + " member add " + lost.name() + " --peer-urls=https://"
                        + Endpoints.hostPort(
                                lost.address(), context.cluster().etcd().peerPort()));
        page.on(
                        Text.of(
                                "On the new host, after packages and delivery; the directory of data must be empty",
                                "На новом узле, после установки пакетов и доставки файлов; каталог данных должен быть "
                                        + "пуст"),
                        "test ! -e " + Shell.word(context.layout().etcdDataDirectory() + "/member") + " && echo empty",
                        "sed -i 's/^initial-cluster-state:.*/initial-cluster-state: \"existing\"/' " + EtcdPaths.CONFIG,
                        "systemctl enable --now etcd",
                        EtcdctlCommand.MEMBERS,
                        EtcdctlCommand.HEALTH)
                .expect(Text.of(
                        "the new member `started`, `is healthy` for all.",
                        "новый член — `started`, `is healthy` у всех."));
        page.paragraph(Text.of(
                "The line counts only while the data directory is empty: the next installation puts `new` "
                        + "back, and that is harmless.",
                "Эта строка действует, только пока каталог данных пуст: следующая установка вернёт `new`, и "
                        + "это безвредно."));
    }
}
