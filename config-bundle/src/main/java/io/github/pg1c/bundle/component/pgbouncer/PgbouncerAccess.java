package io.github.pg1c.bundle.component.pgbouncer;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.bundle.component.AccessRules;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.Tls.ClientTls;

/** PgBouncer's rules of access, in PostgreSQL's format. */
final class PgbouncerAccess {

    private PgbouncerAccess() {}

    static RenderedFile file(PlanContext context) {
        Cluster cluster = context.cluster();
        LineText text = LineText.lines(
                        context,
                        "#",
                        context.say(
                                "Who may connect through PgBouncer, and from where",
                                "Кто и откуда может подключаться через PgBouncer"),
                        PgbouncerComponent.RELOAD)
                .blank();
        String type = cluster.tls().clients() == ClientTls.REQUIRED ? "hostssl" : "host";
        for (DatabaseRole role : cluster.roles()) {
            String databases = AccessRules.databasesOf(cluster, role);
            if (databases.isEmpty()) {
                continue;
            }
            String name = AccessRules.quote(role.name().value());
            for (String network : AccessRules.clientSources(cluster)) {
                text.rule(AccessRules.line(type, databases, name, network));
            }
            for (Cidr network : cluster.networks().administrators()) {
                text.rule(AccessRules.line("hostssl", databases, name, network.toString()));
            }
        }
        return text.file(PgbouncerPaths.ACCESS, "0640", "root", context.layout().pgbouncerUser());
    }
}
