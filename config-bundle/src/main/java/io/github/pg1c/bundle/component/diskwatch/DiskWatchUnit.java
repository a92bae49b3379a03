package io.github.pg1c.bundle.component.diskwatch;

import io.github.pg1c.bundle.component.Units;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.LineText;

/** systemd's unit of the watch. The installer starts it: its name says that it is one of pg1c's own. */
final class DiskWatchUnit {

    /** Name of the unit. */
    static final String NAME = "pg1c-disk-watch";

    private DiskWatchUnit() {}

    static RenderedFile file(PlanContext context) {
        LineText unit = Units.service(
                context,
                context.say("Watch on the free space of the database", "Наблюдение за свободным местом базы"),
                Need.INSTALLATION,
                "Free space of PostgreSQL in cluster " + context.cluster().name(),
                "https://www.postgresql.org/docs/current/disk-full.html");
        return unit.set("Type", "simple")
                .set("User", context.layout().postgresUser())
                .set("Group", context.layout().postgresUser())
                .set("RuntimeDirectory", NAME)
                .set("ExecStart", DiskWatchScript.PATH)
                .set("Restart", "always")
                .set("RestartSec", "5")
                .set("NoNewPrivileges", "yes")
                .set("ProtectSystem", "full")
                .set("ProtectHome", "yes")
                .blank()
                .section("Install")
                .set("WantedBy", "multi-user.target")
                .open("/etc/systemd/system/" + NAME + ".service");
    }
}
