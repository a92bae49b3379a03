package io.github.pg1c.bundle.component.patroni;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.Node;
import java.util.ArrayList;
import java.util.List;

/** The order in which members restart. */
final class RestartChapter {

    private RestartChapter() {}

    static void write(DocumentContext context, Markdown page) {
        page.paragraph(Text.of(
                "A standby with a smaller value than its leader's stops. It concerns `max_connections`, "
                        + "`max_prepared_transactions`, "
                        + "`max_locks_per_transaction`, `max_wal_senders`, `max_worker_processes`.",
                "Реплика, у которой значение меньше, чем у лидера, останавливается. Это касается "
                        + "`max_connections`, "
                        + "`max_prepared_transactions`, `max_locks_per_transaction`, `max_wal_senders`, "
                        + "`max_worker_processes`."));
        List<Text> order = new ArrayList<>();
        if (context.alone()) {
            order.add(Text.of(
                    "There is one PostgreSQL node: restart it in an agreed window.",
                    "Узел PostgreSQL один: перезапускайте его в согласованное окно."));
        } else {
            order.add(Text.of(
                    "A value is raised, or any other parameter: standbys first, one by one, then the leader.",
                    "Значение увеличено либо это любой другой параметр: сначала реплики по одной, затем лидер."));
            order.add(Text.of(
                    "A value is lowered: the leader first, then the standbys.",
                    "Значение уменьшено: сначала лидер, затем реплики."));
        }
        page.bullets(order);
        List<String> commands = new ArrayList<>();
        List<Node> nodes = new ArrayList<>(context.postgresql());
        nodes.remove(context.first());
        nodes.add(context.first());
        nodes.forEach(node -> {
            commands.add(PatronictlCommand.of(context, "restart", node.name() + " --pending"));
            commands.add(PatronictlCommand.LIST);
        });
        page.paragraph(Text.of(
                        "Raising, with " + code(context.first().name())
                                + " as the leader (take the present one from the list):",
                        "Увеличение, лидер — " + code(context.first().name()) + " (текущего возьмите из списка):"))
                .on(DocumentContext.at(context.first()), commands.toArray(String[]::new))
                .expect(Text.of(
                        "after each restart the member is back (`streaming` or `running`) and its `Pending "
                                + "restart` is gone.",
                        "после каждого перезапуска член вернулся (`streaming` или `running`), отметки `Pending "
                                + "restart` у него нет."));
        page.section(Text.of("Services themselves", "Сами службы"))
                .paragraph(
                        context.cluster().etcd().external().used()
                                ? Text.of(
                                        "`systemctl restart patroni` restarts PostgreSQL, too; on the leader do a "
                                                + "switchover first.",
                                        "`systemctl restart patroni` перезапускает и PostgreSQL; на лидере сначала "
                                                + "переключите роль.")
                                : Text.of(
                                        "`systemctl restart patroni` restarts PostgreSQL, too; on the leader do a "
                                                + "switchover first. Members of etcd are "
                                                + "restarted one at a time, each only when all are healthy:",
                                        "`systemctl restart patroni` перезапускает и PostgreSQL; на лидере сначала "
                                                + "переключите роль. Члены etcd "
                                                + "перезапускают по одному и только когда исправны все:"));
    }
}
