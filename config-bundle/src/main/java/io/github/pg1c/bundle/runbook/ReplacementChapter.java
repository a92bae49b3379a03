package io.github.pg1c.bundle.runbook;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.etcd.EtcdPaths;
import io.github.pg1c.bundle.document.Commands;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.bundle.text.Shell;
import io.github.pg1c.model.Node;
import java.util.ArrayList;
import java.util.List;

/** A host is gone for good and another one takes its place. */
final class ReplacementChapter {

    private ReplacementChapter() {}

    static void write(DocumentContext context, Markdown page) {
        Node node = context.second();
        page.paragraph(Text.of(
                "The new host gets the same name and address; then its certificates and files stay valid. With another address, change the "
                        + "specification and generate first: every other node's files change, too.",
                "Новый узел получает то же имя и тот же адрес: тогда его сертификаты и файлы остаются в силе. Если адрес другой, сначала "
                        + "измените описание и выполните генерацию: изменятся файлы и всех остальных узлов."));
        page.bullets(
                Text.of(
                        "Make sure the old host is off and stays off.",
                        "Убедитесь, что старый узел выключен и не включится."),
                Text.of(
                        "If it carried etcd, too, replace that member first: "
                                + Topic.ETCD_MEMBER.link().en() + ".",
                        "Если на нём работал и etcd, сначала замените этого члена: "
                                + Topic.ETCD_MEMBER.link().ru() + "."),
                Text.of(
                        "Prepare the host and deliver its files: "
                                + Topic.PREPARATION.link().en() + ", "
                                + Topic.DELIVERY.link().en() + ".",
                        "Подготовьте узел и доставьте файлы: "
                                + Topic.PREPARATION.link().ru() + ", "
                                + Topic.DELIVERY.link().ru() + "."),
                Text.of(
                        "The data directory " + code(context.layout().dataDirectory())
                                + " must be empty: Patroni copies the data from the leader by itself.",
                        "Каталог данных " + code(context.layout().dataDirectory())
                                + " должен быть пуст: данные с лидера Patroni скопирует сам."));
        List<String> start = new ArrayList<>();
        start.add("systemctl enable --now patroni");
        if (context.pooled()) {
            start.add("systemctl enable --now pgbouncer");
        }
        start.add(Commands.LIST);
        page.on(Text.of("On the new host", "На новом узле"), start.toArray(String[]::new))
                .expect(Text.of(
                        "`creating replica`, then `streaming` or `running` with lag 0.",
                        "`creating replica`, затем `streaming` или `running` с отставанием 0."));
        if (context.alone()) {
            page.paragraph(Text.of(
                    "There is no other PostgreSQL node to copy from here: restore a backup instead.",
                    "Копировать здесь не с кого: узел PostgreSQL один, восстанавливайте резервную копию."));
            return;
        }
        page.section(Text.of("The host is alive, its data is not", "Узел жив, а его данные испорчены"))
                .paragraph(
                        Text.of(
                                "A standby that does not catch up or was corrupted is copied anew; never do this to the leader:",
                                "Реплика, которая не догоняет лидера или повреждена, копируется заново; с лидером так не поступайте никогда:"))
                .on(
                        DocumentContext.at(context.first()),
                        Commands.patronictl(context, "reinit", node.name().toString()),
                        Commands.LIST);
    }

    static void etcd(DocumentContext context, Markdown page) {
        List<Node> members = context.etcd();
        Node lost = members.get(members.size() - 1);
        if (members.size() == 1) {
            page.paragraph(Text.of(
                    "There is one member: it cannot be replaced while it runs. See "
                            + Topic.QUORUM_LOSS.link().en() + ".",
                    "Член один: заменить его на ходу нельзя. См. "
                            + Topic.QUORUM_LOSS.link().ru() + "."));
            return;
        }
        page.paragraph(Text.of(
                "The others must have a quorum. Remove the dead member first, then add the new one: the other way round a further failure "
                        + "would cost the quorum. Example: " + code(lost.name()) + ".",
                "У остальных должен быть кворум. Сначала удалите погибшего члена, потом добавьте нового: при обратном порядке ещё один "
                        + "отказ лишит кластер кворума. Пример: " + code(lost.name()) + "."));
        page.on(
                DocumentContext.at(members.get(0)),
                Commands.HEALTH,
                Commands.MEMBERS,
                "MEMBER=$(" + Commands.ETCDCTL + " member list | awk -F', ' '$3 == \"" + lost.name()
                        + "\" {print $1}')",
                Commands.ETCDCTL + " member remove \"$MEMBER\"",
                Commands.ETCDCTL + " member add " + lost.name() + " --peer-urls=https://"
                        + DocumentContext.hostPort(
                                lost.address(), context.cluster().etcd().peerPort()));
        page.on(
                        Text.of(
                                "On the new host, after packages and delivery; the directory of data must be empty",
                                "На новом узле, после установки пакетов и доставки файлов; каталог данных должен быть пуст"),
                        "test ! -e " + Shell.word(context.layout().etcdDataDirectory() + "/member") + " && echo empty",
                        "sed -i 's/^initial-cluster-state:.*/initial-cluster-state: \"existing\"/' " + EtcdPaths.CONFIG,
                        "systemctl enable --now etcd",
                        Commands.MEMBERS,
                        Commands.HEALTH)
                .expect(Text.of(
                        "the new member `started`, `is healthy` for all.",
                        "новый член — `started`, `is healthy` у всех."));
        page.paragraph(
                Text.of(
                        "The line counts only while the data directory is empty: the next installation puts `new` back, and that is harmless.",
                        "Эта строка действует, только пока каталог данных пуст: следующая установка вернёт `new`, и это безвредно."));
    }
}
