package io.github.pg1c.bundle.component.etcd;

import io.github.pg1c.bundle.component.Units;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.model.derived.Layout;
import java.util.List;

/** systemd's unit for etcd. */
final class EtcdUnit {

    private EtcdUnit() {}

    static RenderedFile file(PlanContext context) {
        Layout layout = context.layout();
        LineText unit = Units.service(
                        context,
                        context.say("etcd for Patroni", "etcd для Patroni"),
                        EtcdComponent.RESTART,
                        "etcd, the agreed state of cluster " + context.cluster().name(),
                        "https://etcd.io/docs/")
                .comment(context.say(
                        "etcd reports readiness once it has a quorum, so a new cluster is started on all its nodes at"
                                + " the same time.",
                        "etcd сообщает о готовности, когда есть кворум: новый кластер запускают на всех узлах"
                                + " одновременно."))
                .set("Type", "notify")
                .set("User", layout.etcdUser())
                .set("Group", layout.etcdUser());
        Units.awaitDisks(context, unit, List.of(layout.etcdDataDirectory()));
        return unit.set("ExecStart", layout.etcdBinary() + " --config-file=" + EtcdPaths.CONFIG)
                .set("Restart", "always")
                .set("RestartSec", "5")
                .comment(context.say(
                        "A member that cannot start holds nobody up: Patroni on the same host uses the others.",
                        "Член, который не может запуститься, никого не держит: Patroni того же узла использует"
                                + " остальных."))
                .set("TimeoutStartSec", "30")
                .set("LimitNOFILE", "65536")
                .comment(context.say(
                        "A late heartbeat costs an election: etcd goes before other work of the host.",
                        "Опоздавший сигнал лидера стоит выборов: etcd важнее остальной работы узла."))
                .set("Nice", "-10")
                .set("IOSchedulingClass", "best-effort")
                .set("IOSchedulingPriority", "0")
                .set("OOMScoreAdjust", "-900")
                .set("NoNewPrivileges", "yes")
                .set("ProtectSystem", "full")
                .set("ProtectHome", "yes")
                .set("PrivateTmp", "yes")
                .set("PrivateDevices", "yes")
                .blank()
                .section("Install")
                .set("WantedBy", "multi-user.target")
                .open("/etc/systemd/system/etcd.service");
    }
}
