package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.secrets.generate.GenerationReport;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.live.lab.Unit;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Changed files on their way to the nodes: which services of which node have to do what about them, and nothing else
 * is done.
 */
final class Delivery {

    /** Until a restarted member of etcd has caught up. */
    private static final Duration CAUGHT_UP = Duration.ofSeconds(30);

    private final LiveCluster live;
    /** The heaviest impact by unit, by node; in the order of names. */
    private final Map<String, Map<String, Impact>> needs = new TreeMap<>();

    Delivery(LiveCluster live) {
        this.live = live;
    }

    /** What {@link #bring} returns when every member of etcd was restarted, and nothing else. */
    static List<String> everyEtcd(LiveCluster live) {
        return live.nodes(NodeRole.ETCD).stream()
                .map(node -> node.name() + " etcd.service")
                .toList();
    }

    /** Adds secret files, as an operation on certificates lists them. */
    Delivery with(Collection<SecretFile> files) {
        files.forEach(file -> add(file.node().toString(), file.unit() + ".service", file.impact()));
        return this;
    }

    /** Adds what a generation changed of the bundle. */
    Delivery with(GenerationReport report) {
        for (Change change : report.changes()) {
            String[] path = change.path().split("/");
            if (change.node() != null && change.impact() != Impact.NONE) {
                add(change.node(), path[4] + ".service", change.impact());
            }
        }
        return this;
    }

    private void add(String node, String unit, Impact impact) {
        needs.computeIfAbsent(node, name -> new TreeMap<>())
                .merge(unit, impact, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /**
     * Brings the files to one node after the other and does there what they need; the reloads of HAProxy, which take
     * seconds and end no session, go on meanwhile. Returns the services that were restarted, such as {@code etcd1
     * etcd.service}.
     */
    List<String> bring() {
        List<String> restarted = new ArrayList<>();
        List<CompletableFuture<Void>> meanwhile = new ArrayList<>();
        for (Node node : live.cluster().nodes()) {
            Map<String, Impact> units = needs.getOrDefault(node.name().toString(), Map.of());
            if (!units.isEmpty()) {
                Host host = live.host(node);
                live.install(host).orThrow();
                units.forEach((unit, impact) -> {
                    switch (impact) {
                        case NONE -> {}
                        case RELOAD -> {
                            Unit running = host.unit(unit);
                            if (unit.equals("haproxy.service")) {
                                meanwhile.add(CompletableFuture.runAsync(running::reload));
                            } else {
                                running.reload();
                            }
                        }
                        case RESTART, ROLLING_RESTART -> {
                            host.unit(unit).restart();
                            restarted.add(host + " " + unit);
                        }
                        default -> throw new AssertionError(host + " " + unit + " would need " + impact);
                    }
                });
                if (restarted.contains(host + " etcd.service")) {
                    Eventually.holds(
                            CAUGHT_UP,
                            () -> assertThat(host.run("/usr/local/sbin/pg1c-etcdctl", "endpoint", "health")
                                            .orThrow())
                                    .doesNotContain("unhealthy"));
                }
            }
        }
        meanwhile.forEach(CompletableFuture::join);
        return restarted;
    }
}
