package io.github.pg1c.bundle.component.postgresql;

import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.value.SqlName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * SQL that makes a role a member of others, and ends the memberships that it had from an earlier run.
 *
 * <p>Their names stand in the role's parameter {@value #NAMES}, which only this SQL reads. So what an administrator
 * granted is never revoked.
 *
 * @see <a href="https://www.postgresql.org/docs/17/role-membership.html">PostgreSQL: role membership</a>
 */
final class Memberships {

    private static final String NAMES = "pg1c.memberships";

    private Memberships() {}

    /** The statements; the names come before the grants, so that an interrupted run can be taken back. */
    static List<String> of(DatabaseRole role) {
        String name = role.name().quoted();
        String literal = DatabaseScripts.literal(role.name().value());
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("SELECT format('REVOKE %I FROM %I', given, " + literal + ")");
        lines.add("  FROM pg_db_role_setting, unnest(setconfig) AS entry,");
        lines.add("       unnest(parse_ident(CASE WHEN starts_with(entry, '" + NAMES + "=')");
        lines.add("                               THEN substr(entry, length('" + NAMES + "=') + 1) END)) AS given");
        lines.add(" WHERE setdatabase = 0 AND setrole = (SELECT oid FROM pg_roles WHERE rolname = " + literal + ")");
        lines.add("   AND given IN (SELECT rolname FROM pg_roles)" + kept(role) + " \\gexec");
        if (role.memberOf().isEmpty()) {
            lines.add("ALTER ROLE " + name + " RESET " + NAMES + ";");
        } else {
            String names = role.memberOf().stream().map(SqlName::quoted).collect(Collectors.joining("."));
            lines.add("ALTER ROLE " + name + " SET " + NAMES + " = " + DatabaseScripts.literal(names) + ";");
            role.memberOf().forEach(other -> lines.add("GRANT " + other.quoted() + " TO " + name + ";"));
        }
        return lines;
    }

    private static String kept(DatabaseRole role) {
        return role.memberOf().isEmpty()
                ? ""
                : role.memberOf().stream()
                        .map(SqlName::value)
                        .map(DatabaseScripts::literal)
                        .collect(Collectors.joining(", ", " AND given NOT IN (", ")"));
    }
}
