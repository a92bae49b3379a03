package io.github.pg1c.tuning.preset;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.calculation.PresetRule;
import io.github.pg1c.tuning.calculation.Sizing;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.rule.Group;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.RuleSources;
import java.util.List;
import java.util.function.Function;

/**
 * What {@code initdb} of 1C's build of PostgreSQL 18 writes for a machine, except for what no member of a cluster can
 * have: {@code wal_level = minimal} and {@code max_wal_senders = 0}.
 */
final class InitdbRules {

    private static final MemorySize PAGE = MemorySize.ofKilobytes(8);
    private static final MemorySize HIGH_LOAD = MemorySize.ofGigabytes(126);
    private static final Text REASON =
            Text.of("initdb of 1C's build of PostgreSQL 18 writes it.", "Так пишет initdb сборки PostgreSQL 18 от 1С.");

    private InitdbRules() {}

    static List<PresetRule> rules() {
        return List.of(
                rule("max_connections", Group.CONNECTIONS, InitdbRules::connections),
                rounded("shared_buffers", " / 4", f -> f.available().dividedBy(4), PAGE.times(16L)),
                rule("work_mem", Group.MEMORY, InitdbRules::workMem),
                rounded("temp_buffers", " / 8192", f -> f.available().dividedBy(8192), PAGE.times(100L)),
                rounded(
                        "maintenance_work_mem",
                        " / 32, ≥ 1GB",
                        f -> f.available().dividedBy(32),
                        MemorySize.ofGigabytes(1)),
                rounded(
                        "effective_cache_size",
                        " × 3/4",
                        f -> f.available().times(3L).dividedBy(4),
                        PAGE),
                fixed("max_files_per_process", Group.MEMORY, "8000"),
                fixed("max_locks_per_transaction", Group.MEMORY, "2000"),
                fixed("max_prepared_transactions", Group.MEMORY, "0"),
                fixed("random_page_cost", Group.PLANNER, "1.1"),
                fixed("effective_io_concurrency", Group.PLANNER, "2"),
                fixed("jit", Group.PLANNER, "off"),
                fixed("from_collapse_limit", Group.PLANNER, "20"),
                fixed("join_collapse_limit", Group.PLANNER, "20"),
                fixed("geqo", Group.PLANNER, "on"),
                fixed("geqo_threshold", Group.PLANNER, "12"),
                fixed("max_worker_processes", Group.PARALLELISM, "2"),
                fixed("max_parallel_workers_per_gather", Group.PARALLELISM, "0"),
                fixed("max_parallel_workers", Group.PARALLELISM, "1"),
                fixed("fsync", Group.WAL, "on"),
                rule("synchronous_commit", Group.WAL, InitdbRules::synchronousCommit),
                fixed("commit_delay", Group.WAL, "1000"),
                fixed("commit_siblings", Group.WAL, "5"),
                rule("max_wal_size", Group.WAL, InitdbRules::maxWalSize),
                fixed("min_wal_size", Group.WAL, "1GB"),
                fixed("checkpoint_timeout", Group.WAL, "10min"),
                fixed("checkpoint_completion_target", Group.WAL, "0.9"),
                fixed("autovacuum", Group.AUTOVACUUM, "on"),
                rule("autovacuum_max_workers", Group.AUTOVACUUM, InitdbRules::workers),
                rule(
                                "autovacuum_worker_slots",
                                Group.AUTOVACUUM,
                                f -> RuleResult.of(f.autovacuumWorkers(), "autovacuum_max_workers"))
                        .since(18),
                fixed("autovacuum_naptime", Group.AUTOVACUUM, "20s"),
                fixed("autovacuum_vacuum_cost_delay", Group.AUTOVACUUM, "10ms"),
                fixed("autovacuum_vacuum_cost_limit", Group.AUTOVACUUM, "-1"),
                fixed("autovacuum_vacuum_scale_factor", Group.AUTOVACUUM, "0.01"),
                fixed("bgwriter_delay", Group.AUTOVACUUM, "20ms"),
                fixed("bgwriter_lru_multiplier", Group.AUTOVACUUM, "4.0"),
                fixed("bgwriter_lru_maxpages", Group.AUTOVACUUM, "500"),
                fixed("standard_conforming_strings", Group.COMPATIBILITY, "off").until(18),
                fixed("escape_string_warning", Group.COMPATIBILITY, "off").until(18),
                fixed("row_security", Group.COMPATIBILITY, "off"),
                ofTheBuild("enable_temp_memory_catalog"),
                ofTheBuild("enable_temp_rd_buffers"),
                rule("shared_preload_libraries", Group.LIBRARIES, InitdbRules::libraries),
                fixed("track_activity_query_size", Group.LOGGING, "128"));
    }

    private static RuleResult connections(Sizing figures) {
        int advised = 50 * figures.cpus();
        int needed = figures.input().connections() + figures.reservedConnections();
        String en = "50 × " + figures.cpus() + " CPU";
        String ru = en;
        if (needed > advised) {
            en += ", raised to " + needed + " for 1C and the reserve";
            ru += ", увеличено до " + needed + " для 1С и резерва";
        }
        return RuleResult.of(Math.max(advised, needed), en, ru);
    }

    private static RuleResult workMem(Sizing figures) {
        int connections = figures.maxConnections();
        MemorySize share = figures.available().times(2L).dividedBy(connections);
        return rounding(figures, " × 2 / " + connections, share, PAGE.times(64L));
    }

    private static RuleResult maxWalSize(Sizing figures) {
        return figures.available().compareTo(HIGH_LOAD) > 0
                ? RuleResult.given("10GB", "RAM above 126GB", "ОЗУ больше 126GB")
                : RuleResult.given("2GB", "RAM up to 126GB", "ОЗУ не больше 126GB");
    }

    private static RuleResult synchronousCommit(Sizing figures) {
        return figures.input().synchronous()
                ? RuleResult.given(
                        "on",
                        "initdb writes off, which synchronous mode forbids",
                        "initdb пишет off, что недопустимо в синхронном режиме")
                : RuleResult.given("off", "initdb", "initdb");
    }

    private static RuleResult workers(Sizing figures) {
        return RuleResult.of(Math.max(figures.cpus() * 12 / 5, 4), "max(" + figures.cpus() + " CPU × 12 / 5, 4)");
    }

    private static RuleResult libraries(Sizing figures) {
        return LibraryRules.loadsExtensions1c(figures)
                ? LibraryRules.withFurther(figures, RuleResult.given("mchar,fasttrun,fulleq", "initdb", "initdb"))
                : LibraryRules.preload(figures);
    }

    private static PresetRule ofTheBuild(String parameter) {
        return fixed(parameter, Group.COMPATIBILITY, "off").where(f -> f.has(parameter));
    }

    private interface Share {
        MemorySize of(Sizing figures);
    }

    private static PresetRule rounded(String parameter, String formula, Share share, MemorySize least) {
        return rule(parameter, Group.MEMORY, f -> rounding(f, formula, share.of(f), least));
    }

    private static RuleResult rounding(Sizing figures, String formula, MemorySize share, MemorySize least) {
        String en = figures.memoryName().en() + formula;
        String ru = figures.memoryName().ru() + formula;
        return RuleResult.of(InitdbRounding.round(share, least), en + ", rounded", ru + ", с округлением");
    }

    private static PresetRule rule(String parameter, Group group, Function<Sizing, RuleResult> calculation) {
        return PresetRule.of(parameter, group, RuleSources.ONE_C_INIT, calculation, REASON.en(), REASON.ru());
    }

    private static PresetRule fixed(String parameter, Group group, String value) {
        return PresetRule.fixed(parameter, group, RuleSources.ONE_C_INIT, value, REASON.en(), REASON.ru());
    }
}
