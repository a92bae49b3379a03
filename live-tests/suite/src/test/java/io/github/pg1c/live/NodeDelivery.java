package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.NodeService;
import io.github.pg1c.bundle.diff.SettingChange;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.secrets.generate.GenerationReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Delivers changed files to the nodes and does for the services of each node exactly what the changes need. */
final class NodeDelivery {

    /** Limit for a restarted member of etcd to catch up. */
    private static final Duration CAUGHT_UP = Duration.ofSeconds(30);

    private final LiveCluster live;
    private final Map<String, Set<Need>> needs = new TreeMap<>();

    NodeDelivery(LiveCluster live) {
        this.live = live;
    }

    /** The result of {@link #bring} when every member of etcd was restarted, and nothing else. */
    static List<String> everyEtcd(LiveCluster live) {
        return live.nodes(NodeRole.ETCD).stream()
                .map(node -> node.name() + " etcd")
                .toList();
    }

    /** Adds secret files, as an operation on certificates lists them. */
    NodeDelivery with(Collection<SecretFile> files) {
        files.forEach(file -> add(file.node().toString(), file.need()));
        return this;
    }

    /** Adds the files of the bundle that a generation changed. */
    NodeDelivery with(GenerationReport report) {
        for (SettingChange change : report.diff().orElseThrow().settings()) {
            add(change.node(), change.need());
        }
        return this;
    }

    private void add(String node, Need need) {
        needs.computeIfAbsent(node, name -> new LinkedHashSet<>()).add(need);
    }

    /**
     * Brings the files to one node after the other and runs the commands of the manifest that they need. Reloads of
     * HAProxy, which take seconds and end no session, run in parallel. Returns the services that were restarted, such
     * as {@code etcd1 etcd}.
     */
    List<String> bring() {
        List<String> restarted = new ArrayList<>();
        List<CompletableFuture<Void>> meanwhile = new ArrayList<>();
        for (Node node : live.cluster().nodes()) {
            Set<Need> needed = needs.getOrDefault(node.name().toString(), Set.of());
            if (!needed.isEmpty()) {
                assertThat(needed).as(node.name() + " would need more").noneMatch(NodeDelivery::isMoreThanAService);
                Host host = live.host(node);
                live.install(host).orThrow();
                Set<String> reloads = new LinkedHashSet<>();
                for (NodeService service : live.services(host)) {
                    if (needed.contains(Need.restart(service.name()))) {
                        host.shell(service.restart()).orThrow();
                        restarted.add(host + " " + service.name());
                    } else if (needed.contains(Need.reload(service.name())) && reloads.add(service.reload())) {
                        if (service.name().equals("haproxy")) {
                            meanwhile.add(CompletableFuture.runAsync(
                                    () -> host.shell(service.reload()).orThrow()));
                        } else {
                            host.shell(service.reload()).orThrow();
                        }
                    }
                }
                if (restarted.contains(host + " etcd")) {
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

    private static boolean isMoreThanAService(Need need) {
        return need instanceof Need.Shared || need instanceof Need.Initialisation || need instanceof Need.Manual;
    }
}
