package io.github.pg1c.patroni.internal.operation;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.HistoryEntry;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.cluster.MemberView;
import io.github.pg1c.patroni.cluster.Survey;
import io.github.pg1c.patroni.config.DynamicConfiguration;
import io.github.pg1c.patroni.health.Health;
import io.github.pg1c.patroni.health.HealthCheck;
import io.github.pg1c.patroni.health.HealthConditions;
import io.github.pg1c.patroni.internal.http.Answer;
import io.github.pg1c.patroni.internal.http.Connection;
import io.github.pg1c.patroni.internal.http.RestAddress;
import io.github.pg1c.patroni.internal.json.Json;
import io.github.pg1c.patroni.internal.json.JsonPiece;
import io.github.pg1c.patroni.internal.reader.ClusterReader;
import io.github.pg1c.patroni.internal.reader.FailsafeReader;
import io.github.pg1c.patroni.internal.reader.HistoryReader;
import io.github.pg1c.patroni.internal.reader.MetricsReader;
import io.github.pg1c.patroni.internal.reader.StatusReader;
import io.github.pg1c.patroni.metrics.Metrics;
import io.github.pg1c.patroni.operation.Observation;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.operation.SwitchoverPlan;
import io.github.pg1c.patroni.protocol.Capabilities;
import io.github.pg1c.patroni.protocol.Feature;
import io.github.pg1c.patroni.protocol.PatroniException;
import io.github.pg1c.patroni.protocol.PatroniVersion;
import io.github.pg1c.patroni.protocol.UnsupportedFeatureException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import okhttp3.HttpUrl;

/** Asks a cluster and its members; changes nothing. */
public final class ClusterQueries {
    private final Connection connection;

    public ClusterQueries(Connection connection) {
        this.connection = connection;
    }

    public ClusterState cluster() {
        return connection.first("cluster", answer -> ClusterReader.cluster(answer.uri(), answer.expect(200)));
    }

    public List<HistoryEntry> history() {
        return connection.first("history", answer -> HistoryReader.history(answer.uri(), answer.expect(200)));
    }

    public DynamicConfiguration configuration() {
        return connection.first(
                "config",
                answer -> new DynamicConfiguration(new JsonPiece(Json.object(answer.uri(), answer.expect(200)))));
    }

    public Optional<Map<String, String>> failsafe() {
        return connection.first(
                "failsafe",
                answer -> answer.status() == 502 && answer.isPageOfPatroni()
                        ? Optional.empty()
                        : Optional.of(FailsafeReader.members(answer.uri(), answer.expect(200))));
    }

    public MemberStatus member(URI member) {
        Answer answer = connection.transport().get(RestAddress.below(RestAddress.parse(member), "patroni"));
        return StatusReader.status(answer.uri(), answer.expect(200, 503));
    }

    public Health health(URI member, HealthCheck check, HealthConditions conditions) {
        HealthQuery query = new HealthQuery(check, conditions);
        HttpUrl url = query.url(RestAddress.parse(member));
        for (Feature feature : query.needs()) {
            PatroniVersion version = version(member);
            if (!feature.isIn(version)) {
                throw new UnsupportedFeatureException(feature, version);
            }
        }
        Answer answer = connection.transport().get(url);
        return StatusReader.health(check, answer.uri(), answer.status(), answer.body(), Text.same(answer.reason()));
    }

    public Metrics metrics(URI member) {
        Answer answer = connection.transport().get(RestAddress.below(RestAddress.parse(member), "metrics"));
        return MetricsReader.read(new String(answer.expect(200), StandardCharsets.UTF_8));
    }

    public Survey survey() {
        return new Surveyor(connection).survey();
    }

    /** The own answers of these members, beside this view of the cluster. */
    Survey survey(ClusterState cluster, List<Member> members) {
        return new Surveyor(connection).survey(cluster, members);
    }

    public Capabilities capabilities() {
        Map<String, PatroniVersion> versions = new TreeMap<>();
        for (MemberView view : survey().views()) {
            view.status()
                    .flatMap(status -> status.patroni().version())
                    .flatMap(PatroniVersion::parse)
                    .ifPresent(version -> versions.put(view.label(), version));
        }
        return new Capabilities(versions);
    }

    public SwitchoverPlan plan(Switchover switchover) {
        Survey survey = survey();
        ClusterState cluster = survey.cluster().orElseGet(this::cluster);
        return new Preflight(survey, cluster, configuration()).plan(switchover);
    }

    /** The cluster, if it answers. */
    Optional<ClusterState> visibleCluster() {
        return answered(this::cluster);
    }

    /** The configuration, if the cluster answers. */
    Optional<DynamicConfiguration> visibleConfiguration() {
        return answered(this::configuration);
    }

    /** The member, if it answers. */
    Optional<MemberStatus> visibleMember(URI member) {
        return answered(() -> member(member));
    }

    /** The state of the cluster after an answer that left the outcome open. */
    Optional<Observation> observe() {
        return visibleCluster()
                .map(cluster -> new Observation(
                        cluster.leader().map(Member::name), cluster.scheduledSwitchover(), lastPromotion()));
    }

    /** The loop_wait of the configuration; Patroni's default when the cluster does not answer. */
    static Duration loopWait(Optional<DynamicConfiguration> configuration) {
        return configuration.map(DynamicConfiguration::loopWait).orElse(Duration.ofSeconds(10));
    }

    private Optional<HistoryEntry> lastPromotion() {
        return answered(this::history)
                .filter(history -> !history.isEmpty())
                .map(history -> history.get(history.size() - 1));
    }

    private PatroniVersion version(URI member) {
        return member(member)
                .patroni()
                .version()
                .flatMap(PatroniVersion::parse)
                .orElseThrow(() -> new PatroniException(
                        member, Text.of("does not tell its version", "не сообщает свою версию"), null));
    }

    private static <T> Optional<T> answered(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (PatroniException e) {
            return Optional.empty();
        }
    }
}
