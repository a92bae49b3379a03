package io.github.pg1c.tuning.preset;

import io.github.pg1c.tuning.calculation.PresetRule;
import io.github.pg1c.tuning.calculation.Sizing;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.rule.Group;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.RuleSources;
import java.util.List;

/** Rules for durability, WAL and checkpoints. */
final class WalRules {

    private static final Group GROUP = Group.WAL;

    private WalRules() {}

    static List<PresetRule> rules() {
        return List.of(
                PresetRule.fixed(
                        "fsync",
                        GROUP,
                        RuleSources.ITS,
                        "on",
                        "Without it a power failure destroys the database.",
                        "Без этого отключение питания разрушит базу."),
                PresetRule.fixed(
                        "full_page_writes",
                        GROUP,
                        RuleSources.POSTGRESQL,
                        "on",
                        "A page torn by a crash is repaired from WAL.",
                        "Страница, разорванная сбоем, восстанавливается из WAL."),
                PresetRule.fixed(
                        "synchronous_commit",
                        GROUP,
                        RuleSources.ITS,
                        "on",
                        "A commit that 1C saw is on disk; the initdb of 1C's build writes off, which loses the last commits in a crash and defeats synchronous replication.",
                        "Транзакция, о фиксации которой узнала 1С, уже на диске; initdb сборки 1С пишет off, при котором сбой теряет последние транзакции, а синхронная репликация не действует."),
                PresetRule.fixed(
                        "commit_delay",
                        GROUP,
                        RuleSources.ITS,
                        "0",
                        "Waiting for other commits pays only above a thousand transactions a second.",
                        "Ожидание чужих фиксаций окупается лишь при тысяче транзакций в секунду и более."),
                PresetRule.fixed(
                        "commit_siblings",
                        GROUP,
                        RuleSources.ONE_C_INIT,
                        "5",
                        "Only counts when commit_delay is set.",
                        "Имеет значение только вместе с commit_delay."),
                PresetRule.of(
                        "wal_level",
                        GROUP,
                        RuleSources.PATRONI,
                        f -> f.input().databaseCopies()
                                ? RuleResult.given("logical", "database copies", "копии баз данных")
                                : RuleResult.given("replica", "physical standbys", "физические реплики"),
                        "Standbys need replica, 1C's database copies need logical; minimal, as 1C's initdb writes, allows no standby.",
                        "Репликам нужен replica, копиям баз данных 1С — logical; minimal, который пишет initdb сборки 1С, не допускает реплик."),
                PresetRule.fixed(
                        "wal_log_hints",
                        GROUP,
                        RuleSources.PATRONI,
                        "on",
                        "pg_rewind brings a former leader back without a full copy.",
                        "pg_rewind возвращает бывшего лидера без полного копирования."),
                PresetRule.of(
                        "max_wal_size",
                        GROUP,
                        RuleSources.PG1C,
                        f -> RuleResult.of(
                                maxWalSize(f),
                                f.memoryName().en() + " / 4 within 4GB..32GB, at most 40 % of "
                                        + f.input().walRoomName().en(),
                                f.memoryName().ru() + " / 4 в пределах 4GB..32GB, не больше 40 % "
                                        + f.input().walRoomName().ru()),
                        "Posting and month-end closing come in bursts; a checkpoint forced by size would slow them.",
                        "Проведение и закрытие месяца идут всплесками; контрольная точка по объёму замедлила бы их."),
                PresetRule.of(
                        "min_wal_size",
                        GROUP,
                        RuleSources.PG1C,
                        f -> RuleResult.of(minWalSize(f), "max_wal_size / 4"),
                        "Segments are recycled instead of made anew.",
                        "Сегменты используются повторно, а не создаются заново."),
                PresetRule.fixed(
                        "checkpoint_timeout",
                        GROUP,
                        RuleSources.TUNERS,
                        "15min",
                        "Fewer full page images; recovery after a crash still takes minutes.",
                        "Меньше полных образов страниц; восстановление после сбоя всё ещё занимает минуты."),
                PresetRule.fixed(
                        "checkpoint_completion_target",
                        GROUP,
                        RuleSources.ITS,
                        "0.9",
                        "Writing is spread over the whole interval.",
                        "Запись распределяется по всему интервалу."),
                PresetRule.of(
                                "wal_compression",
                                GROUP,
                                RuleSources.MEASURED,
                                WalRules::compression,
                                "Half to two thirds of the WAL to send to standbys, to write and to keep. LZ4 does it for no measurable processor time; pglz, which every build has, takes 6 to 39 % more right after a checkpoint and in index builds, which a lone server with a fast disk is spared.",
                                "В полтора-два раза меньше WAL для передачи на реплики, записи и хранения. LZ4 не требует на это измеримого времени процессора; pglz, который есть в любой сборке, отнимает на 6–39 % больше сразу после контрольной точки и при построении индексов, поэтому одиночный сервер с быстрым диском обходится без него.")
                        .where(f -> f.input().standbys() > 0 || f.rotating() || builtWithLz4(f)),
                PresetRule.of(
                                "wal_buffers",
                                GROUP,
                                RuleSources.PG1C,
                                f -> RuleResult.given("64MB", "shared_buffers ≥ 16GB", "shared_buffers ≥ 16GB"),
                                "Large transactions write without waiting.",
                                "Большие транзакции пишут без ожидания.")
                        .where(f -> f.sharedBuffers().compareTo(LARGE_BUFFERS) >= 0));
    }

    private static final MemorySize LARGE_BUFFERS = MemorySize.ofGigabytes(16);

    private static RuleResult compression(Sizing figures) {
        if (!figures.input().major().atLeast(15)) {
            return RuleResult.given("on", "PostgreSQL 14", "PostgreSQL 14");
        }
        return builtWithLz4(figures)
                ? RuleResult.given("lz4", "PostgreSQL 15+ with LZ4", "PostgreSQL 15+ с LZ4")
                : RuleResult.given(
                        "pglz",
                        "PostgreSQL 15+ not known to have LZ4 (if it has, write lz4)",
                        "PostgreSQL 15+, наличие LZ4 неизвестно (если есть, напишите lz4)");
    }

    /** PostgreSQL 14 compresses in one way only. */
    private static boolean builtWithLz4(Sizing figures) {
        return figures.input().lz4() && figures.input().major().atLeast(15);
    }

    private static MemorySize maxWalSize(Sizing figures) {
        MemorySize wanted =
                figures.available().dividedBy(4).between(MemorySize.ofGigabytes(4), MemorySize.ofGigabytes(32));
        MemorySize allowed = figures.input().walRoom().times(0.4);
        return wanted.min(allowed).max(MemorySize.ofMegabytes(128)).wholeMegabytes();
    }

    private static MemorySize minWalSize(Sizing figures) {
        return figures.sizeOf("max_wal_size")
                .dividedBy(4)
                .max(MemorySize.ofMegabytes(32))
                .wholeMegabytes();
    }
}
