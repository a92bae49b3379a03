package io.github.pg1c.tuning.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.text.PostgresConf.Mistake.Kind;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlterSystemScriptTest {

    @Test
    void statementsAreReadAsPsqlReadsThem() {
        PostgresConf conf = PostgresConf.parse("""
                -- by hand; alter system set jit = on;
                ALTER SYSTEM SET work_mem = '64MB';
                alter system set random_page_cost to 1.1; ALTER SYSTEM SET jit = off;
                ALTER SYSTEM SET shared_preload_libraries = 'auto_explain', 'pg_prewarm';
                /* a comment; with
                   two lines */
                ALTER SYSTEM
                  SET log_line_prefix = 'it''s; %m ';
                ALTER SYSTEM SET "Online_Analyze".enable = off;
                ALTER SYSTEM SET autovacuum_vacuum_cost_limit = -1;
                ALTER SYSTEM SET log_directory = E'a\\tb\\'c';
                SELECT pg_reload_conf();
                """);

        assertThat(conf.mistakes()).isEmpty();
        assertThat(conf.script()).isTrue();
        assertThat(conf.values())
                .isEqualTo(new TreeMap<>(Map.of(
                        "work_mem", "64MB",
                        "random_page_cost", "1.1",
                        "jit", "off",
                        "shared_preload_libraries", "auto_explain, pg_prewarm",
                        "log_line_prefix", "it's; %m ",
                        "online_analyze.enable", "off",
                        "autovacuum_vacuum_cost_limit", "-1",
                        "log_directory", "a\tb'c")));
        assertThat(conf.settings()).extracting(PostgresConf.Setting::line).containsExactly(2, 3, 3, 4, 7, 9, 10, 11);
    }

    @Test
    void whatIsResetIsNotKnown() {
        PostgresConf conf = PostgresConf.parse("""
                ALTER SYSTEM SET work_mem = '64MB';
                ALTER SYSTEM SET jit = off;
                ALTER SYSTEM SET geqo = off;
                ALTER SYSTEM RESET Work_Mem;
                ALTER SYSTEM SET jit TO DEFAULT;
                """);

        assertThat(conf.values()).isEqualTo(Map.of("geqo", "off"));
        assertThat(conf.known("work_mem")).isFalse();
        assertThat(conf.known("shared_buffers")).isFalse();
        assertThat(PostgresConf.parse("ALTER SYSTEM SET jit = off; ALTER SYSTEM RESET ALL;")
                        .values())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER SYSTEM",
                "ALTER SYSTEM SET",
                "ALTER SYSTEM SET jit",
                "ALTER SYSTEM SET jit =",
                "ALTER SYSTEM SET jit = ,",
                "ALTER SYSTEM SET jit = on off",
                "ALTER SYSTEM SET jit = on,",
                "ALTER SYSTEM SET jit = 'on",
                "ALTER SYSTEM RESET",
                "ALTER SYSTEM RESET jit, geqo",
                "ALTER DATABASE zup SET jit = on",
                "SET jit = on",
                "jit = on",
                "\\i other.sql",
            })
    void otherStatementsAreRefusedByName(String statement) {
        PostgresConf conf = PostgresConf.parse("ALTER SYSTEM SET geqo = off;\n" + statement + ";");

        assertThat(conf.mistakes()).singleElement().satisfies(mistake -> {
            assertThat(mistake.line()).isEqualTo(2);
            assertThat(mistake.kind()).isEqualTo(Kind.STATEMENT);
            assertThat(mistake.text()).isNotBlank();
        });
        assertThat(conf.values()).isEqualTo(Map.of("geqo", "off"));
    }

    @Test
    void itsOwnScriptsAreUnderstood() {
        TuningPlan plan = Calculator.plan(
                TuningInput.builder(MemorySize.parse("16GB"), 6, 200).build());
        Map<String, String> planned = new TreeMap<>();
        plan.parameters().forEach(one -> planned.put(one.name().toLowerCase(java.util.Locale.ROOT), one.value()));

        PostgresConf conf = PostgresConf.parse(PlanFormat.ALTER_SYSTEM.text(plan, Language.RU));

        assertThat(conf.mistakes()).isEmpty();
        assertThat(conf.values().keySet()).isEqualTo(planned.keySet());
        assertThat(conf.values()).containsEntry("shared_buffers", planned.get("shared_buffers"));
    }

    @Test
    void aLongScriptIsReadWithoutFailing() {
        String text = "ALTER SYSTEM SET log_line_prefix = '" + "x''".repeat(100_000) + "';\n/*" + "*".repeat(100_000);

        assertThat(PostgresConf.parse(text).values().get("log_line_prefix")).hasSize(200_000);
    }
}
