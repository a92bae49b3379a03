package io.github.pg1c.bundle.document;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.Service;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.text.Wording;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.WithoutStandby;
import io.github.pg1c.model.derived.ClientEndpoints;
import io.github.pg1c.model.derived.ClusterTuning;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.model.derived.Quorum;
import io.github.pg1c.model.derived.Timing;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.model.platform.OsFamily;
import io.github.pg1c.model.value.NodeName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The data of a cluster's documents.
 *
 * @param context the cluster, what follows from it, and which revocation lists the nodes have
 * @param parts the needs of each node, in the order of the specification
 * @param toolVersion version of pg1c
 */
public record DocumentContext(PlanContext context, Map<NodeName, NodePart> parts, String toolVersion)
        implements Wording {

    public DocumentContext {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    public Cluster cluster() {
        return context.cluster();
    }

    public ClusterPlan plan() {
        return context.plan();
    }

    /**
     * The command of a goal, in the form that needs neither a POM nor {@code settings.xml}.
     *
     * @param goal name without a prefix, as {@code diff}
     * @param properties as {@code pg1c.authority=etcd}
     */
    public String goal(String goal, String... properties) {
        String command = "mvn io.github.pg1c:pg1c-maven-plugin:" + toolVersion + ":" + goal;
        return properties.length == 0 ? command : command + " -D" + String.join(" -D", properties);
    }

    /** Places of files on the nodes. */
    public Layout layout() {
        return plan().layout();
    }

    /** Intervals of Patroni, etcd and HAProxy. */
    public Timing timing() {
        return plan().timing();
    }

    /** Calculated parameters of every PostgreSQL node. */
    public ClusterTuning tuning() {
        return plan().tuning();
    }

    /** The failures that etcd survives. */
    public Quorum quorum() {
        return plan().quorum();
    }

    /** Connections between nodes and into the cluster. */
    public List<Flow> flows() {
        return FlowMatrix.of(cluster(), parts);
    }

    /** The needs of a node. */
    public NodePart part(Node node) {
        return Objects.requireNonNull(parts.get(node.name()));
    }

    /** Services that have a unit and can reload, each once, in the order of start. */
    public List<Service> reloadable() {
        List<Service> found = new ArrayList<>();
        parts.values().stream()
                .flatMap(part -> part.services().stream())
                .filter(service -> service.hasUnit() && service.reloads())
                .filter(service ->
                        found.stream().noneMatch(other -> other.name().equals(service.name())))
                .forEach(found::add);
        return found;
    }

    @Override
    public Language language() {
        return cluster().language();
    }

    @Override
    public String clusterName() {
        return cluster().name().toString();
    }

    /** Nodes with a role, in the order of the specification. */
    public List<Node> nodes(NodeRole role) {
        return cluster().nodesWith(role);
    }

    public List<Node> postgresql() {
        return cluster().nodesWith(NodeRole.POSTGRESQL);
    }

    /** The node that makes the cluster: the one whose database is taken over, or the first that may lead. */
    public Node first() {
        return context.first();
    }

    /**
     * A PostgreSQL node besides the first one, for examples: one that may take over, where there is one; the first itself
     * when it is alone.
     */
    public Node second() {
        List<Node> others = postgresql().stream()
                .filter(node -> !node.name().equals(first().name()))
                .toList();
        return others.stream()
                .filter(Node::mayTakeOverInSync)
                .findFirst()
                .orElse(others.isEmpty() ? first() : others.get(0));
    }

    public boolean alone() {
        return postgresql().size() == 1;
    }

    public boolean pooled() {
        return cluster().access().pooled();
    }

    /** Whether clients connect through separate nodes. */
    public boolean proxied() {
        return endpoints().readPort().isPresent();
    }

    /** The nodes that clients connect to. */
    public ClientEndpoints endpoints() {
        return ClientEndpoints.of(cluster());
    }

    /** Units that start on a node, without {@code .service}, in the order of start. */
    public List<String> units(Node node) {
        return part(node).services().stream()
                .filter(Service::hasUnit)
                .map(Service::unit)
                .toList();
    }

    public OsFamily family() {
        return cluster().platform().os().family();
    }

    /** The place of a command in the same words everywhere: "on pg1". */
    public static Text at(Node node) {
        return Text.of("On " + node.name(), "На узле " + node.name());
    }

    public static Text onAdministrators() {
        return Text.of(
                "On the administrator's machine, in the directory of this file",
                "На машине администратора, в каталоге этого файла");
    }

    /** The effect on writing when no standby is left. */
    public Text withoutStandby() {
        return cluster().objectives().withoutStandby() == WithoutStandby.STOP
                ? Text.of(
                        "When no standby is left, commits wait until one is back (`synchronous_mode_strict`): clients "
                                + "hang, but nothing "
                                + "exists in one copy only.",
                        "Когда реплик не осталось, фиксация ждёт возвращения реплики (`synchronous_mode_strict`): клиенты "
                                + "ждут, "
                                + "зато данные никогда не существуют в единственном экземпляре.")
                : Text.of(
                        "When no standby is left, writing goes on in one copy; until a standby is synchronous again "
                                + "nobody can be "
                                + "promoted: if this leader is lost, too, wait for its host, do not force a failover.",
                        "Когда реплик не осталось, запись продолжается в единственном экземпляре; пока реплика снова "
                                + "не станет "
                                + "синхронной, заменить лидера нельзя: если потерян и он, ждите его узел и не "
                                + "форсируйте failover.");
    }
}
