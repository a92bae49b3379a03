package io.github.pg1c.bundle.component.pgbouncer;

import io.github.pg1c.bundle.component.Units;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.derived.Layout;

/** systemd's unit for PgBouncer. */
final class PgbouncerUnit {

    /** The program that knows which addresses the host has. */
    static final String IP = "/sbin/ip";

    private PgbouncerUnit() {}

    /** PgBouncer before 1.19.1 starts without an address that is not there, and never listens on it. */
    static boolean asksForItsAddress(Layout layout) {
        return !layout.versions().pgbouncer().atLeast(1, 20);
    }

    static RenderedFile file(PlanContext context, Node node) {
        Layout layout = context.layout();
        int descriptors = context.tuning().of(node.name()).pool().fileDescriptors();
        LineText unit = Units.service(
                context,
                context.say("PgBouncer beside this node's PostgreSQL", "PgBouncer рядом с PostgreSQL этого узла"),
                PgbouncerComponent.RESTART,
                "PgBouncer of cluster " + context.cluster().name(),
                "https://www.pgbouncer.org/config.html");
        if (asksForItsAddress(layout)) {
            unit.comment(context.say(
                            "This PgBouncer would run without an address that the host does not have yet.",
                            "Этот PgBouncer работал бы и без адреса, которого у узла ещё нет."))
                    .set(
                            "ExecStartPre",
                            "/bin/sh -c '" + IP + " -o address show to " + node.address() + " | grep -q .'");
        }
        return unit.set("Type", (context.cluster().pgbouncer().binary() == null ? "notify" : "simple"))
                .set("User", layout.pgbouncerUser())
                .set("Group", layout.pgbouncerUser())
                .set("ExecStart", layout.pgbouncerBinary() + " " + PgbouncerPaths.CONFIG)
                .set("ExecReload", "/bin/kill -s HUP $MAINPID")
                .comment(context.say(
                        "Stop at once: waiting for sessions to end might never finish.",
                        "Остановка сразу: ждать завершения сеансов можно бесконечно."))
                .set("KillSignal", (layout.versions().pgbouncer().atLeast(1, 23) ? "SIGQUIT" : "SIGTERM"))
                .set("TimeoutStopSec", "30")
                .set("Restart", "always")
                .set("RestartSec", "1")
                .set("RuntimeDirectory", "pgbouncer")
                .set("RuntimeDirectoryMode", "0755")
                .set("LimitNOFILE", descriptors)
                .set("NoNewPrivileges", "yes")
                .set("ProtectSystem", "full")
                .set("ProtectHome", "yes")
                .set("PrivateDevices", "yes")
                .blank()
                .section("Install")
                .set("WantedBy", "multi-user.target")
                .open("/etc/systemd/system/pgbouncer.service");
    }
}
