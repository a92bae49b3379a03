package io.github.pg1c.bundle.component.patroni;

import static io.github.pg1c.bundle.ansible.Task.arguments;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.ansible.Actions;
import io.github.pg1c.bundle.ansible.Pending;
import io.github.pg1c.bundle.ansible.Task;
import io.github.pg1c.bundle.document.DocumentContext;
import java.util.List;
import java.util.Map;

/**
 * The change of the shared configuration by a playbook, which ends when every member has taken it. A member that is
 * restarted before that starts with the old values once more.
 */
final class SharedChange {

    /** Where Patroni keeps the shared configuration when it has applied it, and not before. */
    private static final String TAKEN = "/patroni.dynamic.json";

    /** Variables of the plays. A number and the same number in quotes are equal, as they are for Patroni. */
    static final Map<String, Object> VARIABLES = arguments(
            // Each node reports the change, and one command makes it.
            "pg1c_reported",
            "{{ ansible_play_hosts | map('extract', hostvars, ['pg1c_pending', 'files']) | flatten"
                    + " | map(attribute='path') | map('basename') | list }}",
            "pg1c_shared",
            "{{ pg1c_config.stdout | from_yaml }}",
            "pg1c_parameters",
            "{{ pg1c_shared.postgresql.parameters | default({}) }}",
            "pg1c_taken",
            "{{ (pg1c_dynamic.content | b64decode | from_json | to_nice_json | replace('\"', '') | lower)"
                    + " == (pg1c_shared | to_nice_json | replace('\"', '') | lower) }}");

    /** Whether a node reports the change. */
    static final String REPORTED = "'" + Actions.SHARED + "' in pg1c_reported";

    private SharedChange() {}

    /** For all members at once. */
    static List<Task> tasks(DocumentContext context, String orWhen) {
        return List.of(
                Task.call(
                                context,
                                Text.of("Apply the shared configuration", "Применить общую конфигурацию"),
                                "command",
                                arguments(
                                        "argv",
                                        List.of(
                                                PatronictlCommand.PATH,
                                                "edit-config",
                                                context.clusterName(),
                                                "--apply",
                                                PatroniPaths.SHARED,
                                                "--force")))
                        .with("run_once", true)
                        .with("register", "pg1c_edit")
                        .with("changed_when", "'Not changed' not in pg1c_edit.stdout")
                        .when(REPORTED, "not ansible_check_mode"),
                Task.look(
                                context,
                                Text.of("Read the shared configuration", "Прочитать общую конфигурацию"),
                                PatronictlCommand.PATH,
                                "show-config",
                                context.clusterName())
                        .with("register", "pg1c_config")
                        .when(REPORTED + " or " + orWhen),
                Task.call(
                                context,
                                Text.of(
                                        "Wait until the member has taken the shared configuration",
                                        "Дождаться, пока член примет общую конфигурацию"),
                                "slurp",
                                arguments("src", context.layout().dataDirectory() + TAKEN))
                        .until(
                                "pg1c_dynamic",
                                List.of("pg1c_dynamic.content is defined", "pg1c_taken"),
                                // A minute more than its next turn takes.
                                PatronictlCommand.untilTaken(context.timing()) / 2 + 30,
                                2)
                        .when(REPORTED, "not ansible_check_mode"),
                Pending.forget(context, Actions.SHARED).when(REPORTED, "not ansible_check_mode"));
    }
}
