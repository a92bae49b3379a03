package io.github.pg1c.tuning.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.testing.Golden;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.ParameterScope;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.input.ContainerLimits;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.preset.RuleSets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class PlanFormatTest {

    /** Values with everything that has a meaning in one of the formats. */
    private static final TuningInput AWKWARD = TuningInput.builder(MemorySize.parse("16GB"), 6, 200)
            .overrides(Map.of(
                    "log_line_prefix", "%m 'it''s' \\ \"%u\" # no: comment\u0085\u2028\uFEFF",
                    "archive_command", "cp \"%p\" '/a\\b/%f'\n\t&& true",
                    "unknown_of_a_fork", "да"))
            .build();

    private static final TuningPlan PLAN = Calculator.plan(
            AWKWARD,
            RuleSets.builtIn()
                    .of(Preset.BALANCED)
                    .without("balanced.jit", Text.of("measured\nport = 1", "измерено\nport = 1")));

    private static Map<String, String> values(ParameterScope... scopes) {
        Set<ParameterScope> wanted = Set.of(scopes);
        return PLAN.parameters().stream()
                .filter(parameter -> wanted.contains(parameter.scope()))
                .collect(Collectors.toMap(PlannedParameter::name, PlannedParameter::value));
    }

    @ParameterizedTest
    @EnumSource
    void confIsReadBack(Language language) {
        String text = PlanFormat.POSTGRESQL_CONF.text(PLAN, language);
        PostgresConf conf = PostgresConf.parse(text);
        assertThat(conf.mistakes()).isEmpty();
        assertThat(conf.values()).isEqualTo(new TreeMap<>(values(ParameterScope.DCS, ParameterScope.LOCAL)));
        assertThat(text).contains("# " + (language == Language.RU ? "отключено" : "switched off") + ": balanced.jit");
    }

    @ParameterizedTest
    @EnumSource
    void partsOfPatroniAreReadBack(Language language) {
        assertThat(yaml(PlanFormat.PATRONI_DYNAMIC.text(PLAN, language))).isEqualTo(values(ParameterScope.DCS));
        assertThat(yaml(PlanFormat.PATRONI_LOCAL.text(PLAN, language))).isEqualTo(values(ParameterScope.LOCAL));
        assertThat(values(ParameterScope.DCS)).containsKey("max_connections").doesNotContainKey("work_mem");
    }

    private static Map<String, String> yaml(String text) {
        Map<?, ?> document = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
        assertThat(document).hasSize(1);
        Map<?, ?> postgresql = (Map<?, ?>) Objects.requireNonNull(document.get("postgresql"));
        Map<?, ?> parameters = (Map<?, ?>) Objects.requireNonNull(postgresql.get("parameters"));
        Map<String, String> values = new TreeMap<>();
        // A value that YAML took for anything but a text fails here.
        parameters.forEach((name, value) -> values.put((String) name, (String) value));
        return values;
    }

    @Test
    void jsonIsReadBackWithStableNames() throws Exception {
        JsonNode json = new ObjectMapper().readTree(PlanFormat.JSON.text(PLAN, Language.EN));
        Map<String, String> read = new TreeMap<>();
        json.get("parameters")
                .forEach(one ->
                        read.put(one.get("name").asText(), one.get("value").asText()));
        assertThat(read).isEqualTo(new TreeMap<>(values(ParameterScope.DCS, ParameterScope.LOCAL)));
        assertThat(names(json))
                .containsExactlyInAnyOrder(
                        "format",
                        "input",
                        "parameters",
                        "memory",
                        "disks",
                        "settings",
                        "huge_pages",
                        "file_descriptors",
                        "switched_off",
                        "findings");
        assertThat(names(json.get("parameters").get(0)))
                .containsExactlyInAnyOrder(
                        "name",
                        "value",
                        "unit",
                        "scope",
                        "change",
                        "order",
                        "rule",
                        "group",
                        "formula",
                        "reason",
                        "source",
                        "confidence");
        assertThat(json.get("memory").get("limit").asLong()).isEqualTo(16L << 30);
        assertThat(json.get("memory").get("items").get(0).get("id").asText()).isEqualTo("shared_buffers");
        assertThat(json.get("switched_off").get(0).get("reason").get("ru").asText())
                .isEqualTo("измерено\nport = 1");
        assertThat(json.get("input").get("overrides").get("unknown_of_a_fork").asText())
                .isEqualTo("да");
        assertThat(json.get("settings").get(0).get("name").asText()).isEqualTo("pool_mode");
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void jsonHasTheContainerWhereThereIsOne() throws Exception {
        TuningPlan plan = Calculator.plan(TuningInput.builder(MemorySize.parse("64GB"), 16, 50)
                .container(new ContainerLimits(MemorySize.parse("8GB"), 2.5))
                .build());
        JsonNode container = new ObjectMapper()
                .readTree(PlanFormat.JSON.text(plan, Language.EN))
                .get("input")
                .get("container");
        assertThat(container.get("memory").asLong()).isEqualTo(8L << 30);
        assertThat(container.get("cpus").asDouble()).isEqualTo(2.5);
    }

    @Test
    void statementsQuoteEachNameOfAListAndBackslashes() {
        String sql = PlanFormat.ALTER_SYSTEM.text(PLAN, Language.EN);
        assertThat(sql)
                .contains("\nALTER SYSTEM SET shared_preload_libraries = 'online_analyze', 'plantuner',"
                        + " 'pg_stat_statements';\n")
                .contains("log_line_prefix = E'%m ''it''''s'' \\\\ \"%u\" # no: comment")
                .contains("takes no value with a line break: archive_command")
                .doesNotContain("SET archive_command")
                .doesNotContain("\nport");
    }

    @ParameterizedTest
    @EnumSource
    void tableForPeopleIsTheReviewedOne(Language language) {
        TuningPlan plan = Calculator.plan(
                TuningInput.builder(MemorySize.parse("64GB"), 16, 600)
                        .major(new PgMajor(18))
                        .distribution(Distribution.ONE_C)
                        .preset(Preset.INITDB_1C_18)
                        .build(),
                RuleSets.builtIn()
                        .of(Preset.INITDB_1C_18)
                        .without("initdb-1c-18.jit", Text.of("measured by us", "измерено нами")));
        Golden.resource(
                "initdb-64gb-16cpu-600." + language.code() + ".table.txt", PlanFormat.TABLE.text(plan, language));
    }

    @ParameterizedTest
    @EnumSource
    void everyFormatEndsWithALineFeedAndHasNoTrailingBlanks(PlanFormat format) {
        for (Language language : Language.values()) {
            String text = format.text(PLAN, language);
            assertThat(text).endsWith("\n").doesNotContain("\r");
            assertThat(PlanFormat.parse(format.id())).isEqualTo(format);
        }
    }

    @Test
    void unknownFormatIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> PlanFormat.parse("xml"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("conf, sql, patroni-dynamic, patroni-local, json, table");
    }
}
