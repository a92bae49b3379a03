package io.github.pg1c.bundle.component.etcd;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.bundle.text.Shell;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;

/** Recovery when etcd has lost its majority. */
final class QuorumLossChapter {

    private QuorumLossChapter() {}

    static void write(DocumentContext context, Markdown page) {
        page.on(
                Markdown.atEach(context.nodes(NodeRole.ETCD)),
                "systemctl status etcd --no-pager",
                "journalctl -u etcd -n 50 --no-pager",
                EtcdctlCommand.HEALTH,
                "df -h " + Shell.word(context.layout().etcdDataDirectory()));
        page.section(Text.of("The members can be brought back (nearly always)", "Членов можно вернуть (почти всегда)"))
                .paragraph(Text.of(
                        "Repair network, time, disk or certificates and start them with their data. Do not delete the "
                                + "data directory of any "
                                + "member. When a majority runs, everything goes on by itself.",
                        "Исправьте сеть, время, диск или сертификаты и запустите их с прежними данными. Каталог данных "
                                + "не удаляйте ни у "
                                + "кого. Как только работает большинство, всё продолжится само."))
                .on(
                        Markdown.atEach(context.nodes(NodeRole.ETCD)),
                        "systemctl start --no-block etcd",
                        EtcdctlCommand.HEALTH);
        if (context.nodes(NodeRole.ETCD).size() > 1) {
            survivor(context, page);
        }
    }

    private static void survivor(DocumentContext context, Markdown page) {
        Node survivor = context.nodes(NodeRole.ETCD).get(0);
        page.section(Text.of(
                        "The majority is gone for good, one member is left",
                        "Большинство потеряно навсегда, один член остался"))
                .paragraph(Text.of(
                        "The survivor begins a new cluster of one member with the old keys. Make sure that the lost "
                                + "members never come back "
                                + "with their data. Flags on the command line do not count beside a configuration "
                                + "file, hence the line in it.",
                        "Уцелевший начинает новый кластер из одного члена с прежними ключами. Убедитесь, что "
                                + "потерянные члены никогда не "
                                + "вернутся со своими данными. При файле конфигурации флаги командной строки не "
                                + "действуют, поэтому строка "
                                + "вносится в файл."))
                .on(
                        DocumentContext.at(survivor),
                        "systemctl stop etcd",
                        "cp -a " + Shell.word(context.layout().etcdDataDirectory()) + " "
                                + Shell.word(context.layout().etcdDataDirectory() + ".before-recovery"),
                        "echo 'force-new-cluster: true' >> " + EtcdPaths.CONFIG,
                        "systemctl start etcd",
                        EtcdctlCommand.PATH + " member list",
                        "sed -i '/^force-new-cluster:/d' " + EtcdPaths.CONFIG,
                        "systemctl restart etcd",
                        EtcdctlCommand.PATH + " endpoint status -w table")
                .expect(Text.of(
                        "one member, this one. The wrapper also asks the lost ones and reports them as unreachable.",
                        "один член — этот. Обёртка опрашивает и потерянных и сообщит, что они недоступны."))
                .paragraph(Text.of(
                        "Then add the others one at a time as in "
                                + EtcdTopics.MEMBER.link().en()
                                + " (there is nothing to remove). On a joining host `initial-cluster` must list "
                                + "exactly the members of that "
                                + "moment: copy the value of `ETCD_INITIAL_CLUSTER` that `member add` prints into "
                                + Markdown.code(EtcdPaths.CONFIG) + " in place of the generated one.",
                        "Затем добавляйте остальных по одному, как в разделе "
                                + EtcdTopics.MEMBER.link().ru()
                                + " (удалять некого). На присоединяемом узле `initial-cluster` должен перечислять "
                                + "ровно тех членов, что есть в "
                                + "этот момент: вместо созданного значения впишите в "
                                + Markdown.code(EtcdPaths.CONFIG)
                                + " то, что `member add` напечатал в `ETCD_INITIAL_CLUSTER`."));
    }

    static void space(DocumentContext context, Markdown page) {
        page.section(Text.of("NOSPACE: the quota is used up", "NOSPACE: исчерпана квота"))
                .on(
                        DocumentContext.at(context.nodes(NodeRole.ETCD).get(0)),
                        EtcdctlCommand.PATH + " alarm list",
                        "REVISION=$(" + EtcdctlCommand.PATH
                                + " endpoint status -w json | grep -o '\"revision\":[0-9]*' | head -1 | cut -d: -f2)",
                        EtcdctlCommand.PATH + " compact \"$REVISION\"",
                        EtcdctlCommand.PATH + " defrag",
                        EtcdctlCommand.PATH + " alarm disarm");
    }
}
