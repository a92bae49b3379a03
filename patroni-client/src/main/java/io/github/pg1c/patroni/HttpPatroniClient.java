package io.github.pg1c.patroni;

import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.HistoryEntry;
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
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** Speaks to Patroni over HTTP. */
final class HttpPatroniClient implements PatroniClient {
    private final Connection connection;

    HttpPatroniClient(Connection connection) {
        this.connection = connection;
    }

    @Override
    public ClusterState cluster() {
        return queries().cluster();
    }

    @Override
    public List<HistoryEntry> history() {
        return queries().history();
    }

    @Override
    public DynamicConfiguration configuration() {
        return queries().configuration();
    }

    @Override
    public Optional<Map<String, String>> failsafe() {
        return queries().failsafe();
    }

    @Override
    public MemberStatus member(URI member) {
        return queries().member(member);
    }

    @Override
    public Health health(URI member, HealthCheck check, HealthConditions conditions) {
        return queries().health(member, check, conditions);
    }

    @Override
    public Metrics metrics(URI member) {
        return queries().metrics(member);
    }

    @Override
    public SwitchoverOutcome switchover(Switchover switchover) {
        return new Handover(open()).switchover(switchover);
    }

    @Override
    public SwitchoverOutcome failover(Failover failover) {
        return new Handover(open()).failover(failover);
    }

    @Override
    public CancelOutcome cancelSwitchover() {
        return new Handover(open()).cancel();
    }

    @Override
    public RestartOutcome restart(URI member, Restart restart) {
        return new MemberOperations(open()).restart(member, restart);
    }

    @Override
    public CancelOutcome cancelRestart(URI member) {
        return new MemberOperations(open()).cancelRestart(member);
    }

    @Override
    public ReloadOutcome reload(URI member) {
        return new MemberOperations(open()).reload(member);
    }

    @Override
    public ReinitializeOutcome reinitialize(URI member, Reinitialize how) {
        return new MemberOperations(open()).reinitialize(member, how);
    }

    @Override
    public ConfigPlan planConfiguration(ConfigPatch patch) {
        return new ConfigOperations(open()).plan(patch);
    }

    @Override
    public ConfigOutcome configure(ConfigPatch patch) {
        return new ConfigOperations(open()).patch(patch);
    }

    @Override
    public ConfigOutcome replaceConfiguration(String json) {
        return new ConfigOperations(open()).replace(json);
    }

    @Override
    public PauseOutcome pause(Duration patience) {
        return new ConfigOperations(open()).pause(true, patience);
    }

    @Override
    public PauseOutcome resume(Duration patience) {
        return new ConfigOperations(open()).pause(false, patience);
    }

    @Override
    public Survey survey() {
        return queries().survey();
    }

    @Override
    public Capabilities capabilities() {
        return queries().capabilities();
    }

    @Override
    public SwitchoverPlan plan(Switchover switchover) {
        return queries().plan(switchover);
    }

    @Override
    public LeaderOutcome awaitLeader(LeaderWait wait, Consumer<? super LeaderEvent> progress) {
        return new LeaderWatch(open(), wait, progress).await();
    }

    @Override
    public PatroniClient at(List<URI> endpoints) {
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("a client needs at least one endpoint");
        }
        return new HttpPatroniClient(
                connection.at(endpoints.stream().map(RestAddress::parse).toList()));
    }

    @Override
    public PatroniClient withReadTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a timeout must be positive, not " + timeout);
        }
        return new HttpPatroniClient(connection.reading(timeout));
    }

    @Override
    public <T> CompletableFuture<T> async(Function<PatroniClient, T> work) {
        return Background.run(open(), work);
    }

    @Override
    public void close() {
        connection.transport().close();
    }

    @Override
    public String toString() {
        return "PatroniClient" + connection.seeds();
    }

    /** The same client for one piece of work that can be cancelled. */
    HttpPatroniClient during(OpenCalls work) {
        return new HttpPatroniClient(connection.during(work));
    }

    private ClusterQueries queries() {
        return new ClusterQueries(open());
    }

    private Connection open() {
        if (connection.transport().isClosed()) {
            throw new IllegalStateException("the client is closed");
        }
        return connection;
    }
}
