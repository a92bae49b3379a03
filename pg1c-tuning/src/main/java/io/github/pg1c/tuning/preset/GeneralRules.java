package io.github.pg1c.tuning.preset;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.calculation.PresetRule;
import io.github.pg1c.tuning.calculation.Sizing;
import io.github.pg1c.tuning.rule.Group;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.RuleSource;
import io.github.pg1c.tuning.rule.RuleSources;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Rules for applications other than 1C: those of balanced that hold for any application, and common practice. */
final class GeneralRules {

    /** Parameters that only 1C needs to differ from PostgreSQL's defaults. */
    private static final Set<String> OF_1C = Set.of(
            "temp_buffers",
            "max_files_per_process",
            "cpu_operator_cost",
            "jit",
            "from_collapse_limit",
            "join_collapse_limit",
            "geqo",
            "geqo_threshold",
            "geqo_effort",
            "geqo_generations",
            "enable_memoize",
            "default_statistics_target",
            "commit_delay",
            "commit_siblings",
            "autovacuum_naptime",
            "bgwriter_delay",
            "bgwriter_lru_multiplier",
            "bgwriter_lru_maxpages",
            "statement_timeout",
            "lock_timeout",
            "idle_session_timeout",
            "transaction_timeout",
            "idle_in_transaction_session_timeout");

    private static final Map<String, UnaryOperator<PresetRule>> REASONS = Map.ofEntries(
            reason(
                    "max_connections",
                    RuleSources.PG1C,
                    "Every connection of the applications has its place, and administrators and monitoring get in when all are taken.",
                    "Место есть для каждого соединения приложений, а администраторы и мониторинг подключатся, даже когда все заняты."),
            reason(
                    "superuser_reserved_connections",
                    RuleSources.PG1C,
                    "Patroni, backups and administrators get in when all other connections are taken.",
                    "Patroni, резервное копирование и администраторы подключатся, когда остальные соединения заняты."),
            reason(
                    "shared_buffers",
                    RuleSources.TUNERS,
                    "The operating system caches the rest; more only doubles what it holds.",
                    "Остальное кеширует операционная система; больший объём лишь дублирует её кеш."),
            reason(
                    "maintenance_work_mem",
                    RuleSources.TUNERS,
                    "Vacuum, the building of indexes and restore have room.",
                    "Очистке, построению индексов и восстановлению хватает места."),
            reason(
                    "effective_cache_size",
                    RuleSources.TUNERS,
                    "Only a hint to the planner: what both caches hold together.",
                    "Лишь подсказка планировщику: сколько держат оба кеша вместе."),
            reason(
                    "max_prepared_transactions",
                    RuleSources.POSTGRESQL,
                    "A forgotten prepared transaction stops vacuum; an application with two-phase commit needs as many as connections.",
                    "Забытая подготовленная транзакция останавливает очистку; приложению с двухфазной фиксацией нужно столько, сколько соединений."),
            reason(
                    "random_page_cost",
                    RuleSources.TUNERS,
                    "Indexes are preferred as far as the disk allows.",
                    "Индексы предпочитаются в той мере, в какой позволяет диск."),
            reason(
                    "max_worker_processes",
                    RuleSources.TUNERS,
                    "Parallel queries, replication and extensions need workers.",
                    "Параллельным запросам, репликации и расширениям нужны процессы."),
            reason(
                    "max_parallel_maintenance_workers",
                    RuleSources.PG1C,
                    "Indexes are built faster.",
                    "Индексы строятся быстрее."),
            reason(
                    "fsync",
                    RuleSources.POSTGRESQL,
                    "Without it a power failure destroys the database.",
                    "Без него отключение питания разрушит базу."),
            reason(
                    "synchronous_commit",
                    RuleSources.POSTGRESQL,
                    "A commit that the application saw is on disk; off loses the last commits in a crash and defeats synchronous replication.",
                    "Транзакция, о фиксации которой узнало приложение, уже на диске; при off сбой теряет последние транзакции, а синхронная репликация теряет смысл."),
            reason(
                    "wal_level",
                    RuleSources.PATRONI,
                    "Standbys need replica, logical decoding needs logical.",
                    "Репликам нужен replica, логическому декодированию — logical."),
            reason(
                    "max_wal_size",
                    RuleSources.PG1C,
                    "Writing comes in bursts; a checkpoint forced by size would slow them.",
                    "Запись идёт всплесками; контрольная точка по объёму замедлила бы их."),
            reason(
                    "checkpoint_completion_target",
                    RuleSources.TUNERS,
                    "Writing is spread over the whole interval.",
                    "Запись распределяется по всему интервалу."),
            reason(
                    "wal_compression",
                    RuleSources.PG1C,
                    "Less WAL to send to standbys, to write and to keep.",
                    "Меньше WAL для передачи на реплики, записи и хранения."),
            reason(
                    "hot_standby_feedback",
                    RuleSources.POSTGRESQL,
                    "Queries on standbys must not hold back vacuum of the leader; slots of database copies on standbys"
                            + " need it.",
                    "Запросы на репликах не должны сдерживать очистку на лидере; слотам копий баз данных на репликах"
                            + " он нужен."),
            reason(
                    "track_commit_timestamp",
                    RuleSources.PATRONI,
                    "The default; Patroni wants it the same on all members.",
                    "Значение по умолчанию; Patroni требует одинакового на всех узлах."),
            reason(
                    "autovacuum",
                    RuleSources.POSTGRESQL,
                    "Without it dead rows bloat the tables, and transaction ids run out.",
                    "Без неё мёртвые строки раздувают таблицы, и кончаются номера транзакций."),
            reason(
                    "autovacuum_vacuum_cost_delay",
                    RuleSources.POSTGRESQL,
                    "PostgreSQL's own value since 12.",
                    "Значение самого PostgreSQL начиная с 12."),
            reason(
                    "autovacuum_max_workers",
                    RuleSources.PG1C,
                    "More workers would share the same cost limit and the memory.",
                    "Большее число процессов делило бы тот же предел стоимости и память."),
            reason(
                    "autovacuum_vacuum_scale_factor",
                    RuleSources.PG1C,
                    "A large table must not wait for a fifth of its rows to die.",
                    "Большая таблица не должна ждать, пока устареет пятая часть её строк."),
            reason(
                    "autovacuum_analyze_scale_factor",
                    RuleSources.TUNERS,
                    "Statistics follow large changes in time.",
                    "Статистика вовремя следует за крупными изменениями."),
            reason(
                    "autovacuum_vacuum_insert_scale_factor",
                    RuleSources.PG1C,
                    "Tables that only grow are frozen in small portions.",
                    "Таблицы, которые только растут, замораживаются небольшими частями."),
            reason(
                    "log_min_duration_statement",
                    RuleSources.PG1C,
                    "Only long queries; pg_stat_statements counts the short ones.",
                    "Только долгие запросы; короткие считает pg_stat_statements."),
            reason(
                    "track_activity_query_size",
                    RuleSources.PG1C,
                    "Generated queries are long; by default only 1024 bytes are shown.",
                    "Порождённые программами запросы длинные; по умолчанию видно лишь 1024 байта."));

    /** Rules in place of those of balanced, by parameter. */
    private static final Map<String, PresetRule> OTHERS =
            parallel().stream().collect(Collectors.toMap(PresetRule::parameter, Function.identity()));

    private GeneralRules() {}

    static List<PresetRule> of(List<PresetRule> balanced) {
        return balanced.stream()
                .filter(rule -> !isOf1cAlone(rule))
                .map(rule -> OTHERS.getOrDefault(rule.parameter(), rule))
                .map(rule -> REASONS.getOrDefault(rule.parameter(), UnaryOperator.identity())
                        .apply(rule))
                .toList();
    }

    /** Whether a rule of balanced comes to the same value for any application, perhaps for another reason. */
    static boolean holdsForAll(PresetRule balanced) {
        return !isOf1cAlone(balanced) && !OTHERS.containsKey(balanced.parameter());
    }

    private static boolean isOf1cAlone(PresetRule balanced) {
        return balanced.group() == Group.COMPATIBILITY || OF_1C.contains(balanced.parameter());
    }

    /** As PGTune calculates for web applications and OLTP. */
    private static List<PresetRule> parallel() {
        return List.of(
                PresetRule.fixed(
                        "max_locks_per_transaction",
                        Group.MEMORY,
                        RuleSources.PATRONI,
                        "64",
                        "The default of PostgreSQL and Patroni; a dump of thousands of tables needs more.",
                        "Значение PostgreSQL и Patroni по умолчанию; выгрузке тысяч таблиц нужно больше."),
                PresetRule.of(
                        "max_parallel_workers_per_gather",
                        Group.PARALLELISM,
                        RuleSources.TUNERS,
                        f -> half(f, 4),
                        "A large query uses several processors, and leaves the others to other sessions.",
                        "Большой запрос использует несколько ядер, оставляя прочие другим сеансам."),
                PresetRule.of(
                        "max_parallel_workers",
                        Group.PARALLELISM,
                        RuleSources.TUNERS,
                        f -> RuleResult.of(f.cpus(), f.cpus() + " CPU", f.cpus() + " CPU"),
                        "As many as processors for all parallel queries together.",
                        "Столько же, сколько ядер, на все параллельные запросы вместе."),
                PresetRule.of(
                        "shared_preload_libraries",
                        Group.LIBRARIES,
                        RuleSources.POSTGRESQL,
                        f -> LibraryRules.withFurther(
                                f,
                                new RuleResult(
                                        f.input().distribution().brings("pg_stat_statements")
                                                ? "pg_stat_statements"
                                                : "",
                                        Text.same("pg_stat_statements"))),
                        "Statistics of queries; without a listed library the server does not start.",
                        "Статистика запросов; без указанной библиотеки сервер не запустится."));
    }

    private static RuleResult half(Sizing figures, int most) {
        int half = Math.min(most, (figures.cpus() + 1) / 2);
        return RuleResult.of(
                half,
                "⌈" + figures.cpus() + " CPU / 2⌉, at most " + most,
                "⌈" + figures.cpus() + " CPU / 2⌉, не больше " + most);
    }

    private static Map.Entry<String, UnaryOperator<PresetRule>> reason(
            String parameter, RuleSource source, String en, String ru) {
        return Map.entry(parameter, rule -> rule.because(source, en, ru));
    }
}
