package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.MemberDisagreement;
import io.github.pg1c.patroni.cluster.MemberDisagreement.OwnAnswerDiffers;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.config.ConfigProblem;
import io.github.pg1c.patroni.health.HealthCheck;
import io.github.pg1c.patroni.operation.Candidate;
import io.github.pg1c.patroni.operation.Hindrance;
import io.github.pg1c.patroni.operation.LeaderOutcome;
import io.github.pg1c.patroni.operation.LeaderWait;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.ReloadOutcome;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.operation.SwitchoverOutcome;
import io.github.pg1c.patroni.operation.SwitchoverPlan;
import io.github.pg1c.patroni.protocol.Feature;
import io.github.pg1c.patroni.protocol.PatroniException;
import io.github.pg1c.patroni.protocol.PatroniVersion;
import io.github.pg1c.patroni.protocol.UnsupportedFeatureException;
import io.github.pg1c.patroni.testkit.PatroniSimulator;
import io.github.pg1c.patroni.testkit.Reaction;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people read is whole in both languages: no two English words stand side by side outside a quotation. */
class LanguageTest {
    private static final Pattern QUOTATION = Pattern.compile("«[^«»]*»|https?://\\S+|\\{[^}]*\\}|\\[[^\\]]*\\]");
    private static final Pattern ENGLISH =
            Pattern.compile("\\b(?:the|is|are|not|and|of|to|it|no|has|was|were|which|with)\\b|[a-z]{2,} [a-z]{2,}");
    private static final Pattern RUSSIAN = Pattern.compile("[а-яё]");

    private PatroniSimulator patroni;
    private PatroniClient client;

    @BeforeEach
    void start() {
        patroni = PatroniSimulator.builder().start();
        PatroniClientBuilder builder = PatroniClient.builder().waiting(new FakeWaiting());
        patroni.uris().forEach(builder::endpoint);
        client = builder.build();
    }

    @AfterEach
    void stop() {
        client.close();
        patroni.close();
    }

    @ParameterizedTest
    @EnumSource(RefusalReason.class)
    void reasonsOfRefusals(RefusalReason reason) {
        whole(reason.meaning());
        assertThat(Refused.inWordsOfPatroni(reason, "no way").explanation())
                .isEqualTo(Text.of("no way", reason.meaning().ru() + ": «no way»"));
    }

    @Test
    void hindrancesAndObstacles() {
        patroni.configuration("{\"synchronous_mode\": \"quorum\", \"pause\": true, \"check_timeline\": true}");
        patroni.member("node1").failsafe();
        patroni.member("node2")
                .tag("nofailover", true)
                .tag("nosync", true)
                .lag(1 << 30)
                .watchdogFailed()
                .streams(false)
                .pendingRestart("max_connections", "100", "200");
        patroni.member("node3")
                .state("starting")
                .timeline(7)
                .tag("failover_priority", 0)
                .away();

        SwitchoverPlan plan = client.plan(Switchover.from("node9"));

        List<Hindrance> hindrances = plan.candidates().stream()
                .map(Candidate::hindrances)
                .flatMap(List::stream)
                .toList();
        assertThat(hindrances).hasSizeGreaterThan(7);
        hindrances.forEach(hindrance -> whole(hindrance.explanation()));
        assertThat(plan.obstacles()).hasSize(3);
        plan.obstacles().forEach(obstacle -> whole(obstacle.explanation()));
        assertThat(plan.explanation().ru()).contains("node2: у него тег nofailover\n");
    }

    @Test
    void problemsOfAConfiguration() {
        List<ConfigProblem> problems = client.planConfiguration(ConfigPatch.empty()
                        .set(1, "synchronous_mode_count")
                        .set("x", "postgresql", "listen")
                        .parameter("hot_standby", "on"))
                .problems();

        assertThat(problems).hasSize(3);
        problems.forEach(problem -> whole(problem.line()));
        assertThat(problems.get(0).line().ru())
                .isEqualTo("synchronous_mode_count: Patroni 4.1.4 сохранит этот ключ, но не прочитает его;"
                        + " возможно, имелось в виду synchronous_node_count");
    }

    @ParameterizedTest
    @EnumSource(HealthCheck.class)
    void answersOfHealthChecks(HealthCheck check) {
        for (String member : List.of("node1", "node2")) {
            URI uri = patroni.member(member).uri();
            Text explanation = client.health(uri, check).explanation();
            if (check != HealthCheck.LIVENESS && check != HealthCheck.READINESS) {
                whole(explanation);
            }
        }
    }

    @Test
    void failuresOfQuestions() {
        patroni.always("GET /cluster", Reaction.json(200, "{\"members\": 1}"))
                .always("GET /history", Reaction.json(200, "{"))
                .always("GET /config", Reaction.answer(500, "no such thing"))
                .always("GET /failsafe", Reaction.drop())
                .always("GET /patroni", Reaction.json(200, "[]"));

        whole(failure(client::cluster));
        whole(failure(client::history));
        whole(failure(client::configuration));
        whole(failure(client::failsafe));
        whole(failure(() -> client.member(patroni.member("node1").uri())));
        whole(failure(() -> client.member(patroni.member("node1").away().uri())));
        whole(new UnsupportedFeatureException(Feature.QUORUM_COMMIT, new PatroniVersion(3, 0, 2)).explanation());
        whole(new UnsupportedFeatureException(Feature.REPLICATION_STATE_FILTER, new PatroniVersion(3, 0, 2))
                .explanation());
    }

    @Test
    void outcomesWithoutAnAnswer() {
        patroni.always("POST /switchover", Reaction.page(409)).always("POST /reload", Reaction.page(504));

        assertThat(client.reload(patroni.member("node1").uri()))
                .isInstanceOfSatisfying(NoResponse.class, none -> whole(none.explanation()));
        patroni.always("GET /cluster", Reaction.drop());
        assertThat(client.switchover(Switchover.from("node1")))
                .isInstanceOfSatisfying(NoResponse.class, none -> whole(none.explanation()));
    }

    @Test
    void waitingForALeader() {
        List<Text> told = new ArrayList<>();
        patroni.member("node2").state("starting");
        LeaderWait wish = LeaderWait.forAny().toBe("node3").andStandbys().within(Duration.ofSeconds(2));

        assertThat(client.awaitLeader(wish, event -> told.add(event.sentence())))
                .isInstanceOfSatisfying(
                        LeaderOutcome.NotReached.class, not -> not.missing().forEach(LanguageTest::whole));
        patroni.loseLeader();
        assertThat(client.awaitLeader(wish, event -> told.add(event.sentence())))
                .isInstanceOf(LeaderOutcome.NotReached.class);
        patroni.always("GET /cluster", Reaction.drop());
        assertThat(client.awaitLeader(wish, event -> told.add(event.sentence())))
                .isInstanceOfSatisfying(
                        LeaderOutcome.NotReached.class, not -> not.missing().forEach(LanguageTest::whole));
        assertThat(told).hasSizeGreaterThan(4).allSatisfy(LanguageTest::whole);
    }

    @Test
    void disagreements() {
        List<MemberDisagreement> all = List.of(
                new MemberDisagreement.SeveralLeaders(Set.of("a", "b")),
                new MemberDisagreement.DifferentLeaders(Map.of("a", "b")),
                new MemberDisagreement.DifferentTimelines(Map.of("a", 1)),
                new MemberDisagreement.StaleView("a", Duration.ofSeconds(40)),
                new MemberDisagreement.DifferentSystems(Map.of("a", "7")),
                new OwnAnswerDiffers("a", OwnAnswerDiffers.Fact.STATE, "running", "unknown"));

        assertThat(all).hasSameSizeAs(MemberDisagreement.class.getPermittedSubclasses());
        all.forEach(disagreement -> whole(disagreement.sentence()));
    }

    @Test
    void wordsOfPatroniAreQuotedBehindASentence() {
        patroni.next("POST /switchover", Reaction.answer(412, "no good candidates have been found"));
        patroni.next("POST /reload", Reaction.answer(403, "Access is denied"));

        SwitchoverOutcome outcome = client.switchover(Switchover.from("node1"));
        ReloadOutcome reload = client.reload(patroni.member("node1").uri());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.explanation().ru())
                                .isEqualTo("подходящего кандидата нет: «no good candidates have been found»"));
        assertThat(reload).isInstanceOfSatisfying(Refused.class, refused -> whole(refused.explanation()));
    }

    private static Text failure(ThrowingCallable question) {
        PatroniException failure = catchThrowableOfType(PatroniException.class, question);
        assertThat(failure).isNotNull();
        assertThat(failure.getMessage()).isEqualTo(failure.explanation().en());
        return failure.explanation();
    }

    private static void whole(Text text) {
        assertThat(text.en()).as(text.en()).isNotBlank();
        assertThat(RUSSIAN.matcher(text.en()).find()).as(text.en()).isFalse();
        String own = QUOTATION.matcher(text.ru()).replaceAll("");
        assertThat(RUSSIAN.matcher(own).find()).as(text.ru()).isTrue();
        assertThat(ENGLISH.matcher(own).find()).as(text.ru()).isFalse();
    }
}
