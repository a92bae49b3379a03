package io.github.pg1c.bundle.component.postgresql;

import io.github.pg1c.tuning.plan.PlannedParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SQL that gives a database or a role settings of its own, and takes back those that it had from an earlier run.
 *
 * <p>The names of the settings stand beside them in the parameter {@value #NAMES}, which only this SQL reads. So what an
 * administrator set is never taken back.
 *
 * @see <a href="https://www.postgresql.org/docs/17/catalog-pg-db-role-setting.html">PostgreSQL: pg_db_role_setting</a>
 */
enum PlacedSettings {
    DATABASE("setrole = 0 AND setdatabase = (SELECT oid FROM pg_database WHERE datname = "),
    ROLE("setdatabase = 0 AND setrole = (SELECT oid FROM pg_roles WHERE rolname = ");

    private static final String NAMES = "pg1c.settings";

    private final String owner;

    PlacedSettings(String owner) {
        this.owner = owner;
    }

    /** Takes back every setting that is not wanted. */
    List<String> takeBack(String name, List<PlannedParameter> wanted) {
        String kept = wanted.isEmpty()
                ? ""
                : Stream.concat(names(wanted), Stream.of(NAMES))
                        .map(DatabaseScripts::literal)
                        .collect(Collectors.joining(", ", " AND setting NOT IN (", ")"));
        String literal = DatabaseScripts.literal(name);
        return List.of(
                "SELECT format('ALTER " + name() + " %I RESET %I', " + literal + ", setting)",
                "  FROM pg_db_role_setting, unnest(setconfig) AS entry,",
                "       string_to_table(split_part(entry, '=', 2) || '," + NAMES + "', ',') AS setting",
                " WHERE " + owner + literal + ")",
                "   AND starts_with(entry, '" + NAMES + "=')" + kept + " \\gexec");
    }

    /** Gives the wanted settings; their names come first, so that an interrupted run can be taken back. */
    List<String> give(String quotedName, List<PlannedParameter> wanted) {
        List<String> lines = new ArrayList<>();
        if (!wanted.isEmpty()) {
            lines.add(set(quotedName, NAMES, names(wanted).collect(Collectors.joining(","))));
            wanted.forEach(parameter -> lines.add(set(quotedName, parameter.name(), parameter.value())));
        }
        return lines;
    }

    private String set(String quotedName, String setting, String value) {
        return "ALTER " + name() + " " + quotedName + " SET " + setting + " = " + DatabaseScripts.literal(value) + ";";
    }

    private static Stream<String> names(List<PlannedParameter> parameters) {
        return parameters.stream().map(PlannedParameter::name);
    }
}
