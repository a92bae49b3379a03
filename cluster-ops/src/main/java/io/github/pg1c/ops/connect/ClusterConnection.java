package io.github.pg1c.ops.connect;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.operation.Waiting;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A running cluster, the subject of operations.
 *
 * <pre>{@code
 * try (ClusterConnection cluster = ClusterConnection.to(specified, Path.of(".pg1c"))) {
 *     SwitchOver.toAnyone().run(cluster, event -> log(event));
 * }
 * }</pre>
 *
 * @param name the cluster's name
 * @param patroni the client of its REST APIs; closed together with the connection
 * @param specification how the cluster is specified, where that is known
 * @param waiting the clock for waiting between two looks
 * @since 0.1
 */
public record ClusterConnection(String name, PatroniClient patroni, Optional<Cluster> specification, Waiting waiting)
        implements AutoCloseable {

    /**
     * Connects to a specified cluster with the operator's certificate, key and password.
     *
     * @param secretsDirectory the directory of all clusters' secrets, as {@code .pg1c}
     * @throws AccessException when files are missing or unusable, with all problems at once
     */
    public static ClusterConnection to(Cluster cluster, Path secretsDirectory) {
        return ClusterAccess.of(cluster, secretsDirectory).open();
    }

    /** A cluster by an existing client, without a specification. */
    public static ClusterConnection of(String name, PatroniClient patroni) {
        return new ClusterConnection(name, patroni, Optional.empty(), Waiting.real());
    }

    @Override
    public void close() {
        patroni.close();
    }
}
