package io.github.pg1c.bundle.component.patroni;

import static io.github.pg1c.bundle.ansible.Task.arguments;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.ansible.Task;
import io.github.pg1c.bundle.component.postgresql.PsqlCommand;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.plan.PlannedParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Compares the limits that a standby must not have below its leader's: those that a member runs with, and the shared
 * ones. PostgreSQL itself compares, so that a run that broke off finds the direction again.
 *
 * @see <a href="https://www.postgresql.org/docs/current/hot-standby.html#HOT-STANDBY-ADMIN">PostgreSQL: hot standby,
 *     administrator's overview</a>
 */
final class StandbyLimits {

    /** The limit of connections, which a pooler before the server has to keep. */
    static final String CONNECTIONS_LOWERED = "'lowered:max_connections' in (pg1c_limits.stdout | default(''))";

    static final String CONNECTIONS_NOT_RAISED = "'raised:max_connections' not in (pg1c_limits.stdout | default(''))";
    static final String NOT_LOWERED = "'lowered' not in (pg1c_limits.stdout | default(''))";
    /** No limit is lowered, or another one is raised: a standby takes a raised limit before its leader. */
    static final String NOT_ONLY_LOWERED = NOT_LOWERED + " or 'raised' in pg1c_limits.stdout";
    /** The member does not run with the limits that are shared. */
    static final String NOT_AS_SHARED = "pg1c_limits.stdout | default('') | trim | length > 0";

    private StandbyLimits() {}

    /** The query that prints {@code lowered:<name>} or {@code raised:<name>} for each limit that differs. */
    static Map<String, Object> variables(DocumentContext context) {
        String shared = context.tuning().shared().stream()
                .map(PlannedParameter::name)
                .filter(ParameterCatalogue.standbyLimits()::contains)
                // A limit that nobody shares is equal.
                .map(name -> "('" + name + "', {{ pg1c_parameters." + name + " | default('null') }})")
                .collect(Collectors.joining(", "));
        return arguments(
                "pg1c_limits_query",
                "select string_agg(case when setting::bigint > shared.value then 'lowered:' else 'raised:' end"
                        + " || name, ' ')"
                        + " from pg_settings join (values " + shared + ") as shared (name, value) using (name)"
                        + " where setting::bigint <> shared.value");
    }

    static Task look(DocumentContext context) {
        return Task.look(
                        context,
                        Text.of("Compare the limits with the shared ones", "Сравнить пределы с общими"),
                        command(context).toArray(String[]::new))
                .with("register", "pg1c_limits");
    }

    /** The comparison. */
    static List<String> command(DocumentContext context) {
        List<String> command = new ArrayList<>(PsqlCommand.local(context));
        command.addAll(List.of("-XAtc", "{{ pg1c_limits_query }}"));
        return command;
    }
}
