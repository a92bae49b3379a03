package io.github.pg1c.tuning.preset;

import io.github.pg1c.tuning.calculation.PresetRule;
import io.github.pg1c.tuning.rule.Group;
import io.github.pg1c.tuning.rule.RuleSources;
import java.util.List;

/** Rules that 1C's platform relies on. */
final class CompatibilityRules {

    private static final Group GROUP = Group.COMPATIBILITY;

    private CompatibilityRules() {}

    static List<PresetRule> rules() {
        return List.of(
                PresetRule.fixed(
                                "standard_conforming_strings",
                                GROUP,
                                RuleSources.ITS,
                                "off",
                                "1C escapes with backslashes in literals and says so on each connect; PostgreSQL 19 no longer allows it.",
                                "1С экранирует символы в литералах обратной чертой и задаёт это при каждом подключении; PostgreSQL 19 этого уже не допускает.")
                        .until(18),
                PresetRule.fixed(
                                "escape_string_warning",
                                GROUP,
                                RuleSources.ITS,
                                "off",
                                "Otherwise each such literal is a line of the log.",
                                "Иначе каждый такой литерал попадёт в журнал.")
                        .until(18),
                PresetRule.fixed(
                        "row_security",
                        GROUP,
                        RuleSources.ITS,
                        "off",
                        "1C restricts access to rows by itself.",
                        "1С сама ограничивает доступ к строкам."),
                PresetRule.fixed(
                        "lc_messages",
                        GROUP,
                        RuleSources.JOURNAL,
                        "en_US.UTF-8",
                        "1C sets it on each connect and parses messages in English; the locale must exist on every node.",
                        "1С задаёт её при каждом подключении и разбирает сообщения на английском; локаль должна быть на каждом узле."),
                PresetRule.fixed(
                                "plantuner.fix_empty_table",
                                GROUP,
                                RuleSources.POSTGRES_PRO,
                                "on",
                                "The planner believes that a new temporary table is empty when it has no pages.",
                                "Планировщик верит, что временная таблица без страниц пуста.")
                        .where(f -> f.input().distribution().brings("plantuner")),
                PresetRule.fixed(
                                "online_analyze.enable",
                                GROUP,
                                RuleSources.ONE_C_INIT,
                                "off",
                                "Off as in the newest 1C build; the library is loaded, so that it can be switched on without a restart. Its own default is on for all tables.",
                                "Выключен, как в новейшей сборке 1С; библиотека загружена, и включить его можно без перезапуска. По умолчанию он включён для всех таблиц.")
                        .where(f -> f.input().distribution().brings("online_analyze")),
                PresetRule.fixed(
                                "online_analyze.table_type",
                                GROUP,
                                RuleSources.POSTGRES_PRO,
                                "temporary",
                                "If it is switched on: only temporary tables.",
                                "Если включить: только временные таблицы.")
                        .where(f -> f.input().distribution().brings("online_analyze")),
                PresetRule.fixed(
                                "online_analyze.verbose",
                                GROUP,
                                RuleSources.POSTGRES_PRO,
                                "off",
                                "If it is switched on: without a line of the log for each table.",
                                "Если включить: без строки журнала на каждую таблицу.")
                        .where(f -> f.input().distribution().brings("online_analyze")),
                PresetRule.fixed(
                                "online_analyze.local_tracking",
                                GROUP,
                                RuleSources.POSTGRES_PRO,
                                "on",
                                "If it is switched on: a session counts the changes of its temporary tables.",
                                "Если включить: сеанс сам считает изменения своих временных таблиц.")
                        .where(f -> f.input().distribution().brings("online_analyze")),
                PresetRule.fixed(
                                "online_analyze.min_interval",
                                GROUP,
                                RuleSources.POSTGRES_PRO,
                                "10000",
                                "If it is switched on: no table more often than each 10 s.",
                                "Если включить: каждую таблицу не чаще раза в 10 с.")
                        .where(f -> f.input().distribution().brings("online_analyze")),
                PresetRule.fixed(
                                "online_analyze.scale_factor",
                                GROUP,
                                RuleSources.POSTGRES_PRO,
                                "0.1",
                                "If it is switched on: after a tenth of the rows has changed.",
                                "Если включить: после изменения десятой части строк.")
                        .where(f -> f.input().distribution().brings("online_analyze")),
                PresetRule.fixed(
                                "online_analyze.threshold",
                                GROUP,
                                RuleSources.POSTGRES_PRO,
                                "50",
                                "If it is switched on: not for fewer rows.",
                                "Если включить: не для меньшего числа строк.")
                        .where(f -> f.input().distribution().brings("online_analyze")));
    }
}
