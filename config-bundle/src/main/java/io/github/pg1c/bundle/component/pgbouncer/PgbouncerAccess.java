package io.github.pg1c.bundle.component.pgbouncer;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.bundle.component.AccessRules;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.Tls.ClientTls;
import io.github.pg1c.model.derived.ClientEndpoints;
import java.util.ArrayList;
import java.util.List;

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
        boolean required = cluster.tls().clients() == ClientTls.REQUIRED;
        for (DatabaseRole role : cluster.roles()) {
            String databases = AccessRules.databasesOf(cluster, role);
            if (databases.isEmpty()) {
                continue;
            }
            String name = AccessRules.quote(role.name().value());
            List<Cidr> clients = ClientEndpoints.sources(cluster);
            List<Cidr> encrypted = new ArrayList<>(required ? clients : List.of());
            encrypted.addAll(cluster.networks().administrators());
            if (!required) {
                AccessRules.lines("host", databases, name, clients).forEach(text::rule);
            }
            AccessRules.lines("hostssl", databases, name, encrypted).forEach(text::rule);
        }
        return text.file(PgbouncerPaths.ACCESS, "0640", "root", context.layout().pgbouncerUser());
    }
}
