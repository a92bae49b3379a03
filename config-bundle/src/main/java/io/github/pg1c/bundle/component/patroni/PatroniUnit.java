package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.bundle.component.NodeRenderer;
import io.github.pg1c.bundle.component.PlanContext;
import io.github.pg1c.bundle.part.Impact;
import io.github.pg1c.bundle.part.NodePaths;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Patroni.Watchdog;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.tuning.plan.TuningPlan;
import java.util.List;

/** systemd's unit for Patroni, and the rule that hands it the watchdog. */
public final class PatroniUnit implements NodeRenderer {

    @Override
    public List<RenderedFile> render(PlanContext context, Node node) {
        if (!node.has(NodeRole.POSTGRESQL)) {
            return List.of();
        }
        RenderedFile unit =
                RenderedFile.open("/etc/systemd/system/patroni.service", Impact.ROLLING_RESTART, unit(context, node));
        return hasWatchdog(context) ? List.of(unit, watchdogRule(context)) : List.of(unit);
    }

    private static String unit(PlanContext context, Node node) {
        Layout layout = context.layout();
        TuningPlan plan = context.tuning().of(node.name());
        ShutdownTime shutdown = ShutdownTime.of(context, node);
        LineText unit = LineText.of(
                        context, "#", context.say("Patroni, which runs PostgreSQL", "Patroni, управляющий PostgreSQL"))
                .blank()
                .line("[Unit]")
                .line("Description=Patroni and PostgreSQL of cluster "
                        + context.cluster().name())
                .line("Documentation=https://patroni.readthedocs.io/")
                .line("Wants=network-online.target")
                .line("After=network-online.target" + (node.has(NodeRole.ETCD) ? " etcd.service" : ""))
                .blank()
                .line("[Service]");
        if (layout.patroniNotifies()) {
            unit.line("Type=notify").line("TimeoutStartSec=300");
        } else {
            unit.comment(context.say(
                            "This Patroni does not report readiness to systemd: with Type=notify its start would hang.",
                            "Этот Patroni не сообщает systemd о готовности: с Type=notify запуск бы завис."))
                    .line("Type=simple");
        }
        unit.line("User=" + layout.postgresUser())
                .line("Group=" + layout.postgresUser())
                .line("EnvironmentFile=" + NodePaths.PATRONI_ENVIRONMENT)
                .comment(context.say(
                        "Memory returns to the system, which counts under strict overcommit.",
                        "Память возвращается системе, что важно при строгом учёте памяти."))
                .line("Environment=MALLOC_ARENA_MAX=1")
                .comment(context.say(
                        "When memory runs out the kernel takes a backend, never Patroni or the postmaster.",
                        "При нехватке памяти ядро завершит обслуживающий процесс, а не Patroni и не postmaster."))
                .line("OOMScoreAdjust=-900")
                .line("Environment=PG_OOM_ADJUST_FILE=/proc/self/oom_score_adj PG_OOM_ADJUST_VALUE=0");
        if (hasWatchdog(context)) {
            unit.line("ExecStartPre=+-/sbin/modprobe softdog");
        }
        unit.line("ExecStart=" + layout.patroniBinary() + " " + NodePaths.PATRONI_CONFIG)
                .line("ExecReload=/bin/kill -s HUP $MAINPID")
                .comment(context.say(
                        "Only Patroni gets the signal; it stops PostgreSQL in order.",
                        "Сигнал получает только Patroni: он сам останавливает PostgreSQL по порядку."))
                .line("KillMode=process")
                .comment(context.say(shutdown.formula()))
                .line("TimeoutStopSec=" + shutdown.limit().toSeconds())
                .line("Restart=on-failure")
                .line("RestartSec=5")
                .line("RuntimeDirectory=" + runtimeDirectories(layout))
                .line("RuntimeDirectoryMode=0755")
                .line("RuntimeDirectoryPreserve=yes")
                .line("LimitNOFILE=" + plan.pool().fileDescriptors())
                .line("LimitMEMLOCK=infinity")
                .line("TasksMax=infinity")
                .blank()
                .line("[Install]")
                .line("WantedBy=multi-user.target");
        return unit.toString();
    }

    /** Directories under /run vanish at each boot; systemd makes them again for the user of the unit. */
    private static String runtimeDirectories(Layout layout) {
        String sockets = layout.socketDirectory();
        return sockets.startsWith("/run/") ? sockets.substring("/run/".length()) + " patroni" : "patroni";
    }

    private static boolean hasWatchdog(PlanContext context) {
        return context.cluster().patroni().watchdog() != Watchdog.OFF
                && !context.cluster().platform().container();
    }

    private static RenderedFile watchdogRule(PlanContext context) {
        String user = context.layout().postgresUser();
        String rule = LineText.of(
                        context,
                        "#",
                        context.say(
                                "The watchdog belongs to Patroni's user: it resets a host that can no longer give up"
                                        + " the leader's role.",
                                "Сторожевой таймер принадлежит пользователю Patroni: он перезагружает узел, который"
                                        + " уже не может сложить роль лидера."))
                .line("KERNEL==\"watchdog\", OWNER=\"" + user + "\", GROUP=\"" + user + "\", MODE=\"0600\"")
                .toString();
        return RenderedFile.open("/etc/udev/rules.d/61-pg1c-watchdog.rules", Impact.NONE, rule);
    }
}
