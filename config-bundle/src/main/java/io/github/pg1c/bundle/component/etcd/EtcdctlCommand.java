package io.github.pg1c.bundle.component.etcd;

import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.model.etcd.ExternalEtcd;

/** etcdctl with the endpoints and certificates of the cluster filled in. */
public final class EtcdctlCommand {

    /** Its path on an etcd node, or on a PostgreSQL node where others operate etcd. */
    public static final String PATH = "/usr/local/sbin/pg1c-etcdctl";

    /** Asks every member whether it is healthy. */
    public static final String HEALTH = PATH + " endpoint health";

    /** Lists the members. */
    public static final String MEMBERS = PATH + " member list -w table";

    private EtcdctlCommand() {}

    static RenderedFile file(PlanContext context) {
        ExternalEtcd external = context.cluster().etcd().external();
        LineText script = LineText.script(
                context,
                context.say(
                        "etcdctl with the endpoints and certificates of this cluster; run as root.",
                        "etcdctl с адресами и сертификатами этого кластера; запускать от root."),
                Need.NOTHING);
        if (external.user() != null) {
            script.line("# shellcheck source=/dev/null")
                    .line(". " + EtcdPaths.LOGIN)
                    .line("export ETCDCTL_USER=\"$ETCD_USER:$ETCD_PASSWORD\"");
        }
        String identity = external.used() && !external.clientCertificate()
                ? ""
                : " \\\n    --cert=" + EtcdPaths.CLIENT + ".pem \\\n    --key=" + EtcdPaths.CLIENT + "-key.pem";
        return script.line("ETCDCTL_API=3 exec " + context.layout().etcdctlBinary() + " \\")
                .line("    --endpoints=" + EtcdEndpoints.urls(context.cluster()) + " \\")
                .line("    --cacert=" + EtcdPaths.CA + identity + " \"$@\"")
                .program(PATH);
    }
}
