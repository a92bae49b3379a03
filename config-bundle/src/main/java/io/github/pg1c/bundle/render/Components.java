package io.github.pg1c.bundle.render;

import io.github.pg1c.bundle.ansible.HostGroup;
import io.github.pg1c.bundle.ansible.Play;
import io.github.pg1c.bundle.component.Certificates;
import io.github.pg1c.bundle.component.Component;
import io.github.pg1c.bundle.component.diskwatch.DiskWatchComponent;
import io.github.pg1c.bundle.component.etcd.EtcdComponent;
import io.github.pg1c.bundle.component.etcd.ExternalEtcdComponent;
import io.github.pg1c.bundle.component.haproxy.HaproxyComponent;
import io.github.pg1c.bundle.component.keepalived.KeepalivedComponent;
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
import io.github.pg1c.model.Cluster;
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
            new ExternalEtcdComponent(),
            new PostgresqlComponent(),
            new PatroniComponent(),
            new PgbouncerComponent(),
            new HaproxyComponent(),
            new KeepalivedComponent(),
            new SystemComponent(),
            new DiskWatchComponent());

    private Components() {}

    /** The place of a service in the order of start, from 0; an unknown one comes last. */
    public static int order(String service) {
        List<String> services = collect(ALL.stream(), Component::services);
        int place = services.indexOf(service);
        return place < 0 ? services.size() : place;
    }

    /** The needs of all components on a node. */
    public static NodePart part(PlanContext context, Node node) {
        return NodePart.of(of(context.cluster())
                .filter(component -> component.on(context, node))
                .map(component -> component.part(context, node))
                .toList());
    }

    /** The declarations of all components for the secrets store, also of those that not every cluster has. */
    public static SecretsPart secrets() {
        return secrets(ALL.stream());
    }

    /** The declarations of a cluster's components for its secrets store. */
    public static SecretsPart secrets(Cluster cluster) {
        return secrets(of(cluster));
    }

    /** The authority of components without their own one comes last. */
    private static SecretsPart secrets(Stream<Component> components) {
        Authority others = new Authority(Certificates.CLUSTER_AUTHORITY, Set.of());
        return SecretsPart.of(Stream.concat(
                        components.map(Component::secrets),
                        Stream.of(new SecretsPart(List.of(others), List.of(), Set.of())))
                .toList());
    }

    static List<HostGroup> groups(DocumentContext context) {
        return collect(of(context.cluster()), component -> component.groups(context));
    }

    static List<Play> preconditions(DocumentContext context) {
        return collect(of(context.cluster()), component -> component.preconditions(context));
    }

    static List<Play> plays(DocumentContext context) {
        return collect(of(context.cluster()), component -> component.plays(context));
    }

    static List<Section> sections(Cluster cluster) {
        return collect(of(cluster), Component::sections);
    }

    static Entries entries(DocumentContext context) {
        return new Entries(collect(of(context.cluster()), component -> component.entries(context)));
    }

    /** The tiers from the entrance inwards, which is the reverse of the order of start. */
    static List<Tier> tiers(DocumentContext context) {
        List<Tier> tiers = new ArrayList<>(collect(of(context.cluster()), component -> component.tiers(context)));
        Collections.reverse(tiers);
        return tiers;
    }

    private static Stream<Component> of(Cluster cluster) {
        return ALL.stream().filter(component -> component.in(cluster));
    }

    private static <T> List<T> collect(Stream<Component> components, Function<Component, List<T>> declared) {
        return components.map(declared).flatMap(List::stream).toList();
    }
}
