package io.github.pg1c.bundle.component.keepalived;

import io.github.pg1c.bundle.component.Units;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;

/** systemd's unit for keepalived, in place of the package's. */
final class KeepalivedUnit {

    private static final String RUN = KeepalivedPaths.PROGRAM + " --dont-fork --use-file " + KeepalivedPaths.CONFIG;

    /** keepalived 2.2 ends its check with SIGTERM where there are scripts, so what the check prints counts as well. */
    private static final String CHECK = "/bin/sh -c 'said=$$(" + KeepalivedPaths.PROGRAM + " --config-test --use-file "
            + KeepalivedPaths.CONFIG + " 2>&1); case $$?$$said in 0|143) ;; *) echo \"$$said\"; exit 1 ;; esac'";

    private KeepalivedUnit() {}

    static RenderedFile file(PlanContext context) {
        return Units.service(
                        context,
                        context.say(
                                "keepalived, which holds the address over the balancers",
                                "keepalived: держит адрес над балансировщиками"),
                        KeepalivedComponent.RESTART,
                        "Address over the balancers of cluster "
                                + context.cluster().name(),
                        "https://www.keepalived.org/manpage.html")
                .set("Type", "simple")
                .set("RuntimeDirectory", "keepalived")
                .set("RuntimeDirectoryPreserve", "restart")
                .set("ExecStartPre", KeepalivedPaths.FIND_INTERFACES)
                .set("ExecStart", RUN)
                .comment(context.say(
                        "A broken configuration never replaces the running one.",
                        "Ошибочная конфигурация не заменит работающую."))
                .set("ExecReload", KeepalivedPaths.FIND_INTERFACES)
                .set("ExecReload", CHECK)
                .set("ExecReload", "/bin/kill -s HUP $MAINPID")
                .set("KillMode", "mixed")
                .set("Restart", "always")
                .set("RestartSec", "1")
                .set("ProtectSystem", "full")
                .set("ProtectHome", "yes")
                .blank()
                .section("Install")
                .set("WantedBy", "multi-user.target")
                .open("/etc/systemd/system/keepalived.service");
    }
}
