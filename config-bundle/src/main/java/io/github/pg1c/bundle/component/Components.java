package io.github.pg1c.bundle.component;

import io.github.pg1c.bundle.component.etcd.EtcdComponent;
import io.github.pg1c.bundle.component.haproxy.HaproxyComponent;
import io.github.pg1c.bundle.component.patroni.PatroniComponent;
import io.github.pg1c.bundle.component.pgbouncer.PgbouncerComponent;
import io.github.pg1c.bundle.component.postgresql.PostgresqlComponent;
import io.github.pg1c.bundle.component.system.SystemComponent;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.model.Node;
import java.util.List;

/** Every component, in the order in which their services start. */
public final class Components {

    private static final List<Component> ALL = List.of(
            new SystemComponent(),
            new EtcdComponent(),
            new PatroniComponent(),
            new PostgresqlComponent(),
            new PgbouncerComponent(),
            new HaproxyComponent());

    /** The services in the order of start, whatever node they are on. */
    private static final List<String> SERVICES = List.of(
            EtcdComponent.NAME,
            PatroniComponent.NAME,
            PostgresqlComponent.NAME,
            PgbouncerComponent.NAME,
            HaproxyComponent.NAME);

    private Components() {}

    /** The place of a service in the order of start, from 0; an unknown one comes last. */
    public static int order(String service) {
        int place = SERVICES.indexOf(service);
        return place < 0 ? SERVICES.size() : place;
    }

    /** What all components of a node need of it. */
    public static NodePart part(PlanContext context, Node node) {
        return NodePart.of(ALL.stream()
                .filter(component -> component.on(context, node))
                .map(component -> component.part(context, node))
                .toList());
    }
}
