package io.github.pg1c.model.rules;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.Database.Application;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Derivation;
import io.github.pg1c.model.value.SqlName;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Rules of PostgreSQL's roles. */
final class RoleRules {

    private static final Set<String> OWN = Set.of("replicator", "rewind", "public", "none");
    /** The most connections of a server. */
    private static final int MOST_CONNECTIONS = 262_143;

    private static final String EXAMPLE = "roles:\n  - {name: zup}";

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(801, "Duplicate role", "Повторная роль")
                    .because(
                            "Its two descriptions may differ, and only one password is made.",
                            "Два описания могут расходиться, а пароль создаётся один.")
                    .mend("Keep one of them.", "Оставьте одну.")
                    .example(EXAMPLE)
                    .readsEach("roles[*].name")
                    .check((cluster, findings) -> {
                        Set<SqlName> seen = new HashSet<>();
                        for (int i = 0; i < cluster.roles().size(); i++) {
                            SqlName name = cluster.roles().get(i).name();
                            if (findings.known(path(i)) && !seen.add(name)) {
                                findings.report(
                                        path(i),
                                        "role '" + name + "' is described twice",
                                        "роль «" + name + "» описана дважды");
                            }
                        }
                    }),
            ClusterRule.error(802, "The role's name is reserved", "Имя роли зарезервировано")
                    .because(
                            "The superuser, replicator and rewind are made by pg1c, names on pg_ belong to "
                                    + "PostgreSQL; their rights would change.",
                            "Суперпользователя, replicator и rewind создаёт pg1c, имена на pg_ принадлежат "
                                    + "PostgreSQL; их права изменились бы.")
                    .mend("Choose another name.", "Выберите другое имя.")
                    .example(EXAMPLE)
                    .readsEach("roles[*].name", "postgresql.superuser")
                    .check((cluster, findings) -> {
                        for (int i = 0; i < cluster.roles().size(); i++) {
                            String name = cluster.roles().get(i).name().value();
                            boolean superuser = name.equals(cluster.postgresql().superuser())
                                    && findings.known("postgresql.superuser");
                            if (findings.known(path(i)) && (superuser || taken(name))) {
                                findings.report(
                                        path(i), "'" + name + "' is reserved", "имя «" + name + "» зарезервировано");
                            }
                        }
                    }),
            ClusterRule.warning(803, "The role's name needs quotation marks", "Имя роли требует кавычек")
                    .because(
                            "With capitals, a digit first or hyphens, it works in SQL only in double quotes; "
                                    + "scripts tend to forget them.",
                            "С заглавными, цифрой в начале или дефисом оно работает в SQL только в двойных "
                                    + "кавычках, а скрипты о них забывают.")
                    .mend(
                            "Use lower-case Latin letters, digits and underscores, a letter first.",
                            "Используйте строчные латинские буквы, цифры и подчёркивания, первой — букву.")
                    .example(EXAMPLE)
                    .readsEach("roles[*].name")
                    .check((cluster, findings) -> {
                        for (int i = 0; i < cluster.roles().size(); i++) {
                            DatabaseRole role = cluster.roles().get(i);
                            if (findings.known(path(i)) && role.name().needsQuoting()) {
                                findings.report(
                                        path(i),
                                        "in SQL it is " + role.name().quoted(),
                                        "в SQL это " + role.name().quoted());
                            }
                        }
                    }),
            ClusterRule.warning(804, "1C's role may not set lc_messages", "Роли 1С нельзя задавать lc_messages")
                    .because(
                            "1C sets it on each connect, and up to PostgreSQL 14 only a superuser may; from 15 "
                                    + "on the right to do so can be granted, and pg1c grants it.",
                            "1С задаёт его при каждом подключении, а до PostgreSQL 14 включительно это может "
                                    + "только суперпользователь; с 15 право можно выдать, и pg1c его выдаёт.")
                    .mend(
                            "Choose PostgreSQL 15 or later, or make the role a superuser.",
                            "Выберите PostgreSQL 15 или новее либо сделайте роль суперпользователем.")
                    .example("postgresql: {distribution: postgrespro-1c, version: 17}")
                    .reads("postgresql.version")
                    .readsEach("roles[*].name", "roles[*].superuser", "databases[*].owner", "databases[*].application")
                    .check((cluster, findings) -> {
                        for (int i = 0; i < cluster.roles().size(); i++) {
                            DatabaseRole role = cluster.roles().get(i);
                            if (findings.known(path(i), "roles[" + i + "].superuser")
                                    && infobases(cluster, findings).contains(role.name())
                                    && !role.superuser()
                                    && !cluster.postgresql().version().atLeast(15)) {
                                findings.report(
                                        path(i),
                                        "'" + role.name() + "' owns an infobase and is no superuser on PostgreSQL "
                                                + cluster.postgresql().version(),
                                        "«" + role.name()
                                                + "» — владелец информационной базы и не суперпользователь в "
                                                + "PostgreSQL "
                                                + cluster.postgresql().version());
                            }
                        }
                    }),
            ClusterRule.warning(805, "A role can open no database", "Роли не доступна ни одна база")
                    .because(
                            "Access is given by the databases that a role owns, and by access.rules; this one gets no "
                                    + "line in pg_hba.conf.",
                            "Доступ следует из принадлежащих роли баз и из access.rules; для этой роли строки в "
                                    + "pg_hba.conf не будет.")
                    .mend(
                            "Make it the owner of a database, write createDatabases, monitoring or replication, or name "
                                    + "it in access.rules.",
                            "Сделайте её владельцем базы, укажите createDatabases, monitoring или replication либо "
                                    + "назовите её в access.rules.")
                    .example("roles: [{name: zup}]\ndatabases: [{name: zup, owner: zup}]")
                    .reads("roles", "databases[*].owner", "access.rules[*].roles")
                    .check((cluster, findings) -> {
                        if (cluster.databases().stream()
                                .anyMatch(database -> cluster.roles().stream()
                                        .noneMatch(role -> role.name().equals(database.owner())))) {
                            return; // The name of an owner is wrong, which another rule reports.
                        }
                        for (int i = 0; i < cluster.roles().size(); i++) {
                            DatabaseRole role = cluster.roles().get(i);
                            if (!role.opensAll()
                                    && !role.replication()
                                    && cluster.access().rules().stream()
                                            .noneMatch(rule -> rule.roles().contains(role.name()))
                                    && cluster.databases().stream()
                                            .noneMatch(
                                                    database -> database.owner().equals(role.name()))) {
                                findings.report(
                                        path(i),
                                        "'" + role.name() + "' owns no database and can connect to none",
                                        "«" + role.name() + "» не владеет базами и ни к одной не подключится");
                            }
                        }
                    }),
            ClusterRule.error(
                            806, "The limit of a role's connections is not usable", "Предел соединений роли непригоден")
                    .because(
                            "With 0 it cannot log in at all; a base backup has two connections, one for the data and "
                                    + "one for the WAL.",
                            "При 0 роль не подключится вовсе; у базовой копии два соединения: для данных и для WAL.")
                    .mend(
                            "Write 1 or more, for a replication role 2 or more, or remove connectionLimit.",
                            "Укажите 1 или больше, для роли репликации 2 или больше, либо уберите connectionLimit.")
                    .example("roles:\n  - {name: zup, connectionLimit: 120}")
                    .readsEach("roles[*].connectionLimit", "roles[*].replication")
                    .check((cluster, findings) -> {
                        for (int i = 0; i < cluster.roles().size(); i++) {
                            DatabaseRole role = cluster.roles().get(i);
                            String path = "roles[" + i + "].connectionLimit";
                            Integer limit = role.connectionLimit();
                            int least = role.replication() && findings.known("roles[" + i + "].replication") ? 2 : 1;
                            if (limit != null && findings.known(path) && (limit < least || limit > MOST_CONNECTIONS)) {
                                findings.report(
                                        path,
                                        limit + " is not within " + least + " to " + MOST_CONNECTIONS,
                                        "предел " + limit + " не от " + least + " до " + MOST_CONNECTIONS);
                            }
                        }
                    }),
            ClusterRule.warning(
                            807,
                            "A creator of roles may become superuser",
                            "Создающая роли роль может стать суперпользователем")
                    .because(
                            "Up to PostgreSQL 15 CREATEROLE gives every role but a superuser to oneself, also "
                                    + "pg_execute_server_program, which runs programs as the server's user.",
                            "До PostgreSQL 15 включительно CREATEROLE позволяет выдать себе любую роль, кроме "
                                    + "суперпользователя, в том числе pg_execute_server_program, которая запускает "
                                    + "программы от имени сервера.")
                    .mend(
                            "Choose PostgreSQL 16 or later, or let the superuser create the roles.",
                            "Выберите PostgreSQL 16 или новее либо создавайте роли суперпользователем.")
                    .example("roles:\n  - {name: zup}\n  - {name: arrows, createDatabases: true, createRoles: true}")
                    .reads("postgresql.version")
                    .readsEach("roles[*].createRoles", "roles[*].superuser", "roles[*].name")
                    .check((cluster, findings) -> {
                        for (int i = 0; i < cluster.roles().size(); i++) {
                            DatabaseRole role = cluster.roles().get(i);
                            String path = "roles[" + i + "].createRoles";
                            if (role.createRoles()
                                    && !role.superuser()
                                    && !cluster.postgresql().version().atLeast(16)
                                    && findings.known(path, "roles[" + i + "].superuser")) {
                                String name = findings.name("roles[" + i + "]", role.name());
                                findings.report(
                                        path,
                                        "'" + name + "' creates roles in PostgreSQL "
                                                + cluster.postgresql().version(),
                                        "«" + name + "» создаёт роли в PostgreSQL "
                                                + cluster.postgresql().version());
                            }
                        }
                    }),
            ClusterRule.warning(808, "A replication role has no network", "У роли репликации нет сети")
                    .because(
                            "Without a line in pg_hba.conf a base backup over the network is refused.",
                            "Без строки в pg_hba.conf базовую копию по сети снять нельзя.")
                    .mend("Name networks.administrators.", "Укажите networks.administrators.")
                    .example("networks: {clients: [10.0.10.0/24], administrators: [10.0.20.0/28]}\n"
                            + "roles:\n  - {name: zup}\n  - {name: backup, replication: true}")
                    .reads("networks.administrators", "access.rules[*].roles")
                    .readsEach("roles[*].replication", "roles[*].name")
                    .check((cluster, findings) -> {
                        for (int i = 0; i < cluster.roles().size(); i++) {
                            DatabaseRole role = cluster.roles().get(i);
                            String path = "roles[" + i + "].replication";
                            if (role.replication()
                                    && findings.known(path)
                                    && cluster.networks().administrators().isEmpty()
                                    && cluster.access().rules().stream()
                                            .noneMatch(rule -> rule.roles().contains(role.name()))) {
                                String name = findings.name("roles[" + i + "]", role.name());
                                findings.report(
                                        path,
                                        "'" + name + "' can connect from no network",
                                        "«" + name + "» не подключится ни из одной сети");
                            }
                        }
                    }),
            ClusterRule.error(809, "The base backups do not fit", "Базовые копии не умещаются")
                    .because(
                            "A standby has one WAL sender, a base backup two; what exceeds max_wal_senders is refused, "
                                    + "and that may be a standby.",
                            "У реплики один процесс walsender, у базовой копии два; что сверх max_wal_senders, получит "
                                    + "отказ, и это может быть реплика.")
                    .mend(
                            "Raise max_wal_senders in postgresql.parameters, or lower connectionLimit of the roles.",
                            "Увеличьте max_wal_senders в postgresql.parameters или уменьшите connectionLimit ролей.")
                    .example("roles:\n  - {name: zup}\n  - {name: backup, replication: true, connectionLimit: 2}")
                    .reads(Stream.concat(Stream.of(ResourceRules.READS), Stream.of("roles"))
                            .toList())
                    .readsEach(ResourceRules.FIGURES)
                    .checkDerived(RoleRules::senders));

    private RoleRules() {}

    private static void senders(Derivation facts, RuleFindings findings) {
        Cluster cluster = facts.cluster();
        int backups = cluster.roles().stream()
                .filter(DatabaseRole::replication)
                .mapToInt(role -> Objects.requireNonNullElse(role.connectionLimit(), 2))
                .sum();
        int needed = backups + cluster.nodesWith(NodeRole.POSTGRESQL).size() - 1;
        if (backups == 0) {
            return;
        }
        ResourceRules.budgeted(facts, findings).forEach((path, input) -> {
            int places = facts.plan(input)
                    .value("max_wal_senders")
                    .map(Integer::valueOf)
                    .orElse(Integer.MAX_VALUE);
            if (needed > places) {
                findings.report(
                        path,
                        needed + " WAL senders are needed, max_wal_senders is " + places,
                        "нужно процессов walsender: " + needed + ", max_wal_senders: " + places);
            }
        });
    }

    /** Whether a name belongs to PostgreSQL or to a role of every cluster. */
    static boolean taken(String name) {
        return OWN.contains(name) || name.startsWith("pg_");
    }

    /** The owners of 1C's databases. */
    private static Set<SqlName> infobases(Cluster cluster, RuleFindings findings) {
        Set<SqlName> owners = new HashSet<>();
        for (int i = 0; i < cluster.databases().size(); i++) {
            Database database = cluster.databases().get(i);
            String path = "databases[" + i + "]";
            if (database.application() == Application.ONE_C && findings.known(path + ".owner", path + ".application")) {
                owners.add(database.owner());
            }
        }
        return owners;
    }

    private static String path(int index) {
        return "roles[" + index + "].name";
    }
}
