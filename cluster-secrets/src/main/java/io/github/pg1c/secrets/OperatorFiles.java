package io.github.pg1c.secrets;

import io.github.pg1c.model.Cluster;
import java.nio.file.Path;

/**
 * Paths in the secrets store of the files that a person or a program needs to operate a running cluster. A generation
 * makes the files.
 *
 * @param authority PEM, the certificates to trust for the service that changes the cluster and for those that clients
 *     connect to
 * @param certificate PEM, the operator's certificate, which that service requires
 * @param privateKey PEM, PKCS#8, its key
 * @param user the user of that service for requests that change something
 * @param password that user's password, one line
 * @since 0.1
 */
public record OperatorFiles(Path authority, Path certificate, Path privateKey, String user, Path password) {

    /**
     * The files of a cluster.
     *
     * @param secretsDirectory parent of the clusters' secrets directories; this cluster's directory has its name
     */
    public static OperatorFiles of(Cluster cluster, Path secretsDirectory) {
        return SecretStore.of(cluster, secretsDirectory).operatorFiles();
    }
}
