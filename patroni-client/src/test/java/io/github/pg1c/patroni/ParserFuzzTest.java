package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.Lsn;
import io.github.pg1c.patroni.cluster.MemberDisagreement;
import io.github.pg1c.patroni.cluster.MemberView;
import io.github.pg1c.patroni.cluster.Survey;
import io.github.pg1c.patroni.config.ConfigChange;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.config.ConfigPlan;
import io.github.pg1c.patroni.config.DynamicConfiguration;
import io.github.pg1c.patroni.health.HealthCheck;
import io.github.pg1c.patroni.internal.config.ConfigCheck;
import io.github.pg1c.patroni.internal.config.ConfigMerge;
import io.github.pg1c.patroni.internal.http.Answer;
import io.github.pg1c.patroni.internal.http.Connection;
import io.github.pg1c.patroni.internal.http.Deadline;
import io.github.pg1c.patroni.internal.http.RestAddress;
import io.github.pg1c.patroni.internal.json.Json;
import io.github.pg1c.patroni.internal.json.JsonPiece;
import io.github.pg1c.patroni.internal.json.Timestamps;
import io.github.pg1c.patroni.internal.operation.CancelAnswer;
import io.github.pg1c.patroni.internal.operation.OperationAnswer;
import io.github.pg1c.patroni.internal.operation.Preflight;
import io.github.pg1c.patroni.internal.operation.SwitchoverAnswer;
import io.github.pg1c.patroni.internal.reader.ClusterReader;
import io.github.pg1c.patroni.internal.reader.FailsafeReader;
import io.github.pg1c.patroni.internal.reader.HealthExplanation;
import io.github.pg1c.patroni.internal.reader.HistoryReader;
import io.github.pg1c.patroni.internal.reader.MetricsReader;
import io.github.pg1c.patroni.internal.reader.StatusReader;
import io.github.pg1c.patroni.metrics.Metrics;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.operation.SwitchoverOutcome;
import io.github.pg1c.patroni.protocol.Feature;
import io.github.pg1c.patroni.protocol.PatroniException;
import io.github.pg1c.patroni.protocol.PatroniVersion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whatever bytes a server sends, a parser returns a value that can be printed, or throws what it says. The build runs
 * the inputs in the folder beside this class's resources; {@code fuzz.sh} looks for new ones.
 */
class ParserFuzzTest {
    private static final URI ANY = URI.create("http://127.0.0.1:8008/any");

    @FuzzTest
    void cluster(byte[] input) {
        answered(() -> ClusterReader.cluster(ANY, input)).ifPresent(cluster -> {
            printed(cluster);
            printed(cluster.leader());
            cluster.members().forEach(member -> {
                cluster.follows(member);
                Connection.api(member);
            });
            MemberView view = new MemberView(
                    Optional.of(ANY), Optional.of("node1"), Optional.empty(), Optional.of(cluster), Optional.empty());
            Survey survey = Survey.of(List.of(view));
            printed(survey);
            printed(new Preflight(survey, cluster, new DynamicConfiguration(new JsonPiece(Json.newObject())))
                    .plan(Switchover.from("node1"))
                    .explanation());
        });
    }

    @FuzzTest
    void status(byte[] input) {
        answered(() -> StatusReader.status(ANY, input)).ifPresent(status -> {
            printed(status);
            MemberView one = new MemberView(
                    Optional.of(ANY), Optional.of("node1"), Optional.of(status), Optional.empty(), Optional.empty());
            MemberView two = new MemberView(
                    Optional.of(ANY), Optional.of("node2"), Optional.of(status), Optional.empty(), Optional.empty());
            List<MemberDisagreement> disagreements =
                    Survey.of(List.of(one, two)).disagreements();
            assertThat(disagreements.stream().allMatch(MemberDisagreement.SeveralLeaders.class::isInstance))
                    .isTrue();
            printed(disagreements);
            for (HealthCheck check : HealthCheck.values()) {
                printed(HealthExplanation.of(check, 503, status));
            }
        });
        printed(StatusReader.health(HealthCheck.REPLICA, ANY, 503, input, Text.same("503 Service Unavailable")));
    }

    @FuzzTest
    void history(byte[] input) {
        answered(() -> HistoryReader.history(ANY, input)).ifPresent(ParserFuzzTest::printed);
    }

    @FuzzTest
    void failsafe(byte[] input) {
        answered(() -> FailsafeReader.members(ANY, input)).ifPresent(ParserFuzzTest::printed);
    }

    @FuzzTest
    void metrics(byte[] input) {
        Metrics metrics = MetricsReader.read(text(input));

        printed(metrics);
        printed(metrics.patroniVersion());
    }

    @FuzzTest
    void configuration(byte[] input) {
        answered(() -> new DynamicConfiguration(new JsonPiece(Json.object(ANY, input))))
                .ifPresent(configuration -> {
                    printed(configuration);
                    assertThat(configuration.loopWait()).isBetween(Duration.ZERO, Duration.ofDays(1));
                    assertThat(configuration.ttl()).isGreaterThanOrEqualTo(Duration.ZERO);
                    assertThat(configuration.retryTimeout()).isGreaterThanOrEqualTo(Duration.ZERO);
                    assertThat(configuration.primaryStartTimeout()).isGreaterThanOrEqualTo(Duration.ZERO);
                    printed(configuration.synchronousMode());
                    printed(configuration.parameters());
                    printed(List.of(
                            configuration.maximumLagOnFailover(),
                            configuration.checkTimeline(),
                            configuration.paused(),
                            configuration.isStandbyCluster()));
                    ObjectNode all = (ObjectNode) JsonPiece.tree(configuration.raw());
                    assertThat(ConfigMerge.changes(all, all)).isEmpty();
                    assertThat(ConfigMerge.differences(all, all)).isEmpty();
                });
    }

    /** A configuration, a line feed, and a patch of it. */
    @FuzzTest
    void patch(byte[] input) {
        String[] parts = text(input).split("\n", 2);
        said(() -> ConfigPatch.parse(parts[parts.length - 1])).ifPresent(patch -> {
            printed(patch);
            printed(ConfigCheck.anywhere(Json.written(patch.json())));
            said(() -> Json.written(parts[0])).ifPresent(current -> {
                ObjectNode sent = ConfigMerge.sent(current, Json.written(patch.json()));
                List<ConfigChange> changes = ConfigMerge.changes(current, sent);
                printed(new ConfigPlan(changes, List.of()));
                printed(ConfigMerge.differences(current, sent));
                printed(ConfigCheck.of(ConfigMerge.merged(current, sent), changes, List.of(), true));
            });
        });
    }

    @FuzzTest
    void timestamp(byte[] input) {
        Timestamps.parse(text(input))
                .ifPresent(time ->
                        assertThat(Timestamps.parse(Timestamps.write(time))).contains(Timestamps.python(time)));
    }

    @FuzzTest
    void lsn(byte[] input) {
        Lsn.parse(text(input))
                .ifPresent(lsn -> assertThat(Lsn.parse(lsn.toString())).contains(lsn));
    }

    @FuzzTest
    void version(byte[] input) {
        PatroniVersion.parse(text(input)).ifPresent(version -> {
            assertThat(PatroniVersion.parse(version.toString())).contains(version);
            for (Feature feature : Feature.values()) {
                printed(feature.isIn(version));
            }
        });
    }

    @FuzzTest
    void words(byte[] input) {
        for (int status : new int[] {200, 202, 400, 401, 403, 404, 409, 411, 412, 422, 500, 501, 502, 503, 504}) {
            Answer answer = new Answer(ANY, status, "Whatever", input);
            assertThat(answer.reason()).startsWith(status + " Whatever").hasSizeLessThan(1100);
            OperationAnswer verdict = OperationAnswer.of(answer);
            assertThat(verdict.text()).isNotBlank().doesNotContain("\n");
            SwitchoverOutcome outcome =
                    SwitchoverAnswer.read(verdict, Switchover.from("node1").to("node2"));
            printed(String.valueOf(outcome));
            printed(CancelAnswer.outcome(
                    answer, new Deadline(new FakeWaiting(), CancelAnswer.PATIENCE, () -> false), () -> false));
        }
    }

    @FuzzTest
    void address(byte[] input) {
        said(() -> RestAddress.parse(URI.create(text(input)))).ifPresent(url -> {
            assertThat(url.password()).isEmpty();
            assertThat(RestAddress.below(url, "patroni").query()).isNull();
        });
    }

    private static <T> Optional<T> answered(Supplier<T> parser) {
        try {
            return Optional.of(parser.get());
        } catch (PatroniException e) {
            assertThat(e.uri()).isEqualTo(ANY);
            assertThat(e.getMessage()).hasSizeLessThan(2000);
            return Optional.empty();
        }
    }

    private static <T> Optional<T> said(Supplier<T> parser) {
        try {
            return Optional.of(parser.get());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void printed(Object value) {
        assertThat(value.toString()).isNotNull();
        assertThat(value.hashCode()).isEqualTo(value.hashCode());
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }
}
