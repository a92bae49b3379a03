package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.postgresql.ServerState;
import io.github.pg1c.bundle.component.postgresql.Tablespaces;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.runbook.DecommissionChapter;
import io.github.pg1c.bundle.runbook.Section;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.bundle.text.Markdown;
import java.util.List;

/** Patroni's part of the end of a cluster: the right leader, a stop in order, nothing left in the DCS. */
final class DecommissionSections {

    private DecommissionSections() {}

    static List<Section> sections() {
        return List.of(
                new Section(Topic.DECOMMISSION, 10, DecommissionSections::leader),
                new Section(Topic.DECOMMISSION, 40, DecommissionSections::stop),
                new Section(Topic.DECOMMISSION, 80, DecommissionSections::copies));
    }

    private static void leader(DocumentContext context, Markdown page) {
        page.section(Text.of("The leader", "Лидер"))
                .on(DocumentContext.at(context.first()), PatronictlCommand.LIST)
                .expect(Text.of(
                        "one `Leader`, all others `streaming` or `running` without lag. The data stay where it is; another"
                                + " node gets them by a switchover before ("
                                + Topic.SWITCHOVER.link().en() + ").",
                        "один `Leader`, остальные — `streaming` или `running` без отставания. Данные останутся на нём; на"
                                + " другом узле — после переключения ("
                                + Topic.SWITCHOVER.link().ru() + ")."));
    }

    private static void stop(DocumentContext context, Markdown page) {
        page.section(Text.of("The standbys, then the leader", "Реплики, затем лидер"));
        if (!context.alone()) {
            page.on(DecommissionChapter.OTHERS, ServerState.follows(context) + " && systemctl disable --now patroni");
        }
        page.on(
                        DecommissionChapter.KEEPER,
                        ServerState.leads(context) + " && systemctl disable --now patroni",
                        ServerState.stoppedLeader(context) + " && " + PatronictlCommand.forget(context))
                .expect(Text.of(
                        "`remove` takes the cluster's keys out of etcd; when it asks for a leader, a Patroni still runs: find"
                                + " it first.",
                        "`remove` удаляет ключи кластера из etcd; если команда спросит имя лидера, где-то ещё работает"
                                + " Patroni: сначала найдите его."));
    }

    /** What is left of the members that are no longer needed. */
    private static void copies(DocumentContext context, Markdown page) {
        if (context.alone()) {
            return;
        }
        page.section(Text.of("Copies on the other members", "Копии на остальных членах"))
                .paragraph(Text.of(
                        "They are the data as it was; delete them only when the plain server works and is backed up.",
                        "Это данные на момент остановки; удаляйте их, только когда обычный сервер работает и его"
                                + " резервная копия есть."))
                .on(
                        DecommissionChapter.OTHERS,
                        ServerState.stoppedStandby(context) + " && " + Tablespaces.removal(context));
    }
}
