package io.github.pg1c.maven.operate;

import io.github.pg1c.base.secret.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How to reach clusters and be let in. What is not said comes from the specification and the secrets store.
 *
 * @param secretsDirectory parent of the clusters' secrets stores
 * @param cluster the one cluster to connect to, of several that are specified
 * @param endpoints addresses of Patroni's REST APIs; a specification is not read then
 * @param authority PEM file of the authorities that may vouch for servers
 * @param certificate PEM file of the client certificate
 * @param privateKey PEM file of its key
 * @param user user of the REST API
 * @param password that user's password
 */
public record Access(
        Path secretsDirectory,
        Optional<String> cluster,
        List<String> endpoints,
        Optional<Path> authority,
        Optional<Path> certificate,
        Optional<Path> privateKey,
        Optional<String> user,
        Optional<Secret> password) {

    /** Copies the endpoints. */
    public Access {
        endpoints = List.copyOf(endpoints);
    }

    /** Everything from the specification and this secrets directory. */
    public static Access of(Path secretsDirectory) {
        return new Access(
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
    public Access toCluster(String name) {
        return new Access(
                secretsDirectory, Optional.of(name), endpoints, authority, certificate, privateKey, user, password);
    }

    /** The same by addresses instead of a specification. */
    public Access at(List<String> addresses) {
        return new Access(secretsDirectory, cluster, addresses, authority, certificate, privateKey, user, password);
    }
}
