package io.github.pg1c.patroni.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.config.ConfigProblem.Effect;
import io.github.pg1c.patroni.internal.json.Json;
import io.github.pg1c.patroni.protocol.PatroniVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of simple keys against what six releases of Patroni themselves make of each key and value:
 * {@code record.sh} runs their own code and writes {@code verdicts.tsv}.
 */
class DynamicKeysTest {
    private static final Path RECORDED = Path.of("src/test/resources/dynamic-configuration");
    private static final String REFUSED = "!";
    /** Nothing to read: the parameter is absent, so that PostgreSQL's or another default holds. */
    private static final String ABSENT = "?";

    /** One line of the recording, for one release. */
    record Verdict(String key, JsonNode value, PatroniVersion version, String read) {
        List<String> path() {
            return List.of(key.split("\\."));
        }

        List<Finding> findings() {
            ObjectNode configuration = Json.written("{\"loop_wait\": 10, \"ttl\": 30, \"retry_timeout\": 10}");
            ObjectNode section = configuration;
            for (String name : path().subList(0, path().size() - 1)) {
                section = section.withObjectProperty(name);
            }
            section.set(path().get(path().size() - 1), value);
            return ConfigCheck.findings(configuration, version);
        }

        @Override
        public String toString() {
            return key + "=" + value + " in " + version + " is " + read;
        }
    }

    static Stream<String> keys() throws IOException {
        return Files.readAllLines(RECORDED.resolve("keys.txt")).stream();
    }

    private static List<Verdict> verdicts(String key) throws IOException {
        List<String> lines = Files.readAllLines(RECORDED.resolve("verdicts.tsv"));
        List<PatroniVersion> versions = Arrays.stream(lines.get(0).split("\t"))
                .skip(2)
                .map(text -> PatroniVersion.parse(text).orElseThrow())
                .toList();
        List<Verdict> verdicts = new ArrayList<>();
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            if (cells[0].equals(key)) {
                for (int i = 0; i < versions.size(); i++) {
                    verdicts.add(new Verdict(key, Json.tree(cells[1]), versions.get(i), cells[i + 2]));
                }
            }
        }
        assertThat(verdicts).hasSizeGreaterThan(200);
        return verdicts;
    }

    @ParameterizedTest
    @MethodSource("keys")
    void refusesTheConfigurationsThatTheReleaseRefuses(String key) throws IOException {
        for (Verdict verdict : verdicts(key)) {
            boolean rejected = verdict.findings().stream().anyMatch(finding -> finding.effect() == Effect.REJECTED);
            assertThat(rejected).as(verdict.toString()).isEqualTo(verdict.read().equals(REFUSED));
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void takesOnlyValuesThatTheReleaseReadsAsTheyAreMeant(String key) throws IOException {
        for (Verdict verdict : verdicts(key)) {
            boolean known = verdict.findings().stream().noneMatch(finding -> finding.effect() == Effect.IGNORED);
            if (verdict.findings().isEmpty()
                    && !verdict.value().isNull()
                    && !verdict.value().isObject()) {
                assertThat(meaning(Json.tree(verdict.read())))
                        .as(verdict.toString())
                        .isEqualTo(meaning(verdict.value()));
            } else if (known && isSame(verdict)) {
                assertThat(verdict.findings())
                        .as(verdict + " is read as it is meant")
                        .allMatch(finding ->
                                Set.of(Effect.UNCHECKED, Effect.FAILING).contains(finding.effect())
                                        || finding.made().equals(Consequence.EMPTY_SECTION)
                                        || isOdd(verdict.value())
                                        || finding.together());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void tellsTheValueThatIsTakenInstead(String key) throws IOException {
        for (Verdict verdict : verdicts(key)) {
            for (Finding finding : verdict.findings()) {
                if (finding.effect() == Effect.REPLACED
                        && !finding.together()
                        && !isLowered(verdict)
                        && finding.path().equals(verdict.path())
                        && !finding.made().equals(Consequence.SKIPS)
                        && !verdict.read().equals(ABSENT)) {
                    assertThat(finding.made()).as(verdict.toString()).isIn(taken(verdict));
                }
            }
        }
    }

    /** What may be told where the release reads another value than the one that was set. */
    private static List<Text> taken(Verdict verdict) {
        String read = verdict.read().replace("\"", "");
        String word = read.equals("true") ? "on" : read.equals("false") ? "off" : read;
        // Patroni's own name of the default is the old one.
        String name = word.equals("hot_standby") ? "replica" : word;
        List<Text> taken = new ArrayList<>(List.of(Consequence.takes(name), Consequence.takesDefault(name)));
        if (word.equals("on")) {
            taken.add(Consequence.ON);
        } else {
            taken.add(Consequence.EMPTY_SECTION);
        }
        if (word.equals("off")) {
            taken.add(Consequence.OFF);
        }
        return taken;
    }

    @Test
    void everySimpleKeyIsRecorded() throws IOException {
        Set<String> recorded = new TreeSet<>(keys().toList());
        Set<String> simple = new TreeSet<>();
        for (Section.Key key : ConfigKeys.root().keys()) {
            if (key.rule() instanceof WholeNumber
                    || key.rule().getClass().getNestHost().equals(Switches.class)) {
                simple.add(key.name());
            }
        }
        Section postgresql =
                (Section) ConfigKeys.root().key("postgresql").orElseThrow().rule();
        Section parameters =
                (Section) postgresql.key("parameters").orElseThrow().rule();
        for (Section.Key key : parameters.keys()) {
            if (!Set.of("cluster_name", "listen_addresses", "port").contains(key.name())) {
                simple.add("postgresql.parameters." + key.name());
            }
        }

        assertThat(simple).hasSizeGreaterThan(25);
        assertThat(recorded).containsAll(simple);
    }

    /** Python's and PostgreSQL's other ways to write a number, which people do not. */
    private static boolean isOdd(JsonNode value) {
        return value.asText().matches(".*[._a-zA-Z].*|[-+]?0\\d.*") || value.isFloatingPointNumber();
    }

    /** The rule of all three timings lowers these again. */
    private static boolean isLowered(Verdict verdict) {
        return Set.of("loop_wait", "retry_timeout").contains(verdict.key())
                && number(Json.tree(verdict.read()))
                        .filter(read -> read.compareTo(BigDecimal.TEN) >= 0)
                        .isPresent();
    }

    private static boolean isSame(Verdict verdict) {
        return !verdict.read().equals(REFUSED)
                && !verdict.read().equals(ABSENT)
                && !verdict.value().isNull()
                && !verdict.value().isContainerNode()
                && !verdict.value().isBoolean()
                && meaning(Json.tree(verdict.read())).equals(meaning(verdict.value()))
                && number(verdict.value()).isPresent();
    }

    private static String meaning(JsonNode value) {
        Optional<BigDecimal> number = number(value);
        if (number.isPresent()) {
            return number.get()
                    .stripTrailingZeros()
                    .toPlainString()
                    .replaceFirst("^1$", "true")
                    .replaceFirst("^0$", "false");
        }
        String text = value.isTextual() ? value.textValue() : value.toString();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "on", "yes", "true" -> "true";
            case "off", "no", "false" -> "false";
            default -> text.toLowerCase(Locale.ROOT);
        };
    }

    /** A number, or a time in seconds; memory keeps its unit because PostgreSQL reads it. */
    private static Optional<BigDecimal> number(JsonNode value) {
        String text = value.asText().strip();
        if (text.matches("0x[0-9a-f]+")) {
            return Optional.of(new BigDecimal(Long.parseLong(text.substring(2), 16)));
        }
        if (text.matches("\\d+(?:s|min|h)")) {
            long factor = text.endsWith("s") ? 1 : text.endsWith("h") ? 3600 : 60;
            return Optional.of(new BigDecimal(text.replaceAll("\\D", "")).multiply(BigDecimal.valueOf(factor)));
        }
        return (value.isNumber() || value.isTextual()) && text.matches("[-+]?\\d+(?:\\.\\d+)?(?:e\\d{1,2})?")
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }
}
