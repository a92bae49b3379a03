package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.etcd.EtcdPaths;
import io.github.pg1c.bundle.document.Commands;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.bundle.text.Shell;
import io.github.pg1c.model.Node;
import java.util.ArrayList;
import java.util.List;

/** Fewer members of etcd than a majority: what still works, and the way back. */
final class QuorumLossChapter {

    private QuorumLossChapter() {}

    static void write(DocumentContext context, Markdown page) {
        boolean failsafe = context.layout().versions().patroni().atLeast(3, 0);
        List<Text> state = new ArrayList<>();
        state.add(Text.of(
                "Nobody can be elected: there is no automatic failover and no switchover.",
                "Выбрать лидера нельзя: нет ни автоматической замены, ни переключения."));
        state.add(
                failsafe
                        ? Text.of(
                                "The present leader goes on writing as long as it reaches every member of Patroni (`failsafe_mode`); when one "
                                        + "of them does not answer it becomes read-only. Restart nothing of Patroni or PostgreSQL now.",
                                "Текущий лидер продолжает писать, пока ему отвечают все члены Patroni (`failsafe_mode`); если кто-то не "
                                        + "ответит, лидер перейдёт в режим чтения. Не перезапускайте сейчас ни Patroni, ни PostgreSQL.")
                        : Text.of(
                                "The leader becomes read-only when its ttl is over (this Patroni has no failsafe mode): 1C cannot write.",
                                "По истечении ttl лидер переходит в режим чтения (в этой версии Patroni нет failsafe_mode): 1С не пишет."));
        page.bullets(state);
        page.on(
                Markdown.atEach(context.etcd()),
                "systemctl status etcd --no-pager",
                "journalctl -u etcd -n 50 --no-pager",
                Commands.HEALTH,
                "df -h " + Shell.word(context.layout().etcdDataDirectory()));
        page.section(Text.of("The members can be brought back (nearly always)", "Членов можно вернуть (почти всегда)"))
                .paragraph(Text.of(
                        "Repair network, time, disk or certificates and start them with their data. Do not delete the data directory of any "
                                + "member. When a majority runs, everything goes on by itself.",
                        "Исправьте сеть, время, диск или сертификаты и запустите их с прежними данными. Каталог данных не удаляйте ни у "
                                + "кого. Как только работает большинство, всё продолжится само."))
                .on(Markdown.atEach(context.etcd()), "systemctl start --no-block etcd", Commands.HEALTH);
        if (context.etcd().size() > 1) {
            survivor(context, page);
        }
        scratch(context, page);
        space(context, page);
    }

    private static void survivor(DocumentContext context, Markdown page) {
        Node survivor = context.etcd().get(0);
        page.section(Text.of(
                        "The majority is gone for good, one member is left",
                        "Большинство потеряно навсегда, один член остался"))
                .paragraph(Text.of(
                        "The survivor begins a new cluster of one member with the old keys. Make sure that the lost members never come back "
                                + "with their data. Flags on the command line do not count beside a configuration file, hence the line in it.",
                        "Уцелевший начинает новый кластер из одного члена с прежними ключами. Убедитесь, что потерянные члены никогда не "
                                + "вернутся со своими данными. При файле конфигурации флаги командной строки не действуют, поэтому строка "
                                + "вносится в файл."))
                .on(
                        DocumentContext.at(survivor),
                        "systemctl stop etcd",
                        "cp -a " + Shell.word(context.layout().etcdDataDirectory()) + " "
                                + Shell.word(context.layout().etcdDataDirectory() + ".before-recovery"),
                        "echo 'force-new-cluster: true' >> " + EtcdPaths.CONFIG,
                        "systemctl start etcd",
                        Commands.ETCDCTL + " member list",
                        "sed -i '/^force-new-cluster:/d' " + EtcdPaths.CONFIG,
                        "systemctl restart etcd",
                        Commands.ETCDCTL + " endpoint status -w table")
                .expect(Text.of(
                        "one member, this one. The wrapper also asks the lost ones and reports them as unreachable.",
                        "один член — этот. Обёртка опрашивает и потерянных и сообщит, что они недоступны."))
                .paragraph(Text.of(
                        "Then add the others one at a time as in "
                                + Topic.ETCD_MEMBER.link().en()
                                + " (there is nothing to remove). On a joining host `initial-cluster` must list exactly the members of that "
                                + "moment: copy the value of `ETCD_INITIAL_CLUSTER` that `member add` prints into "
                                + Markdown.code(EtcdPaths.CONFIG) + " in place of the generated one.",
                        "Затем добавляйте остальных по одному, как в разделе "
                                + Topic.ETCD_MEMBER.link().ru()
                                + " (удалять некого). На присоединяемом узле `initial-cluster` должен перечислять ровно тех членов, что есть в "
                                + "этот момент: вместо созданного значения впишите в "
                                + Markdown.code(EtcdPaths.CONFIG)
                                + " то, что `member add` напечатал в `ETCD_INITIAL_CLUSTER`."));
    }

    private static void scratch(DocumentContext context, Markdown page) {
        page.section(Text.of("Nothing of etcd is left", "От etcd не осталось ничего"))
                .paragraph(
                        Text.of(
                                "The data of PostgreSQL is not in etcd. Form an empty etcd as at the first start, with Patroni stopped everywhere; then "
                                        + "start Patroni first on the node that led last (or, if it is gone, on the one with the highest position), and "
                                        + "the others when it leads. Do not empty any data directory of PostgreSQL.",
                                "Данных PostgreSQL в etcd нет. Соберите пустой etcd, как при первом запуске, остановив Patroni на всех узлах; затем "
                                        + "запустите Patroni сначала на узле, который был лидером последним (если его нет — на узле с наибольшей "
                                        + "позицией), а остальные — когда он станет лидером. Каталоги данных PostgreSQL не очищайте."))
                .on(
                        Markdown.atEach(context.postgresql()),
                        "systemctl stop patroni",
                        "runuser -u " + Shell.word(context.layout().postgresUser()) + " -- "
                                + Shell.word(context.layout().binDirectory() + "/pg_controldata") + " -D "
                                + Shell.word(context.layout().dataDirectory())
                                + " | grep -E 'cluster state|checkpoint location|TimeLineID'")
                .on(DocumentContext.at(context.first()), "systemctl start patroni", Commands.LIST);
    }

    private static void space(DocumentContext context, Markdown page) {
        page.section(Text.of("NOSPACE: the quota is used up", "NOSPACE: исчерпана квота"))
                .on(
                        DocumentContext.at(context.etcd().get(0)),
                        Commands.ETCDCTL + " alarm list",
                        "REVISION=$(" + Commands.ETCDCTL
                                + " endpoint status -w json | grep -o '\"revision\":[0-9]*' | head -1 | cut -d: -f2)",
                        Commands.ETCDCTL + " compact \"$REVISION\"",
                        Commands.ETCDCTL + " defrag",
                        Commands.ETCDCTL + " alarm disarm");
    }
}
