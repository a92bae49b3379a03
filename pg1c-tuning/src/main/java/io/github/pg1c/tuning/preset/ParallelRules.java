package io.github.pg1c.tuning.preset;

import io.github.pg1c.tuning.calculation.PresetRule;
import io.github.pg1c.tuning.calculation.Sizing;
import io.github.pg1c.tuning.rule.Group;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.RuleSources;
import java.util.List;

/** Rules for parallel and background work. */
final class ParallelRules {

    private static final Group GROUP = Group.PARALLELISM;

    private ParallelRules() {}

    static List<PresetRule> rules() {
        return List.of(
                PresetRule.of(
                        "max_worker_processes",
                        GROUP,
                        RuleSources.PATRONI,
                        f -> RuleResult.of(
                                Math.max(8, f.cpus()), "max(8, " + f.cpus() + " CPU)", "max(8, " + f.cpus() + " CPU)"),
                        "Replication and extensions need workers of their own; 1C's own value of 2 is too low under Patroni.",
                        "Репликации и расширениям нужны свои процессы; значение 2 из сборки 1С для Patroni слишком мало."),
                PresetRule.fixed(
                        "max_parallel_workers_per_gather",
                        GROUP,
                        RuleSources.ONE_C_INIT,
                        "0",
                        "Queries against temporary tables do not run in parallel, and many sessions share the processors.",
                        "Запросы к временным таблицам не распараллеливаются, а процессоры делят многие сеансы."),
                PresetRule.of(
                        "max_parallel_workers",
                        GROUP,
                        RuleSources.PG1C,
                        f -> RuleResult.of(
                                parallelWorkers(f),
                                "max(1, " + f.cpus() + " CPU / 2)",
                                "max(1, " + f.cpus() + " CPU / 2)"),
                        "Only the building of indexes uses them.",
                        "Используются только при построении индексов."),
                PresetRule.of(
                        "max_parallel_maintenance_workers",
                        GROUP,
                        RuleSources.PG1C,
                        f -> RuleResult.of(
                                maintenanceWorkers(f),
                                f.cpus() + " CPU / 4, within 1..4",
                                f.cpus() + " CPU / 4, в пределах 1..4"),
                        "Indexes are built faster in restructuring and restore.",
                        "Индексы строятся быстрее при реструктуризации и восстановлении."),
                PresetRule.of(
                        "max_logical_replication_workers",
                        GROUP,
                        RuleSources.PG1C,
                        f -> f.input().databaseCopies()
                                ? RuleResult.given(4, "database copies", "копии баз данных")
                                : RuleResult.given(0, "no logical replication", "логической репликации нет"),
                        "Workers of subscriptions; a physical standby needs none.",
                        "Процессы подписок; физической реплике они не нужны."),
                PresetRule.fixed(
                                "io_method",
                                GROUP,
                                RuleSources.POSTGRESQL,
                                "worker",
                                "Works in every build; io_uring needs a build and a kernel that allow it.",
                                "Работает в любой сборке; для io_uring нужны разрешающие его сборка и ядро.")
                        .since(18),
                PresetRule.of(
                                "io_workers",
                                GROUP,
                                RuleSources.TUNERS,
                                f -> RuleResult.of(
                                        Math.min(32, Math.max(3, f.cpus() / 4)),
                                        f.cpus() + " CPU / 4, within 3..32",
                                        f.cpus() + " CPU / 4, в пределах 3..32"),
                                "Processes that read ahead for all sessions.",
                                "Процессы упреждающего чтения для всех сеансов.")
                        .since(18));
    }

    private static int parallelWorkers(Sizing figures) {
        return Math.min(1024, Math.max(1, figures.cpus() / 2));
    }

    private static int maintenanceWorkers(Sizing figures) {
        return Math.min(4, Math.max(1, figures.cpus() / 4));
    }
}
