package io.github.pg1c.bundle.component.pgbouncer;

import io.github.pg1c.bundle.component.Endpoints;
import io.github.pg1c.bundle.component.NodeRenderer;
import io.github.pg1c.bundle.component.PlanContext;
import io.github.pg1c.bundle.part.Impact;
import io.github.pg1c.bundle.part.NodePaths;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Layout;
import java.util.List;

/** systemd's unit for PgBouncer. */
public final class PgbouncerUnit implements NodeRenderer {

    @Override
    public List<RenderedFile> render(PlanContext context, Node node) {
        if (!node.has(NodeRole.POSTGRESQL) || !Endpoints.pooled(context.cluster())) {
            return List.of();
        }
        Layout layout = context.layout();
        int descriptors = context.tuning().of(node.name()).pool().fileDescriptors();
        String unit = LineText.of(
                        context,
                        "#",
                        context.say(
                                "PgBouncer beside this node's PostgreSQL", "PgBouncer рядом с PostgreSQL этого узла"))
                .blank()
                .line("[Unit]")
                .line("Description=PgBouncer of cluster " + context.cluster().name())
                .line("Documentation=https://www.pgbouncer.org/config.html")
                .line("Wants=network-online.target")
                .line("After=network-online.target")
                .blank()
                .line("[Service]")
                .line("Type=" + (context.cluster().pgbouncer().binary() == null ? "notify" : "simple"))
                .line("User=" + layout.pgbouncerUser())
                .line("Group=" + layout.pgbouncerUser())
                .line("ExecStart=" + layout.pgbouncerBinary() + " " + NodePaths.PGBOUNCER_CONFIG)
                .line("ExecReload=/bin/kill -s HUP $MAINPID")
                .comment(context.say(
                        "Stop at once: waiting for sessions to end would never finish with 1C.",
                        "Остановка сразу: ждать завершения сеансов 1С пришлось бы бесконечно."))
                .line("KillSignal=" + (layout.versions().pgbouncer().atLeast(1, 23) ? "SIGQUIT" : "SIGTERM"))
                .line("TimeoutStopSec=30")
                .line("Restart=always")
                .line("RestartSec=1")
                .line("RuntimeDirectory=pgbouncer")
                .line("RuntimeDirectoryMode=0755")
                .line("LimitNOFILE=" + descriptors)
                .line("NoNewPrivileges=yes")
                .line("ProtectSystem=full")
                .line("ProtectHome=yes")
                .line("PrivateDevices=yes")
                .blank()
                .line("[Install]")
                .line("WantedBy=multi-user.target")
                .toString();
        return List.of(RenderedFile.open("/etc/systemd/system/pgbouncer.service", Impact.RESTART, unit));
    }
}
