package io.github.pg1c.bundle.document;

import io.github.pg1c.bundle.part.Impact;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.bundle.part.SecretFiles;
import io.github.pg1c.model.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What each managed file of a node makes Ansible do when it changes: the service and {@code reload} or {@code restart}. */
final class AnsibleActions {

    /** A changed file that asks nothing of a service. */
    static final String NONE = "none";

    private AnsibleActions() {}

    /** {@code haproxy.reload} by path on the node, for every file that the installer may report. */
    static SortedMap<String, String> of(Facts facts) {
        SortedMap<String, String> actions = new TreeMap<>();
        for (Node node : facts.cluster().nodes()) {
            for (RenderedFile file : facts.input().files().getOrDefault(node.name(), List.of())) {
                actions.put(file.path(), action(file.path(), file.impact()));
            }
            for (SecretFile file :
                    SecretFiles.describe(facts.cluster(), node, facts.input().lists())) {
                actions.put(file.path(), action(file.path(), file.impact()));
            }
        }
        return actions;
    }

    /** A change that counts only when a cluster is made does nothing to a running one. */
    private static String action(String path, Impact impact) {
        return switch (impact) {
            case NONE, REINITIALISE -> NONE;
            case RELOAD -> service(path).map(unit -> unit + ".reload").orElse(NONE);
            case RESTART, ROLLING_RESTART, SWITCHOVER ->
                service(path).map(unit -> unit + ".restart").orElse(NONE);
        };
    }

    private static Optional<String> service(String path) {
        return Arrays.stream(Service.values())
                .map(Service::unit)
                .filter(unit -> path.startsWith("/etc/" + unit + "/")
                        || path.startsWith("/etc/systemd/system/" + unit + ".service"))
                .findFirst();
    }
}
