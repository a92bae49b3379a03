package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.value.SqlName;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        boolean monitoring,

        @Key(
                en = "Whether it replicates: it makes base backups from the administrators' networks.",
                ru = "Репликация: снимает базовые копии из сетей администраторов.",
                otherwise = "false")
        boolean replication,

        @Key(
                en = "Whether it may create roles (CREATEROLE).",
                ru = "Может ли создавать роли (CREATEROLE).",
                otherwise = "false")
        boolean createRoles,

        @Key(
                en = "Most connections that it may have at the same time on a server; without it there is no limit.",
                ru = "Наибольшее число её одновременных соединений с сервером; без ключа не ограничено.",
                example = "20")
        @Nullable
        Integer connectionLimit,

        @Key(
                en = "Roles whose rights it has: other described ones, or PostgreSQL's own, such as pg_read_all_data.",
                ru = "Роли, чьи права она получает: другие описанные или встроенные, например pg_read_all_data.",
                otherwise = "[]",
                example = "[pg_read_all_data]")
        List<SqlName> memberOf) {

    public DatabaseRole {
        memberOf = List.copyOf(memberOf);
    }

    /** An ordinary role. */
    public static DatabaseRole of(String name) {
        return new DatabaseRole(SqlName.parse(name), false, false, false, false, false, null, List.of());
    }

    /** Whether the role may open every database of the server, not only its own. */
    public boolean opensAll() {
        return superuser || createDatabases || monitoring;
    }

    /** The same with another {@link #name()}. */
    public DatabaseRole withName(SqlName value) {
        return new DatabaseRole(
                value, superuser, createDatabases, monitoring, replication, createRoles, connectionLimit, memberOf);
    }

    /** The same with another {@link #superuser()}. */
    public DatabaseRole withSuperuser(boolean value) {
        return new DatabaseRole(
                name, value, createDatabases, monitoring, replication, createRoles, connectionLimit, memberOf);
    }

    /** The same with another {@link #createDatabases()}. */
    public DatabaseRole withCreateDatabases(boolean value) {
        return new DatabaseRole(
                name, superuser, value, monitoring, replication, createRoles, connectionLimit, memberOf);
    }

    /** The same with another {@link #monitoring()}. */
    public DatabaseRole withMonitoring(boolean value) {
        return new DatabaseRole(
                name, superuser, createDatabases, value, replication, createRoles, connectionLimit, memberOf);
    }

    /** The same with another {@link #replication()}. */
    public DatabaseRole withReplication(boolean value) {
        return new DatabaseRole(
                name, superuser, createDatabases, monitoring, value, createRoles, connectionLimit, memberOf);
    }

    /** The same with another {@link #createRoles()}. */
    public DatabaseRole withCreateRoles(boolean value) {
        return new DatabaseRole(
                name, superuser, createDatabases, monitoring, replication, value, connectionLimit, memberOf);
    }

    /** The same with another {@link #connectionLimit()}. */
    public DatabaseRole withConnectionLimit(@Nullable Integer value) {
        return new DatabaseRole(
                name, superuser, createDatabases, monitoring, replication, createRoles, value, memberOf);
    }

    /** The same with other {@link #memberOf()}. */
    public DatabaseRole withMemberOf(List<SqlName> value) {
        return new DatabaseRole(
                name, superuser, createDatabases, monitoring, replication, createRoles, connectionLimit, value);
    }
}
