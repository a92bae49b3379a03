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

/** Figures of article 5866 of 1C ITS; they ignore how many sessions share the memory. */
final class ItsRules {

    private static final MemorySize MOST_MAINTENANCE = MemorySize.ofMegabytes(2047);
    private static final int CONNECTIONS = 500;
    private static final Text REASON =
            Text.of("Article 5866 of 1C ITS advises it.", "Так советует статья 5866 на ИТС 1С.");

    private ItsRules() {}

    static List<PresetRule> rules() {
        return List.of(
                rule("max_connections", Group.CONNECTIONS, ItsRules::connections),
                share("shared_buffers", " / 4", f -> f.available().dividedBy(4)),
                share("work_mem", " / 64", f -> f.available().dividedBy(64)),
                fixed("temp_buffers", Group.MEMORY, "256MB"),
                share(
                        "maintenance_work_mem",
                        " / 16, 2047MB at most",
                        f -> f.available().dividedBy(16).min(MOST_MAINTENANCE)),
                share(
                        "effective_cache_size",
                        " - shared_buffers",
                        f -> f.available().minus(f.sharedBuffers()).max(MemorySize.ofMegabytes(1))),
                fixed("max_files_per_process", Group.MEMORY, "8000"),
                fixed("max_locks_per_transaction", Group.MEMORY, "1000"),
                rule("random_page_cost", Group.PLANNER, f -> disk(f, "1.1", "2.0")),
                rule("effective_io_concurrency", Group.PLANNER, f -> disk(f, "2", "1")),
                fixed("from_collapse_limit", Group.PLANNER, "20"),
                fixed("join_collapse_limit", Group.PLANNER, "20"),
                fixed("geqo", Group.PLANNER, "on"),
                fixed("geqo_threshold", Group.PLANNER, "12"),
                fixed("fsync", Group.WAL, "on"),
                fixed("synchronous_commit", Group.WAL, "on"),
                fixed("commit_delay", Group.WAL, "0"),
                fixed("commit_siblings", Group.WAL, "5"),
                fixed("max_wal_size", Group.WAL, "4GB"),
                fixed("min_wal_size", Group.WAL, "2GB"),
                fixed("checkpoint_completion_target", Group.WAL, "0.9"),
                fixed("autovacuum", Group.AUTOVACUUM, "on"),
                rule(
                        "autovacuum_max_workers",
                        Group.AUTOVACUUM,
                        f -> RuleResult.of(Math.max(f.cpus() / 4, 4), "max(" + f.cpus() + " CPU / 4, 4)")),
                fixed("autovacuum_naptime", Group.AUTOVACUUM, "20s"),
                fixed("bgwriter_delay", Group.AUTOVACUUM, "20ms"),
                fixed("bgwriter_lru_multiplier", Group.AUTOVACUUM, "4.0"),
                fixed("bgwriter_lru_maxpages", Group.AUTOVACUUM, "400"),
                fixed("standard_conforming_strings", Group.COMPATIBILITY, "off").until(18),
                fixed("escape_string_warning", Group.COMPATIBILITY, "off").until(18),
                fixed("row_security", Group.COMPATIBILITY, "off"));
    }

    private static RuleResult connections(Sizing figures) {
        int needed = figures.input().connections() + figures.reservedConnections();
        return needed > CONNECTIONS
                ? RuleResult.of(
                        needed,
                        CONNECTIONS + ", raised for 1C and the reserve",
                        CONNECTIONS + ", увеличено для 1С и резерва")
                : new RuleResult("500", Text.same("max_connections = 500"));
    }

    private static RuleResult disk(Sizing figures, String solidState, String rotating) {
        String disk = figures.input().disk().id();
        return RuleResult.given(figures.rotating() ? rotating : solidState, "disk " + disk, "диск " + disk);
    }

    private interface Share {
        MemorySize of(Sizing figures);
    }

    private static PresetRule share(String parameter, String formula, Share share) {
        return rule(
                parameter,
                Group.MEMORY,
                f -> RuleResult.of(
                        share.of(f).wholeMegabytes(),
                        f.memoryName().en() + formula,
                        f.memoryName().ru() + formula.replace("at most", "не более")));
    }

    private static PresetRule rule(String parameter, Group group, Function<Sizing, RuleResult> calculation) {
        return PresetRule.of(parameter, group, RuleSources.ITS, calculation, REASON.en(), REASON.ru());
    }

    private static PresetRule fixed(String parameter, Group group, String value) {
        return PresetRule.fixed(parameter, group, RuleSources.ITS, value, REASON.en(), REASON.ru());
    }
}
