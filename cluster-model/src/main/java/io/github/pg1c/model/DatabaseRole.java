package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.value.SqlName;

/**
 * A role (user) of PostgreSQL; its password is made once and kept in the secrets store.
 *
 * @since 0.1
 */
public record DatabaseRole(
        @Key(en = "Name.", ru = "Имя.", example = "zup", required = true)
        SqlName name,

        @Key(
                en = "Whether it is a superuser, which the 1C platform needs to install its extensions.",
                ru = "Суперпользователь; нужен платформе 1С для установки её расширений.",
                otherwise = "false")
        boolean superuser,

        @Key(en = "Whether it may create databases.", ru = "Может ли создавать базы данных.", otherwise = "false")
        boolean createDatabases,

        @Key(
                en = "Whether it only reads statistics (pg_monitor), from the monitoring networks.",
                ru = "Только чтение статистики (pg_monitor), из сетей мониторинга.",
                otherwise = "false")
        boolean monitoring) {

    /** An ordinary role. */
    public static DatabaseRole of(String name) {
        return new DatabaseRole(SqlName.parse(name), false, false, false);
    }

    /** The same with another {@link #name()}. */
    public DatabaseRole withName(SqlName value) {
        return new DatabaseRole(value, superuser, createDatabases, monitoring);
    }

    /** The same with another {@link #superuser()}. */
    public DatabaseRole withSuperuser(boolean value) {
        return new DatabaseRole(name, value, createDatabases, monitoring);
    }

    /** The same with another {@link #createDatabases()}. */
    public DatabaseRole withCreateDatabases(boolean value) {
        return new DatabaseRole(name, superuser, value, monitoring);
    }

    /** The same with another {@link #monitoring()}. */
    public DatabaseRole withMonitoring(boolean value) {
        return new DatabaseRole(name, superuser, createDatabases, value);
    }
}
