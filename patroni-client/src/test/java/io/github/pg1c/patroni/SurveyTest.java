package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.patroni.cluster.MemberDisagreement;
import io.github.pg1c.patroni.cluster.MemberView;
import io.github.pg1c.patroni.cluster.Survey;
import io.github.pg1c.patroni.protocol.Feature;
import io.github.pg1c.patroni.protocol.PatroniVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SurveyTest {
    private final List<PatroniMock> members = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        for (int i = 0; i < 3; i++) {
            members.add(new PatroniMock());
        }
        for (int i = 0; i < 3; i++) {
            members.get(i)
                    .on(
                            "GET /cluster",
                            PatroniMock.text(
                                    200, cluster("node1", members.get(2).uri())));
            members.get(i)
                    .on(
                            "GET /patroni",
                            PatroniMock.text(
                                    200, status(i + 1, i == 0 ? "primary" : "replica", 1, 1_795_168_823, "7")));
        }
    }

    @AfterEach
    void stop() {
        members.forEach(PatroniMock::close);
    }

    @Test
    void anyMemberIsASeed() {
        try (PatroniClient client = members.get(1).client()) {
            Survey survey = client.survey();

            assertThat(survey.views()).extracting(MemberView::label).containsExactly("node1", "node2", "node3");
            assertThat(survey.disagreements()).isEmpty();
            assertThat(survey.lastContact()).contains(java.time.Instant.ofEpochSecond(1_795_168_823));
            assertThat(survey.status("node3").orElseThrow().role().isStandby()).isTrue();
            assertThat(survey.cluster().orElseThrow().members()).hasSize(3);
            assertThat(client.capabilities().lowest()).contains(new PatroniVersion(4, 0, 1));
        }
    }

    @Test
    void hangingAndDeadMembersAreNamed() throws IOException {
        URI closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            URI hanging = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            members.get(0).on("GET /cluster", PatroniMock.text(200, cluster("node1", hanging)));
            try (PatroniClient client = PatroniClient.builder()
                    .endpoint(closed)
                    .endpoint(hanging)
                    .endpoint(members.get(0).uri())
                    .readTimeout(Duration.ofMillis(300))
                    .build()) {
                Survey survey = client.survey();

                assertThat(survey.views())
                        .extracting(MemberView::label)
                        .containsExactly("node1", "node2", "node3", closed + "/");
                assertThat(survey.views())
                        .extracting(view -> view.failure().isPresent())
                        .containsExactly(false, false, true, true);
            }
        }
    }

    @Test
    void disagreementIsReported() {
        members.get(1).on("GET /patroni", PatroniMock.text(200, status(2, "primary", 2, 1_795_168_820, "7")));
        members.get(1)
                .on(
                        "GET /cluster",
                        PatroniMock.text(200, cluster("node2", members.get(2).uri())));
        members.get(2).on("GET /patroni", PatroniMock.text(200, status(3, "replica", 1, 1_795_168_723, "8")));
        try (PatroniClient client = members.get(0).client()) {
            assertThat(client.survey().disagreements())
                    .containsExactly(
                            new MemberDisagreement.SeveralLeaders(Set.of("node1", "node2")),
                            new MemberDisagreement.DifferentLeaders(
                                    Map.of("node1", "node1", "node2", "node2", "node3", "node1")),
                            new MemberDisagreement.DifferentTimelines(Map.of("node1", 1, "node2", 2, "node3", 1)),
                            new MemberDisagreement.StaleView("node3", Duration.ofSeconds(100)),
                            new MemberDisagreement.DifferentSystems(Map.of("node1", "7", "node2", "7", "node3", "8")));
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

    private String cluster(String leader, URI third) {
        List<String> list = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String name = "node" + (i + 1);
            list.add("{\"name\": \"" + name + "\", \"role\": \"" + (name.equals(leader) ? "leader" : "replica")
                    + "\", \"state\": \"running\", \"api_url\": \""
                    + (i == 2 ? third : members.get(i).uri()).resolve("/patroni") + "\"}");
        }
        return "{\"members\": [" + String.join(",", list) + "]}";
    }

    private static String status(int number, String role, int timeline, long seen, String system) {
        return "{\"state\": \"running\", \"role\": \"" + role + "\", \"timeline\": " + timeline
                + ", \"dcs_last_seen\": " + seen
                + ", \"database_system_identifier\": \"" + system + "\", \"patroni\": {\"name\": \"node" + number
                + "\", \"version\": \"4.0." + number + "\"}}";
    }
}
