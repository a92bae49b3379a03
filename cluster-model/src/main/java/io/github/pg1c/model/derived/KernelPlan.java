package io.github.pg1c.model.derived;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.value.NodeName;
import io.github.pg1c.tuning.plan.KernelSetting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Kernel settings of the nodes, whatever runs there. */
final class KernelPlan {

    private static final Text NO_SWAP = Text.of(
            "A swapped-out etcd or HAProxy answers too late.",
            "Вытесненный в подкачку etcd или HAProxy отвечает слишком поздно.");
    private static final Text KEEPALIVE = Text.of(
            "A dead peer is noticed after 60 + 3 * 10 seconds.",
            "Исчезнувшая сторона обнаруживается через 60 + 3 * 10 секунд.");
    private static final Text BACKLOG = Text.of(
            "All sessions come back at once after a failover.",
            "После смены лидера все сеансы возвращаются одновременно.");

    private KernelPlan() {}

    /** The settings of a node in the order of the file; in a container those that it has to itself. */
    static List<KernelSetting> of(Cluster cluster, ClusterTuning tuning, Node node) {
        List<KernelSetting> settings = all(cluster, tuning, node);
        return cluster.platform().container()
                ? settings.stream().filter(KernelPlan::namespaced).toList()
                : settings;
    }

    /**
     * Whether each container has the setting to itself.
     *
     * @see <a href="https://www.kernel.org/doc/html/latest/admin-guide/sysctl/net.html">Linux: sysctl of networks</a>
     */
    private static boolean namespaced(KernelSetting setting) {
        return setting.key().startsWith("net.");
    }

    /**
     * What the machines under the containers need; containers whose machine is not named stand alone. Huge pages add
     * up. The rest of a database node's settings is left out, because it holds for every guest of the machine.
     */
    static List<HostKernel> hosts(Cluster cluster, ClusterTuning tuning) {
        Map<Machine, List<Node>> byMachine = new LinkedHashMap<>();
        for (Node node : cluster.nodesWith(NodeRole.POSTGRESQL)) {
            byMachine
                    .computeIfAbsent(Machine.under(node), machine -> new ArrayList<>())
                    .add(node);
        }
        List<HostKernel> hosts = new ArrayList<>();
        if (cluster.platform().container()) {
            byMachine.forEach((machine, nodes) -> {
                List<Integer> pages = nodes.stream()
                        .map(node -> tuning.of(node.name()).kernel().hugePages())
                        .toList();
                int sum = pages.stream().mapToInt(Integer::intValue).sum();
                if (sum > 0) {
                    String formula = pages.stream().map(String::valueOf).collect(Collectors.joining(" + "));
                    hosts.add(new HostKernel(machine.name(), nodes, List.of(hugePages(sum, formula))));
                }
            });
        }
        return hosts;
    }

    /** A machine with a name, or the unknown one under a container. */
    private record Machine(Optional<String> name, Optional<NodeName> container) {

        static Machine under(Node node) {
            Optional<String> name = Optional.ofNullable(node.host());
            return new Machine(name, name.isPresent() ? Optional.empty() : Optional.of(node.name()));
        }
    }

    private static KernelSetting hugePages(int sum, String formula) {
        return new KernelSetting(
                "vm.nr_hugepages",
                Integer.toString(sum),
                Text.of(
                        formula + " = " + sum
                                + " pages of 2 MB for the shared memory of these containers, beside those "
                                + "that other guests of the machine use; without them PostgreSQL runs with ordinary pages.",
                        formula + " = " + sum
                                + " страниц по 2 МБ для разделяемой памяти этих контейнеров, сверх тех, что "
                                + "нужны другим гостям машины; без них PostgreSQL работает с обычными страницами."));
    }

    private static List<KernelSetting> all(Cluster cluster, ClusterTuning tuning, Node node) {
        List<KernelSetting> settings = new ArrayList<>();
        if (node.has(NodeRole.POSTGRESQL)) {
            settings.addAll(tuning.of(node.name()).kernel().sysctl());
        } else {
            settings.add(new KernelSetting("vm.swappiness", "1", NO_SWAP));
            settings.add(new KernelSetting("net.ipv4.tcp_keepalive_time", "60", KEEPALIVE));
            settings.add(new KernelSetting("net.ipv4.tcp_keepalive_intvl", "10", KEEPALIVE));
            settings.add(new KernelSetting("net.ipv4.tcp_keepalive_probes", "3", KEEPALIVE));
        }
        if (ClientEndpoints.proxies(cluster).contains(node)) {
            settings.add(new KernelSetting("net.core.somaxconn", "4096", BACKLOG));
        }
        return settings;
    }
}
