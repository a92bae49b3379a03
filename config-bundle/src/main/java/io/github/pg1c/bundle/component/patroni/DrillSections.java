package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.bundle.text.Markdown;

/** Drills with the leader: its host, its PostgreSQL, its Patroni. */
final class DrillSections {

    private static final Text LEADER = Text.of("On the present leader", "На текущем лидере");

    private DrillSections() {}

    static void write(DocumentContext context, Markdown page) {
        patroni(page);
        postgresql(context, page);
        if (!context.alone()) {
            host(context, page);
        }
    }

    private static void patroni(Markdown page) {
        page.section(Text.of("Patroni crashes on the leader", "На лидере упал Patroni"))
                .on(
                        LEADER,
                        "kill -KILL \"$(systemctl show -p MainPID --value patroni)\"",
                        "sleep 3",
                        "systemctl is-active patroni",
                        PatronictlCommand.LIST)
                .expect(Text.of(
                        "`active`; no session ends, the leader stays the leader.",
                        "`active`; ни один сеанс не оборвался, лидер прежний."));
    }

    private static void postgresql(DocumentContext context, Markdown page) {
        long worst = context.timing().crash(context.cluster()).toSeconds();
        page.section(Text.of("PostgreSQL crashes on the leader", "На лидере упал PostgreSQL"))
                .on(
                        LEADER,
                        "kill -KILL \"$(pgrep -o -x -u " + context.layout().postgresUser() + " postgres)\"",
                        PatronictlCommand.LIST)
                .expect(Text.of(
                        "Patroni starts it again within seconds, and the leader stays the leader; should it not come up, a"
                                + " standby leads within " + worst + " s. Sessions end.",
                        "Patroni за секунды запустит его снова, лидер останется прежним; если он не поднимется, реплика станет"
                                + " лидером не позже чем через " + worst + " с. Сеансы обрываются."));
    }

    private static void host(DocumentContext context, Markdown page) {
        long worst = context.timing().worstCase(context.cluster()).toSeconds();
        page.section(Text.of("The leader's host is lost", "Потерян узел лидера"))
                .paragraph(Text.of(
                        "Cut its power, without shutting it down. Another member leads within " + worst
                                + " s. Switch it on again: it returns as a standby by itself. The same with its network cable"
                                + " pulled: it stops being the leader by itself, see "
                                + Topic.FAILOVER.link().en() + ".",
                        "Отключите его питание, не останавливая систему. Другой член станет лидером не позже чем через "
                                + worst
                                + " с. Включите узел: он сам вернётся репликой. То же с выдернутым сетевым кабелем: узел"
                                + " сам перестаёт быть лидером, см. "
                                + Topic.FAILOVER.link().ru() + "."));
    }
}
