package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.rule.RuleSet;

/**
 * The load that 1C puts on the cluster.
 *
 * @since 0.1
 */
public record Workload(
        @Key(
                en = "Connections that the 1C servers open at the same time, all infobases together.",
                ru = "Одновременные соединения серверов 1С, по всем базам вместе.",
                example = "200",
                required = true)
        int connections,

        @Key(
                en = "Set of rules for PostgreSQL's parameters: balanced, its-5866, initdb-1c-18, or one of your own.",
                ru = "Набор правил для параметров PostgreSQL: balanced, its-5866, initdb-1c-18 или собственный.",
                otherwise = "balanced")
        RuleSet preset,

        @Key(en = "Size of all databases together.", ru = "Размер всех баз вместе.", otherwise = "50GB")
        MemorySize databaseSize,

        @Key(
                en = "Whether 1C keeps copies of databases by logical decoding.",
                ru = "Используются ли копии баз данных 1С (логическое декодирование).",
                otherwise = "false")
        boolean databaseCopies) {

    /** The same with another {@link #connections()}. */
    public Workload withConnections(int value) {
        return new Workload(value, preset, databaseSize, databaseCopies);
    }

    /** The same with another {@link #preset()}. */
    public Workload withPreset(RuleSet value) {
        return new Workload(connections, value, databaseSize, databaseCopies);
    }

    /** The same with another {@link #databaseSize()}. */
    public Workload withDatabaseSize(MemorySize value) {
        return new Workload(connections, preset, value, databaseCopies);
    }

    /** The same with another {@link #databaseCopies()}. */
    public Workload withDatabaseCopies(boolean value) {
        return new Workload(connections, preset, databaseSize, value);
    }
}
