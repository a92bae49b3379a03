package io.github.pg1c.bundle.component.haproxy;

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

/** systemd's unit for HAProxy. */
public final class HaproxyUnit implements NodeRenderer {

    @Override
    public List<RenderedFile> render(PlanContext context, Node node) {
        if (!node.has(NodeRole.HAPROXY)) {
            return List.of();
        }
        Layout layout = context.layout();
        String check = layout.haproxyBinary() + " -c -q -f " + NodePaths.HAPROXY_CONFIG;
        LineText unit = LineText.of(
                        context, "#", context.say("HAProxy, the clients' entrance", "HAProxy, точка входа клиентов"))
                .blank()
                .line("[Unit]")
                .line("Description=HAProxy of cluster " + context.cluster().name())
                .line("Documentation=https://docs.haproxy.org/")
                .line("Wants=network-online.target")
                .line("After=network-online.target")
                .blank()
                .line("[Service]")
                .line("Type=notify")
                .line("EnvironmentFile=" + NodePaths.HAPROXY_ENVIRONMENT)
                .line("RuntimeDirectory=haproxy")
                .line("ExecStartPre=" + check)
                .line("ExecStart=" + layout.haproxyBinary() + " -Ws -f " + NodePaths.HAPROXY_CONFIG
                        + " -p /run/haproxy/haproxy.pid")
                .comment(context.say(
                        "A broken configuration never replaces the running one.",
                        "Ошибочная конфигурация не заменит работающую."))
                .line("ExecReload=" + check)
                .line("ExecReload=/bin/kill -s USR2 $MAINPID");
        if (!context.alone()) {
            unit.comment(context.say(
                            "The reload ends when the new process knows the servers and nobody waits at the entrance any"
                                    + " more. Another one before that would refuse those who wait: a process that is"
                                    + " replaced begins no checks.",
                            "Reload завершается, когда новый процесс узнал состояние серверов и на входе никто не ждёт."
                                    + " Следующий раньше этого момента дал бы отказ ожидающим: заменяемый процесс новых"
                                    + " проверок не начинает."))
                    .line("ExecReload=/bin/sleep " + context.timing().settled().toSeconds());
        }
        unit.line("KillMode=mixed")
                .line("SuccessExitStatus=143")
                .line("Restart=always")
                .line("RestartSec=1")
                .line("LimitNOFILE=" + HaproxyConfig.fileDescriptors(context))
                .line("NoNewPrivileges=yes")
                .line("ProtectSystem=full")
                .line("ProtectHome=yes")
                .blank()
                .line("[Install]")
                .line("WantedBy=multi-user.target");
        return List.of(RenderedFile.open("/etc/systemd/system/haproxy.service", Impact.RESTART, unit.toString()));
    }
}
