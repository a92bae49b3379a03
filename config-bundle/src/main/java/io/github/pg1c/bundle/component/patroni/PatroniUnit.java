package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.bundle.component.Units;
import io.github.pg1c.bundle.component.postgresql.Tablespaces;
import io.github.pg1c.bundle.part.Device;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Patroni.Watchdog;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.tuning.plan.TuningPlan;
import java.util.List;
import java.util.Optional;

/** systemd's unit for Patroni, and the rule that hands it the watchdog. */
final class PatroniUnit {

    /** The device that Patroni opens. */
    static final String WATCHDOG = "/dev/watchdog";
    /** The watchdog of a host without one in hardware. */
    private static final String MODULE = "softdog";

    private PatroniUnit() {}

    static RenderedFile file(PlanContext context, Node node) {
        Layout layout = context.layout();
        TuningPlan plan = context.tuning().of(node.name());
        ShutdownTime shutdown = ShutdownTime.of(context, node);
        LineText unit = Units.service(
                context,
                context.say("Patroni, which runs PostgreSQL", "Patroni, управляющий PostgreSQL"),
                PatroniComponent.RESTART,
                "Patroni and PostgreSQL of cluster " + context.cluster().name(),
                "https://patroni.readthedocs.io/",
                node.has(NodeRole.ETCD) ? List.of("etcd.service") : List.of());
        if (layout.patroniNotifies()) {
            unit.set("Type", "notify").set("TimeoutStartSec", "300");
        } else {
            unit.comment(context.say(
                            "This Patroni does not report readiness to systemd: with Type=notify its start would hang.",
                            "Этот Patroni не сообщает systemd о готовности: с Type=notify запуск бы завис."))
                    .set("Type", "simple");
        }
        unit.set("User", layout.postgresUser())
                .set("Group", layout.postgresUser())
                .set("EnvironmentFile", PatroniPaths.ENVIRONMENT)
                .comment(context.say(
                        "Memory returns to the system, which counts under strict overcommit.",
                        "Память возвращается системе, что важно при строгом учёте памяти."))
                .set("Environment", "MALLOC_ARENA_MAX=1")
                .comment(context.say(
                        "When memory runs out the kernel takes a backend, never Patroni or the postmaster.",
                        "При нехватке памяти ядро завершит обслуживающий процесс, а не Patroni и не postmaster."))
                .set("OOMScoreAdjust", "-900")
                .set("Environment", "PG_OOM_ADJUST_FILE=/proc/self/oom_score_adj PG_OOM_ADJUST_VALUE=0");
        if (hasWatchdog(context)) {
            unit.set("ExecStartPre", "+-/sbin/modprobe " + MODULE);
        }
        Units.awaitDisks(context, unit, Tablespaces.allOfTheServer(context));
        unit.set("ExecStart", layout.patroniBinary() + " " + PatroniPaths.CONFIG)
                .set("ExecReload", "/bin/kill -s HUP $MAINPID")
                .comment(context.say(
                        "Only Patroni gets the signal; it stops PostgreSQL in order.",
                        "Сигнал получает только Patroni: он сам останавливает PostgreSQL по порядку."))
                .set("KillMode", "process")
                .comment(context.say(shutdown.formula()))
                .set("TimeoutStopSec", shutdown.limit().toSeconds())
                .set("Restart", "on-failure")
                .comment(context.say(
                        "PostgreSQL outlives a crash of Patroni, and its sessions do when Patroni answers again before"
                                + " the balancers' last check.",
                        "PostgreSQL переживает сбой Patroni; переживут его и сеансы, если Patroni ответит раньше"
                                + " последней проверки балансировщика."))
                .set("RestartSec", "100ms")
                .set("RuntimeDirectory", runtimeDirectories(layout))
                .set("RuntimeDirectoryMode", "0755")
                .set("RuntimeDirectoryPreserve", "yes")
                .set("LimitNOFILE", plan.pool().fileDescriptors())
                .set("LimitMEMLOCK", "infinity")
                .set("TasksMax", "infinity")
                .blank()
                .section("Install")
                .set("WantedBy", "multi-user.target");
        return unit.open("/etc/systemd/system/patroni.service");
    }

    /** Directories under /run vanish at each boot; systemd makes them again for the unit's user. */
    private static String runtimeDirectories(Layout layout) {
        String sockets = layout.socketDirectory();
        return sockets.startsWith("/run/") ? sockets.substring("/run/".length()) + " patroni" : "patroni";
    }

    private static boolean hasWatchdog(PlanContext context) {
        return context.cluster().patroni().watchdog() != Watchdog.OFF
                && !context.cluster().platform().container();
    }

    /** The watchdog; empty where Patroni uses none. A container cannot load its module. */
    static Optional<Device> watchdog(PlanContext context) {
        Watchdog mode = context.cluster().patroni().watchdog();
        return mode == Watchdog.OFF
                ? Optional.empty()
                : Optional.of(new Device(
                        WATCHDOG,
                        context.layout().postgresUser(),
                        hasWatchdog(context) ? MODULE : "",
                        mode == Watchdog.REQUIRED));
    }

    /** The rule that hands the watchdog to Patroni; empty where Patroni uses none. */
    static Optional<RenderedFile> watchdogRule(PlanContext context) {
        if (!hasWatchdog(context)) {
            return Optional.empty();
        }
        String user = context.layout().postgresUser();
        return Optional.of(LineText.lines(
                        context,
                        "#",
                        context.say(
                                "The watchdog belongs to Patroni's user: it resets a host that can no longer give up"
                                        + " the leader's role.",
                                "Сторожевой таймер принадлежит пользователю Patroni: он перезагружает узел, который"
                                        + " уже не может сложить роль лидера."),
                        Need.INSTALLATION)
                .rule("KERNEL==\"watchdog\", OWNER=\"" + user + "\", GROUP=\"" + user + "\", MODE=\"0600\"")
                .open("/etc/udev/rules.d/61-pg1c-watchdog.rules"));
    }
}
