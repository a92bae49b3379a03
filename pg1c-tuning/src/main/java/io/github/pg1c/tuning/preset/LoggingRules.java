package io.github.pg1c.tuning.preset;

import io.github.pg1c.tuning.calculation.PresetRule;
import io.github.pg1c.tuning.rule.Group;
import io.github.pg1c.tuning.rule.RuleSources;
import java.util.List;

/** Rules for the server log and statistics. */
final class LoggingRules {

    private static final Group GROUP = Group.LOGGING;

    private LoggingRules() {}

    static List<PresetRule> rules() {
        return List.of(
                PresetRule.fixed(
                        "logging_collector",
                        GROUP,
                        RuleSources.PG1C,
                        "on",
                        "The server writes files of its own, also what libraries print.",
                        "Сервер пишет собственные файлы, включая вывод библиотек."),
                PresetRule.fixed(
                        "log_filename",
                        GROUP,
                        RuleSources.PG1C,
                        "postgresql-%a.log",
                        "One file for each day of the week: seven files, none to remove.",
                        "Один файл на день недели: семь файлов, удалять ничего не нужно."),
                PresetRule.fixed(
                        "log_rotation_age",
                        GROUP,
                        RuleSources.PG1C,
                        "1d",
                        "A new file each day.",
                        "Новый файл каждый день."),
                PresetRule.fixed(
                        "log_rotation_size",
                        GROUP,
                        RuleSources.PG1C,
                        "0",
                        "Only the day starts a new file; by size the file of the day would be overwritten.",
                        "Новый файл начинает только новый день; при смене по размеру файл дня был бы перезаписан."),
                PresetRule.fixed(
                        "log_truncate_on_rotation",
                        GROUP,
                        RuleSources.PG1C,
                        "on",
                        "The file of a week ago is overwritten.",
                        "Файл недельной давности перезаписывается."),
                PresetRule.fixed(
                        "log_line_prefix",
                        GROUP,
                        RuleSources.PG1C,
                        "%m [%p] %q%u@%d %h %a ",
                        "Time, process, user, database, client and application of each line.",
                        "Время, процесс, пользователь, база, клиент и приложение в каждой строке."),
                PresetRule.fixed(
                        "log_min_duration_statement",
                        GROUP,
                        RuleSources.PG1C,
                        "5s",
                        "Only long queries; the technological journal covers the short ones.",
                        "Только долгие запросы; короткие покрывает технологический журнал."),
                PresetRule.fixed(
                        "log_lock_waits",
                        GROUP,
                        RuleSources.TUNERS,
                        "on",
                        "Waits of more than deadlock_timeout show who blocks whom.",
                        "Ожидания дольше deadlock_timeout показывают, кто кого блокирует."),
                PresetRule.fixed(
                        "log_temp_files",
                        GROUP,
                        RuleSources.PG1C,
                        "64MB",
                        "Large spills to disk; each small one would flood the log.",
                        "Крупные сбросы на диск; каждый мелкий завалил бы журнал."),
                PresetRule.fixed(
                        "log_checkpoints",
                        GROUP,
                        RuleSources.POSTGRESQL,
                        "on",
                        "Shows whether checkpoints come by time or by size.",
                        "Видно, наступают контрольные точки по времени или по объёму."),
                PresetRule.fixed(
                        "log_autovacuum_min_duration",
                        GROUP,
                        RuleSources.PG1C,
                        "10s",
                        "Vacuum that takes long.",
                        "Долгая автоочистка."),
                PresetRule.fixed(
                        "log_connections",
                        GROUP,
                        RuleSources.PG1C,
                        "off",
                        "Health checks connect every few seconds.",
                        "Проверки состояния подключаются каждые несколько секунд."),
                PresetRule.fixed(
                        "log_disconnections",
                        GROUP,
                        RuleSources.PG1C,
                        "off",
                        "Ends of sessions are of no use without their beginnings.",
                        "Окончания сеансов бесполезны без их начала."),
                PresetRule.fixed(
                        "track_io_timing",
                        GROUP,
                        RuleSources.PG1C,
                        "on",
                        "EXPLAIN and statistics tell waiting for the disk from computing.",
                        "EXPLAIN и статистика отличают ожидание диска от вычислений."),
                PresetRule.fixed(
                        "track_activity_query_size",
                        GROUP,
                        RuleSources.PG1C,
                        "4096",
                        "1C's queries are long; with the 128 bytes of 1C's initdb pg_stat_activity shows only their beginning.",
                        "Запросы 1С длинные; при 128 байтах из initdb сборки 1С pg_stat_activity показывает лишь их начало."),
                PresetRule.fixed(
                        "compute_query_id",
                        GROUP,
                        RuleSources.POSTGRESQL,
                        "auto",
                        "pg_stat_statements switches it on.",
                        "Включается вместе с pg_stat_statements."));
    }
}
