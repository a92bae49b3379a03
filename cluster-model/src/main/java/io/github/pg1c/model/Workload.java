package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.value.ComponentVersion;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.rule.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * The load that 1C puts on the cluster.
 *
 * @since 0.1
 */
public record Workload(
        @Key(
                en =
                        "Connections that 1C servers and other applications open at the same time, to all databases together.",
                ru = "Одновременные соединения серверов 1С и других приложений, по всем базам вместе.",
                example = "200",
                required = true)
        int connections,

        @Key(
                en = "Set of rules for PostgreSQL's parameters: balanced (where every database is of another "
                        + "application it means general), general, its-5866, initdb-1c-18, or one of your own.",
                ru = "Набор правил для параметров PostgreSQL: balanced (если все базы не 1С, он означает general), "
                        + "general, its-5866, initdb-1c-18 или собственный.",
                otherwise = "balanced")
        RuleSet preset,

        @Key(en = "Size of all databases together.", ru = "Размер всех баз вместе.", otherwise = "50GB")
        MemorySize databaseSize,

        @Key(
                en = "Whether 1C keeps copies of databases by logical decoding: wal_level is logical and Patroni drops "
                        + "no logical slot. What survives a change of leader are the databases' copySlots.",
                ru = "Используются ли копии баз данных 1С (логическое декодирование): wal_level равен logical, и "
                        + "Patroni не удаляет логические слоты. Смену лидера переживают слоты, указанные в "
                        + "copySlots баз.",
                otherwise = "false")
        boolean databaseCopies,

        @Key(
                en = "Version of the 1C:Enterprise platform that works with the infobases.",
                ru = "Версия платформы «1С:Предприятие», работающей с информационными базами.",
                example = "8.3.27")
        @Nullable
        ComponentVersion platform1c) {

    /** The same with another {@link #connections()}. */
    public Workload withConnections(int value) {
        return new Workload(value, preset, databaseSize, databaseCopies, platform1c);
    }

    /** The same with another {@link #preset()}. */
    public Workload withPreset(RuleSet value) {
        return new Workload(connections, value, databaseSize, databaseCopies, platform1c);
    }

    /** The same with another {@link #databaseSize()}. */
    public Workload withDatabaseSize(MemorySize value) {
        return new Workload(connections, preset, value, databaseCopies, platform1c);
    }

    /** The same with another {@link #databaseCopies()}. */
    public Workload withDatabaseCopies(boolean value) {
        return new Workload(connections, preset, databaseSize, value, platform1c);
    }

    /** The same with another {@link #platform1c()}. */
    public Workload withPlatform1c(@Nullable ComponentVersion value) {
        return new Workload(connections, preset, databaseSize, databaseCopies, value);
    }
}
