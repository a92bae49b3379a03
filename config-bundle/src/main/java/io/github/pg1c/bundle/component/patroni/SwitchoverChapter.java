package io.github.pg1c.bundle.component.patroni;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.postgresql.PsqlCommand;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.Node;
import java.util.ArrayList;
import java.util.List;

/** The planned move of the leader's role, and the work that remains after a failover. */
final class SwitchoverChapter {

    private SwitchoverChapter() {}

    static void write(DocumentContext context, Markdown page) {
        if (context.alone()) {
            page.paragraph(Text.of(
                    "There is one PostgreSQL node: nobody to switch over to.",
                    "Узел PostgreSQL один: переключаться не на кого."));
            return;
        }
        Node from = context.first();
        Node to = context.second();
        page.paragraph(Text.of(
                "Writing stops for seconds and every session is cut: do it in an agreed window, with no scheduled jobs "
                        + "running. "
                        + "The names below are an example; take the present leader from the list.",
                "Запись прервётся на секунды, все сеансы оборвутся: выполняйте в согласованное окно, без регламентных "
                        + "заданий. "
                        + "Имена ниже — пример, текущего лидера возьмите из списка."));
        page.on(
                        DocumentContext.at(from),
                        PatronictlCommand.LIST,
                        PsqlCommand.local(context, "-c 'CHECKPOINT'"),
                        PatronictlCommand.of(
                                context, "switchover", "--leader " + from.name() + " --candidate " + to.name()),
                        PatronictlCommand.LIST)
                .expect(Text.of(
                        code(to.name()) + " is `Leader` and " + code(from.name())
                                + " comes back as a standby, lag 0. The exit code of patronictl says nothing: "
                                + "read the list.",
                        code(to.name()) + " — `Leader`, " + code(from.name())
                                + " возвращается репликой с отставанием 0. Код возврата patronictl ни о чём не "
                                + "говорит: смотрите список."));
        List<Text> conditions = new ArrayList<>();
        conditions.add(Text.of(
                "Not while the list shows `Pending restart` on some members only: a standby with smaller limits than "
                        + "its leader stops.",
                "Не переключайте, пока в списке у части членов стоит `Pending restart`: реплика с меньшими пределами, "
                        + "чем у лидера, "
                        + "остановится."));
        if (context.cluster().objectives().synchronous()) {
            conditions.add(Text.of(
                    "The candidate must be the synchronous standby; another one is refused (412).",
                    "Кандидат — только синхронная реплика; другую Patroni отвергнет (412)."));
        }
        context.postgresql().stream()
                .filter(node -> !node.failover())
                .forEach(node -> conditions.add(Text.of(
                        code(node.name()) + " never becomes leader (`nofailover`).",
                        code(node.name()) + " лидером не становится никогда (`nofailover`).")));
        if (!context.proxied()) {
            conditions.add(Text.of(
                    "Then point the clients at the new leader: "
                            + Topic.CONNECTION.link().en() + ".",
                    "Затем направьте клиентов на нового лидера: "
                            + Topic.CONNECTION.link().ru() + "."));
        }
        page.bullets(conditions);
    }

    static void failover(DocumentContext context, Markdown page) {
        if (context.alone()) {
            page.paragraph(Text.of(
                    "Nothing takes over. Bring the host back, or restore a backup on a new one.",
                    "Заменить лидера некому. Верните узел в строй или восстановите резервную копию на новом."));
            return;
        }
        page.paragraph(Text.of(
                "Afterwards: find out why in the journal of the old leader, and see that the list is whole again.",
                "После этого найдите причину в журнале прежнего лидера и убедитесь, что список снова полон."));
        page.on(Markdown.atEach(context.postgresql()), PatroniLogs.lastHour(context.context()), PatronictlCommand.LIST);
        page.section(Text.of("When nobody takes over", "Если лидером не стал никто"))
                .paragraph(Text.of(
                        "etcd is healthy, yet the list has no leader: every standby lags too far, is not synchronous "
                                + "or may not lead. "
                                + "Bring the old leader's host back: that loses nothing. Only if it is gone for good "
                                + "and the loss of the last "
                                + "transactions is accepted by the owner of the data:",
                        "etcd исправен, но лидера в списке нет: все реплики отстали, не синхронны или не могут быть "
                                + "лидером. Верните "
                                + "узел прежнего лидера: так не теряется ничего. Только если он потерян навсегда и "
                                + "владелец данных согласен "
                                + "потерять последние транзакции:"))
                .on(
                        DocumentContext.at(context.second()),
                        PatronictlCommand.of(
                                context,
                                "failover",
                                "--candidate " + context.second().name()),
                        PatronictlCommand.LIST);
    }
}
