package io.github.pg1c.model;

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
        boolean monitoring) {}
