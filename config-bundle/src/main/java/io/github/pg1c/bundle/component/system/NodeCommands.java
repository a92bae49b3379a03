package io.github.pg1c.bundle.component.system;

import io.github.pg1c.bundle.component.Endpoints;
import io.github.pg1c.bundle.component.NodeRenderer;
import io.github.pg1c.bundle.component.PlanContext;
import io.github.pg1c.bundle.part.Impact;
import io.github.pg1c.bundle.part.NodePaths;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The two commands an administrator needs, with their certificates and passwords filled in. */
public final class NodeCommands implements NodeRenderer {

    @Override
    public List<RenderedFile> render(PlanContext context, Node node) {
        List<RenderedFile> commands = new ArrayList<>();
        if (node.has(NodeRole.ETCD)) {
            commands.add(RenderedFile.program("/usr/local/sbin/pg1c-etcdctl", Impact.NONE, etcdctl(context)));
        }
        if (node.has(NodeRole.POSTGRESQL)) {
            commands.add(RenderedFile.program("/usr/local/sbin/pg1c-patronictl", Impact.NONE, patronictl(context)));
        }
        return List.copyOf(commands);
    }

    private static String etcdctl(PlanContext context) {
        Cluster cluster = context.cluster();
        String endpoints = cluster.nodesWith(NodeRole.ETCD).stream()
                .map(node -> Endpoints.https(node.address(), cluster.etcd().clientPort()))
                .collect(Collectors.joining(","));
        return LineText.script(
                        context,
                        context.say(
                                "etcdctl with the endpoints and certificates of this cluster; run as root.",
                                "etcdctl с адресами и сертификатами этого кластера; запускать от root."))
                .line("ETCDCTL_API=3 exec " + context.layout().etcdctlBinary() + " \\")
                .line("    --endpoints=" + endpoints + " \\")
                .line("    --cacert=" + NodePaths.ETCD_CA + " \\")
                .line("    --cert=" + NodePaths.ETCD_CLIENT + ".pem \\")
                .line("    --key=" + NodePaths.ETCD_CLIENT + "-key.pem \"$@\"")
                .toString();
    }

    private static String patronictl(PlanContext context) {
        Layout layout = context.layout();
        return LineText.script(
                        context,
                        context.say(
                                "patronictl with the passwords and certificates of this cluster; run as root.",
                                "patronictl с паролями и сертификатами этого кластера; запускать от root."))
                .line("set -aeu")
                .line(". " + NodePaths.PATRONI_ENVIRONMENT)
                .line("exec runuser -u " + layout.postgresUser() + " -- " + layout.patronictlBinary() + " -c "
                        + NodePaths.PATRONI_CONFIG + " \"$@\"")
                .toString();
    }
}
