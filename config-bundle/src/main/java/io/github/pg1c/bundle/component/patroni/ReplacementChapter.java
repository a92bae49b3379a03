package io.github.pg1c.bundle.component.patroni;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.etcd.EtcdTopics;
import io.github.pg1c.bundle.component.postgresql.PostgresqlPaths;
import io.github.pg1c.bundle.component.postgresql.Tablespaces;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Replacement of a host that is lost permanently. */
final class ReplacementChapter {

    private ReplacementChapter() {}

    static void write(DocumentContext context, Markdown page) {
        Node node = context.second();
        page.paragraph(Text.of(
                "The new host gets the same name and address; then its certificates and files stay valid. With another "
                        + "address, change the "
                        + "specification and generate first: every other node's files change, too.",
                "Новый узел получает то же имя и тот же адрес: тогда его сертификаты и файлы остаются в силе. Если "
                        + "адрес другой, сначала "
                        + "измените описание и выполните генерацию: изменятся файлы и всех остальных узлов."));
        List<Text> steps = new ArrayList<>();
        steps.add(Text.of(
                "Make sure the old host is off and stays off.", "Убедитесь, что старый узел выключен и не включится."));
        if (!context.cluster().etcd().external().used()) {
            steps.add(Text.of(
                    "If it carried etcd, too, replace that member first: "
                            + EtcdTopics.MEMBER.link().en() + ".",
                    "Если на нём работал и etcd, сначала замените этого члена: "
                            + EtcdTopics.MEMBER.link().ru() + "."));
        }
        steps.add(Text.of(
                "Prepare the host and deliver its files: "
                        + Topic.PREPARATION.link().en() + ", "
                        + Topic.DELIVERY.link().en() + ".",
                "Подготовьте узел и доставьте файлы: "
                        + Topic.PREPARATION.link().ru() + ", "
                        + Topic.DELIVERY.link().ru() + "."));
        steps.add(Text.of(
                "The data directory " + code(context.layout().dataDirectory())
                        + " must be empty: Patroni copies the data from the leader by itself.",
                "Каталог данных " + code(context.layout().dataDirectory())
                        + " должен быть пуст: данные с лидера Patroni скопирует сам."));
        page.bullets(steps);
        tablespaces(context, page);
        List<String> start = new ArrayList<>();
        start.add("systemctl enable --now patroni");
        MemberServices.besides(context).forEach(unit -> start.add("systemctl enable --now " + unit));
        start.add(PatronictlCommand.LIST);
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
                .paragraph(Text.of(
                        "A standby that does not catch up or was corrupted is copied anew; never do this to "
                                + "the leader:",
                        "Реплика, которая не догоняет лидера или повреждена, копируется заново; с лидером так "
                                + "не поступайте никогда:"))
                .on(
                        DocumentContext.at(context.first()),
                        PatronictlCommand.of(context, "reinit", node.name().toString()),
                        PatronictlCommand.LIST);
    }

    /** A copy writes tablespaces to the same paths as at its source. */
    private static void tablespaces(DocumentContext context, Markdown page) {
        List<String> directories = Tablespaces.directories(context.cluster());
        if (directories.isEmpty()) {
            return;
        }
        String names = directories.stream().map(Markdown::code).collect(Collectors.joining(", "));
        page.paragraph(Text.of(
                "The directories of the tablespaces are " + names
                        + " on every member. `reinit` and a new copy empty them"
                        + " with the data directory. What a copy that was broken off left in them goes before the next"
                        + " one (" + code(PostgresqlPaths.EMPTY_TABLESPACES)
                        + "); Patroni writes its exit code 1 into its journal as an error, which is none. Other files"
                        + " there stop the copy: remove them.",
                "Каталоги табличных пространств на каждом члене — " + names + ". `reinit` и новая копия очищают их"
                        + " вместе с каталогом данных. То, что оставила в них прерванная копия, удаляется перед"
                        + " следующей (" + code(PostgresqlPaths.EMPTY_TABLESPACES)
                        + "); её код завершения 1 Patroni пишет в журнал как ошибку, хотя это не ошибка. Чужие файлы в"
                        + " них останавливают копирование: удалите их."));
    }
}
