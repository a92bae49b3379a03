package io.github.pg1c.bundle.component.etcd;

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

/** systemd's unit for etcd. */
public final class EtcdUnit implements NodeRenderer {

    @Override
    public List<RenderedFile> render(PlanContext context, Node node) {
        if (!node.has(NodeRole.ETCD)) {
            return List.of();
        }
        Layout layout = context.layout();
        String unit = LineText.of(context, "#", context.say("etcd for Patroni", "etcd для Patroni"))
                .blank()
                .line("[Unit]")
                .line("Description=etcd, the agreed state of cluster "
                        + context.cluster().name())
                .line("Documentation=https://etcd.io/docs/")
                .line("Wants=network-online.target")
                .line("After=network-online.target")
                .blank()
                .line("[Service]")
                .comment(context.say(
                        "etcd reports readiness once it has a quorum, so a new cluster is started on all its nodes at"
                                + " the same time.",
                        "etcd сообщает о готовности, когда есть кворум: новый кластер запускают на всех узлах"
                                + " одновременно."))
                .line("Type=notify")
                .line("User=" + layout.etcdUser())
                .line("Group=" + layout.etcdUser())
                .line("ExecStart=" + layout.etcdBinary() + " --config-file=" + NodePaths.ETCD_CONFIG)
                .line("Restart=always")
                .line("RestartSec=5")
                .line("TimeoutStartSec=300")
                .line("LimitNOFILE=65536")
                .comment(context.say(
                        "A late heartbeat costs an election: etcd goes before other work of the host.",
                        "Опоздавший сигнал лидера стоит выборов: etcd важнее остальной работы узла."))
                .line("Nice=-10")
                .line("IOSchedulingClass=best-effort")
                .line("IOSchedulingPriority=0")
                .line("OOMScoreAdjust=-900")
                .line("NoNewPrivileges=yes")
                .line("ProtectSystem=full")
                .line("ProtectHome=yes")
                .line("PrivateTmp=yes")
                .line("PrivateDevices=yes")
                .blank()
                .line("[Install]")
                .line("WantedBy=multi-user.target")
                .toString();
        return List.of(RenderedFile.open("/etc/systemd/system/etcd.service", Impact.ROLLING_RESTART, unit));
    }
}
