package io.github.pg1c.model.rules;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Derivation;
import io.github.pg1c.model.value.ComponentVersion;
import io.github.pg1c.model.value.NodeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules of the members' tags. */
final class TagRules {

    private static final int HIGHEST_PRIORITY = 1000;

    private static final String EXAMPLE = "nodes:\n  - {name: pg1, address: 10.0.0.11, roles: [postgresql]}\n"
            + "  - {name: pg2, address: 10.0.0.12, roles: [postgresql]}\n"
            + "  - {name: pg3, address: 10.0.0.13, roles: [postgresql], tags: ";

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.warning(131, "Tags without a member", "Теги без члена кластера")
                    .because(
                            "Tags are those of Patroni's member, and Patroni runs beside PostgreSQL only.",
                            "Теги относятся к члену Patroni, а Patroni работает только рядом с PostgreSQL.")
                    .mend("Remove the tags, or add the role postgresql.", "Уберите теги или добавьте роль postgresql.")
                    .example(EXAMPLE + "{cloneFrom: true}}")
                    .readsEach("nodes[*].roles", "nodes[*].tags")
                    .check((cluster, findings) -> NodeRules.each(cluster, (path, node) -> {
                        if (node.tags().any()
                                && !node.has(NodeRole.POSTGRESQL)
                                && findings.known(path + ".roles", path + ".tags")) {
                            String name = findings.name(path, node.name());
                            findings.report(
                                    path + ".tags",
                                    "PostgreSQL does not run on " + name,
                                    "на узле " + name + " нет PostgreSQL");
                        }
                    })),
            ClusterRule.error(
                            132,
                            "This Patroni does not know failoverPriority",
                            "Эта версия Patroni не знает failoverPriority")
                    .because(
                            "The tag failover_priority exists from Patroni 3.2 on; an older one ignores it silently.",
                            "Тег failover_priority появился в Patroni 3.2; более старая версия молча его не учитывает.")
                    .mend(
                            "Remove failoverPriority, or install a newer Patroni and write its version.",
                            "Уберите failoverPriority или установите более новый Patroni и укажите его версию.")
                    .example("patroni: {version: \"4.0\"}\n" + EXAMPLE + "{failoverPriority: 2}}")
                    .reads("platform.os", "patroni.version")
                    .readsEach("nodes[*].tags.failoverPriority")
                    .checkDerived(TagRules::release),
            ClusterRule.error(133, "failoverPriority is not possible", "Недопустимый failoverPriority")
                    .because(
                            "Patroni takes a priority below 1 for 'never', which is 'failover: false', and does not "
                                    + "start its check of the file with both.",
                            "Приоритет меньше 1 для Patroni означает «никогда», то есть «failover: false», а файл с "
                                    + "обоими его проверка не принимает.")
                    .mend(
                            "Write 1 to 1000, or 'failover: false' without failoverPriority.",
                            "Укажите от 1 до 1000 или «failover: false» без failoverPriority.")
                    .example(EXAMPLE + "{failoverPriority: 2}}")
                    .readsEach("nodes[*].tags.failoverPriority", "nodes[*].failover")
                    .check((cluster, findings) -> NodeRules.each(cluster, (path, node) -> {
                        Integer priority = node.tags().failoverPriority();
                        String key = path + ".tags.failoverPriority";
                        if (priority == null || !findings.known(key)) {
                            return;
                        }
                        if (priority < 1 || priority > HIGHEST_PRIORITY) {
                            findings.report(
                                    key,
                                    "'" + priority + "' is not within 1 and " + HIGHEST_PRIORITY,
                                    "«" + priority + "» не в пределах 1–" + HIGHEST_PRIORITY);
                        } else if (!node.failover() && findings.known(path + ".failover")) {
                            findings.report(
                                    key,
                                    "'" + priority + "' stands beside 'failover: false'",
                                    "«" + priority + "» стоит рядом с «failover: false»");
                        }
                    })),
            ClusterRule.error(134, "replicateFrom names no other member", "replicateFrom не называет другого члена")
                    .because(
                            "A standby gets WAL from another member of the cluster; with any other name Patroni silently "
                                    + "uses the leader.",
                            "Реплика получает WAL от другого члена кластера; при любом ином имени Patroni молча возьмёт "
                                    + "лидера.")
                    .mend(
                            "Write the name of another node with the role postgresql.",
                            "Укажите имя другого узла с ролью postgresql.")
                    .example(EXAMPLE + "{replicateFrom: pg2}}")
                    .reads("nodes[*].name", "nodes[*].roles")
                    .readsEach("nodes[*].tags.replicateFrom")
                    .check((cluster, findings) -> NodeRules.each(cluster, (path, node) -> {
                        NodeName source = node.tags().replicateFrom();
                        String key = path + ".tags.replicateFrom";
                        if (source == null || !findings.known(key)) {
                            return;
                        }
                        boolean itself = source.equals(node.name());
                        if (itself || !members(cluster).containsKey(source)) {
                            findings.report(
                                    key,
                                    "'" + source + "' is " + (itself ? "the node itself" : "no PostgreSQL node"),
                                    "«" + source + "» — " + (itself ? "сам этот узел" : "не узел PostgreSQL"));
                        }
                    })),
            ClusterRule.error(135, "Members replicate in a circle", "Члены получают WAL по кругу")
                    .because(
                            "When none of them leads, they wait for each other and get nothing more.",
                            "Когда ни один из них не лидер, они ждут друг друга и больше ничего не получают.")
                    .mend("Take replicateFrom from one of them.", "Уберите replicateFrom у одного из них.")
                    .example(EXAMPLE + "{replicateFrom: pg2}}")
                    .reads("nodes[*].name", "nodes[*].tags.replicateFrom")
                    .check(TagRules::circles),
            ClusterRule.warning(136, "noSync has no effect", "noSync не действует")
                    .because(
                            "With an rpo above 0 no commit waits for a standby, so no standby is synchronous.",
                            "При rpo больше 0 фиксация реплик не ждёт, и синхронных реплик нет.")
                    .mend("Remove noSync, or write rpo: 0.", "Уберите noSync или укажите rpo: 0.")
                    .example("objectives: {rpo: 0}\n" + EXAMPLE + "{noSync: true}}")
                    .reads("objectives.rpo")
                    .readsEach("nodes[*].tags.noSync")
                    .check((cluster, findings) -> NodeRules.each(cluster, (path, node) -> {
                        if (node.tags().noSync()
                                && !cluster.objectives().synchronous()
                                && findings.known(path + ".tags.noSync")) {
                            String rpo = cluster.objectives().rpo().toString();
                            findings.report(
                                    path + ".tags.noSync",
                                    "replication is asynchronous with rpo " + rpo,
                                    "при rpo " + rpo + " репликация асинхронная");
                        }
                    })),
            ClusterRule.warning(137, "The port for reading has no standby", "У порта для чтения нет реплики")
                    .because(
                            "The port for reading leads to the leader when no standby is left for it: readers then load "
                                    + "the leader.",
                            "Когда для порта чтения не остаётся реплик, он ведёт на лидера: читающие клиенты нагружают "
                                    + "лидера.")
                    .mend(
                            "Take noLoadBalance from a second member, or let readers use the port for writing.",
                            "Уберите noLoadBalance ещё у одного члена или направьте читающих клиентов на порт для записи.")
                    .example(EXAMPLE + "{noLoadBalance: true}}")
                    .reads("nodes[*].roles", "nodes[*].tags.noLoadBalance")
                    .check((cluster, findings) -> {
                        List<Node> members = cluster.nodesWith(NodeRole.POSTGRESQL);
                        long reading = members.stream()
                                .filter(node -> !node.tags().noLoadBalance())
                                .count();
                        if (reading < 2
                                && reading < members.size()
                                && !cluster.nodesWith(NodeRole.HAPROXY).isEmpty()) {
                            findings.report(
                                    "nodes",
                                    "members without noLoadBalance: " + reading + ", and one of them may be the leader",
                                    "членов без noLoadBalance: " + reading + ", и один из них может быть лидером");
                        }
                    }));

    private TagRules() {}

    /**
     * The members that may lead, but beside which no other may be the synchronous standby and take over: what a commit
     * waits for must come from the leader itself.
     */
    static List<Node> withoutSynchronousStandby(Cluster cluster) {
        List<Node> members = cluster.nodesWith(NodeRole.POSTGRESQL);
        return members.stream()
                .filter(Node::failover)
                .filter(leader -> members.stream().noneMatch(other -> !other.equals(leader) && follows(other, leader)))
                .toList();
    }

    private static boolean follows(Node standby, Node leader) {
        NodeName source = standby.tags().replicateFrom();
        return standby.mayTakeOverInSync() && (source == null || source.equals(leader.name()));
    }

    private static void release(Derivation facts, RuleFindings findings) {
        ComponentVersion version = facts.layout().versions().patroni();
        NodeRules.each(facts.cluster(), (path, node) -> {
            String key = path + ".tags.failoverPriority";
            if (node.tags().failoverPriority() != null && !version.atLeast(3, 2) && findings.known(key)) {
                findings.report(
                        key,
                        "Patroni is " + version + ", the tag needs 3.2",
                        "версия Patroni — " + version + ", тегу нужна 3.2");
            }
        });
    }

    /** Each circle once, at its first member. */
    private static void circles(Cluster cluster, RuleFindings findings) {
        Map<NodeName, Node> members = members(cluster);
        List<NodeName> known = new ArrayList<>();
        NodeRules.each(cluster, (path, node) -> {
            List<NodeName> way = new ArrayList<>();
            for (NodeName next = node.name(); next != null && !way.contains(next); next = source(members, next)) {
                way.add(next);
            }
            boolean circle = node.name().equals(source(members, way.get(way.size() - 1)));
            if (circle && way.size() > 1 && !known.contains(node.name())) {
                known.addAll(way);
                String names = way.stream().map(NodeName::toString).collect(Collectors.joining(" ← "));
                findings.report(
                        path + ".tags.replicateFrom",
                        Text.of(names + " ← " + node.name() + " is a circle", names + " ← " + node.name() + " — круг"),
                        Text.of("take replicateFrom from one of them", "уберите replicateFrom у одного из них"));
            }
        });
    }

    private static @Nullable NodeName source(Map<NodeName, Node> members, NodeName name) {
        return Optional.ofNullable(members.get(name))
                .map(node -> node.tags().replicateFrom())
                .orElse(null);
    }

    private static Map<NodeName, Node> members(Cluster cluster) {
        return cluster.nodesWith(NodeRole.POSTGRESQL).stream()
                .collect(Collectors.toMap(Node::name, Function.identity(), (one, other) -> one));
    }
}
