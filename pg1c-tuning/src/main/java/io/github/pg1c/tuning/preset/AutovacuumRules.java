package io.github.pg1c.tuning.preset;

import io.github.pg1c.tuning.calculation.PresetRule;
import io.github.pg1c.tuning.calculation.Sizing;
import io.github.pg1c.tuning.rule.Group;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.RuleSources;
import java.util.List;

/** Rules for autovacuum and the background writer. */
final class AutovacuumRules {

    private static final Group GROUP = Group.AUTOVACUUM;

    private AutovacuumRules() {}

    static List<PresetRule> rules() {
        return List.of(
                PresetRule.fixed(
                        "autovacuum",
                        GROUP,
                        RuleSources.ITS,
                        "on",
                        "Temporary tables of 1C bloat the catalogs within days without it.",
                        "Без неё временные таблицы 1С за несколько дней раздуют системные каталоги."),
                PresetRule.of(
                        "autovacuum_max_workers",
                        GROUP,
                        RuleSources.PG1C,
                        f -> RuleResult.of(
                                Math.min(16, Math.max(4, f.cpus() / 2)),
                                f.cpus() + " CPU / 2, within 4..16",
                                f.cpus() + " CPU / 2, в пределах 4..16"),
                        "Thousands of small tables; more workers would share the same cost limit and the memory.",
                        "Тысячи небольших таблиц; большее число процессов лишь делило бы тот же лимит стоимости и память."),
                PresetRule.of(
                                "autovacuum_worker_slots",
                                GROUP,
                                RuleSources.PG1C,
                                f -> RuleResult.of(
                                        Math.max(16, f.autovacuumWorkers()), "max(16, autovacuum_max_workers)"),
                                "Room to raise the number of workers without a restart.",
                                "Запас, чтобы увеличить число процессов без перезапуска.")
                        .since(18),
                PresetRule.fixed(
                        "autovacuum_naptime",
                        GROUP,
                        RuleSources.ITS,
                        "20s",
                        "System catalogs fill fast with the rows of temporary tables.",
                        "Системные каталоги быстро заполняются строками временных таблиц."),
                PresetRule.fixed(
                        "autovacuum_vacuum_cost_delay",
                        GROUP,
                        RuleSources.POSTGRESQL,
                        "2ms",
                        "The 10ms of 1C's initdb is five times slower than PostgreSQL's own.",
                        "10ms из initdb сборки 1С впятеро медленнее обычного для PostgreSQL."),
                PresetRule.of(
                        "autovacuum_vacuum_cost_limit",
                        GROUP,
                        RuleSources.PG1C,
                        AutovacuumRules::costLimit,
                        "All workers share this limit.",
                        "Этот лимит делят все процессы автоочистки."),
                PresetRule.fixed(
                        "autovacuum_vacuum_scale_factor",
                        GROUP,
                        RuleSources.PG1C,
                        "0.02",
                        "A large register must not wait for a fifth of its rows to die.",
                        "Большой регистр не должен ждать, пока устареет пятая часть строк."),
                PresetRule.fixed(
                        "autovacuum_analyze_scale_factor",
                        GROUP,
                        RuleSources.TUNERS,
                        "0.01",
                        "Statistics follow month-end closing in time.",
                        "Статистика успевает за закрытием месяца."),
                PresetRule.fixed(
                        "autovacuum_vacuum_insert_scale_factor",
                        GROUP,
                        RuleSources.PG1C,
                        "0.05",
                        "Registers that only grow are frozen in small portions.",
                        "Регистры, которые только растут, замораживаются небольшими порциями."),
                PresetRule.fixed(
                                "vacuum_buffer_usage_limit",
                                GROUP,
                                RuleSources.POSTGRESQL,
                                "2MB",
                                "The default of PostgreSQL 17; with 256kB vacuum waits for WAL.",
                                "Значение по умолчанию из PostgreSQL 17; с 256kB очистка ждёт записи WAL.")
                        .since(16)
                        .until(16),
                PresetRule.fixed(
                        "bgwriter_delay",
                        GROUP,
                        RuleSources.ITS,
                        "20ms",
                        "Backends find clean buffers instead of writing themselves.",
                        "Процессы находят чистые буферы, а не пишут сами."),
                PresetRule.fixed(
                        "bgwriter_lru_multiplier",
                        GROUP,
                        RuleSources.ITS,
                        "4",
                        "Four times the recent need is kept clean.",
                        "Чистыми держится вчетверо больше недавней потребности."),
                PresetRule.of(
                        "bgwriter_lru_maxpages",
                        GROUP,
                        RuleSources.ITS,
                        f -> f.rotating()
                                ? RuleResult.given(400, "disk hdd", "диск hdd")
                                : RuleResult.given(
                                        500,
                                        "disk " + f.input().disk().id(),
                                        "диск " + f.input().disk().id()),
                        "Pages written in one round.",
                        "Страниц за один проход."));
    }

    private static RuleResult costLimit(Sizing figures) {
        if (figures.rotating()) {
            return RuleResult.given(400, "disk hdd", "диск hdd");
        }
        int workers = figures.autovacuumWorkers();
        return RuleResult.of(
                Math.min(4000, Math.max(1000, 200 * workers)),
                "200 × " + workers + " (autovacuum_max_workers), within 1000..4000",
                "200 × " + workers + " (autovacuum_max_workers), в пределах 1000..4000");
    }
}
