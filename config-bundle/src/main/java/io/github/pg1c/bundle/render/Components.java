package io.github.pg1c.bundle.render;

import io.github.pg1c.bundle.ansible.HostGroup;
import io.github.pg1c.bundle.ansible.Play;
import io.github.pg1c.bundle.component.Certificates;
import io.github.pg1c.bundle.component.Component;
import io.github.pg1c.bundle.component.etcd.EtcdComponent;
import io.github.pg1c.bundle.component.haproxy.HaproxyComponent;
import io.github.pg1c.bundle.component.patroni.PatroniComponent;
import io.github.pg1c.bundle.component.pgbouncer.PgbouncerComponent;
import io.github.pg1c.bundle.component.postgresql.PostgresqlComponent;
import io.github.pg1c.bundle.component.system.SystemComponent;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entries;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.SecretsPart;
import io.github.pg1c.bundle.part.SecretsPart.Authority;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.report.Tier;
import io.github.pg1c.bundle.runbook.Section;
import io.github.pg1c.model.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every component, in the order in which their services start. */
public final class Components {

    private static final List<Component> ALL = List.of(
            new EtcdComponent(),
            new PostgresqlComponent(),
            new PatroniComponent(),
            new PgbouncerComponent(),
            new HaproxyComponent(),
            new SystemComponent());

    private Components() {}

    /** The place of a service in the order of start, from 0; an unknown one comes last. */
    public static int order(String service) {
        List<String> services = collect(Component::services);
        int place = services.indexOf(service);
        return place < 0 ? services.size() : place;
    }

    /** The needs of all components on a node. */
    public static NodePart part(PlanContext context, Node node) {
        return NodePart.of(ALL.stream()
                .filter(component -> component.on(context, node))
                .map(component -> component.part(context, node))
                .toList());
    }

    /**
     * The declarations of all components for the secrets store. The authority of components without their own one comes
     * last.
     */
    public static SecretsPart secrets() {
        Authority others = new Authority(Certificates.CLUSTER_AUTHORITY, Set.of());
        return SecretsPart.of(Stream.concat(
                        ALL.stream().map(Component::secrets),
                        Stream.of(new SecretsPart(List.of(others), List.of(), Set.of())))
                .toList());
    }

    static List<HostGroup> groups(DocumentContext context) {
        return collect(component -> component.groups(context));
    }

    static List<Play> plays(DocumentContext context) {
        return collect(component -> component.plays(context));
    }

    static List<Section> sections() {
        return collect(Component::sections);
    }

    static Entries entries(DocumentContext context) {
        return new Entries(collect(component -> component.entries(context)));
    }

    /** The tiers from the entrance inwards, which is the reverse of the order of start. */
    static List<Tier> tiers(DocumentContext context) {
        List<Tier> tiers = new ArrayList<>(collect(component -> component.tiers(context)));
        Collections.reverse(tiers);
        return tiers;
    }

    private static <T> List<T> collect(Function<Component, List<T>> declared) {
        return ALL.stream().map(declared).flatMap(List::stream).toList();
    }
}
