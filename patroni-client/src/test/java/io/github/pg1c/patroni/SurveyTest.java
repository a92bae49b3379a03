package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.patroni.cluster.MemberDisagreement;
import io.github.pg1c.patroni.cluster.MemberDisagreement.OwnAnswerDiffers;
import io.github.pg1c.patroni.cluster.MemberView;
import io.github.pg1c.patroni.cluster.Survey;
import io.github.pg1c.patroni.protocol.Feature;
import io.github.pg1c.patroni.protocol.PatroniVersion;
import io.github.pg1c.patroni.testkit.PatroniRelease;
import io.github.pg1c.patroni.testkit.PatroniSimulator;
import io.github.pg1c.patroni.testkit.Reaction;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SurveyTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_795_168_823);

    private PatroniSimulator patroni;

    @BeforeEach
    void start() {
        patroni = PatroniSimulator.builder()
                .release(PatroniRelease.PATRONI_4_0)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .start();
    }

    @AfterEach
    void stop() {
        patroni.close();
    }

    @Test
    void anyMemberIsASeed() {
        try (PatroniClient client = client("node2")) {
            Survey survey = client.survey();

            assertThat(survey.views()).extracting(MemberView::label).containsExactly("node1", "node2", "node3");
            assertThat(survey.disagreements()).isEmpty();
            assertThat(survey.lastContact()).contains(NOW);
            assertThat(survey.status("node3").orElseThrow().role().isStandby()).isTrue();
            assertThat(survey.cluster().orElseThrow().members()).hasSize(3);
            assertThat(client.capabilities().lowest()).contains(new PatroniVersion(4, 0, 7));
        }
    }

    @Test
    void hangingAndDeadMembersAreNamed() {
        patroni.member("node2").away();
        patroni.member("node3").always("GET /patroni", Reaction.hang()).always("GET /cluster", Reaction.hang());
        URI closed = URI.create("http://127.0.0.1:1");
        try (PatroniClient client = PatroniClient.builder()
                .endpoint(closed)
                .endpoint(patroni.member("node3").uri())
                .endpoint(patroni.member("node1").uri())
                .readTimeout(Duration.ofMillis(300))
                .build()) {
            Survey survey = client.survey();

            assertThat(survey.views())
                    .extracting(MemberView::label)
                    .containsExactly("node1", "node2", "node3", closed + "/");
            assertThat(survey.views())
                    .extracting(view -> view.explanation().isPresent())
                    .containsExactly(false, true, true, true);
        }
    }

    @Test
    void disagreementIsReported() {
        patroni.member("node2")
                .timeline(2)
                .always("GET /patroni", Reaction.json(200, status("node2", "primary", 2, "7574678901234567890")))
                .always(
                        "GET /cluster",
                        Reaction.json(200, "{\"members\": [{\"name\": \"node2\", \"role\": \"leader\"}]}"));
        patroni.member("node3").always("GET /patroni", Reaction.json(200, status("node3", "replica", 1, "8")));
        try (PatroniClient client = client("node1")) {
            assertThat(client.survey().disagreements())
                    .containsExactly(
                            new MemberDisagreement.SeveralLeaders(Set.of("node1", "node2")),
                            new MemberDisagreement.DifferentLeaders(
                                    Map.of("node1", "node1", "node2", "node2", "node3", "node1")),
                            new MemberDisagreement.DifferentTimelines(Map.of("node1", 1, "node2", 2, "node3", 1)),
                            new MemberDisagreement.DifferentSystems(Map.of(
                                    "node1", "7574678901234567890", "node2", "7574678901234567890", "node3", "8")),
                            new OwnAnswerDiffers("node2", OwnAnswerDiffers.Fact.ROLE, "replica", "primary"),
                            new OwnAnswerDiffers("node2", OwnAnswerDiffers.Fact.STATE, "streaming", "running"),
                            new OwnAnswerDiffers("node3", OwnAnswerDiffers.Fact.STATE, "streaming", "running"));
        }
    }

    @Test
    void staleViewIsReported() {
        patroni.member("node3").dcsLost(Duration.ofSeconds(100));
        patroni.member("node2").dcsLost(Duration.ofSeconds(30));
        try (PatroniClient client = client("node1")) {
            assertThat(client.survey().disagreements())
                    .containsExactly(new MemberDisagreement.StaleView("node3", Duration.ofSeconds(100)));
        }
    }

    @Test
    void nobodyAnswering() {
        try (PatroniClient client = PatroniClient.builder()
                .endpoint(URI.create("http://127.0.0.1:1"))
                .build()) {
            assertThat(client.survey().cluster()).isEmpty();
            assertThat(client.survey().views()).hasSize(1);
            assertThat(client.capabilities().has(Feature.QUORUM_COMMIT)).isFalse();
        }
    }

    private PatroniClient client(String member) {
        return PatroniClient.builder().endpoint(patroni.member(member).uri()).build();
    }

    private static String status(String name, String role, int timeline, String system) {
        return "{\"state\": \"running\", \"role\": \"" + role + "\", \"timeline\": " + timeline
                + ", \"dcs_last_seen\": " + NOW.getEpochSecond() + ", \"database_system_identifier\": \"" + system
                + "\", \"patroni\": {\"name\": \"" + name + "\", \"version\": \"4.0.7\"}}";
    }
}
