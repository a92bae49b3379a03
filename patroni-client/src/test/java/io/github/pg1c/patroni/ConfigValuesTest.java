package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.patroni.config.ConfigEffect;
import io.github.pg1c.patroni.config.ConfigEffect.Visibility;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.config.ConfigProblem;
import io.github.pg1c.patroni.config.ConfigProblem.Effect;
import io.github.pg1c.patroni.operation.ConfigOutcome;
import io.github.pg1c.patroni.operation.PauseOutcome;
import io.github.pg1c.patroni.testkit.PatroniRelease;
import io.github.pg1c.patroni.testkit.PatroniSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that Patroni would store and not act on, and what members make of those that it takes. */
class ConfigValuesTest {
    private static final String POISONED =
            "{\"loop_wait\": 10, \"ttl\": \"abc\", \"retry_timeout\": 10, \"postgresql\": {\"use_slots\": true}}";

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
    @ValueSource(
            strings = {
                "{\"synchronous_mode\": \"qourum\"}",
                "{\"ttl\": \"abc\"}",
                "{\"ttl\": 5}",
                "{\"loop_wait\": 0}",
                "{\"slots\": {\"bad name!\": {\"type\": \"physical\"}}}",
                "{\"postgresql\": {\"use_pg_rewind\": \"off\"}}",
                "{\"postgresql\": {\"pg_hba\": [\"hots all all 0.0.0.0/0 md5\"]}}",
                "{\"maximum_lag_on_failover\": \"1MB\"}",
                "{\"standby_cluster\": true}"
            })
    void valueThatNoReleaseTakesIsRefusedWithoutARequest(String json) {
        assertThat(client.configure(ConfigPatch.parse(json))).isInstanceOf(ConfigOutcome.Rejected.class);
        assertThat(client.configure(ConfigPatch.parse(json).evenIfIgnored()))
                .isInstanceOf(ConfigOutcome.Rejected.class);
        assertThat(client.replaceConfiguration(json)).isInstanceOf(ConfigOutcome.Rejected.class);

        assertThat(patroni.requests()).isEmpty();
    }

    @Test
    void allProblemsAreToldAtOnceWithKeyValueAndWhatIsAllowed() {
        ConfigPatch patch = ConfigPatch.parse("""
                {"synchronous_mode": "qourum", "ttl": 5, "loop_wait": "abc", "loop_wiat": 1, "member_slots_ttl": "1MB",
                 "slots": {"bad name!": null, "l": {"type": "logical", "database": "d"}},
                 "postgresql": {"parameters": {"max_connections": 10}, "use_slots": "maybe"}}""");

        assertThat(client.planConfiguration(patch).problems())
                .extracting(problem -> problem.line().en())
                .containsExactly(
                        "loop_wait: \"abc\" is wrong, allowed: an integer from 1, in seconds; Patroni 4.1.4 keeps its"
                                + " former configuration, also at every later change",
                        "ttl: 5 is wrong, allowed: an integer from 20, in seconds; Patroni 4.1.4 takes 20 instead",
                        "synchronous_mode: \"qourum\" is wrong, allowed: on, off, or quorum since Patroni 4.0; Patroni"
                                + " 4.1.4 takes it for off",
                        "loop_wiat: Patroni 4.1.4 stores this key and passes over it; did you mean loop_wait?",
                        "member_slots_ttl: \"1MB\" is wrong, allowed: an integer from 0, in seconds or with a unit;"
                                + " Patroni 4.1.4 takes its default instead, 1800",
                        "slots.l: a logical slot has database and plugin; Patroni 4.1.4 makes no such slot and reports an"
                                + " error at every round",
                        "postgresql.parameters.max_connections: 10 is wrong, allowed: an integer of 25–262143; Patroni"
                                + " 4.1.4 takes its default instead, 100",
                        "postgresql.use_slots: \"maybe\" is wrong, allowed: true or false (on, off, yes, no, 1, 0);"
                                + " Patroni 4.1.4 takes it for off");
        assertThat(client.planConfiguration(patch).problems().get(0).line().ru())
                .isEqualTo("loop_wait: «abc» не подходит, допустимо: целое число от 1, в секундах; Patroni 4.1.4"
                        + " сохраняет прежнюю конфигурацию, в том числе при каждом следующем изменении");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PATRONI_3_0 | {\"member_slots_ttl\": \"30min\"} | IGNORED",
                "PATRONI_3_3 | {\"member_slots_ttl\": \"30min\"} | IGNORED",
                "PATRONI_4_0 | {\"member_slots_ttl\": \"30min\"} | ",
                "PATRONI_3_0 | {\"check_timeline\": \"on\"} | REJECTED",
                "PATRONI_4_1 | {\"check_timeline\": \"on\"} | ",
                "PATRONI_3_3 | {\"synchronous_mode\": \"quorum\"} | REPLACED",
                "PATRONI_4_0 | {\"synchronous_mode\": \"QUORUM\"} | ",
                "PATRONI_3_0 | {\"postgresql\": {\"parameters\": {\"max_connections\": \"0x40\"}}} | REJECTED",
                "PATRONI_4_1 | {\"postgresql\": {\"parameters\": {\"max_connections\": \"0x40\"}}} | ",
                "PATRONI_4_0 | {\"slots\": {\"a\": {\"cluster_type\": \"standby\"}}} | IGNORED",
                "PATRONI_4_1 | {\"slots\": {\"a\": {\"cluster_type\": \"standby\"}}} | ",
            })
    void oldestMemberDecides(PatroniRelease release, String json, Effect effect) {
        patroni.member("node3").release(release);

        ConfigOutcome outcome = client.configure(ConfigPatch.parse(json));

        if (effect == null) {
            assertThat(outcome).isInstanceOf(ConfigOutcome.Changed.class);
        } else {
            assertThat(outcome).isInstanceOfSatisfying(ConfigOutcome.Rejected.class, rejected -> {
                assertThat(rejected.problems())
                        .extracting(ConfigProblem::effect, ConfigProblem::versions)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(effect, release.version()));
            });
            assertThat(patroni.writes()).isEmpty();
        }
    }

    @Test
    void nothingElseIsSentWhileMembersWouldNotTakeItOver() {
        patroni.configuration(POISONED);

        for (ConfigPatch patch : List.of(
                ConfigPatch.empty().parameter("work_mem", "64MB"),
                ConfigPatch.empty().set(5, "loop_wait"),
                ConfigPatch.empty().remove("retry_timeout").evenIfIgnored())) {
            assertThat(client.configure(patch))
                    .isInstanceOfSatisfying(
                            ConfigOutcome.Rejected.class,
                            rejected -> assertThat(rejected.problems())
                                    .singleElement()
                                    .asString()
                                    .startsWith("ttl: \"abc\"")
                                    .endsWith("the configuration has that value already, so mend or remove it first"));
        }
        assertThat(patroni.writes()).isEmpty();

        assertThat(client.configure(ConfigPatch.empty().set(30, "ttl").parameter("work_mem", "64MB")))
                .isInstanceOf(ConfigOutcome.Changed.class);
        assertThat(patroni.member("node3").configuration()).contains("work_mem");
        patroni.configuration(POISONED);
        assertThat(client.configure(ConfigPatch.empty().remove("ttl"))).isInstanceOf(ConfigOutcome.Changed.class);
    }

    @Test
    void clusterIsPausedEvenThen() {
        patroni.configuration(POISONED);

        assertThat(client.pause(Duration.ofMinutes(1))).isEqualTo(new PauseOutcome.Reached());
        assertThat(client.resume(Duration.ofMinutes(1))).isEqualTo(new PauseOutcome.Reached());
    }

    @Test
    void oldValueThatPatroniOnlyReplacesIsNoObstacle() {
        patroni.configuration(
                "{\"loop_wait\": 10, \"ttl\": 5, \"retry_timeout\": 10, \"synchronous_mode\": \"maybe\"}");

        assertThat(client.configure(ConfigPatch.empty().parameter("work_mem", "64MB")))
                .isInstanceOf(ConfigOutcome.Changed.class);
        assertThat(client.configure(ConfigPatch.empty().set(1, "loop_wait")))
                .as("the times are a rule of all three")
                .isInstanceOf(ConfigOutcome.Changed.class);
    }

    @Test
    void timesAreCheckedWithThoseThatTheClusterHas() {
        assertThat(client.configure(ConfigPatch.empty().set(15, "retry_timeout")))
                .isInstanceOfSatisfying(
                        ConfigOutcome.Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .singleElement()
                                .asString()
                                .isEqualTo(
                                        "ttl: loop_wait + 2 × retry_timeout is at most ttl, and here it is 10 + 2 × 15"
                                                + " with a ttl of 30; Patroni 4.1.4 takes loop_wait 1, retry_timeout 14"
                                                + " instead"));
        assertThat(client.configure(ConfigPatch.empty().set(15, "retry_timeout").set(45, "ttl")))
                .isInstanceOf(ConfigOutcome.Changed.class);
        assertThat(patroni.writes()).hasSize(1);
    }

    @Test
    void partsOfASectionAreCheckedTogetherWithTheRest() {
        patroni.configuration("{\"slots\": {\"l\": {\"type\": \"logical\", \"database\": \"d\", \"plugin\": \"p\"}},"
                + " \"standby_cluster\": {\"host\": \"h\"}}");

        assertThat(client.planConfiguration(ConfigPatch.empty()
                                .set("e", "slots", "l", "database")
                                .set("s", "standby_cluster", "primary_slot_name"))
                        .problems())
                .isEmpty();
        assertThat(client.planConfiguration(ConfigPatch.empty()
                                .remove("slots", "l", "plugin")
                                .remove("standby_cluster", "host")
                                .set("s", "standby_cluster", "primary_slot_name"))
                        .problems())
                .extracting(ConfigProblem::path)
                .containsExactly(List.of("slots", "l"), List.of("standby_cluster"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[\"host all all all ldpa x ldapbindpasswd=hunter2\"] | line 1: field 5 is not a method",
                "[\"peer ldapbindpasswd=hunter2\"] | line 1: it begins with «peer»",
                "[7, {\"ldapbindpasswd\": \"hunter2\"}] | line 2: it is no text",
                "\"local all all ldap ldapbindpasswd=hunter2\" | a list of lines of pg_hba.conf is needed",
                "{\"ldapbindpasswd\": \"hunter2\"} | a list of lines of pg_hba.conf is needed",
            })
    void linesWithASecretAreNotShown(String lines, String problem) {
        ConfigPatch patch = ConfigPatch.parse("{\"postgresql\": {\"pg_hba\": " + lines + "}}");

        assertThat(client.planConfiguration(patch).problems())
                .isNotEmpty()
                .anyMatch(found -> found.toString().contains(problem))
                .noneMatch(found -> (found + found.line().ru() + found.value()).contains("hunter2"));
    }

    @Test
    void effectsAreSeenWhereTheInterfaceShowsThem() {
        ConfigPatch patch = ConfigPatch.empty()
                .set("on", "synchronous_mode")
                .set(true, "failsafe_mode")
                .set(5, "loop_wait")
                .parameter("max_connections", 200)
                .parameter("work_mem", "64MB");

        assertThat(sights(client.configure(patch)))
                .isEqualTo(Map.of(
                        "synchronous_mode", Visibility.SHOWN,
                        "failsafe_mode", Visibility.SHOWN,
                        "loop_wait", Visibility.KNOWN,
                        "postgresql.parameters.max_connections", Visibility.AWAITS_RESTART,
                        "postgresql.parameters.work_mem", Visibility.KNOWN));
        assertThat(sights(client.configure(
                        ConfigPatch.empty().set("quorum", "synchronous_mode").set(false, "failsafe_mode"))))
                .isEqualTo(Map.of("synchronous_mode", Visibility.SHOWN, "failsafe_mode", Visibility.KNOWN));
        assertThat(sights(client.configure(ConfigPatch.empty().remove("synchronous_mode"))))
                .isEqualTo(Map.of("synchronous_mode", Visibility.SHOWN));
        assertThat(sights(client.configure(ConfigPatch.demoteToStandbyCluster("h", 5432))))
                .isEqualTo(Map.of("standby_cluster.host", Visibility.SHOWN, "standby_cluster.port", Visibility.SHOWN));
        assertThat(sights(client.configure(ConfigPatch.promoteStandbyCluster())))
                .isEqualTo(Map.of("standby_cluster", Visibility.SHOWN));
    }

    @Test
    void membersThatDoNotFollowAreNamed() {
        patroni.member("node1")
                .says("replication", List.of(Map.of("application_name", "node2", "sync_state", "async")));
        patroni.member("node2").away();

        assertThat(client.configure(ConfigPatch.empty().set(true, "synchronous_mode")))
                .isInstanceOfSatisfying(
                        ConfigOutcome.Changed.class,
                        changed -> assertThat(changed.effects())
                                .containsExactly(new ConfigEffect(
                                        List.of("synchronous_mode"), Visibility.NOT_KNOWN, Set.of("node2"))));
        patroni.member("node2").back();
        assertThat(client.configure(ConfigPatch.empty().set("quorum", "synchronous_mode")))
                .isInstanceOfSatisfying(
                        ConfigOutcome.Changed.class,
                        changed -> assertThat(changed.effects())
                                .containsExactly(new ConfigEffect(
                                        List.of("synchronous_mode"), Visibility.NOT_SHOWN, Set.of("node1"))));
    }

    @Test
    void keyThatOnlyANewerReleaseMayReadIsToldAndSent() {
        ConfigPatch patch = ConfigPatch.empty().set(5, "primary_race_backoff");
        assertThat(client.configure(patch)).isInstanceOf(ConfigOutcome.Rejected.class);

        for (String member : List.of("node1", "node2", "node3")) {
            patroni.member(member).says("patroni", Map.of("version", "4.2.0", "scope", "demo", "name", member));
        }

        assertThat(client.planConfiguration(patch).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(problem.isObstacle()).isFalse();
            assertThat(problem.line().en())
                    .isEqualTo("primary_race_backoff: Patroni 4.2.0 may read this key: this library knows the keys of"
                            + " Patroni up to 4.1, and not this one");
        });
        assertThat(client.planConfiguration(patch.evenIfIgnored()).problems()).isEmpty();
        assertThat(client.configure(patch)).isInstanceOf(ConfigOutcome.Changed.class);
        assertThat(patroni.writes()).hasSize(1);
    }

    @Test
    void namesOfStandbysAreAProblemOfTheModeToo() {
        patroni.configuration("{\"postgresql\": {\"parameters\": {\"synchronous_standby_names\": \"*\"}}}");

        for (String mode : List.of("on", "quorum")) {
            assertThat(client.planConfiguration(ConfigPatch.empty().set(mode, "synchronous_mode"))
                            .problems())
                    .extracting(problem -> String.join(".", problem.path()) + " " + problem.effect())
                    .containsExactly("postgresql.parameters.synchronous_standby_names IGNORED");
        }
        assertThat(client.planConfiguration(ConfigPatch.empty().set("off", "synchronous_mode"))
                        .problems())
                .isEmpty();
        assertThat(client.planConfiguration(ConfigPatch.empty().parameter("work_mem", "64MB"))
                        .problems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ttl\": 5}",
                "{\"ttl\": 30}",
                "{\"ttl\": 5, \"loop_wait\": 1}",
                "{\"synchronous_mode\": \"maybe\"}",
                "{\"zzzzzzzz\": 1}",
                "{\"work_mem\": \"1MB\"}",
                "{\"postgresql\": {\"parameters\": {\"work_mem\": \"64MB\"}}}",
                "{\"postgresql\": {\"parameters\": {\"port\": 5432}}}"
            })
    void planAndChangeAgree(String json) {
        for (String current : List.of(
                "{}", json, "{\"ttl\": 5, \"synchronous_mode\": \"maybe\"}", "{\"loop_wait\": 10, \"ttl\": 100}")) {
            for (boolean forced : List.of(false, true)) {
                patroni.configuration(current);
                ConfigPatch patch = forced ? ConfigPatch.parse(json).evenIfIgnored() : ConfigPatch.parse(json);
                boolean possible = client.planConfiguration(patch).problems().isEmpty();

                assertThat(client.configure(patch) instanceof ConfigOutcome.Rejected)
                        .as(json + " on " + current)
                        .isNotEqualTo(possible);
            }
        }
    }

    @Test
    void quorumThatIsOnNeedsNoVersions() {
        patroni.member("node2").away();
        assertThat(client.planConfiguration(ConfigPatch.empty().set("quorum", "synchronous_mode"))
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.versions()).isEqualTo("3.0.0–3.3");
                    assertThat(problem.allowed()).isPresent();
                    assertThat(problem.line().en()).endsWith("these members have not told their versions: node2");
                    assertThat(problem.line().ru()).endsWith("эти узлы не сообщили свою версию: node2");
                });

        patroni.configuration("{\"synchronous_mode\": \"quorum\", \"ttl\": 30}");
        assertThat(client.replaceConfiguration("{\"synchronous_mode\": \"quorum\", \"ttl\": 40}"))
                .isInstanceOf(ConfigOutcome.Changed.class);
    }

    private static Map<String, Visibility> sights(ConfigOutcome outcome) {
        assertThat(outcome).isInstanceOf(ConfigOutcome.Changed.class);
        return ((ConfigOutcome.Changed) outcome)
                .effects().stream()
                        .collect(java.util.stream.Collectors.toMap(ConfigEffect::name, ConfigEffect::visibility));
    }
}
