package io.github.pg1c.maven.operate;

import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.ops.connect.ClusterAccess;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The user's parameters for the access to clusters. Specification and secrets store supply missing ones.
 *
 * @param secretsDirectory parent of the clusters' secrets stores
 * @param cluster the one cluster to connect to, of several that are specified
 * @param endpoints addresses of Patroni's REST APIs; then no specification is read
 * @param authority PEM file of the authorities that may vouch for servers
 * @param certificate PEM file of the client certificate
 * @param privateKey PEM file of its key
 * @param user user of the REST API
 * @param password that user's password
 */
public record AccessParameters(
        Path secretsDirectory,
        Optional<String> cluster,
        List<String> endpoints,
        Optional<Path> authority,
        Optional<Path> certificate,
        Optional<Path> privateKey,
        Optional<String> user,
        Optional<Secret> password) {

    /** Copies the endpoints. */
    public AccessParameters {
        endpoints = List.copyOf(endpoints);
    }

    /** The access by the specification and this secrets directory. */
    public static AccessParameters of(Path secretsDirectory) {
        return new AccessParameters(
                secretsDirectory,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same for one of several clusters. */
    public AccessParameters toCluster(String name) {
        return new AccessParameters(
                secretsDirectory, Optional.of(name), endpoints, authority, certificate, privateKey, user, password);
    }

    /** The access to a specified cluster. */
    ClusterAccess to(Cluster specified) {
        return completed(ClusterAccess.of(specified, secretsDirectory));
    }

    /** The access to the cluster behind the addresses. */
    ClusterAccess toAddresses() {
        ClusterAccess access = completed(ClusterAccess.at(endpoints));
        return cluster.map(access::named).orElse(access);
    }

    private ClusterAccess completed(ClusterAccess access) {
        return new ClusterAccess(
                access.cluster(),
                access.stored(),
                access.addresses(),
                access.name(),
                authority,
                certificate,
                privateKey,
                user,
                password,
                access.waiting());
    }

    /** The same by addresses instead of a specification. */
    public AccessParameters at(List<String> addresses) {
        return new AccessParameters(
                secretsDirectory, cluster, addresses, authority, certificate, privateKey, user, password);
    }
}
