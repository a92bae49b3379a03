package io.github.pg1c.tuning.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.RandomInputs;
import io.github.pg1c.tuning.catalogue.Activation;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.compare.ParameterDifference.MemberOrder;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.BudgetItem;
import io.github.pg1c.tuning.plan.PlannedSetting;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.text.PlanFormat;
import io.github.pg1c.tuning.text.PostgresConf;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanComparisonTest {

    private static final TuningInput INPUT =
            TuningInput.builder(MemorySize.parse("64GB"), 16, 300).build();
    private static final TuningPlan PLAN = Calculator.plan(INPUT);

    private static PlanComparison with(Map<String, String> overrides) {
        return PlanComparison.of(PLAN, Calculator.plan(INPUT.withOverrides(overrides)));
    }

    private static ParameterDifference only(PlanComparison comparison) {
        assertThat(comparison.parameters()).hasSize(1);
        return comparison.parameters().get(0);
    }

    @Test
    void spellingIsNoDifference() {
        assertThat(with(Map.of(
                                "shared_buffers",
                                "16384MB",
                                "autovacuum",
                                "TRUE",
                                "jit",
                                "no",
                                "checkpoint_timeout",
                                "900s",
                                "random_page_cost",
                                "1.10",
                                "wal_compression",
                                "on",
                                "SHARED_PRELOAD_LIBRARIES",
                                " online_analyze, \"plantuner\" ,pg_stat_statements"))
                        .same())
                .isTrue();
    }

    @Test
    void aChangedValueSaysWhatItNeedsAndTakes() {
        ParameterDifference one = only(with(Map.of("checkpoint_timeout", "30min")));
        assertThat(one.name()).isEqualTo("checkpoint_timeout");
        assertThat(one.before()).contains("15min");
        assertThat(one.after()).contains("30min");
        assertThat(one.change()).isEqualTo(Activation.RELOAD);
        assertThat(one.memory().none()).isTrue();
        assertThat(one.planned().orElseThrow().overridden()).isTrue();
    }

    @Test
    void memoryEffectIsTheDifferenceOfTheBudget() {
        PlanComparison comparison = with(Map.of("work_mem", "1GB"));
        ParameterDifference one = only(comparison);
        long workMem = MemorySize.parse(PLAN.value("work_mem").orElseThrow()).bytes();
        assertThat(one.memory().worst()).isEqualTo(300 * ((1L << 30) - workMem));
        assertThat(one.memory().typical()).isEqualTo(128 * ((1L << 30) - workMem));
        assertThat(comparison.memory()).isEqualTo(one.memory());
    }

    @Test
    void membersRestartInTheOrderThatKeepsStandbysUp() {
        assertThat(only(with(Map.of("max_worker_processes", "32"))).order()).isEqualTo(MemberOrder.STANDBYS_FIRST);
        assertThat(only(with(Map.of("max_worker_processes", "8"))).order()).isEqualTo(MemberOrder.LEADER_FIRST);
        assertThat(only(with(Map.of("track_activity_query_size", "8kB"))).order())
                .isEqualTo(MemberOrder.ANY);
        assertThat(with(Map.of("max_worker_processes", "32")).change()).contains(Activation.RESTART);
        assertThat(with(Map.of()).change()).isEmpty();
    }

    @Test
    void presetsAreCompared() {
        PlanComparison comparison = PlanComparison.of(Calculator.plan(INPUT.withPreset(Preset.ITS_5866)), PLAN);
        assertThat(comparison.parameters())
                .extracting(ParameterDifference::name)
                .contains("work_mem", "temp_buffers", "log_lock_waits")
                .doesNotContain("shared_buffers", "statement_timeout", "fsync");
        ParameterDifference logging = comparison.parameters().stream()
                .filter(one -> one.name().equals("log_lock_waits"))
                .findFirst()
                .orElseThrow();
        assertThat(logging.before()).isEmpty();
        assertThat(logging.effectiveBefore()).isEqualTo("off");
        assertThat(comparison.memory().worst()).isNegative();
        assertThat(comparison.table(Language.EN)).contains("off (default)").contains("Memory in all: -");
        assertThat(comparison.table(Language.RU)).contains("(по умолчанию)").contains("Память всего: -");
        assertThat(comparison.table("article", "ours", Language.EN))
                .matches("(?s)Parameter +article +ours +needs.*")
                .doesNotContain("before");
    }

    @Test
    void settingsBesidePostgresqlAreCompared() {
        TuningPlan more = Calculator.plan(
                INPUT.toBuilder(INPUT.memory(), INPUT.cpus(), 400).build());
        assertThat(PlanComparison.of(PLAN, more).settings())
                .contains(new SettingDifference(
                        PlannedSetting.Area.POOL,
                        "default_pool_size",
                        Optional.of("300"),
                        Optional.of("400"),
                        Activation.RELOAD))
                .allSatisfy(one -> assertThat(one.before()).isNotEqualTo(one.after()));
    }

    @Test
    void aFileIsComparedByMeaning() {
        PostgresConf file = PostgresConf.parse(PlanFormat.POSTGRESQL_CONF.text(PLAN, Language.RU)
                + "\nlisten_addresses = '*'\nport = 5433\nWORK_MEM = 1GB\nstatement_timeout = 1h\n");
        PlanComparison comparison = PlanComparison.of(file, PLAN);
        assertThat(comparison.parameters())
                .extracting(ParameterDifference::name)
                .containsExactlyInAnyOrder("work_mem", "statement_timeout");
        assertThat(comparison.elsewhere()).containsExactly("listen_addresses", "port");
        assertThat(comparison.settings()).isEmpty();
        assertThat(comparison.memory().worst()).isNegative();
        assertThat(comparison.table(Language.EN)).contains("listen_addresses, port");
    }

    @Test
    void aPlanComparedWithItsOwnFileIsTheSame() {
        RandomInputs.each(input -> {
            TuningPlan plan = Calculator.plan(input);
            PostgresConf file = PostgresConf.parse(PlanFormat.POSTGRESQL_CONF.text(plan, Language.EN));
            assertThat(file.mistakes()).isEmpty();
            assertThat(PlanComparison.of(file, plan).parameters()).isEmpty();
        });
    }

    @Test
    void anEmptyFileCountsTheServersDefaults() {
        PlanComparison comparison = PlanComparison.of(PostgresConf.parse("nonsense = 1\nwork_mem = 'much'\n"), PLAN);
        assertThat(comparison.before().items())
                .filteredOn(item -> item.id().equals("shared_buffers"))
                .extracting(BudgetItem::worst)
                .containsExactly(MemorySize.parse("128MB"));
        assertThat(comparison.parameters())
                .filteredOn(one -> one.name().equals("nonsense"))
                .singleElement()
                .satisfies(one -> assertThat(one.after()).isEmpty())
                .satisfies(one -> assertThat(one.change()).isEqualTo(Activation.RESTART));
        assertThat(comparison.parameters())
                .filteredOn(one -> one.name().equals("max_locks_per_transaction"))
                .singleElement()
                .satisfies(one -> assertThat(one.order()).isEqualTo(MemberOrder.STANDBYS_FIRST))
                .satisfies(one -> assertThat(one.defaultValue()).isEqualTo("64"));
        assertThat(comparison.table(Language.EN)).contains("128MB (default)").contains("restart, standbys first");
    }

    @Test
    void nothingDiffersFromItself() {
        PlanComparison comparison = PlanComparison.of(PLAN, PLAN);
        assertThat(comparison.same()).isTrue();
        assertThat(comparison.table(Language.EN)).isEqualTo("No difference.\n");
        assertThat(comparison.memory().text()).isEmpty();
    }

    @Test
    void versionsAreCompared() {
        TuningPlan older =
                Calculator.plan(INPUT.toBuilder().major(new PgMajor(14)).build());
        TuningPlan newer =
                Calculator.plan(INPUT.toBuilder().major(new PgMajor(18)).build());
        assertThat(PlanComparison.of(older, newer).parameters())
                .extracting(ParameterDifference::name)
                .contains("io_method", "effective_io_concurrency", "transaction_timeout")
                .doesNotContain("wal_compression", "shared_buffers");
    }
}
