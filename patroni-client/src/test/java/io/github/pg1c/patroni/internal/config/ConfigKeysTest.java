package io.github.pg1c.patroni.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pg1c.patroni.config.ConfigProblem.Effect;
import io.github.pg1c.patroni.internal.json.Json;
import io.github.pg1c.patroni.protocol.PatroniVersion;
import io.github.pg1c.patroni.testkit.PatroniRelease;
import io.github.pg1c.patroni.testkit.PatroniSimulator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every key with good and bad values, in every release; the values come from the rule of the key. */
class ConfigKeysTest {
    private static final List<String> NO_TEXT = List.of("{\"a\": 1}", "[1]", "7", "true", "\"a\\nb\"");
    private static final List<String> NO_SECTION = List.of("\"x\"", "[\"x\"]", "7", "true", "\"\"", "[]", "false", "0");

    /** A key, and values that its rule takes and does not take. */
    record Example(List<String> path, Section.Key key, List<String> good, List<String> bad) {
        ObjectNode with(String value) {
            return with(Json.tree(value));
        }

        ObjectNode with(JsonNode value) {
            ObjectNode configuration = Json.written("{}");
            ObjectNode section = configuration;
            for (String name : path.subList(0, path.size() - 1)) {
                section = section.withObjectProperty(name);
            }
            section.set(path.get(path.size() - 1), value);
            return configuration;
        }

        List<Finding> findings(String value, PatroniVersion version) {
            Place place = Place.root(version);
            ConfigKeys.root().check(place, with(value));
            return place.findings();
        }

        @Override
        public String toString() {
            return String.join(".", path);
        }
    }

    static Stream<Example> keys() {
        List<Example> examples = new ArrayList<>();
        collect(List.of(), ConfigKeys.root(), examples);
        return examples.stream();
    }

    private static void collect(List<String> above, Section section, List<Example> examples) {
        for (Section.Key key : section.keys()) {
            List<String> path = new ArrayList<>(above);
            path.add(key.name());
            examples.add(example(path, key));
            if (key.rule() instanceof Section inner) {
                collect(path, inner, examples);
            }
        }
    }

    private static Example example(List<String> path, Section.Key key) {
        ValueRule rule = key.rule();
        if (rule instanceof Section) {
            return new Example(path, key, List.of("{}"), NO_SECTION);
        }
        if (rule instanceof WholeNumber number) {
            return whole(path, key, number);
        }
        if (rule instanceof AccessLines lines) {
            return lines.ident()
                    ? new Example(
                            path,
                            key,
                            List.of(
                                    "[\"map /^(.*)@x$ \\\\1\", \"# a b\", \"\"]",
                                    "[\"map a b c\", \"\\\"m p\\\" a,b c\", \"map \\\\\", \"a b\"]"),
                            List.of("[\"map only\"]", "\"map a b\"", "[1]", "7", "{\"a\": 1}"))
                    : new Example(
                            path,
                            key,
                            List.of(
                                    "[\"host all all 0.0.0.0/0 scram-sha-256\", \"local all postgres peer map=x\", \"\"]",
                                    "[\"hostssl db1, \\\"d 2\\\" +role 10.0.0.1 255.255.255.0 cert # x\"]",
                                    "[\"hostnossl all all ::1/128 trust\", \"include extra.conf\"]",
                                    "[\"\\\"host\\\" all all all \\\"md5\\\"\", \"host a ,b all md5\"]",
                                    "[\",host a,,b, c d\\t10.0.0.1\\r255.0.0.0 md5#x\"]",
                                    "[\"local \\\"a # b\\\" all peer\\nlocal \\\\\\n all all trust\"]"),
                            List.of(
                                    "[\"hots all all 0.0.0.0/0 md5\"]",
                                    "[\"host all all md5\"]",
                                    "[\"local all all md6\"]",
                                    "[\"host all all 10.0.0.1 md5\"]",
                                    "[\"host,local all all all md5\"]",
                                    "[\"host a, b all md5\"]",
                                    "[\"local all\\\\\", \"all md5\"]",
                                    "\"host all all all md5\"",
                                    "[{\"a\": 1}]",
                                    "7"));
        }
        return switch (rule.allowed().en()) {
            case "true or false (on, off, yes, no, 1, 0)" ->
                new Example(
                        path,
                        key,
                        List.of("true", "false", "1", "\"0\""),
                        List.of("\"maybe\"", "2", "\"\"", "[]", "{}"));
            case "true or false without quotes" ->
                new Example(
                        path, key, List.of("true", "false", "1", "0", "\"on\""), List.of("\"maybe\"", "2", "[]", "{}"));
            case "on, or off since Patroni 4.0.0" ->
                new Example(path, key, List.of("true", "\"on\""), List.of("\"maybe\"", "2", "[]"));
            case "on, off, or quorum since Patroni 4.0" ->
                new Example(path, key, List.of("true", "false", "\"OFF\""), List.of("\"qourum\"", "2", "[]", "\"\""));
            case "a text in one line" -> new Example(path, key, List.of("\"a b\"", "\"\""), NO_TEXT);
            case "a host name or address, several with commas" ->
                new Example(
                        path,
                        key,
                        List.of("\"h\"", "\"10.0.0.1,h2.example\"", "\"::1\""),
                        List.of("\"\"", "\"a b\"", "\"a,\"", "7", "[\"h\"]", "false"));
            case "a list of texts" ->
                new Example(
                        path,
                        key,
                        List.of("[]", "[\"a\", \"b\"]"),
                        List.of("\"a\"", "[1]", "[\"\"]", "7", "{\"a\": 1}"));
            case "a list of names and of pairs of a name and a text, or a section" ->
                new Example(
                        path,
                        key,
                        List.of("[\"verbose\", {\"max-rate\": \"1M\"}]", "{\"checkpoint\": \"fast\"}"),
                        List.of("\"a\"", "[1]", "[{\"a\": \"1\", \"b\": \"2\"}]", "{\"a\": 1}", "7"));
            case "a number from 0, in seconds" ->
                new Example(
                        path, key, List.of("0", "60", "1.5", "\"60\""), List.of("-1", "\"abc\"", "[1]", "\"1min\""));
            case "one of replica, logical, hot_standby" ->
                new Example(
                        path, key, List.of("\"replica\"", "\"LOGICAL\""), List.of("\"minimal\"", "7", "[]", "true"));
            case "a section of slots by name" ->
                new Example(
                        path,
                        key,
                        List.of(
                                "{}",
                                "{\"a_1\": null, \"b\": {}, \"c\": {\"type\": \"physical\"}}",
                                "{\"l\": {\"type\": \"logical\", \"database\": \"d\", \"plugin\": \"p\"}}"),
                        List.of(
                                "{\"bad name!\": {\"type\": \"physical\"}}",
                                "{\"" + "a".repeat(64) + "\": {}}",
                                "{\"a\": {\"type\": \"physcial\"}}",
                                "{\"a\": {\"type\": \"logical\", \"database\": \"d\"}}",
                                "{\"a\": {\"databse\": \"d\"}}",
                                "{\"a\": {\"database\": 5}}",
                                "{\"a\": \"physical\"}",
                                "[\"a\"]",
                                "\"a\"",
                                "[]"));
            case "a list of sections with name, type, database or plugin" ->
                new Example(
                        path,
                        key,
                        List.of("[]", "[{\"name\": \"a\"}, {\"type\": \"logical\", \"plugin\": \"p\"}]"),
                        List.of(
                                "[{}]",
                                "[\"a\"]",
                                "{\"name\": \"a\"}",
                                "[{\"type\": \"x\"}]",
                                "[{\"nmae\": \"a\"}]",
                                "\"a\""));
            case "nothing" -> new Example(path, key, List.of(), List.of("1", "\"x\"", "true"));
            default ->
                throw new AssertionError("no examples of: " + rule.allowed().en());
        };
    }

    private static Example whole(List<String> path, Section.Key key, WholeNumber number) {
        BigInteger one = BigInteger.ONE;
        List<String> good = new ArrayList<>(
                List.of(number.min().toString(), number.min().add(one).toString()));
        List<String> bad = new ArrayList<>(List.of(
                number.min().subtract(one).toString(),
                "\"abc\"",
                "\"\"",
                "[]",
                "{\"a\": 1}",
                "\"5 apples\"",
                number.min().add(one) + ".5"));
        number.max().ifPresent(max -> {
            good.add(max.toString());
            bad.add(max.add(one).toString());
        });
        if (number.unit().isPresent()) {
            good.add(number.unit().get().equals("MB") ? "\"1GB\"" : "\"2h\"");
            bad.add(number.unit().get().equals("MB") ? "\"2h\"" : "\"1GB\"");
        } else {
            bad.add("\"1GB\"");
            bad.add("\"10s\"");
        }
        return new Example(path, key, good, bad);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void takesGoodValuesAndNamesBadOnes(Example example) {
        for (PatroniVersion version : Releases.all()) {
            boolean known = example.key().span().contains(version);
            for (String value : example.good()) {
                assertThat(example.findings(value, version))
                        .as(example + "=" + value + " in " + version)
                        .allMatch(finding -> !known && finding.effect() == Effect.IGNORED)
                        .hasSize(known ? 0 : 1);
            }
            for (String value : example.bad()) {
                assertThat(example.findings(value, version))
                        .as(example + "=" + value + " in " + version)
                        .isNotEmpty()
                        .allSatisfy(finding -> assertThat(
                                        finding.path().subList(0, example.path().size()))
                                .isEqualTo(example.path()));
            }
            assertThat(example.findings("null", version))
                    .as(example + " is absent in " + version)
                    .allMatch(finding -> finding.effect() == Effect.REJECTED);
        }
    }

    /** Numbers whose arithmetic could take for ever, and texts whose pattern could. */
    @ParameterizedTest
    @MethodSource("keys")
    @Timeout(20)
    void judgesHugeAndTinyNumbersAtOnce(Example example) {
        for (String value : List.of(
                "1e-999999999",
                "1e999999999",
                "0e-999999999",
                "0e999999999",
                "1e-99999999999",
                ".5e-99999999999s",
                "-1.5e-2147483648MB",
                "1e308",
                "1e-308h",
                "0x" + "f".repeat(390),
                "9".repeat(100_000) + "x",
                "1_".repeat(50_000) + "1",
                "1.".repeat(50_000),
                "\"a".repeat(50_000))) {
            for (PatroniVersion version : Releases.all()) {
                assertThat(example.findings(Json.node(value).toString(), version))
                        .allSatisfy(finding -> assertThat(finding.path()).isNotEmpty());
            }
        }
        for (String number : List.of("1e-999999999", "1e-400", "0e999", "1e308")) {
            for (PatroniVersion version : Releases.all()) {
                Place place = Place.root(version);
                ConfigKeys.root().check(place, example.with(Json.node(new BigDecimal(number))));
                assertThat(place.findings())
                        .allSatisfy(finding -> assertThat(finding.path()).isNotEmpty());
            }
        }
    }

    @Test
    void readsALineOfAnyLength() {
        JsonNode configuration = Json.node(Map.of(
                "postgresql", Map.of("pg_hba", List.of("local all " + "user, ".repeat(100_000) + "admin trust"))));

        assertThat(ConfigCheck.findings(configuration, new PatroniVersion(4, 1, 4)))
                .isEmpty();
    }

    /** Nothing changes between the versions that stand for all of them. */
    @ParameterizedTest
    @CsvSource({"3.0.0, 3.0.2", "3.0.3, 3.1.2", "3.2.0, 3.2.2", "3.3.0, 3.3.11", "4.0.0, 4.0.10", "4.1.0, 4.1.4"})
    void firstVersionStandsForThoseBehindIt(String first, String last) {
        PatroniVersion from = PatroniVersion.parse(first).orElseThrow();
        PatroniVersion until = PatroniVersion.parse(last).orElseThrow();
        assertThat(Releases.all()).contains(from);
        keys().forEach(example -> Stream.concat(example.good().stream(), example.bad().stream())
                .forEach(value -> assertThat(example.findings(value, from))
                        .as(example + "=" + value)
                        .isEqualTo(example.findings(value, until))));
    }

    @Test
    void rangesNameTheVersionsOfAProblem() {
        assertThat(ConfigCheck.anywhere(Json.written("{\"maximum_lag_on_failover\": \"abc\", \"ttl\": 5}")))
                .extracting(problem -> problem.path().get(0) + " " + problem.versions() + " " + problem.effect())
                .containsExactly(
                        "maximum_lag_on_failover 3.0.0–3.0.2 REJECTED",
                        "ttl 3.0.0–3.1 UNCHECKED",
                        "maximum_lag_on_failover 3.0.3–4.1 REPLACED",
                        "ttl 3.2–4.1 REPLACED");
        assertThat(ConfigCheck.anywhere(Json.written("{\"loop_wait\": \"abc\"}")))
                .extracting(problem -> problem.versions())
                .containsExactly("3.0–4.1");
        assertThat(ConfigCheck.anywhere(Json.written("{\"check_timeline\": \"on\", \"member_slots_ttl\": 5}")))
                .as("some releases take these")
                .isEmpty();
    }

    /** Keys of a development version, and a key that nobody has, at each place with names of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "primary_race_backoff",
                "zzzzzzzz",
                "postgresql.parameters_primary",
                "postgresql.pg_hba_replica",
                "postgresql.pg_ident_standby_leader",
                "postgresql.rewind",
                "postgresql.zzzzzzzz",
                "postgresql.callbacks.zzzzzzzz",
                "standby_cluster.zzzzzzzz",
                "slots.a.zzzzzzzz"
            })
    void keysOfNoKnownReleaseAreIgnoredOrUnknown(String key) {
        Section.Key none = new Section.Key(key, Texts.text(), ReleaseSpan.ALL);
        Example example = new Example(List.of(key.split("\\.")), none, List.of(), List.of());
        for (PatroniVersion version : Releases.all()) {
            assertThat(example.findings("[\"a\"]", version))
                    .as(key + " in " + version)
                    .extracting(Finding::effect)
                    .containsExactly(Effect.IGNORED);
        }
        for (String later : List.of("4.2.0", "4.10.3", "5.0.0")) {
            assertThat(example.findings("[\"a\"]", PatroniVersion.parse(later).orElseThrow()))
                    .as(key + " in " + later)
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.effect()).isEqualTo(Effect.UNKNOWN);
                        assertThat(finding.made().en()).contains("up to 4.1");
                    });
        }
        assertThat(example.findings("[\"a\"]", new PatroniVersion(4, 1, 99)))
                .extracting(Finding::effect)
                .containsExactly(Effect.IGNORED);
    }

    @ParameterizedTest
    @CsvSource({
        "30, 10, 10, ",
        "20, 1, 9, ",
        "30, 11, 10, loop_wait 10",
        "30, 10, 20, 'loop_wait 1, retry_timeout 14'",
        "100, 80, 20, loop_wait 60",
        "21, 10, 10, loop_wait 1"
    })
    void timesAreCheckedTogether(int ttl, int loopWait, int retryTimeout, String instead) {
        JsonNode configuration = Json.node(Map.of("ttl", ttl, "loop_wait", loopWait, "retry_timeout", retryTimeout));

        List<Finding> found = ConfigCheck.findings(configuration, new PatroniVersion(4, 1, 4));

        assertThat(found).extracting(finding -> finding.made().en()).hasSize(instead == null ? 0 : 1);
        found.forEach(finding -> assertThat(finding.made().en()).isEqualTo("takes " + instead + " instead"));
        assertThat(ConfigCheck.findings(configuration, new PatroniVersion(3, 1, 0)))
                .extracting(Finding::effect)
                .hasSize(found.size())
                .containsOnly(found.isEmpty() ? new Effect[0] : new Effect[] {Effect.UNCHECKED});
    }

    /** The simulated members have their own rules of what they take over. */
    @ParameterizedTest
    @EnumSource(PatroniRelease.class)
    void agreesWithTheSimulatedMembers(PatroniRelease release) {
        PatroniVersion version = PatroniVersion.parse(release.version()).orElseThrow();
        Random random = new Random(20261129);
        List<String> values = List.of(
                "5",
                "30",
                "\"30\"",
                "\"abc\"",
                "\"\"",
                "null",
                "true",
                "false",
                "[]",
                "{}",
                "[1]",
                "{\"x\": 1}",
                "1.5",
                "\"1.5\"",
                "\" 7 \"",
                "\"-3\"",
                "-3",
                "0",
                "\"10s\"",
                "\"on\"");
        List<Example> examples = keys().filter(example -> !List.of(
                                "bin_name",
                                "callbacks",
                                "recovery_conf",
                                "krbsrvname",
                                "wal_keep_size",
                                "wal_level",
                                "wal_keep_segments")
                        .contains(example.key().name()))
                .toList();
        int refused = 0;
        try (PatroniSimulator patroni =
                PatroniSimulator.builder().release(release).start()) {
            for (int round = 0; round < 3_000; round++) {
                ObjectNode configuration = Json.written("{}");
                for (int i = random.nextInt(1, 4); i > 0; i--) {
                    Example example = examples.get(random.nextInt(examples.size()));
                    ObjectNode one = example.with(values.get(random.nextInt(values.size())));
                    configuration = ConfigMerge.merged(configuration, one);
                }
                patroni.configuration("{\"mark\": \"earlier\"}");
                patroni.configuration(configuration.toString());

                boolean taken = !patroni.member("node1").configuration().contains("earlier");
                boolean rejected = ConfigCheck.findings(configuration, version).stream()
                        .anyMatch(finding -> finding.effect() == Effect.REJECTED);
                assertThat(taken).as(configuration.toString()).isEqualTo(!rejected);
                refused += rejected ? 1 : 0;
            }
        }
        assertThat(refused).isBetween(100, 2_900);
    }

    @ParameterizedTest
    @EnumSource(Releases.class)
    void everyProblemIsToldInBothLanguages(Releases release) {
        PatroniVersion version = Releases.all().get(release.ordinal());
        keys().forEach(example -> example.bad()
                .forEach(value -> ConfigCheck.of(
                                example.with(value),
                                ConfigMerge.changes(Json.written("{}"), example.with(value)),
                                List.of(version),
                                true)
                        .forEach(problem -> {
                            assertThat(problem.line().en())
                                    .startsWith(problem.path().get(0))
                                    .contains(version.toString());
                            assertThat(problem.line().en()).doesNotContainPattern("[а-яё]");
                            assertThat(problem.line().ru())
                                    .containsPattern("[а-яё]")
                                    .contains(version.toString());
                        })));
    }
}
