package io.github.pg1c.bundle.component.patroni;

import static io.github.pg1c.bundle.ansible.Task.arguments;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.ansible.Task;
import io.github.pg1c.bundle.document.DocumentContext;
import java.util.Map;

/** The list of members as a playbook reads it: {@code patronictl list}, and conditions on what it says. */
final class MemberList {

    /** Variables of the plays. */
    static final Map<String, Object> VARIABLES = arguments(
            "pg1c_members", "{{ pg1c_list.stdout | from_json }}",
            "pg1c_leaders",
                    "{{ pg1c_members | selectattr('Role', 'in', ['Leader', 'Standby Leader'])"
                            + " | map(attribute='Member') | list }}",
            "pg1c_restarting",
                    "{{ pg1c_members | selectattr('Pending restart', 'defined')"
                            + " | map(attribute='Member') | list }}",
            "pg1c_running",
                    "{{ pg1c_members | selectattr('State', 'in', ['running', 'streaming'])"
                            + " | map(attribute='Member') | list }}");

    static final String REGISTER = "pg1c_list";
    static final String LISTED = "pg1c_list.rc == 0";
    static final String ONE_LEADER = "pg1c_leaders | length == 1";
    /** The host is listed as a member. */
    static final String IS_MEMBER = "inventory_hostname in (pg1c_members | map(attribute='Member') | list)";

    static final String IS_LEADER = "inventory_hostname in pg1c_leaders";
    static final String RUNS = "inventory_hostname in pg1c_running";
    /** PostgreSQL on the host runs with a value that only a restart changes. */
    static final String WAITS_FOR_RESTART = "inventory_hostname in pg1c_restarting";

    private MemberList() {}

    static Task look(DocumentContext context, Text name) {
        return Task.look(context, name, PatronictlCommand.PATH, "list", "-f", "json")
                .with("register", REGISTER);
    }
}
