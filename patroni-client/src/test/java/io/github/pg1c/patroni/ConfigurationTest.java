package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pg1c.patroni.config.ConfigChange;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.config.ConfigPlan;
import io.github.pg1c.patroni.config.ConfigProblem;
import io.github.pg1c.patroni.operation.ConfigOutcome;
import io.github.pg1c.patroni.operation.Delivery;
import io.github.pg1c.patroni.operation.Evidence;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.PauseOutcome;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
    private static final String CURRENT =
            "{\"loop_wait\": 10, \"ttl\": 30, \"synchronous_mode\": true, \"postgresql\": {\"use_slots\": true, \"parameters\": {\"max_connections\": 100, \"work_mem\": \"64MB\"}}}";

    private PatroniMock patroni;
    private PatroniMock witness;
    private PatroniClient client;

    @BeforeEach
    void start() throws IOException {
        patroni = new PatroniMock();
        witness = new PatroniMock();
        client = patroni.client();
        patroni.on("GET /config", PatroniMock.text(200, CURRENT));
        patroni.on(
                "GET /cluster",
                PatroniMock.text(200, "{\"members\": [" + patroni.member("node1", "leader", "running", "") + "]}"));
        patroni.on("GET /patroni", status("4.1.4", ""));
    }

    /** What another member says of the configuration, in turn. */
    private void witnessed(MockResponse... configurations) {
        witness.on("GET /config", configurations);
        patroni.on(
                "GET /cluster",
                PatroniMock.text(
                        200,
                        "{\"members\": [" + patroni.member("node1", "leader", "running", "") + ", "
                                + witness.member("node2", "replica", "streaming", "") + "]}"));
    }

    private static MockResponse brisk() {
        return PatroniMock.text(200, CURRENT.replace("\"loop_wait\": 10", "\"loop_wait\": 5"));
    }

    @AfterEach
    void stop() {
        witness.close();
        client.close();
        patroni.close();
    }

    @Test
    void valuesAreComparedAsPatroniDoes() {
        ConfigPatch same = ConfigPatch.empty()
                .set("10", "loop_wait")
                .set("True", "synchronous_mode")
                .parameter("max_connections", "100")
                .remove("pause")
                .remove("standby_cluster", "host");

        assertThat(client.configure(same)).isEqualTo(new ConfigOutcome.Unchanged());
        assertThat(patroni.writes()).isEmpty();
        assertThat(client.planConfiguration(ConfigPatch.empty().set("true", "synchronous_mode"))
                        .changes())
                .hasSize(1);
    }

    @Test
    void planNamesChangesThatNeedARestart() {
        ConfigPlan plan = client.planConfiguration(ConfigPatch.empty()
                .parameter("max_connections", 200)
                .parameter("work_mem", "1GB")
                .remove("ttl")
                .set(List.of("host all all 0.0.0.0/0 reject"), "postgresql", "pg_hba"));

        assertThat(plan.changes())
                .extracting(
                        ConfigChange::name,
                        c -> c.oldValue().orElse("-"),
                        c -> c.newValue().orElse("-"),
                        ConfigChange::restart)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "postgresql.parameters.max_connections", "100", "200", true),
                        org.assertj.core.groups.Tuple.tuple("postgresql.parameters.work_mem", "64MB", "1GB", false),
                        org.assertj.core.groups.Tuple.tuple(
                                "postgresql.pg_hba", "-", "[\"host all all 0.0.0.0/0 reject\"]", false),
                        org.assertj.core.groups.Tuple.tuple("ttl", "30", "-", false));
        assertThat(plan.needsRestart()).isTrue();
        assertThat(plan.problems()).isEmpty();
    }

    @Test
    void patchIsSentWithItsNullsButWithoutThoseThatWouldBeStored() {
        patroni.on("PATCH /config", PatroniMock.text(200, "{\"loop_wait\": 5}"));

        assertThat(
                        client.configure(
                                ConfigPatch.parse(
                                        "{\"loop_wait\": 5, \"ttl\": null, \"pause\": null, \"standby_cluster\": {\"host\": \"h\", \"port\": null}}")))
                .isInstanceOfSatisfying(ConfigOutcome.Changed.class, changed -> {
                    assertThat(changed.evidence()).isEqualTo(Evidence.ANSWER);
                    assertThat(changed.configuration().loopWait()).isEqualTo(Duration.ofSeconds(5));
                    assertThat(changed.changes()).hasSize(3);
                });
        assertThat(patroni.writes())
                .containsExactly("PATCH /config {\"loop_wait\":5,\"ttl\":null,\"standby_cluster\":{\"host\":\"h\"}}");
    }

    @ParameterizedTest
    @CsvSource({
        "synchronous_mode_count, synchronous_node_count",
        "loop_wiat, loop_wait",
        "max_connections, postgresql.parameters.max_connections",
        "use_slots, postgresql.use_slots",
        "nonsense, ",
    })
    void keyThatPatroniWouldIgnoreIsRejected(String key, String meant) {
        assertThat(client.configure(ConfigPatch.empty().set(1, key)))
                .isInstanceOfSatisfying(
                        ConfigOutcome.Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .singleElement()
                                .satisfies(p ->
                                        assertThat(p.suggestion().orElse(null)).isEqualTo(meant)));
        assertThat(patroni.writes()).isEmpty();
    }

    @Test
    void problemsInSectionsAreFound() {
        ConfigPlan plan = client.planConfiguration(ConfigPatch.empty()
                .set(true, "postgresql", "synchronous_mode")
                .set("0.0.0.0:5432", "postgresql", "listen")
                .set("cp", "postgresql", "pgbackrest", "command")
                .set(1, "postgresql", "shared_buffers")
                .set("x", "standby_cluster", "hots")
                .parameter("port", 5433));

        assertThat(plan.problems())
                .extracting(ConfigProblem::toString)
                .containsExactly(
                        "postgresql.parameters.port: Patroni 4.1.4 sets this parameter itself and passes over the value",
                        "postgresql.synchronous_mode: Patroni 4.1.4 stores this key and passes over it; did you mean synchronous_mode?",
                        "postgresql.listen: Patroni 4.1.4 reads this key only from the file of a member",
                        "postgresql.shared_buffers: Patroni 4.1.4 stores this key and passes over it; did you mean postgresql.parameters.shared_buffers?",
                        "standby_cluster.hots: Patroni 4.1.4 stores this key and passes over it; did you mean standby_cluster.host?",
                        "standby_cluster: a standby cluster has a host, a port or a restore_command; Patroni 4.1.4 makes it no standby cluster");
    }

    @Test
    void removalOfAnUnknownKeyIsSound() {
        patroni.on("GET /config", PatroniMock.text(200, "{\"nonsense\": 1}"));
        patroni.on("PATCH /config", PatroniMock.text(200, "{}"));

        assertThat(client.configure(ConfigPatch.empty().remove("nonsense"))).isInstanceOf(ConfigOutcome.Changed.class);
    }

    @Test
    void quorumIsRefusedForMembersThatReadItAsOff() {
        patroni.on("GET /patroni", status("3.3.11", ""));
        ConfigPatch quorum = ConfigPatch.empty().set("quorum", "synchronous_mode");

        assertThat(client.configure(quorum))
                .isInstanceOfSatisfying(
                        ConfigOutcome.Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .singleElement()
                                .asString()
                                .contains("3.3.11"));
        assertThat(patroni.writes()).isEmpty();

        patroni.on("GET /patroni", status("4.0.7", ""));
        patroni.on("PATCH /config", PatroniMock.text(200, "{}"));
        assertThat(client.configure(quorum)).isInstanceOf(ConfigOutcome.Changed.class);
    }

    @ParameterizedTest
    @CsvSource({"400, Bad Request, MALFORMED", "503, Service Unavailable, NO_CONFIGURATION"})
    void pagesAreReasons(int status, String phrase, RefusalReason reason) {
        patroni.on("PATCH /config", PatroniMock.page(status, phrase));

        assertThat(client.configure(ConfigPatch.empty().set(5, "loop_wait")))
                .isEqualTo(Refused.inWordsOfPatroni(reason, status + " " + phrase));
    }

    @Test
    void conflictIsARefusalWhenAnotherChangeIsVisible() {
        patroni.on("PATCH /config", PatroniMock.page(409, "Conflict"));
        witnessed(PatroniMock.text(200, "{\"ttl\": 40}"));

        assertThat(client.configure(ConfigPatch.empty().set(5, "loop_wait")))
                .isEqualTo(Refused.inWordsOfPatroni(RefusalReason.CONFLICT, "409 Conflict"));
    }

    @Test
    void conflictWithoutAnotherChangeLeavesTheOutcomeOpen() {
        patroni.on("PATCH /config", PatroniMock.page(409, "Conflict"));

        assertThat(client.configure(ConfigPatch.empty().set(5, "loop_wait")))
                .isInstanceOfSatisfying(NoResponse.class, none -> {
                    assertThat(none.delivery()).isEqualTo(Delivery.MAYBE_SENT);
                    assertThat(none.explanation().en()).contains("409 Conflict").contains("while the DCS is away");
                });
    }

    @Test
    void conflictIsASuccessWhenTheChangeIsVisible() {
        patroni.on("PATCH /config", PatroniMock.page(409, "Conflict"));
        witnessed(PatroniMock.text(200, CURRENT), brisk());

        assertThat(client.configure(ConfigPatch.empty().set(5, "loop_wait")))
                .isInstanceOfSatisfying(
                        ConfigOutcome.Changed.class,
                        changed -> assertThat(changed.evidence()).isEqualTo(Evidence.OBSERVATION));
    }

    @Test
    void memoryOfTheMemberThatWasToWriteProvesNothing() {
        patroni.on("PATCH /config", PatroniMock.page(409, "Conflict"));
        patroni.on("GET /config", PatroniMock.text(200, CURRENT), brisk());
        witnessed(PatroniMock.text(200, CURRENT));

        assertThat(client.configure(ConfigPatch.empty().set(5, "loop_wait"))).isInstanceOf(NoResponse.class);
    }

    @Test
    void silentMemberMayBeAnOldRelease() {
        patroni.on("GET /patroni", PatroniMock.text(404, "not here"));

        assertThat(client.configure(ConfigPatch.empty().set("quorum", "synchronous_mode")))
                .isInstanceOfSatisfying(
                        ConfigOutcome.Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .singleElement()
                                .asString()
                                .contains("not told their versions"));
        assertThat(client.configure(
                        ConfigPatch.empty().set("quorum", "synchronous_mode").evenIfIgnored()))
                .as("that is no matter of knowing keys")
                .isInstanceOf(ConfigOutcome.Rejected.class);
        assertThat(patroni.writes()).isEmpty();
    }

    @Test
    void keyOfALaterReleaseCanBeForced() {
        patroni.on("PATCH /config", PatroniMock.text(200, "{\"novelty\": 1}"));

        assertThat(client.configure(ConfigPatch.empty().evenIfIgnored().set(1, "novelty")))
                .isInstanceOf(ConfigOutcome.Changed.class);
        assertThat(patroni.writes()).containsExactly("PATCH /config {\"novelty\":1}");
    }

    @Test
    void existingUnknownKeyDoesNotPreventAChange() {
        patroni.on("GET /config", PatroniMock.text(200, "{\"ttl\": 30, \"stray\": 1}"));
        patroni.on("PUT /config", PatroniMock.text(200, "{\"ttl\": 40, \"stray\": 1}"));

        assertThat(client.replaceConfiguration("{\"ttl\": 40, \"stray\": 1}"))
                .isInstanceOf(ConfigOutcome.Changed.class);
        assertThat(client.replaceConfiguration("{\"ttl\": 40, \"stray\": 2}"))
                .isInstanceOf(ConfigOutcome.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"postgresql\": {\"parameters\": null}} | true",
                "{\"postgresql\": null} | true",
                "{\"postgresql\": {\"parameters\": {\"max_connections\": null}}} | true",
                "{\"postgresql\": {\"parameters\": {\"work_mem\": null}}} | false",
                "{\"postgresql\": {\"use_slots\": null}} | false",
                "{\"standby_cluster\": null} | false"
            })
    void removalOfASectionTakesARestartWhenOneOfItsParametersDoes(String patch, boolean restart) {
        patroni.on("GET /config", PatroniMock.text(200, """
                {"standby_cluster": {"host": "h"}, "postgresql": {"use_slots": true,
                 "parameters": {"max_connections": 100, "work_mem": "4MB"}}}"""));

        assertThat(client.planConfiguration(ConfigPatch.parse(patch)).needsRestart())
                .isEqualTo(restart);
    }

    @Test
    void gatewayErrorIsResolvedByObservation() {
        patroni.on("PATCH /config", PatroniMock.page(504, "Gateway Timeout"));
        witnessed(brisk());

        assertThat(client.configure(ConfigPatch.empty().set(5, "loop_wait")))
                .isInstanceOfSatisfying(
                        ConfigOutcome.Changed.class,
                        c -> assertThat(c.evidence()).isEqualTo(Evidence.OBSERVATION));
    }

    @Test
    void changeWithoutAnAnswerIsResolvedByObservation() {
        patroni.on("PATCH /config", PatroniMock.silence());
        assertThat(client.configure(ConfigPatch.empty().set(5, "loop_wait")))
                .isInstanceOfSatisfying(
                        NoResponse.class, s -> assertThat(s.delivery()).isEqualTo(Delivery.MAYBE_SENT));

        witnessed(PatroniMock.text(200, CURRENT), brisk());
        assertThat(client.configure(ConfigPatch.empty().set(5, "loop_wait")))
                .isInstanceOfSatisfying(
                        ConfigOutcome.Changed.class,
                        c -> assertThat(c.evidence()).isEqualTo(Evidence.OBSERVATION));
        assertThat(patroni.writes()).hasSize(2);
    }

    @Test
    void replacementRemovesWhatItDoesNotHave() {
        patroni.on("PUT /config", PatroniMock.text(200, "{\"loop_wait\": 10}"), PatroniMock.page(502, "Bad Gateway"));

        assertThat(client.replaceConfiguration("{\"loop_wait\": 10, \"postgresql\": {\"use_slots\": true}}"))
                .isInstanceOfSatisfying(
                        ConfigOutcome.Changed.class,
                        changed -> assertThat(changed.changes())
                                .extracting(ConfigChange::name)
                                .containsExactly("postgresql.parameters", "ttl", "synchronous_mode"));
        assertThat(client.replaceConfiguration("{}"))
                .isInstanceOfSatisfying(
                        NoResponse.class,
                        none -> assertThat(none.explanation().en())
                                .isEqualTo("502 Bad Gateway, and no member shows whether the DCS has it"));
        assertThat(client.replaceConfiguration(CURRENT)).isEqualTo(new ConfigOutcome.Unchanged());
        assertThatIllegalArgumentException().isThrownBy(() -> client.replaceConfiguration("[]"));
        assertThatIllegalArgumentException().isThrownBy(() -> client.replaceConfiguration("{"));
    }

    @Test
    void pauseIsReachedWhenMembersHaveNoticed() {
        patroni.on("PATCH /config", PatroniMock.text(200, "{\"pause\": true}"));
        patroni.on("GET /patroni", status("4.1.4", ""), status("4.1.4", ""), status("4.1.4", ", \"pause\": true"));

        assertThat(client.pause(Duration.ofMinutes(1))).isEqualTo(new PauseOutcome.Reached());
        assertThat(patroni.writes()).containsExactly("PATCH /config {\"pause\":true}");
    }

    @Test
    void unnoticedPauseIsReported() {
        patroni.on("PATCH /config", PatroniMock.text(200, "{\"pause\": true}"));

        assertThat(client.pause(Duration.ofSeconds(5))).isEqualTo(new PauseOutcome.NotYet(java.util.Set.of("node1")));
        patroni.on("PATCH /config", PatroniMock.text(403, "Access is denied"));
        assertThat(client.pause(Duration.ofSeconds(5)))
                .isEqualTo(new PauseOutcome.NotDone(
                        Refused.inWordsOfPatroni(RefusalReason.ACCESS_DENIED, "Access is denied")));
    }

    @Test
    void resumeRemovesTheKey() {
        patroni.on("GET /config", PatroniMock.text(200, "{\"pause\": true}"));
        patroni.on("PATCH /config", PatroniMock.text(200, "{}"));

        assertThat(client.resume(Duration.ofSeconds(5))).isEqualTo(new PauseOutcome.Reached());
        assertThat(patroni.writes()).containsExactly("PATCH /config {\"pause\":null}");
    }

    @Test
    void patchesAreValues() {
        ConfigPatch base = ConfigPatch.demoteToStandbyCluster("vip.example", 5432);

        assertThat(base.parameter("work_mem", Map.of("a", 1)).json()).contains("work_mem");
        assertThat(base.json()).isEqualTo("{\"standby_cluster\":{\"host\":\"vip.example\",\"port\":5432}}");
        assertThat(ConfigPatch.promoteStandbyCluster()).hasToString("{\"standby_cluster\":null}");
        assertThatIllegalArgumentException().isThrownBy(() -> base.set(1));
    }

    private static MockResponse status(String version, String more) {
        return PatroniMock.text(
                200,
                "{\"state\": \"running\", \"role\": \"primary\", \"patroni\": {\"name\": \"node1\", \"version\": \""
                        + version + "\"}" + more + "}");
    }
}
