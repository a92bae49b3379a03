package io.github.pg1c.patroni;

import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.HistoryEntry;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.cluster.Survey;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.config.ConfigPlan;
import io.github.pg1c.patroni.config.DynamicConfiguration;
import io.github.pg1c.patroni.health.Health;
import io.github.pg1c.patroni.health.HealthCheck;
import io.github.pg1c.patroni.health.HealthConditions;
import io.github.pg1c.patroni.metrics.Metrics;
import io.github.pg1c.patroni.operation.CancelOutcome;
import io.github.pg1c.patroni.operation.ConfigOutcome;
import io.github.pg1c.patroni.operation.Failover;
import io.github.pg1c.patroni.operation.LeaderEvent;
import io.github.pg1c.patroni.operation.LeaderOutcome;
import io.github.pg1c.patroni.operation.LeaderWait;
import io.github.pg1c.patroni.operation.PauseOutcome;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.Reinitialize;
import io.github.pg1c.patroni.operation.ReinitializeOutcome;
import io.github.pg1c.patroni.operation.ReloadOutcome;
import io.github.pg1c.patroni.operation.Restart;
import io.github.pg1c.patroni.operation.RestartOutcome;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.operation.SwitchoverOutcome;
import io.github.pg1c.patroni.operation.SwitchoverPlan;
import io.github.pg1c.patroni.protocol.Capabilities;
import io.github.pg1c.patroni.protocol.PatroniException;
import io.github.pg1c.patroni.protocol.UnsupportedFeatureException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads the state of a cluster from Patroni's REST API, and asks for switchovers, restarts and other changes.
 *
 * <pre>{@code
 * try (PatroniClient patroni = PatroniClient.builder()
 *         .endpoint(node1) // such as https://node1:8008
 *         .endpoint(node2)
 *         .trustPem(authority)
 *         .clientCertificate(certificate, key)
 *         .build()) {
 *     patroni.cluster().leader().ifPresent(leader -> System.out.println(leader.name()));
 * }
 * }</pre>
 *
 * <p>It is an interface, so an application can have its own implementation. For tests of an application, a real client
 * with the simulated cluster of the artifact {@code patroni-client-testkit} is better.
 *
 * <p>A client that {@link #builder} made opens a connection for every request, because Patroni closes it after each
 * answer and has few worker threads. It checks the certificate of a server against its host name. It uses no proxy of
 * the environment, follows no redirection and repeats no request. A request that changes something is sent once.
 *
 * <p>Before a request that changes something, the client checks which member answers at the address: by its name and
 * scope, and before Patroni 3.2, which does not tell the name, by its role and the start of PostgreSQL. Another member,
 * a member of another cluster, or an address that several members publish gets no request; the outcome is
 * {@link Refused}.
 *
 * <p>Answers of Patroni and outcomes of changes are values, also an unknown outcome. A {@link PatroniException} means
 * that a question got no answer, or one that is not Patroni's. After {@link #close} every method throws
 * {@link IllegalStateException}.
 *
 * <p>Clients are immutable and safe for use by several threads. Each request is logged at level DEBUG by the
 * {@link System.Logger} named {@code io.github.pg1c.patroni}: its method, its address without parameters, the status
 * and the time it took.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/rest_api.html">Patroni: REST API</a>
 * @since 0.1
 */
public interface PatroniClient extends AutoCloseable {
    /** A builder without endpoints. */
    static PatroniClientBuilder builder() {
        return new PatroniClientBuilder();
    }

    /**
     * The cluster as seen by the first endpoint that answers ({@code GET /cluster}). The next endpoint is asked when
     * one fails, or does not answer for half a second.
     *
     * @throws PatroniException when none answers; it is the last endpoint's, with those of the others as suppressed
     */
    ClusterState cluster();

    /**
     * The ends of timelines, oldest first ({@code GET /history}).
     *
     * @throws PatroniException when no endpoint answers
     */
    List<HistoryEntry> history();

    /**
     * The configuration that all members share ({@code GET /config}), from the memory of the member that answers.
     *
     * @throws PatroniException when no endpoint answers, or the cluster has no configuration yet
     */
    DynamicConfiguration configuration();

    /**
     * The members that must agree before the primary continues without the DCS ({@code GET /failsafe}): addresses by
     * name. Empty when failsafe mode is off.
     *
     * @throws PatroniException when no endpoint answers
     */
    Optional<Map<String, String>> failsafe();

    /**
     * The status that a member reports about itself ({@code GET /patroni}).
     *
     * @param member the address of its REST API, with or without a trailing {@code /patroni}, for example
     *     {@link Member#apiUrl}
     * @throws PatroniException when it does not answer
     */
    MemberStatus member(URI member);

    /**
     * Asks a member a yes-or-no question.
     *
     * @param member as for {@link #member}
     * @throws UnsupportedFeatureException when the member's Patroni would answer another question
     * @throws PatroniException when it does not answer; a 503 is an answer
     */
    default Health health(URI member, HealthCheck check) {
        return health(member, check, HealthConditions.NONE);
    }

    /**
     * Asks a member a question with conditions.
     *
     * @param member as for {@link #member}
     * @throws IllegalArgumentException when every Patroni ignores one of the conditions in this check
     * @throws UnsupportedFeatureException when the member's Patroni would ignore a condition or answer another question
     * @throws PatroniException when it does not answer; a 503 is an answer
     */
    Health health(URI member, HealthCheck check, HealthConditions conditions);

    /** True when Patroni's own loop runs on this member ({@code GET /liveness}). */
    default boolean isAlive(URI member) {
        return health(member, HealthCheck.LIVENESS).isHealthy();
    }

    /** True when this member is ready for connections ({@code GET /readiness}); the meaning depends on the version. */
    default boolean isReady(URI member) {
        return health(member, HealthCheck.READINESS).isHealthy();
    }

    /**
     * The metrics of a member ({@code GET /metrics}).
     *
     * @param member as for {@link #member}
     * @throws PatroniException when it does not answer
     */
    Metrics metrics(URI member);

    /**
     * Asks all members at the same time for their own status and their view of the cluster. Members without an endpoint
     * are found through the others. A member that does not answer, or has no usable address, is part of the survey; the
     * method does not fail.
     */
    Survey survey();

    /** The features of the members' Patroni. */
    Capabilities capabilities();

    /**
     * Checks whether a switchover can work, with the hindrances of each member. Changes nothing.
     *
     * @throws PatroniException when no endpoint returns the members or the configuration
     */
    SwitchoverPlan plan(Switchover switchover);

    /**
     * Hands the leader's role over ({@code POST /switchover}). The request is sent once. Without a clear answer the
     * cluster is observed, and the outcome says so. A scheduled or visibly running switchover is replaced only on
     * request. Blocks until Patroni reports the end, for about half a minute at most.
     */
    SwitchoverOutcome switchover(Switchover switchover);

    /**
     * Makes a member the leader although there is no healthy one ({@code POST /failover}); otherwise as
     * {@link #switchover}. Patroni before 3.2 cannot fail a synchronous cluster over to another standby than the
     * synchronous one, so that is refused.
     */
    SwitchoverOutcome failover(Failover failover);

    /** Cancels a scheduled switchover ({@code DELETE /switchover}). */
    CancelOutcome cancelSwitchover();

    /**
     * Restarts PostgreSQL on a member ({@code POST /restart}). Blocks until it runs again.
     *
     * @param member as for {@link #member}
     */
    RestartOutcome restart(URI member, Restart restart);

    /** Cancels a scheduled restart of a member ({@code DELETE /restart}). */
    CancelOutcome cancelRestart(URI member);

    /** Makes a member read its configuration file again ({@code POST /reload}). */
    ReloadOutcome reload(URI member);

    /**
     * Makes a member drop its data and copy them again ({@code POST /reinitialize}). Returns when the copy has begun.
     */
    ReinitializeOutcome reinitialize(URI member, Reinitialize how);

    /**
     * The effect of a change of the configuration, and all its problems with the releases that the members have.
     *
     * @throws PatroniException when the configuration cannot be read
     */
    ConfigPlan planConfiguration(ConfigPatch patch);

    /**
     * Changes the configuration ({@code PATCH /config}). Sends nothing when the patch changes nothing or has a problem,
     * or when an old value keeps members from taking over any configuration. A value that no release accepts is refused
     * without asking the cluster. Afterwards the members are observed until they know the change, and act on what they
     * show, for {@code loop_wait} and ten seconds at most, or a minute when their role changes.
     */
    ConfigOutcome configure(ConfigPatch patch);

    /**
     * Replaces the configuration ({@code PUT /config}), otherwise as {@link #configure}. Patroni does not check for
     * concurrent changes.
     *
     * @param json the whole configuration
     * @throws IllegalArgumentException when it is not a JSON object
     */
    ConfigOutcome replaceConfiguration(String json);

    /**
     * Pauses Patroni, which then leaves PostgreSQL alone, and waits until all members have noticed. Members follow this
     * also while they do not take over the rest of the configuration.
     *
     * @param patience the longest time to wait
     */
    PauseOutcome pause(Duration patience);

    /**
     * Resumes Patroni, which then manages PostgreSQL again, and waits until all members have noticed.
     *
     * @param patience the longest time to wait
     */
    PauseOutcome resume(Duration patience);

    /**
     * Waits until the cluster has the wanted leader, and the members confirm it. A member that does not answer, or
     * whose own answer differs from {@code GET /cluster}, is waited for.
     *
     * <pre>{@code
     * LeaderOutcome outcome = patroni.awaitLeader(
     *         LeaderWait.forAny().toBe("node2").andStandbys(), event -> System.out.println(event));
     * if (outcome instanceof LeaderOutcome.NotReached not) {
     *     throw new IllegalStateException(Text.joined(", ", not.missing()).en());
     * }
     * }</pre>
     *
     * @param progress receives the changes in the meantime, in the thread of the caller
     */
    LeaderOutcome awaitLeader(LeaderWait wait, Consumer<? super LeaderEvent> progress);

    /**
     * A client of another cluster with the same authorities, certificate, credentials and time limits, for a
     * {@link Fleet}. It shares threads with this one and is closed with it.
     *
     * @param endpoints the REST APIs of that cluster, in the order in which they are asked
     * @throws IllegalArgumentException when there is none, or for anything but {@code http(s)://host[:port][/path]}
     */
    PatroniClient at(List<URI> endpoints);

    /**
     * The same client with another time limit for answers to questions. It shares threads with this one and is closed
     * with it.
     *
     * @throws IllegalArgumentException when the time is not positive
     */
    PatroniClient withReadTimeout(Duration timeout);

    /**
     * Runs work in the background. Cancelling the future ends its open requests and wakes its thread; cancelling a
     * future derived from it does not. A change that was sent is not undone.
     *
     * <pre>{@code
     * CompletableFuture<ClusterState> state = patroni.async(PatroniClient::cluster);
     * }</pre>
     *
     * @param work receives a client for this work only and must not pass it on
     */
    <T> CompletableFuture<T> async(Function<PatroniClient, T> work);

    /**
     * Ends open requests and the threads. An open change ends with an outcome that says what is known, an open question
     * with a {@link PatroniException}.
     */
    @Override
    void close();
}
