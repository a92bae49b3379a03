package io.github.pg1c.bundle.document;

import static io.github.pg1c.bundle.document.AnsibleTask.arguments;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.patroni.PatroniComponent;
import io.github.pg1c.bundle.component.patroni.PatroniPaths;
import io.github.pg1c.bundle.component.patroni.PatronictlCommand;
import io.github.pg1c.bundle.component.pgbouncer.PgbouncerComponent;
import io.github.pg1c.bundle.component.postgresql.PostgresqlComponent;
import io.github.pg1c.model.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Patroni and PgBouncer: started in order, changed on the standbys first, never on two members at a time. */
final class AnsiblePostgresql {

    /** Groups made while the playbook runs. */
    static final String STANDBY = "pg1c_role_standby";

    static final String LEADER = "pg1c_role_leader";

    /** What the plays make of the list of members. */
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

    /** The same, and what is pending. */
    static final Map<String, Object> PENDING_VARIABLES = both(VARIABLES, AnsiblePending.VARIABLES);

    private static final String PATRONI = PatroniComponent.NAME;
    private static final String PGBOUNCER = PgbouncerComponent.NAME;
    private static final String SERVER_RESTART = PostgresqlComponent.NAME + ".restart";
    private static final String SERVER_PENDING = "'" + SERVER_RESTART + "' in pg1c_names";
    private static final String LISTED = "pg1c_list.rc == 0";
    private static final String ONE_LEADER = "pg1c_leaders | length == 1";
    /** A standby copies the whole database before it runs: an hour, unless the user says otherwise. */
    private static final String RETRIES = "{{ pg1c_wait_retries | default(360) }}";

    private AnsiblePostgresql() {}

    private static Map<String, Object> both(Map<String, Object> first, Map<String, Object> second) {
        Map<String, Object> both = new LinkedHashMap<>(first);
        both.putAll(second);
        return both;
    }

    static List<AnsibleTask> start(Facts facts) {
        List<AnsibleTask> tasks = new ArrayList<>(started(facts, PATRONI));
        tasks.add(list(facts, Text.of("Wait until Patroni shows the member", "Дождаться члена в списке Patroni"))
                .until(
                        "pg1c_list",
                        List.of(LISTED, "inventory_hostname in (pg1c_members | map(attribute='Member') | list)"),
                        60,
                        2)
                .when("not ansible_check_mode"));
        if (facts.pooled()) {
            tasks.addAll(started(facts, PGBOUNCER));
        }
        return tasks;
    }

    /** Starts a service that may have to be restarted later, unless this start already is the fresh one. */
    static List<AnsibleTask> started(Facts facts, String unit) {
        List<AnsibleTask> tasks = new ArrayList<>(AnsiblePending.forgetWhereStopped(facts, unit));
        tasks.add(AnsibleTask.service(facts, Text.of("Start " + unit, "Запустить " + unit), unit, "started"));
        return tasks;
    }

    static List<AnsibleTask> gather(Facts facts) {
        return List.of(
                list(
                                facts,
                                Text.of(
                                        "Wait until every member runs under one leader",
                                        "Дождаться работы всех членов под одним лидером"))
                        .until(
                                "pg1c_list",
                                List.of(
                                        LISTED,
                                        "pg1c_running | length == "
                                                + facts.postgresql().size(),
                                        ONE_LEADER),
                                RETRIES,
                                10),
                AnsibleTask.call(
                                facts,
                                Text.of("Divide the members by role", "Разделить членов по ролям"),
                                "group_by",
                                arguments(
                                        "key",
                                        "{{ (inventory_hostname in pg1c_leaders) | ternary('" + LEADER + "', '"
                                                + STANDBY + "') }}"))
                        .with("changed_when", false));
    }

    static List<AnsibleTask> apply(Facts facts) {
        List<AnsibleTask> tasks = new ArrayList<>();
        tasks.add(AnsiblePending.look(facts));
        tasks.addAll(applyPending(facts));
        return tasks;
    }

    /** The shared configuration counts for all members: the leader's node changes it. */
    static List<AnsibleTask> changeShared(Facts facts) {
        return List.of(
                AnsiblePending.look(facts),
                AnsibleTask.block(
                                facts,
                                Text.of("Change the shared configuration", "Изменить общую конфигурацию"),
                                List.of(
                                        AnsibleTask.call(
                                                        facts,
                                                        Text.of("Apply it", "Применить её"),
                                                        "command",
                                                        arguments(
                                                                "argv",
                                                                List.of(
                                                                        PatronictlCommand.PATH,
                                                                        "edit-config",
                                                                        facts.clusterName(),
                                                                        "--apply",
                                                                        PatroniPaths.SHARED,
                                                                        "--force")))
                                                .with("changed_when", true),
                                        AnsiblePending.forget(facts, AnsibleActions.SHARED)))
                        .when("'" + AnsibleActions.SHARED + "' in pg1c_names", "not ansible_check_mode"));
    }

    /** A restart of Patroni restarts PostgreSQL, too. */
    private static AnsibleTask restartServer(Facts facts) {
        return AnsibleTask.block(
                        facts,
                        Text.of("Restart PostgreSQL", "Перезапустить PostgreSQL"),
                        List.of(
                                noticed(facts),
                                AnsibleTask.call(
                                                facts,
                                                Text.of("Restart it through Patroni", "Перезапустить через Patroni"),
                                                "command",
                                                arguments(
                                                        "argv",
                                                        List.of(
                                                                PatronictlCommand.PATH,
                                                                "restart",
                                                                facts.clusterName(),
                                                                "{{ inventory_hostname }}",
                                                                "--pending",
                                                                "--force")))
                                        .with("changed_when", true),
                                AnsiblePending.forget(facts, SERVER_RESTART)))
                .when(SERVER_PENDING, AnsiblePending.RESTARTS_ALLOWED, "not ansible_check_mode");
    }

    /** A member notices what is shared at its next turn; a value that it already runs with leaves nothing pending. */
    private static AnsibleTask noticed(Facts facts) {
        long turns = 2 * facts.timing().loopWait().toSeconds();
        return list(facts, Text.of("Give the member time to notice", "Дать члену время заметить изменение"))
                .until("pg1c_list", List.of(LISTED, "inventory_hostname in pg1c_restarting"), (int) turns / 2, 2)
                .with("failed_when", false);
    }

    private static List<AnsibleTask> applyPending(Facts facts) {
        List<AnsibleTask> tasks = new ArrayList<>(AnsiblePending.apply(facts, PATRONI));
        tasks.add(restartServer(facts));
        tasks.add(list(facts, Text.of("Wait until the member runs again", "Дождаться, пока член снова работает"))
                .until("pg1c_list", List.of(LISTED, "inventory_hostname in pg1c_running", ONE_LEADER), RETRIES, 10)
                .when("not ansible_check_mode"));
        if (facts.pooled()) {
            tasks.addAll(AnsiblePending.apply(facts, PGBOUNCER));
        }
        return tasks;
    }

    static List<AnsibleTask> applyOnLeader(Facts facts) {
        List<AnsibleTask> tasks = new ArrayList<>();
        tasks.add(AnsiblePending.look(facts));
        if (facts.postgresql().stream().filter(Node::failover).count() > 1) {
            tasks.add(AnsibleTask.block(
                            facts,
                            Text.of(
                                    "Move the leader's role away before a restart",
                                    "Увести роль лидера перед перезапуском"),
                            List.of(switchover(facts), otherLeader(facts)))
                    .when(restartOfAny(facts), AnsiblePending.RESTARTS_ALLOWED, "not ansible_check_mode"));
        }
        tasks.addAll(applyPending(facts));
        return tasks;
    }

    private static AnsibleTask switchover(Facts facts) {
        List<String> command = List.of(
                PatronictlCommand.PATH,
                "switchover",
                facts.cluster().name().toString(),
                "--leader",
                "{{ inventory_hostname }}",
                "--force");
        return AnsibleTask.call(
                        facts, Text.of("Switch over", "Переключить лидера"), "command", arguments("argv", command))
                .with("changed_when", true);
    }

    /** patronictl ends with 0 even when nothing was switched: only the list of members tells. */
    private static AnsibleTask otherLeader(Facts facts) {
        return list(facts, Text.of("Wait for another leader", "Дождаться другого лидера"))
                .until(
                        "pg1c_list",
                        List.of(
                                LISTED,
                                ONE_LEADER,
                                "pg1c_leaders[0] != inventory_hostname",
                                "pg1c_leaders[0] in pg1c_running"),
                        60,
                        5);
    }

    private static String restartOfAny(Facts facts) {
        return "pg1c_names | intersect(['" + PATRONI + ".restart', '" + SERVER_RESTART + "'"
                + (facts.pooled() ? ", '" + PGBOUNCER + ".restart'" : "") + "]) | length > 0";
    }

    private static AnsibleTask list(Facts facts, Text name) {
        return AnsibleTask.look(facts, name, PatronictlCommand.PATH, "list", "-f", "json");
    }
}
