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
                        "1C's queries join many tables: virtual tables and access restrictions are subqueries. At 8 a selection in a condition, IN (SELECT …), beside 14 joins stays outside of the search: half of the defaults' processor time instead of a fiftieth.",
                        "Запросы 1С соединяют много таблиц: виртуальные таблицы и ограничения доступа — это подзапросы. При 8 отбор в условии, В (ВЫБРАТЬ …), рядом с 14 соединениями остаётся вне перебора: половина процессорного времени значений по умолчанию вместо пятидесятой доли."),
                PresetRule.fixed(
                        "join_collapse_limit",
                        GROUP,
                        RuleSources.ITS,
                        "20",
                        "The same for explicit joins. At 16 a selection that is the last of 18 tables took 2.2 times the defaults' processor time instead of a fifth.",
                        "То же для явных соединений. При 16 отбор, стоящий последним из 18 таблиц, занял в 2,2 раза больше процессорного времени, чем при значениях по умолчанию, вместо пятой доли."),
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
                        "1",
                        "With limits of 20 every query of 12 tables and more is planned by the genetic search, and nearly all the work of a list restricted by rows is planning. At 1 the search begins with 50 orders of joins; geqo_generations adds to them.",
                        "При пределах 20 каждый запрос от 12 таблиц планирует генетический поиск, а почти вся работа списка с ограничением по строкам — планирование. При 1 поиск начинает с 50 порядков соединения; geqo_generations добавляет к ним новые."),
                PresetRule.fixed(
                        "geqo_generations",
                        GROUP,
                        RuleSources.MEASURED,
                        "90",
                        "140 orders of joins in all: lists restricted by rows take 1.24 of the defaults' processor time at the median. Of 200 plans for a selection that is the last of 18 tables 10 were worse than the defaults' plan; with 50 generations 24 were, with geqo_effort = 2 and 100 generations 4, but then lists took 1.6.",
                        "Всего 140 порядков соединения: списки с ограничением по строкам занимают 1,24 процессорного времени значений по умолчанию по медиане. Из 200 планов для отбора, стоящего последним из 18 таблиц, хуже плана значений по умолчанию были 10; при 50 поколениях — 24, при geqo_effort = 2 и 100 поколениях — 4, но списки занимали 1,6."),
                PresetRule.fixed(
                        "enable_memoize",
                        GROUP,
                        RuleSources.MEASURED,
                        "off",
                        "Caches inside nested loops double what the planner compares. Without them lists restricted by rows are planned in about half the time, and no measured query became slower.",
                        "Кеши внутри вложенных циклов удваивают то, что сравнивает планировщик. Без них списки с ограничением по строкам планируются примерно вдвое быстрее, и ни один измеренный запрос не замедлился."),
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
