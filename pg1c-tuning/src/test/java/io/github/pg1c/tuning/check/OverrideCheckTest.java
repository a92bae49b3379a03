package io.github.pg1c.tuning.check;

import static io.github.pg1c.tuning.check.OverrideProblem.Kind.HARMFUL;
import static io.github.pg1c.tuning.check.OverrideProblem.Kind.MANAGED_BY_PATRONI;
import static io.github.pg1c.tuning.check.OverrideProblem.Kind.MISSING_LIBRARY;
import static io.github.pg1c.tuning.check.OverrideProblem.Kind.NOT_IN_DISTRIBUTION;
import static io.github.pg1c.tuning.check.OverrideProblem.Kind.NOT_IN_MAJOR;
import static io.github.pg1c.tuning.check.OverrideProblem.Kind.OUT_OF_BOUNDS;
import static io.github.pg1c.tuning.check.OverrideProblem.Kind.UNKNOWN;
import static io.github.pg1c.tuning.check.OverrideProblem.Kind.WRONG_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.check.OverrideProblem.Kind;
import io.github.pg1c.tuning.check.OverrideProblem.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverrideCheckTest {

    private static ParameterCatalogue catalogue(int major, String distribution) {
        return ParameterCatalogue.of(new PgMajor(major), Distribution.parse(distribution));
    }

    private static OverrideProblem only(ParameterCatalogue catalogue, String name, String value) {
        List<OverrideProblem> problems = OverrideCheck.problems(catalogue, Map.of(name, value), false);
        assertThat(problems).hasSize(1);
        OverrideProblem problem = problems.get(0);
        assertThat(problem.name()).isEqualTo(name);
        assertThat(List.of(problem.message().en(), problem.message().ru()))
                .allSatisfy(message -> assertThat(message).contains(name).contains("'" + value + "'"));
        assertThat(problem.remedy().ru()).isNotBlank();
        return problem;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    work_mem                            | 64MB
                    work_mem                            | 65536
                    WORK_MEM                            | 64 MB
                    checkpoint_timeout                  | 30min
                    checkpoint_timeout                  | 0.5h
                    autovacuum_vacuum_cost_delay        | 0.5ms
                    random_page_cost                    | 1.5
                    jit                                 | off
                    jit                                 | FALSE
                    wal_compression                     | lz4
                    wal_compression                     | on
                    wal_compression                     | true
                    synchronous_commit                  | on
                    huge_pages                          | off
                    log_line_prefix                     | `%m `
                    effective_cache_size                | 2147483647
                    plantuner.fix_empty_table           | off
                    online_analyze.enable               | on
                    enable_temp_memory_catalog          | on
                    pg_stat_statements.max              | 10000
                    shared_preload_libraries            | plantuner, pg_stat_statements
                    idle_in_transaction_session_timeout | 0
                    vacuum_buffer_usage_limit           | 16MB
                    """)
    void acceptsWhatTheServerTakes(String name, String value) {
        assertThat(OverrideCheck.problems(catalogue(17, "postgrespro-1c"), Map.of(name, value), false))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    work_mem                            | 32kB     | OUT_OF_BOUNDS
                    work_mem                            | 3TB      | OUT_OF_BOUNDS
                    work_mem                            | 5min     | WRONG_TYPE
                    work_mem                            | 64mb     | WRONG_TYPE
                    work_mem                            | a lot    | WRONG_TYPE
                    work_mem                            | ``       | WRONG_TYPE
                    max_locks_per_transaction           | 64MB     | WRONG_TYPE
                    checkpoint_timeout                  | 5s       | OUT_OF_BOUNDS
                    checkpoint_timeout                  | 64kB     | WRONG_TYPE
                    jit                                 | maybe    | WRONG_TYPE
                    huge_pages                          | always   | OUT_OF_BOUNDS
                    synchronous_commit                  | sometimes| OUT_OF_BOUNDS
                    block_size                          | 16384    | OUT_OF_BOUNDS
                    max_connections                     | 20       | OUT_OF_BOUNDS
                    max_wal_senders                     | 2        | OUT_OF_BOUNDS
                    listen_addresses                    | *        | MANAGED_BY_PATRONI
                    port                                | 5433     | MANAGED_BY_PATRONI
                    synchronous_standby_names           | *        | MANAGED_BY_PATRONI
                    primary_conninfo                    | host=a   | MANAGED_BY_PATRONI
                    hot_standby                         | on       | MANAGED_BY_PATRONI
                    recovery_target_time                | now      | MANAGED_BY_PATRONI
                    ssl                                 | off      | MANAGED_BY_PATRONI
                    statement_timeout                   | 1h       | HARMFUL
                    lock_timeout                        | 1        | HARMFUL
                    idle_session_timeout                | 1d       | HARMFUL
                    transaction_timeout                 | 30min    | HARMFUL
                    idle_in_transaction_session_timeout | 10min    | HARMFUL
                    fsync                               | off      | HARMFUL
                    full_page_writes                    | no       | HARMFUL
                    autovacuum                          | 0        | HARMFUL
                    random_page_cost                    | 0.5      | HARMFUL
                    standard_conforming_strings         | on       | HARMFUL
                    wal_level                           | minimal  | HARMFUL
                    old_snapshot_threshold              | 4320     | NOT_IN_MAJOR
                    autovacuum_worker_slots             | 16       | NOT_IN_MAJOR
                    io_method                           | worker   | NOT_IN_MAJOR
                    enable_1c_support                   | on       | NOT_IN_DISTRIBUTION
                    wrok_mem                            | 64MB     | UNKNOWN
                    shared_preload_libraries            | pg_store_plans | MISSING_LIBRARY
                    """)
    void refuses(String name, String value, Kind kind) {
        OverrideProblem problem = only(catalogue(17, "postgrespro-1c"), name, value);
        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "idle_in_transaction_session_timeout, 3h, HARMFUL",
        "synchronous_commit, off, HARMFUL",
        "default_statistics_target, 1000, HARMFUL",
        "max_parallel_workers_per_gather, 4, HARMFUL",
        "enable_nestloop, off, HARMFUL",
        "huge_pages, on, HARMFUL",
        "vendor_secret_switch, on, UNKNOWN",
        "myext.level, 3, UNKNOWN",
        "shared_preload_libraries, myext, MISSING_LIBRARY",
    })
    void warnsOf(String name, String value, Kind kind) {
        OverrideProblem problem = only(catalogue(17, "postgrespro-1c"), name, value);
        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void unknownNameIsAnErrorForTheCommunityBuild() {
        OverrideProblem problem = only(catalogue(17, "pgdg"), "vendor_secret_switch", "on");
        assertThat(problem.kind()).isEqualTo(UNKNOWN);
        assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void misspeltNameIsSuggested() {
        OverrideProblem problem = only(catalogue(17, "1c"), "shared_bufers", "4GB");
        assertThat(problem.remedy().en()).contains("shared_buffers");
    }

    @Test
    void librariesOfOtherBuildsAreMissing() {
        assertThat(only(catalogue(18, "1c"), "plantuner.fix_empty_table", "on").kind())
                .isEqualTo(MISSING_LIBRARY);
        assertThat(only(catalogue(17, "pgdg"), "shared_preload_libraries", "online_analyze,pg_stat_statements")
                        .message()
                        .en())
                .contains("online_analyze")
                .doesNotContain("bring pg_stat_statements");
    }

    @Test
    void versionsThatHaveTheParameterAreNamed() {
        assertThat(only(catalogue(18, "1c"), "old_snapshot_threshold", "4320"))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(NOT_IN_MAJOR))
                .satisfies(problem -> assertThat(problem.message().en()).contains("14..16"));
        assertThat(only(catalogue(16, "1c"), "transaction_timeout", "0")
                        .message()
                        .en())
                .contains("17..18");
    }

    @Test
    void asynchronousCommitIsRefusedWithSynchronousMode() {
        ParameterCatalogue catalogue = catalogue(17, "1c");
        for (String value : List.of("off", "local", "false")) {
            assertThat(OverrideCheck.problems(catalogue, Map.of("synchronous_commit", value), true))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.kind()).isEqualTo(HARMFUL))
                    .satisfies(problem -> assertThat(problem.severity()).isEqualTo(Severity.ERROR));
        }
        assertThat(OverrideCheck.problems(catalogue, Map.of("synchronous_commit", "remote_apply"), true))
                .isEmpty();
        assertThat(OverrideCheck.problems(catalogue, Map.of("synchronous_commit", "local"), false))
                .isEmpty();
    }

    @Test
    void costsAreComparedWithEachOther() {
        ParameterCatalogue catalogue = catalogue(17, "1c");
        assertThat(OverrideCheck.problems(catalogue, Map.of("random_page_cost", "0.2", "seq_page_cost", "0.1"), false))
                .isEmpty();
        assertThat(OverrideCheck.problems(catalogue, Map.of("random_page_cost", "1.5", "seq_page_cost", "2"), false))
                .extracting(OverrideProblem::name)
                .containsExactly("random_page_cost");
    }

    @Test
    void everythingIsReportedAtOnce() {
        assertThat(OverrideCheck.problems(
                        catalogue(17, "1c"),
                        Map.of("work_mem", "1B", "jit", "x", "port", "1", "wrok_mem", "1", "fsync", "off"),
                        false))
                .extracting(OverrideProblem::name, OverrideProblem::kind)
                .containsExactly(
                        tuple("fsync", HARMFUL),
                        tuple("jit", WRONG_TYPE),
                        tuple("port", MANAGED_BY_PATRONI),
                        tuple("work_mem", OUT_OF_BOUNDS),
                        tuple("wrok_mem", UNKNOWN));
    }

    @Test
    void parametersOfOneBuildAreNotInAnother() {
        assertThat(only(catalogue(17, "1c"), "write_page_cost", "1").kind()).isEqualTo(NOT_IN_DISTRIBUTION);
        assertThat(only(catalogue(17, "1c"), "write_page_cost", "1").message().en())
                .contains("postgrespro-ent");
    }
}
