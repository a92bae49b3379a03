package io.github.pg1c.tuning.preset;

import io.github.pg1c.tuning.calculation.PresetRule;
import io.github.pg1c.tuning.calculation.Sizing;
import io.github.pg1c.tuning.rule.Group;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.RuleSources;
import java.util.List;

/** Rules for the planner and for reading ahead. */
final class PlannerRules {

    private static final Group GROUP = Group.PLANNER;

    private PlannerRules() {}

    static List<PresetRule> rules() {
        return List.of(
                PresetRule.of(
                        "random_page_cost",
                        GROUP,
                        RuleSources.ITS,
                        PlannerRules::randomPageCost,
                        "Indexes are preferred as far as the disk allows.",
                        "Индексы предпочитаются в той мере, в какой позволяет диск."),
                PresetRule.fixed(
                        "seq_page_cost",
                        GROUP,
                        RuleSources.POSTGRESQL,
                        "1",
                        "The measure of all other costs.",
                        "Мера всех остальных стоимостей."),
                PresetRule.fixed(
                        "cpu_operator_cost",
                        GROUP,
                        RuleSources.JOURNAL,
                        "0.001",
                        "1C sets the same for each of its sessions; so EXPLAIN in psql shows the plans that 1C gets.",
                        "1С задаёт то же в каждом своём сеансе; так EXPLAIN в psql покажет те же планы, что получает 1С."),
                PresetRule.of(
                        "effective_io_concurrency",
                        GROUP,
                        RuleSources.TUNERS,
                        PlannerRules::concurrency,
                        "As many reads ahead as the disk serves at once.",
                        "Столько упреждающих чтений, сколько диск обслуживает одновременно."),
                PresetRule.of(
                        "maintenance_io_concurrency",
                        GROUP,
                        RuleSources.TUNERS,
                        PlannerRules::maintenanceConcurrency,
                        "The same for vacuum and for recovery on standbys.",
                        "То же для очистки и для восстановления на репликах."),
                PresetRule.fixed(
                        "jit",
                        GROUP,
                        RuleSources.ONE_C_INIT,
                        "off",
                        "Compilation takes longer than 1C's short queries.",
                        "Компиляция дольше коротких запросов 1С."),
                PresetRule.fixed(
                        "from_collapse_limit",
                        GROUP,
                        RuleSources.ITS,
                        "20",
                        "1C's queries join many tables: virtual tables and access restrictions are subqueries. At 8 a list of 23 relations restricted by rows is planned faster, but by the planner's own measure into a plan 2.6 to 3 times as expensive; in the measured load only the planning showed, and longer lists were not measured.",
                        "Запросы 1С соединяют много таблиц: виртуальные таблицы и ограничения доступа — это подзапросы. При 8 список из 23 отношений с ограничением по строкам планируется быстрее, но, по оценке самого планировщика, план в 2,6–3 раза дороже; в измеренной нагрузке сказалось только планирование, более длинные списки не измерялись."),
                PresetRule.fixed(
                        "join_collapse_limit",
                        GROUP,
                        RuleSources.ITS,
                        "20",
                        "The same for explicit joins.",
                        "То же для явных соединений."),
                PresetRule.fixed(
                        "geqo",
                        GROUP,
                        RuleSources.ONE_C_INIT,
                        "on",
                        "With limits of 20 it keeps the time of planning bounded.",
                        "При пределах 20 ограничивает время планирования."),
                PresetRule.fixed(
                        "geqo_threshold",
                        GROUP,
                        RuleSources.ONE_C_INIT,
                        "12",
                        "From 12 tables on an exhaustive search takes too long.",
                        "Начиная с 12 таблиц полный перебор слишком долог."),
                PresetRule.fixed(
                        "geqo_effort",
                        GROUP,
                        RuleSources.MEASURED,
                        "2",
                        "With limits of 20 every query of 12 tables and more is planned by the genetic search. At 5 that takes hundreds of milliseconds, at 2 half of it; by the planner's own measure lists are planned as well, joins with a selection 1.2 times worse at the median and 1.8 times at most. At 1 the search missed by factors of 56 and more.",
                        "При пределах 20 каждый запрос от 12 таблиц планирует генетический поиск. При 5 это сотни миллисекунд, при 2 — вдвое меньше; по оценке самого планировщика списки планируются не хуже, соединения с отбором — в 1,2 раза хуже по медиане и в 1,8 в худшем случае. При 1 поиск ошибался в 56 раз и больше."),
                PresetRule.fixed(
                        "default_statistics_target",
                        GROUP,
                        RuleSources.ONE_C_INIT,
                        "100",
                        "Larger statistics multiply the time of planning with many joins; raise single columns by ALTER TABLE.",
                        "Большая статистика в разы удлиняет планирование при множестве соединений; отдельные столбцы увеличивайте через ALTER TABLE."));
    }

    private static RuleResult randomPageCost(Sizing figures) {
        if (!figures.rotating()) {
            return RuleResult.given(
                    "1.1",
                    "disk " + figures.input().disk().id(),
                    "диск " + figures.input().disk().id());
        }
        boolean cold =
                figures.input().databaseSize().compareTo(figures.available().times(4L)) > 0;
        return cold
                ? RuleResult.given("4", "disk hdd, databases above RAM × 4", "диск hdd, базы больше ОЗУ × 4")
                : RuleResult.given("2", "disk hdd, databases within RAM × 4", "диск hdd, базы не больше ОЗУ × 4");
    }

    private static RuleResult concurrency(Sizing figures) {
        boolean asynchronous = figures.input().major().atLeast(18);
        int depth = switch (figures.input().disk()) {
            case HDD -> asynchronous ? 16 : 2;
            case SSD, SAN -> asynchronous ? 32 : 128;
            case NVME -> asynchronous ? 64 : 256;
        };
        return disk(figures, depth);
    }

    private static RuleResult maintenanceConcurrency(Sizing figures) {
        int depth = switch (figures.input().disk()) {
            case HDD -> figures.input().major().atLeast(18) ? 16 : 10;
            case SSD, SAN -> figures.input().major().atLeast(18) ? 32 : 128;
            case NVME -> figures.input().major().atLeast(18) ? 64 : 256;
        };
        return disk(figures, depth);
    }

    private static RuleResult disk(Sizing figures, int depth) {
        String rest =
                figures.input().disk().id() + ", PostgreSQL " + figures.input().major();
        return RuleResult.given(depth, "disk " + rest, "диск " + rest);
    }
}
