package io.github.pg1c.bundle.document;

import static io.github.pg1c.bundle.document.AnsibleTask.arguments;

import io.github.pg1c.tuning.Text;
import java.util.ArrayList;
import java.util.List;

/** Patroni, PgBouncer and HAProxy: started in order, changed standbys first, never two members at a time. */
final class AnsiblePostgresql {

    /** Groups made while the playbook runs. */
    static final String STANDBY = "pg1c_role_standby";

    static final String LEADER = "pg1c_role_leader";

    private static final String PATRONI = Service.PATRONI.unit();
    private static final String PGBOUNCER = Service.PGBOUNCER.unit();
    private static final String HAPROXY = Service.HAPROXY.unit();
    private static final String MEMBERS = "(pg1c_list.stdout | from_json)";
    private static final String RUNNING = "selectattr('State', 'in', ['running', 'streaming'])";
    private static final String LEADERS = "selectattr('Role', 'in', ['Leader', 'Standby Leader'])";
    /** A standby copies the whole database before it runs: up to six hours unless the user says otherwise. */
    private static final String RETRIES = "{{ pg1c_wait_retries | default(2160) }}";

    private AnsiblePostgresql() {}

    static List<AnsibleTask> start(Facts facts) {
        List<AnsibleTask> tasks = new ArrayList<>();
        tasks.addAll(started(facts, PATRONI));
        tasks.add(list(facts, Text.of("Wait until Patroni shows the member", "Дождаться члена в списке Patroni"))
                .until(
                        "pg1c_list",
                        "pg1c_list.rc == 0 and " + MEMBERS
                                + " | selectattr('Member', 'equalto', inventory_hostname) | list | length == 1",
                        60,
                        2)
                .when("not ansible_check_mode"));
        if (facts.pooled()) {
            tasks.addAll(started(facts, PGBOUNCER));
        }
        return tasks;
    }

    private static List<AnsibleTask> started(Facts facts, String unit) {
        String register = "pg1c_" + unit + "_start";
        return List.of(
                AnsibleTask.service(facts, Text.of("Start " + unit, "Запустить " + unit), unit, "started")
                        .with("register", register),
                AnsiblePending.done(facts, unit).when(register + " is changed"));
    }

    static List<AnsibleTask> gather(Facts facts) {
        int members = facts.postgresql().size();
        return List.of(
                list(
                                facts,
                                Text.of(
                                        "Wait until every member runs under one leader",
                                        "Дождаться работы всех членов под одним лидером"))
                        .until(
                                "pg1c_list",
                                "pg1c_list.rc == 0 and " + MEMBERS + " | " + RUNNING + " | list | length == " + members
                                        + " and " + MEMBERS + " | " + LEADERS + " | list | length == 1",
                                RETRIES,
                                10),
                AnsibleTask.call(
                                facts,
                                Text.of("Divide the members by role", "Разделить членов по ролям"),
                                "group_by",
                                arguments(
                                        "key",
                                        "{{ '" + LEADER + "' if inventory_hostname in (" + MEMBERS + " | " + LEADERS
                                                + " | map(attribute='Member') | list) else '" + STANDBY + "' }}"))
                        .with("changed_when", false));
    }

    static List<AnsibleTask> apply(Facts facts) {
        List<AnsibleTask> tasks = new ArrayList<>();
        tasks.add(AnsiblePending.look(facts));
        tasks.addAll(AnsiblePending.apply(facts, PATRONI));
        tasks.add(list(facts, Text.of("Wait until the member runs again", "Дождаться, пока член снова работает"))
                .until(
                        "pg1c_list",
                        "pg1c_list.rc == 0 and " + MEMBERS + " | selectattr('Member', 'equalto', inventory_hostname) | "
                                + RUNNING + " | list | length == 1 and " + MEMBERS + " | " + LEADERS
                                + " | list | length == 1",
                        RETRIES,
                        10)
                .when("not ansible_check_mode"));
        if (facts.pooled()) {
            tasks.addAll(AnsiblePending.apply(facts, PGBOUNCER));
        }
        return tasks;
    }

    static List<AnsibleTask> applyOnLeader(Facts facts) {
        List<AnsibleTask> tasks = new ArrayList<>();
        tasks.add(AnsiblePending.look(facts));
        if (facts.postgresql().stream().filter(node -> node.failover()).count() > 1) {
            String[] command = Commands.patronictl(
                            facts, "switchover", Commands.leaderOption(facts) + " {{ inventory_hostname }} --force")
                    .split(" (?![^{]*})", -1);
            tasks.add(AnsibleTask.block(
                            facts,
                            Text.of(
                                    "Move the leader's role away before a restart",
                                    "Увести роль лидера перед перезапуском"),
                            List.of(
                                    AnsibleTask.call(
                                                    facts,
                                                    Text.of("Switch over", "Переключить лидера"),
                                                    "command",
                                                    arguments("argv", List.of(command)))
                                            .with("changed_when", true),
                                    list(facts, Text.of("Wait for another leader", "Дождаться другого лидера"))
                                            .until(
                                                    "pg1c_list",
                                                    "pg1c_list.rc == 0 and " + MEMBERS + " | " + LEADERS + " | "
                                                            + RUNNING
                                                            + " | rejectattr('Member', 'equalto', inventory_hostname) | list | length == 1",
                                                    60,
                                                    5)))
                    .when(restartOfAny(facts), "not ansible_check_mode"));
        }
        tasks.addAll(apply(facts).subList(1, apply(facts).size()));
        return tasks;
    }

    private static String restartOfAny(Facts facts) {
        return facts.pooled()
                ? "(" + AnsiblePending.restart(PATRONI) + ") or (" + AnsiblePending.restart(PGBOUNCER) + ")"
                : AnsiblePending.restart(PATRONI);
    }

    static List<AnsibleTask> haproxy(Facts facts) {
        List<AnsibleTask> tasks = new ArrayList<>(started(facts, HAPROXY));
        tasks.add(AnsiblePending.look(facts));
        tasks.addAll(AnsiblePending.apply(facts, HAPROXY));
        return tasks;
    }

    private static AnsibleTask list(Facts facts, Text name) {
        return AnsibleTask.look(facts, name, Commands.PATRONICTL, "list", "-f", "json");
    }
}
