package io.github.pg1c.patroni;

import java.net.URI;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * Reads the state of a cluster from Patroni's REST API.
 *
 * <pre>{@code
 * try (PatroniClient patroni = PatroniClient.builder()
 *         .endpoint(URI.create("https://node1:8008")).endpoint(URI.create("https://node2:8008"))
 *         .trustPem(Path.of("ca.pem")).clientCertificate(Path.of("client.pem"), Path.of("client-key.pem"))
 *         .build()) {
 *     patroni.cluster().leader().ifPresent(leader -> System.out.println(leader.name()));
 * }
 * }</pre>
 *
 * <p>Every call opens a connection of its own, as Patroni closes it after each answer anyway and has few workers to spare. The certificate of a server is always checked
 * against its host name; proxies of the environment are not used, redirections are not followed, and nothing is repeated without being asked for.
 * What Patroni answers is a value; a {@link PatroniException} says that there was no answer or a foreign one.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/rest_api.html">Patroni: REST API</a>
 * @since 0.1
 */
public final class PatroniClient implements AutoCloseable {
    private final List<HttpUrl> endpoints;
    private final Transport transport;

    PatroniClient(List<HttpUrl> endpoints, Transport transport) {
        this.endpoints = List.copyOf(endpoints);
        this.transport = transport;
    }

    /** A builder without endpoints. */
    public static PatroniClientBuilder builder() {
        return new PatroniClientBuilder();
    }

    /**
     * The cluster as the first endpoint sees it that answers ({@code GET /cluster}).
     *
     * @throws PatroniException when none answers; it is the last one's, with those of the others as suppressed
     */
    public ClusterState cluster() {
        PatroniException failure = null;
        for (HttpUrl endpoint : endpoints) {
            try {
                Answer answer = transport.get(Endpoints.below(endpoint, "cluster"));
                return ClusterReader.cluster(answer.uri(), answer.expect(200));
            } catch (PatroniException e) {
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        throw failure != null ? failure : new IllegalStateException("no endpoint");
    }

    /**
     * What a member says about itself ({@code GET /patroni}).
     *
     * @param member the address of its REST API, with or without {@code /patroni} at its end; {@link Member#apiUrl} fits
     * @throws PatroniException when it does not answer
     */
    public MemberStatus member(URI member) {
        Answer answer = transport.get(Endpoints.below(Endpoints.parse(member), "patroni"));
        return StatusReader.status(answer.uri(), answer.expect(200, 503));
    }

    /**
     * The answer of a member to a question.
     *
     * @param member as for {@link #member}
     * @throws PatroniException when it does not answer; a 503 is an answer
     */
    public Health health(URI member, HealthCheck check) {
        Answer answer = transport.get(Endpoints.below(Endpoints.parse(member), check.path()));
        return StatusReader.health(check, answer);
    }

    /** Ends the connections that are open. */
    @Override
    public void close() {
        transport.close();
    }

    @Override
    public String toString() {
        return "PatroniClient" + endpoints;
    }
}
