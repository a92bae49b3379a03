package io.github.pg1c.secrets;

import io.github.pg1c.model.Cluster;
import java.nio.file.Path;

/**
 * What a person or a program needs to operate a running cluster, and where the secrets store keeps it. A generation
 * makes these files; here they are only named.
 *
 * @param authority PEM, what is trusted of the service that changes the cluster, and of those that clients connect to
 * @param certificate PEM, the operator's certificate, which that service demands
 * @param privateKey PEM, PKCS#8, its key
 * @param user the user of that service for requests that change something
 * @param password that user's password, one line
 * @since 0.1
 */
public record OperatorFiles(Path authority, Path certificate, Path privateKey, String user, Path password) {

    /**
     * The files of a cluster.
     *
     * @param secretsDirectory the directory of all clusters' secrets; this cluster's is the one of its name in it
     */
    public static OperatorFiles of(Cluster cluster, Path secretsDirectory) {
        return SecretStore.of(cluster, secretsDirectory).operatorFiles();
    }
}
