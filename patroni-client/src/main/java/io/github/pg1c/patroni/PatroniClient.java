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
import io.github.pg1c.patroni.internal.http.Connection;
import io.github.pg1c.patroni.internal.http.OpenCalls;
import io.github.pg1c.patroni.internal.http.RestAddress;
import io.github.pg1c.patroni.internal.operation.ClusterQueries;
import io.github.pg1c.patroni.internal.operation.ConfigOperations;
import io.github.pg1c.patroni.internal.operation.Handover;
import io.github.pg1c.patroni.internal.operation.LeaderWatch;
import io.github.pg1c.patroni.internal.operation.MemberOperations;
import io.github.pg1c.patroni.metrics.Metrics;
import io.github.pg1c.patroni.operation.CancelOutcome;
import io.github.pg1c.patroni.operation.ConfigOutcome;
import io.github.pg1c.patroni.operation.Failover;
import io.github.pg1c.patroni.operation.LeaderEvent;
import io.github.pg1c.patroni.operation.LeaderOutcome;
import io.github.pg1c.patroni.operation.LeaderWait;
import io.github.pg1c.patroni.operation.PauseOutcome;
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
 * <p>Every call opens a connection of its own, as Patroni closes it after each answer anyway and has few workers to spare. The certificate of a server is always checked
 * against its host name; proxies of the environment are not used, redirections are not followed, and nothing is repeated without being asked for.
 * A request that changes something is sent once; its outcome is a value, also when it is not known.
 * What Patroni answers is a value; a {@link PatroniException} says that there was no answer or a foreign one.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/rest_api.html">Patroni: REST API</a>
 * @since 0.1
 */
public final class PatroniClient implements AutoCloseable {
    private final Connection connection;

    PatroniClient(Connection connection) {
        this.connection = connection;
    }

    /** A builder without endpoints. */
    public static PatroniClientBuilder builder() {
        return new PatroniClientBuilder();
    }

    /**
     * The cluster as the first endpoint sees it that answers ({@code GET /cluster}). The next endpoint is asked as well when one fails, or is silent for half a second.
     *
     * @throws PatroniException when none answers; it is the last one's, with those of the others as suppressed
     */
    public ClusterState cluster() {
        return queries().cluster();
    }

    /**
     * The ends of timelines, oldest first ({@code GET /history}).
     *
     * @throws PatroniException when no endpoint answers
     */
    public List<HistoryEntry> history() {
        return queries().history();
    }

    /**
     * The configuration that all members share ({@code GET /config}); it comes from the memory of the member that answers.
     *
     * @throws PatroniException when no endpoint answers, or the cluster has no configuration yet
     */
    public DynamicConfiguration configuration() {
        return queries().configuration();
    }

    /**
     * Who must agree before the primary goes on without the DCS ({@code GET /failsafe}): addresses by name; empty when failsafe mode is off.
     *
     * @throws PatroniException when no endpoint answers
     */
    public Optional<Map<String, String>> failsafe() {
        return queries().failsafe();
    }

    /**
     * What a member says about itself ({@code GET /patroni}).
     *
     * @param member the address of its REST API, with or without {@code /patroni} at its end; {@link Member#apiUrl} fits
     * @throws PatroniException when it does not answer
     */
    public MemberStatus member(URI member) {
        return queries().member(member);
    }

    /**
     * The answer of a member to a question.
     *
     * @param member as for {@link #member}
     * @throws UnsupportedFeatureException when the member's Patroni takes the question for another one
     * @throws PatroniException when it does not answer; a 503 is an answer
     */
    public Health health(URI member, HealthCheck check) {
        return health(member, check, HealthConditions.NONE);
    }

    /**
     * The answer of a member to a question with conditions.
     *
     * @param member as for {@link #member}
     * @throws IllegalArgumentException when every Patroni passes over one of the conditions in this check
     * @throws UnsupportedFeatureException when the member's Patroni would pass over a condition, or takes the question for another one
     * @throws PatroniException when it does not answer; a 503 is an answer
     */
    public Health health(URI member, HealthCheck check, HealthConditions conditions) {
        return queries().health(member, check, conditions);
    }

    /** True when Patroni's own loop runs on this member ({@code GET /liveness}). */
    public boolean isAlive(URI member) {
        return health(member, HealthCheck.LIVENESS).isHealthy();
    }

    /** True when this member is ready for connections ({@code GET /readiness}); what that means depends on the version. */
    public boolean isReady(URI member) {
        return health(member, HealthCheck.READINESS).isHealthy();
    }

    /**
     * The metrics of a member ({@code GET /metrics}).
     *
     * @param member as for {@link #member}
     * @throws PatroniException when it does not answer
     */
    public Metrics metrics(URI member) {
        return queries().metrics(member);
    }

    /**
     * Hands the leader's role over ({@code POST /switchover}). It is sent once; without a clear answer the cluster is looked at, and the outcome says so.
     * One that is scheduled, or visibly under way, is not replaced unless that is asked for. Blocks until Patroni has followed it to its end, up to some half a minute.
     */
    public SwitchoverOutcome switchover(Switchover switchover) {
        return new Handover(connection).switchover(switchover);
    }

    /**
     * Makes a member the leader although there is no healthy one ({@code POST /failover}); otherwise as {@link #switchover}.
     * Patroni before 3.2 fails at a standby that is not synchronous while the cluster is, so that is refused.
     */
    public SwitchoverOutcome failover(Failover failover) {
        return new Handover(connection).failover(failover);
    }

    /** Cancels a scheduled switchover ({@code DELETE /switchover}). */
    public CancelOutcome cancelSwitchover() {
        return new Handover(connection).cancel();
    }

    /**
     * Restarts PostgreSQL on a member ({@code POST /restart}). Blocks until it runs again.
     *
     * @param member as for {@link #member}
     */
    public RestartOutcome restart(URI member, Restart restart) {
        return new MemberOperations(connection).restart(member, restart);
    }

    /** Cancels a scheduled restart of a member ({@code DELETE /restart}). */
    public CancelOutcome cancelRestart(URI member) {
        return new MemberOperations(connection).cancelRestart(member);
    }

    /** Lets a member read its configuration file again ({@code POST /reload}). */
    public ReloadOutcome reload(URI member) {
        return new MemberOperations(connection).reload(member);
    }

    /** Lets a member drop its data and copy them again ({@code POST /reinitialize}). Returns when that has begun. */
    public ReinitializeOutcome reinitialize(URI member, Reinitialize how) {
        return new MemberOperations(connection).reinitialize(member, how);
    }

    /**
     * What a change of the configuration would do, and what stands against it.
     *
     * @throws PatroniException when the configuration cannot be read
     */
    public ConfigPlan planConfiguration(ConfigPatch patch) {
        return new ConfigOperations(connection).plan(patch);
    }

    /** Changes the configuration ({@code PATCH /config}), if it makes a difference and Patroni would do what is meant. */
    public ConfigOutcome configure(ConfigPatch patch) {
        return new ConfigOperations(connection).patch(patch);
    }

    /**
     * Replaces the configuration ({@code PUT /config}). Patroni does not look whether somebody else has changed it in the meantime.
     *
     * @param json the whole configuration
     * @throws IllegalArgumentException when it is not a JSON object
     */
    public ConfigOutcome replaceConfiguration(String json) {
        return new ConfigOperations(connection).replace(json);
    }

    /** Tells Patroni to leave PostgreSQL alone, and waits at most this time until all members know. */
    public PauseOutcome pause(Duration patience) {
        return new ConfigOperations(connection).pause(true, patience);
    }

    /** Tells Patroni to look after PostgreSQL again, and waits at most this time until all members know. */
    public PauseOutcome resume(Duration patience) {
        return new ConfigOperations(connection).pause(false, patience);
    }

    /**
     * Asks all members at the same time what they say about themselves and about the cluster; those that the endpoints do not name are found through the others.
     * Members that do not answer are part of it: this does not fail.
     */
    public Survey survey() {
        return queries().survey();
    }

    /** What the members can do. */
    public Capabilities capabilities() {
        return queries().capabilities();
    }

    /**
     * Finds out whether a switchover can work, and for each member what speaks against it. Changes nothing.
     *
     * @throws PatroniException when no endpoint tells the members or the configuration
     */
    public SwitchoverPlan plan(Switchover switchover) {
        return queries().plan(switchover);
    }

    /**
     * Waits until the cluster has the leader that it shall have.
     *
     * <pre>{@code
     * LeaderOutcome outcome = patroni.awaitLeader(
     *         LeaderWait.forAny().toBe("node2").andStandbys(), event -> System.out.println(event));
     * if (outcome instanceof LeaderOutcome.NotReached not) {
     *     throw new IllegalStateException(String.join(", ", not.missing()));
     * }
     * }</pre>
     *
     * @param progress is told what changes meanwhile, in the thread of the caller
     */
    public LeaderOutcome awaitLeader(LeaderWait wait, Consumer<? super LeaderEvent> progress) {
        return new LeaderWatch(connection, wait, progress).await();
    }

    /**
     * A client of another cluster with the same authorities, certificate, credentials and times. It shares threads with this one, and ends with it: made for a {@link Fleet}.
     *
     * @param endpoints its REST APIs, in the order in which they are asked
     * @throws IllegalArgumentException when there is none, or for anything but {@code http(s)://host[:port][/path]}
     */
    public PatroniClient at(List<URI> endpoints) {
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("a client needs at least one endpoint");
        }
        return new PatroniClient(
                connection.at(endpoints.stream().map(RestAddress::parse).toList()));
    }

    /**
     * The same client with another time to wait for answers to questions. It shares threads with this one, and ends with it.
     *
     * @throws IllegalArgumentException when the time is not positive
     */
    public PatroniClient withReadTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a timeout must be positive, not " + timeout);
        }
        return new PatroniClient(connection.reading(timeout));
    }

    /**
     * Does a piece of work in the background. CancelAnswer the future ends the requests that are under way and wakes the thread if it waits; futures derived from it do not do that.
     * A request that has changed something stays sent.
     *
     * <pre>{@code
     * CompletableFuture<ClusterState> state = patroni.async(PatroniClient::cluster);
     * }</pre>
     *
     * @param work gets a client for this work alone, which it must not pass on
     */
    public <T> CompletableFuture<T> async(Function<PatroniClient, T> work) {
        return Background.run(connection, work);
    }

    /** Ends the requests and threads of this client. */
    @Override
    public void close() {
        connection.transport().close();
    }

    @Override
    public String toString() {
        return "PatroniClient" + connection.seeds();
    }

    /** The same client for one piece of work that can be cancelled. */
    PatroniClient during(OpenCalls work) {
        return new PatroniClient(connection.during(work));
    }

    private ClusterQueries queries() {
        return new ClusterQueries(connection);
    }
}
