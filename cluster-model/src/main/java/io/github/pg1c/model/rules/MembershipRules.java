package io.github.pg1c.model.rules;

import io.github.pg1c.base.words.Suggestion;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.value.SqlName;
import io.github.pg1c.tuning.catalogue.PgMajor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Rules of the memberships of roles in others.
 *
 * @see <a href="https://www.postgresql.org/docs/current/predefined-roles.html">PostgreSQL: predefined roles</a>
 */
final class MembershipRules {

    private static final String EXAMPLE =
            "roles:\n  - {name: zup}\n  - {name: reader, createDatabases: true, memberOf: [pg_read_all_data]}";

    /** PostgreSQL's own roles that may have members, and the version that brought them; 14 is the oldest supported. */
    private static final Map<String, Integer> PREDEFINED = new TreeMap<>(Map.ofEntries(
            Map.entry("pg_monitor", 14),
            Map.entry("pg_read_all_settings", 14),
            Map.entry("pg_read_all_stats", 14),
            Map.entry("pg_stat_scan_tables", 14),
            Map.entry("pg_signal_backend", 14),
            Map.entry("pg_read_all_data", 14),
            Map.entry("pg_write_all_data", 14),
            Map.entry("pg_checkpoint", 15),
            Map.entry("pg_use_reserved_connections", 16),
            Map.entry("pg_create_subscription", 16),
            Map.entry("pg_maintain", 17),
            Map.entry("pg_signal_autovacuum_worker", 18)));

    /** They read and write any file of the server, or run programs as its user. */
    private static final Set<String> OF_A_SUPERUSER =
            Set.of("pg_read_server_files", "pg_write_server_files", "pg_execute_server_program");

    /** The roles of every cluster: the former reads any file of the server, the latter all of its data. */
    private static final Set<String> OF_THE_CLUSTER = Set.of("rewind", "replicator");

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(861, "The role of a membership does not exist", "Роли, в которую входит роль, нет")
                    .because(
                            "GRANT stops at a role that does not exist; PostgreSQL's own roles differ by version.",
                            "GRANT остановится на несуществующей роли; встроенные роли зависят от версии PostgreSQL.")
                    .mend(
                            "Name another described role, or one that this version of PostgreSQL has.",
                            "Укажите другую описанную роль или встроенную роль этой версии PostgreSQL.")
                    .example(EXAMPLE)
                    .reads("roles[*].name", "postgresql.version", "postgresql.superuser")
                    .readsEach("roles[*].memberOf")
                    .check((cluster, findings) -> each(cluster, findings, (path, role, group) -> {
                        if (!described(cluster, group) && !predefined(cluster, group) && !refused(cluster, group)) {
                            findings.report(
                                    path,
                                    Text.of(
                                            "there is no role '" + group + "' in PostgreSQL "
                                                    + cluster.postgresql().version(),
                                            "роли «" + group + "» в PostgreSQL "
                                                    + cluster.postgresql().version() + " нет"),
                                    remedy(cluster, group));
                        }
                    })),
            ClusterRule.error(862, "The membership gives a superuser's rights", "Членство даёт права суперпользователя")
                    .because(
                            "Members of a superuser become it by SET ROLE; pg_read_server_files, "
                                    + "pg_write_server_files and pg_execute_server_program reach the keys and programs "
                                    + "of the server's user, rewind reads its files, and replicator copies all data.",
                            "Члены роли суперпользователя становятся им через SET ROLE; pg_read_server_files, "
                                    + "pg_write_server_files и pg_execute_server_program дают доступ к ключам и "
                                    + "программам пользователя сервера, rewind читает его файлы, а replicator копирует "
                                    + "все данные.")
                    .mend(
                            "Name a narrower role; who must be superuser says so by superuser: true.",
                            "Укажите роль с меньшими правами; если суперпользователь нужен, укажите superuser: true.")
                    .example(EXAMPLE)
                    .reads("roles[*].name", "roles[*].superuser", "postgresql.superuser")
                    .readsEach("roles[*].memberOf")
                    .check((cluster, findings) -> each(cluster, findings, (path, role, group) -> {
                        if (refused(cluster, group)) {
                            findings.report(
                                    path,
                                    "'" + group + "' is more than '" + role.name() + "' may have",
                                    "«" + group + "» — больше, чем можно дать роли «" + role.name() + "»");
                        }
                    })),
            ClusterRule.error(863, "Memberships go round in a circle", "Членство ролей замкнуто в круг")
                    .because(
                            "PostgreSQL refuses to make a role a member of itself, also by way of others.",
                            "PostgreSQL не позволяет роли входить в саму себя, в том числе через другие роли.")
                    .mend("Remove one of the memberships.", "Уберите одно из членств.")
                    .example(EXAMPLE)
                    .reads("roles[*].name")
                    .readsEach("roles[*].memberOf")
                    .check((cluster, findings) -> each(cluster, findings, (path, role, group) -> {
                        if (reaches(cluster, group, role.name())) {
                            findings.report(
                                    path,
                                    "'" + group + "' is '" + role.name() + "' or a member of it",
                                    "«" + group + "» — это «" + role.name() + "» или её член");
                        }
                    })));

    private MembershipRules() {}

    private interface Check {
        void membership(String path, DatabaseRole role, SqlName group);
    }

    private static void each(Cluster cluster, RuleFindings findings, Check check) {
        for (int i = 0; i < cluster.roles().size(); i++) {
            DatabaseRole role = cluster.roles().get(i);
            for (int j = 0; j < role.memberOf().size(); j++) {
                String path = findings.element("roles[" + i + "].memberOf", j);
                check.membership(path, role, role.memberOf().get(j));
            }
        }
    }

    private static Optional<DatabaseRole> find(Cluster cluster, SqlName name) {
        return cluster.roles().stream().filter(role -> role.name().equals(name)).findFirst();
    }

    private static boolean described(Cluster cluster, SqlName name) {
        return find(cluster, name).isPresent();
    }

    private static boolean predefined(Cluster cluster, SqlName name) {
        PgMajor major = cluster.postgresql().version();
        Integer since = PREDEFINED.get(name.value());
        return since != null && major.atLeast(since);
    }

    private static boolean refused(Cluster cluster, SqlName group) {
        String name = group.value();
        return OF_A_SUPERUSER.contains(name)
                || OF_THE_CLUSTER.contains(name)
                || name.equals(cluster.postgresql().superuser())
                || find(cluster, group).filter(DatabaseRole::superuser).isPresent();
    }

    /** Whether a role is another one or a member of it, directly or by way of others. */
    private static boolean reaches(Cluster cluster, SqlName from, SqlName to) {
        Set<SqlName> seen = new HashSet<>();
        Deque<SqlName> left = new ArrayDeque<>(List.of(from));
        while (!left.isEmpty()) {
            SqlName name = left.remove();
            if (name.equals(to)) {
                return true;
            }
            if (seen.add(name)) {
                find(cluster, name).ifPresent(role -> left.addAll(role.memberOf()));
            }
        }
        return false;
    }

    private static Text remedy(Cluster cluster, SqlName group) {
        Integer since = PREDEFINED.get(group.value());
        if (since != null) {
            return Text.of(
                    "choose PostgreSQL " + since + " or later, or another role",
                    "выберите PostgreSQL " + since + " или новее либо другую роль");
        }
        List<String> known = Stream.concat(
                        cluster.roles().stream().map(role -> role.name().value()),
                        PREDEFINED.keySet().stream().filter(name -> predefined(cluster, new SqlName(name))))
                .toList();
        return Suggestion.of(group.value(), known)
                .map(near -> Text.of("did you mean '" + near + "'?", "возможно, имелась в виду «" + near + "»?"))
                .orElse(Text.of(
                        "add '- name: " + group + "' to roles, or name one of "
                                + String.join(
                                        ", ", known.subList(cluster.roles().size(), known.size())),
                        "добавьте «- name: " + group + "» в roles или укажите одну из "
                                + String.join(
                                        ", ", known.subList(cluster.roles().size(), known.size()))));
    }
}
