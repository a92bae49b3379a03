package io.github.pg1c.model.rules;

import io.github.pg1c.base.words.Suggestion;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.value.SqlName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules of the databases. */
final class DatabaseRules {

    private static final Set<String> OWN =
            Set.of("postgres", "template0", "template1", "pgbouncer", "replication", "all");
    private static final String EXAMPLE = "roles:\n  - {name: zup}\ndatabases:\n  - {name: zup, owner: zup}";

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(811, "Duplicate database", "Повторная база данных")
                    .because(
                            "Which of the two owners it gets would be chance.",
                            "Кто из двух владельцев её получит, было бы делом случая.")
                    .mend("Keep one of them.", "Оставьте одну.")
                    .example(EXAMPLE)
                    .readsEach("databases[*].name")
                    .check((cluster, findings) -> {
                        Set<SqlName> seen = new HashSet<>();
                        for (int i = 0; i < cluster.databases().size(); i++) {
                            SqlName name = cluster.databases().get(i).name();
                            if (findings.known(path(i, "name")) && !seen.add(name)) {
                                findings.report(
                                        path(i, "name"),
                                        "database '" + name + "' is described twice",
                                        "база «" + name + "» описана дважды");
                            }
                        }
                    }),
            ClusterRule.error(812, "The database's name is reserved", "Имя базы данных зарезервировано")
                    .because(
                            "PostgreSQL, PgBouncer or pg_hba.conf uses the name itself.",
                            "Это имя использует сам PostgreSQL, PgBouncer или pg_hba.conf.")
                    .mend("Choose another name.", "Выберите другое имя.")
                    .example(EXAMPLE)
                    .readsEach("databases[*].name")
                    .check((cluster, findings) -> {
                        for (int i = 0; i < cluster.databases().size(); i++) {
                            String name = cluster.databases().get(i).name().value();
                            if (findings.known(path(i, "name")) && OWN.contains(name)) {
                                findings.report(
                                        path(i, "name"),
                                        "'" + name + "' is reserved",
                                        "имя «" + name + "» зарезервировано");
                            }
                        }
                    }),
            ClusterRule.error(813, "The owner is not among the roles", "Владельца нет среди ролей")
                    .because(
                            "A role that does not exist cannot own a database.",
                            "Несуществующая роль не может владеть базой.")
                    .mend("Add the owner to 'roles'.", "Добавьте владельца в «roles».")
                    .example(EXAMPLE)
                    .reads("roles[*].name")
                    .readsEach("databases[*].owner")
                    .check((cluster, findings) -> {
                        List<SqlName> roles =
                                cluster.roles().stream().map(DatabaseRole::name).toList();
                        for (int i = 0; i < cluster.databases().size(); i++) {
                            SqlName owner = cluster.databases().get(i).owner();
                            if (findings.known(path(i, "owner")) && !roles.contains(owner)) {
                                findings.report(
                                        path(i, "owner"),
                                        Text.of("there is no role '" + owner + "'", "роли «" + owner + "» нет"),
                                        remedy(owner, roles));
                            }
                        }
                    }),
            ClusterRule.warning(814, "The database's name needs quotation marks", "Имя базы данных требует кавычек")
                    .because(
                            "With capitals, a digit first or hyphens, it works in SQL only in double quotes; "
                                    + "scripts tend to forget them.",
                            "С заглавными, цифрой в начале или дефисом оно работает в SQL только в двойных "
                                    + "кавычках, а скрипты о них забывают.")
                    .mend(
                            "Use lower-case Latin letters, digits and underscores, a letter first.",
                            "Используйте строчные латинские буквы, цифры и подчёркивания, первой — букву.")
                    .example(EXAMPLE)
                    .readsEach("databases[*].name")
                    .check((cluster, findings) -> {
                        for (int i = 0; i < cluster.databases().size(); i++) {
                            Database database = cluster.databases().get(i);
                            if (findings.known(path(i, "name"))
                                    && database.name().needsQuoting()) {
                                findings.report(
                                        path(i, "name"),
                                        "in SQL it is " + database.name().quoted(),
                                        "в SQL это " + database.name().quoted());
                            }
                        }
                    }));

    private DatabaseRules() {}

    private static Text remedy(SqlName owner, List<SqlName> roles) {
        List<String> names = roles.stream().map(SqlName::value).toList();
        return Suggestion.of(owner.value(), names)
                .map(near -> Text.of("did you mean '" + near + "'?", "возможно, имелась в виду «" + near + "»?"))
                .orElse(Text.of("add '- name: " + owner + "' to roles", "добавьте «- name: " + owner + "» в roles"));
    }

    private static String path(int index, String key) {
        return "databases[" + index + "]." + key;
    }
}
