package io.github.pg1c.bundle.component.haproxy;

import io.github.pg1c.bundle.component.Units;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.model.derived.Layout;

/** systemd's unit for HAProxy. */
final class HaproxyUnit {

    private HaproxyUnit() {}

    static RenderedFile file(PlanContext context) {
        Layout layout = context.layout();
        String check = layout.haproxyBinary() + " -c -q -f " + HaproxyPaths.CONFIG;
        LineText unit = Units.service(
                        context,
                        context.say("HAProxy, the clients' entrance", "HAProxy, точка входа клиентов"),
                        HaproxyComponent.RESTART,
                        "HAProxy of cluster " + context.cluster().name(),
                        "https://docs.haproxy.org/")
                .set("Type", "notify")
                .set("EnvironmentFile", HaproxyPaths.ENVIRONMENT)
                .set("RuntimeDirectory", "haproxy")
                .set("ExecStartPre", check)
                .set(
                        "ExecStart",
                        layout.haproxyBinary() + " -Ws -f " + HaproxyPaths.CONFIG + " -p /run/haproxy/haproxy.pid")
                .comment(context.say(
                        "A broken configuration never replaces the running one.",
                        "Ошибочная конфигурация не заменит работающую."))
                .set("ExecReload", check)
                .set("ExecReload", "/bin/kill -s USR2 $MAINPID");
        if (!context.alone()) {
            unit.comment(context.say(
                            "The reload ends when the new process knows the servers and nobody waits at the entrance "
                                    + "any"
                                    + " more. Another one before that would refuse those who wait: a process that is"
                                    + " replaced begins no checks.",
                            "Reload завершается, когда новый процесс узнал состояние серверов и на входе никто не ждёт."
                                    + " Следующий раньше этого момента дал бы отказ ожидающим: заменяемый процесс новых"
                                    + " проверок не начинает."))
                    .set(
                            "ExecReload",
                            "/bin/sleep " + context.timing().settled().toSeconds());
        }
        return unit.set("KillMode", "mixed")
                .set("SuccessExitStatus", "143")
                .set("Restart", "always")
                .set("RestartSec", "1")
                .set("LimitNOFILE", HaproxyConfig.fileDescriptors(context))
                .set("NoNewPrivileges", "yes")
                .set("ProtectSystem", "full")
                .set("ProtectHome", "yes")
                .blank()
                .section("Install")
                .set("WantedBy", "multi-user.target")
                .open("/etc/systemd/system/haproxy.service");
    }
}
