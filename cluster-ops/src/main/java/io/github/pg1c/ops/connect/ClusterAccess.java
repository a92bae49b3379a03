package io.github.pg1c.ops.connect;

import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.patroni.operation.Waiting;
import io.github.pg1c.secrets.OperatorFiles;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The access to a cluster: by its specification and the secrets directory, or by addresses. Values given here replace
 * those of the specification and the secrets directory.
 *
 * <pre>{@code
 * ClusterAccess.of(cluster, Path.of(".pg1c")).open();
 * ClusterAccess.at(List.of("pg1", "pg2"))
 *         .authority(ca)
 *         .certificate(pem)
 *         .privateKey(key)
 *         .login("patroni", password)
 *         .open();
 * }</pre>
 *
 * @param cluster the specification, if there is one
 * @param stored the operator's files in the secrets directory, if there is one
 * @param addresses of Patroni's REST APIs, one of which is enough; {@code https} and port 8008 by default
 * @param name the cluster's name; the specification's, or else the host of the first address, if empty
 * @param authority PEM file of the authorities that vouch for the REST APIs; the JDK's if there is none
 * @param certificate PEM file of the client certificate
 * @param privateKey PEM file of its key, PKCS#8 and not encrypted
 * @param user user of the REST API, for requests that change something
 * @param password that user's password
 * @param waiting the clock for waiting
 * @since 0.1
 */
public record ClusterAccess(
        Optional<Cluster> cluster,
        Optional<OperatorFiles> stored,
        List<String> addresses,
        Optional<String> name,
        Optional<Path> authority,
        Optional<Path> certificate,
        Optional<Path> privateKey,
        Optional<String> user,
        Optional<Secret> password,
        Waiting waiting) {

    /** Copies the addresses. */
    public ClusterAccess {
        addresses = List.copyOf(addresses);
    }

    /**
     * The access by a specification and the secrets that were made for it.
     *
     * @param secretsDirectory the directory of all clusters' secrets, as {@code .pg1c}
     */
    public static ClusterAccess of(Cluster cluster, Path secretsDirectory) {
        List<String> addresses = cluster.nodesWith(NodeRole.POSTGRESQL).stream()
                .map(node -> PatroniAddress.of(
                        "https", node.address().toString(), cluster.patroni().port()))
                .map(URI::toString)
                .toList();
        return new ClusterAccess(
                Optional.of(cluster),
                Optional.of(OperatorFiles.of(cluster, secretsDirectory)),
                addresses,
                Optional.of(cluster.name().toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Waiting.real());
    }

    /**
     * A cluster by the addresses of its REST APIs.
     *
     * @param addresses as {@code pg1}, {@code pg1:8008}, {@code https://pg1:8008} or {@code [fd00::1]:8008}
     */
    public static ClusterAccess at(List<String> addresses) {
        return new ClusterAccess(
                Optional.empty(),
                Optional.empty(),
                addresses,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Waiting.real());
    }

    /** The same with another name. */
    public ClusterAccess named(String text) {
        return with(Optional.of(text), authority, certificate, privateKey, user, password, waiting);
    }

    /** The same with other authorities that vouch for the REST APIs. */
    public ClusterAccess authority(Path pem) {
        return with(name, Optional.of(pem), certificate, privateKey, user, password, waiting);
    }

    /** The same with another client certificate. */
    public ClusterAccess certificate(Path pem) {
        return with(name, authority, Optional.of(pem), privateKey, user, password, waiting);
    }

    /** The same with another key of the client certificate. */
    public ClusterAccess privateKey(Path pem) {
        return with(name, authority, certificate, Optional.of(pem), user, password, waiting);
    }

    /** The same with another user of the REST API. */
    public ClusterAccess user(String text) {
        return with(name, authority, certificate, privateKey, Optional.of(text), password, waiting);
    }

    /** The same with another password of the REST API. */
    public ClusterAccess password(Secret secret) {
        return with(name, authority, certificate, privateKey, user, Optional.of(secret), waiting);
    }

    /** The same with a user of the REST API and its password. */
    public ClusterAccess login(String text, Secret secret) {
        return user(text).password(secret);
    }

    /** The same with another clock, for tests. */
    public ClusterAccess waiting(Waiting time) {
        return with(name, authority, certificate, privateKey, user, password, time);
    }

    /**
     * Reads the files and makes the connection; no request is sent.
     *
     * @throws AccessException when something is missing or unusable, with all problems at once
     */
    public ClusterConnection open() {
        return new AccessAttempt(this).open();
    }

    private ClusterAccess with(
            Optional<String> newName,
            Optional<Path> newAuthority,
            Optional<Path> newCertificate,
            Optional<Path> newPrivateKey,
            Optional<String> newUser,
            Optional<Secret> newPassword,
            Waiting newWaiting) {
        return new ClusterAccess(
                cluster,
                stored,
                addresses,
                newName,
                newAuthority,
                newCertificate,
                newPrivateKey,
                newUser,
                newPassword,
                newWaiting);
    }
}
