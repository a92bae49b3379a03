package io.github.pg1c.tuning.preset;

import io.github.pg1c.tuning.calculation.PresetRule;
import io.github.pg1c.tuning.calculation.Sizing;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.rule.Group;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.RuleSources;
import java.util.List;

/** Rules for replication. */
final class ReplicationRules {

    private static final Group GROUP = Group.REPLICATION;

    private ReplicationRules() {}

    static List<PresetRule> rules() {
        return List.of(
                PresetRule.of(
                        "max_wal_senders",
                        GROUP,
                        RuleSources.PATRONI,
                        f -> RuleResult.of(
                                Math.max(10, f.input().standbys() + 1 + 2 + 5),
                                "max(10, members " + (f.input().standbys() + 1) + " + backups 2 + 5)",
                                "max(10, узлы " + (f.input().standbys() + 1) + " + копирования 2 + 5)"),
                        "Standbys, backups and spare ones for a change of members; Patroni needs at least 3.",
                        "Реплики, резервное копирование и запас на смену узлов; Patroni требует не меньше 3."),
                PresetRule.of(
                        "max_replication_slots",
                        GROUP,
                        RuleSources.PATRONI,
                        f -> RuleResult.of(f.count("max_wal_senders"), "max_wal_senders"),
                        "Each standby has a slot; Patroni needs at least 4.",
                        "У каждой реплики свой слот; Patroni требует не меньше 4."),
                PresetRule.of(
                        "wal_keep_size",
                        GROUP,
                        RuleSources.PG1C,
                        f -> RuleResult.of(
                                walKeepSize(f),
                                "max(128MB, 1 % of " + f.input().walRoomName().en() + ")",
                                "max(128MB, 1 % " + f.input().walRoomName().ru() + ")"),
                        "pg_rewind and new standbys find the last segments without an archive.",
                        "pg_rewind и новые реплики находят последние сегменты без архива."),
                PresetRule.of(
                        "max_slot_wal_keep_size",
                        GROUP,
                        RuleSources.PG1C,
                        f -> RuleResult.of(
                                f.input().walRoom().times(0.3).wholeMegabytes(),
                                "30 % of " + f.input().walRoomName().en(),
                                "30 % " + f.input().walRoomName().ru()),
                        "A standby that is down must not fill the disk of the leader.",
                        "Остановленная реплика не должна заполнить диск лидера."),
                PresetRule.of(
                        "hot_standby_feedback",
                        GROUP,
                        RuleSources.PG1C,
                        f -> f.input().databaseCopies()
                                ? RuleResult.given("on", "database copies", "копии баз данных")
                                : RuleResult.of("off", "hot_standby_feedback"),
                        "1C reads nothing from standbys, and their queries must not hold back vacuum of the leader. The"
                                + " slots of database copies on standbys need it, and Patroni then turns it on itself.",
                        "1С не читает с реплик, а их запросы не должны сдерживать очистку на лидере. Слотам копий баз"
                                + " данных на репликах он нужен, и тогда Patroni включает его сам."),
                PresetRule.fixed(
                        "max_standby_streaming_delay",
                        GROUP,
                        RuleSources.POSTGRESQL,
                        "30s",
                        "A report on a standby delays its replay no longer than that.",
                        "Отчёт на реплике задерживает применение WAL не дольше этого."),
                PresetRule.fixed(
                        "wal_sender_timeout",
                        GROUP,
                        RuleSources.PG1C,
                        "30s",
                        "A standby that vanished is noticed before the connection ends by itself.",
                        "Исчезнувшая реплика обнаруживается раньше, чем соединение прервётся само."),
                PresetRule.fixed(
                        "wal_receiver_timeout",
                        GROUP,
                        RuleSources.PG1C,
                        "30s",
                        "The same from the side of the standby.",
                        "То же со стороны реплики."),
                PresetRule.fixed(
                        "track_commit_timestamp",
                        GROUP,
                        RuleSources.PATRONI,
                        "off",
                        "Nothing in 1C uses it; Patroni wants it the same on all members.",
                        "В 1С не используется; Patroni требует одинакового значения на всех узлах."));
    }

    private static MemorySize walKeepSize(Sizing figures) {
        return figures.input().walRoom().times(0.01).wholeMegabytes().max(MemorySize.ofMegabytes(128));
    }
}
