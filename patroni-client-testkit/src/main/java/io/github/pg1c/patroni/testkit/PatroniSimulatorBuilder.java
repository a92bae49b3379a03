package io.github.pg1c.patroni.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * Collects what a {@link PatroniSimulator} is like. By default it is a sound cluster {@code main} of Patroni 4.1 with
 * the members {@code node1}, {@code node2} and {@code node3}, over HTTP and without passwords.
 *
 * @since 0.1
 */
public final class PatroniSimulatorBuilder {
    private PatroniRelease release = PatroniRelease.PATRONI_4_1;
    private String scope = "main";
    private Set<String> names = new LinkedHashSet<>(List.of("node1", "node2", "node3"));
    private SimulatedTls tls = SimulatedTls.NONE;
    private Optional<String> authorization = Optional.empty();
    private Clock clock = Clock.systemUTC();

    PatroniSimulatorBuilder() {}

    /** The release whose answers are simulated. */
    public PatroniSimulatorBuilder release(PatroniRelease chosen) {
        release = chosen;
        return this;
    }

    /** The name of the cluster. */
    public PatroniSimulatorBuilder scope(String name) {
        scope = name;
        return this;
    }

    /**
     * The members; the first one leads.
     *
     * @throws IllegalArgumentException when there is none, or two have the same name
     */
    public PatroniSimulatorBuilder members(String... members) {
        names = new LinkedHashSet<>(List.of(members));
        if (names.isEmpty() || names.size() < members.length) {
            throw new IllegalArgumentException("write at least one member, and each once: " + List.of(members));
        }
        return this;
    }

    /**
     * Speaks HTTPS.
     *
     * @param context with a certificate for {@code 127.0.0.1}, and whom to trust where clients show theirs
     * @param client who must show a certificate
     */
    public PatroniSimulatorBuilder https(SSLContext context, ClientCertificates client) {
        tls = new SimulatedTls(context, client);
        return this;
    }

    /** Requests that change something need this user and password. */
    public PatroniSimulatorBuilder basicAuth(String user, String password) {
        String both = user + ":" + password;
        authorization =
                Optional.of("Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** The clock of the members: for the time at which they heard from the DCS, and for times in the past. */
    public PatroniSimulatorBuilder clock(Clock time) {
        clock = time;
        return this;
    }

    /** Opens a port of the loopback interface for each member. */
    public PatroniSimulator start() {
        return new PatroniSimulator(release, names, new ClusterSimulation(scope, clock), tls, authorization);
    }
}
