package io.github.pg1c.maven.tune;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of the user, as written.
 *
 * @param figures of a node, by the names of {@link NodeFigures}; without absent ones
 * @param overrides parameters that replace calculated ones, as {@code work_mem=64MB}
 * @param scope the chosen nodes
 * @param format the format of a plan; a table by default
 * @param explain names of parameters to explain
 * @param compare a preset to compare with
 * @param against a {@code postgresql.conf} to compare with
 */
public record TuneRequest(
        Map<String, String> figures,
        List<String> overrides,
        Scope scope,
        Optional<String> format,
        List<String> explain,
        Optional<String> compare,
        Optional<Path> against) {

    public TuneRequest {
        figures = Map.copyOf(figures);
        overrides = List.copyOf(overrides);
        explain = List.copyOf(explain);
    }

    /**
     * The chosen nodes.
     *
     * @param specification whether the user named one
     * @param cluster one of several clusters
     * @param node one of several nodes
     */
    public record Scope(boolean specification, Optional<String> cluster, Optional<String> node) {

        boolean said() {
            return specification || cluster.isPresent() || node.isPresent();
        }
    }
}
