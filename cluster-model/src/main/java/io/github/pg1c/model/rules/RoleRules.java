package io.github.pg1c.model.rules;

import io.github.pg1c.model.Database.Application;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.value.SqlName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules of PostgreSQL's roles. */
final class RoleRules {

    private static final Set<String> OWN = Set.of("replicator", "rewind", "public", "none");
    private static final String EXAMPLE = "roles:\n  - {name: zup}";

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(801, "Duplicate role", "Повторная роль")
                    .because(
                            "Its two descriptions may differ, and only one password is made.",
                            "Два описания могут расходиться, а пароль создаётся один.")
                    .mend("Keep one of them.", "Оставьте одну.")
                    .example(EXAMPLE)
                    .reads("roles[*].name")
                    .check((cluster, findings) -> {
                        Set<SqlName> seen = new HashSet<>();
                        for (int i = 0; i < cluster.roles().size(); i++) {
                            SqlName name = cluster.roles().get(i).name();
                            if (!seen.add(name)) {
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
                    .reads("roles[*].name", "postgresql.superuser")
                    .check((cluster, findings) -> {
                        for (int i = 0; i < cluster.roles().size(); i++) {
                            String name = cluster.roles().get(i).name().value();
                            if (taken(name) || name.equals(cluster.postgresql().superuser())) {
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
                    .reads("roles[*].name")
                    .check((cluster, findings) -> {
                        for (int i = 0; i < cluster.roles().size(); i++) {
                            DatabaseRole role = cluster.roles().get(i);
                            if (role.name().needsQuoting()) {
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
                    .reads(
                            "roles[*].name",
                            "roles[*].superuser",
                            "databases[*].owner",
                            "databases[*].application",
                            "postgresql.version")
                    .check((cluster, findings) -> {
                        for (int i = 0; i < cluster.roles().size(); i++) {
                            DatabaseRole role = cluster.roles().get(i);
                            boolean infobase = cluster.databases().stream()
                                    .anyMatch(database -> database.application() == Application.ONE_C
                                            && database.owner().equals(role.name()));
                            if (infobase
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
                    }));

    private RoleRules() {}

    /** Whether a name belongs to PostgreSQL or to a role of every cluster. */
    static boolean taken(String name) {
        return OWN.contains(name) || name.startsWith("pg_");
    }

    private static String path(int index) {
        return "roles[" + index + "].name";
    }
}
