package io.github.pg1c.patroni.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Members answer in the shape of what real releases answered: the same fields in the same order, of the same types. */
class RecordedShapeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RECORDED = Path.of("../patroni-client/src/test/resources/io/github/pg1c/patroni");
    private static final String SYNCHRONOUS = "{\"synchronous_mode\": true}";

    @Test
    void clusterOf302() throws Exception {
        try (PatroniSimulator patroni =
                PatroniSimulator.builder().release(PatroniRelease.PATRONI_3_0).start()) {
            patroni.configuration(SYNCHRONOUS).member("node3").lagUnknown();

            assertShape(patroni.member("node1"), "/cluster", "cluster-3.0.2.json");
            assertThat(roles(patroni)).containsExactly("leader running", "sync_standby running", "replica running");
        }
    }

    @Test
    void primaryOf302() throws Exception {
        try (PatroniSimulator patroni =
                PatroniSimulator.builder().release(PatroniRelease.PATRONI_3_0).start()) {
            patroni.configuration(SYNCHRONOUS);

            JsonNode status = assertShape(patroni.member("node1"), "/patroni", "patroni-3.0.2.json");

            assertThat(status.path("role").asText()).isEqualTo("master");
            assertThat(status.path("patroni").path("version").asText()).isEqualTo("3.0.2");
            assertThat(status.path("replication").path(0).path("sync_state").asText())
                    .isEqualTo("sync");
            assertThat(status.path("replication").path(1).path("sync_state").asText())
                    .isEqualTo("async");
        }
    }

    @Test
    void clusterOf407() throws Exception {
        try (PatroniSimulator patroni =
                PatroniSimulator.builder().release(PatroniRelease.PATRONI_4_0).start()) {
            patroni.configuration("{\"synchronous_mode\": \"quorum\"}");
            patroni.member("node1").pendingRestart("max_connections", "100", "200");
            patroni.member("node2")
                    .lag(16 << 20)
                    .tag("nofailover", true)
                    .tag("failover_priority", 1)
                    .tag("datacenter", "Москва")
                    .tag("weight", 1.5);
            patroni.member("node3").state("creating replica").lagUnknown();
            assertThat(Asking.answer(
                            patroni.member("node1"),
                            "POST /switchover",
                            "{\"leader\": \"node1\", \"scheduled_at\": \"2126-11-21T03:00:00+03:00\"}"))
                    .isEqualTo("412 switchover is not possible: no good candidates have been found");
            patroni.member("node2").tag("nofailover", false).lag(0);
            assertThat(
                            Asking.answer(
                                    patroni.member("node1"),
                                    "POST /switchover",
                                    "{\"leader\": \"node1\", \"candidate\": \"node2\", \"scheduled_at\": \"2126-11-21T03:00:00+03:00\"}"))
                    .isEqualTo("202 Switchover scheduled");
            patroni.configuration("{\"synchronous_mode\": \"quorum\", \"pause\": true}");

            assertShape(patroni.member("node1"), "/cluster", "cluster-4.0.7.json");
            assertThat(roles(patroni))
                    .containsExactly("leader running", "quorum_standby streaming", "replica creating replica");
        }
    }

    @Test
    void standbyClusterOf414() throws Exception {
        try (PatroniSimulator patroni = PatroniSimulator.builder().start()) {
            patroni.configuration("{\"standby_cluster\": {\"host\": \"10.0.0.1\"}}");
            patroni.member("node2").lag(5).streams(false);

            JsonNode cluster = JSON.readTree(
                    Asking.get(patroni.member("node1"), "/cluster").body());
            JsonNode recorded = recorded("cluster-4.1.4.json");

            assertThat(shape(cluster.path("members").path(0)))
                    .isEqualTo(shape(recorded.path("members").path(0)));
            assertThat(shape(cluster.path("members").path(1)))
                    .isEqualTo(shape(recorded.path("members").path(1)));
            assertThat(roles(patroni))
                    .containsExactly("standby_leader streaming", "replica in archive recovery", "replica streaming");
        }
    }

    @Test
    void standbyOf414() throws Exception {
        try (PatroniSimulator patroni = PatroniSimulator.builder().start()) {
            patroni.configuration("{\"synchronous_mode\": true, \"pause\": true}");
            patroni.member("node2").tag("noloadbalance", true).pendingRestart("max_connections", "100", "200");

            assertShape(patroni.member("node2"), "/patroni", "patroni-4.1.4.json");
        }
    }

    @Test
    void viewOfAMemberThatLostTheDcsIsOld() throws Exception {
        try (PatroniSimulator patroni = PatroniSimulator.builder().start()) {
            patroni.member("node2").dcsLost(Duration.ofMinutes(5));

            assertThat(seen(patroni.member("node1")) - seen(patroni.member("node2")))
                    .isBetween(299L, 302L);
        }
    }

    private static long seen(SimulatedMember member) throws Exception {
        return JSON.readTree(Asking.get(member, "/patroni").body())
                .path("dcs_last_seen")
                .asLong();
    }

    private static List<String> roles(PatroniSimulator patroni) throws Exception {
        List<String> roles = new ArrayList<>();
        JSON.readTree(Asking.get(patroni.member("node1"), "/cluster").body())
                .path("members")
                .forEach(member -> roles.add(member.path("role").asText() + " "
                        + member.path("state").asText()));
        return roles;
    }

    private static JsonNode assertShape(SimulatedMember member, String path, String recorded) throws Exception {
        JsonNode answer = JSON.readTree(Asking.get(member, path).body());
        assertThat(shape(answer)).isEqualTo(shape(recorded(recorded)));
        return answer;
    }

    private static JsonNode recorded(String name) throws IOException {
        return JSON.readTree(Files.readString(RECORDED.resolve(name)));
    }

    /** Fields and types in order; the values of tags are free. */
    private static String shape(JsonNode node) {
        if (node.isObject()) {
            List<String> fields = new ArrayList<>();
            node.properties()
                    .forEach(entry -> fields.add(
                            entry.getKey() + (entry.getKey().equals("tags") ? "" : ": " + shape(entry.getValue()))));
            return fields.toString();
        }
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(shape(item)));
            return items.toString();
        }
        // Without a socket's address a standby has null.
        return node.isNull() || node.isTextual() ? "text" : node.getNodeType().toString();
    }
}
