package io.github.pg1c.bundle.component.patroni;

import static io.github.pg1c.bundle.ansible.Task.arguments;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.ansible.Actions;
import io.github.pg1c.bundle.ansible.HostGroup;
import io.github.pg1c.bundle.ansible.Pending;
import io.github.pg1c.bundle.ansible.Play;
import io.github.pg1c.bundle.ansible.Task;
import io.github.pg1c.bundle.component.postgresql.PostgresqlComponent;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.model.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Patroni and what is beside it: started in order, changed on the standbys first, never on two members at a time. */
final class PatroniPlays {

    /** The group of the members in the inventory. */
    private static final String GROUP = "pg1c_postgresql";

    /** Groups made while the playbook runs. */
    private static final String STANDBY = "pg1c_role_standby";

    private static final String LEADER = "pg1c_role_leader";

    /** What the plays make of the list of members. */
    private static final Map<String, Object> VARIABLES = arguments(
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
    private static final Map<String, Object> PENDING_VARIABLES = both(VARIABLES, Pending.VARIABLES);

    private static final String PATRONI = PatroniComponent.NAME;
    private static final String SERVER_RESTART = PostgresqlComponent.NAME + ".restart";
    private static final String SERVER_PENDING = "'" + SERVER_RESTART + "' in pg1c_names";
    private static final String LISTED = "pg1c_list.rc == 0";
    private static final String ONE_LEADER = "pg1c_leaders | length == 1";
    /** A standby copies the whole database before it runs: an hour, unless the user says otherwise. */
    private static final String RETRIES = "{{ pg1c_wait_retries | default(360) }}";

    private PatroniPlays() {}

    /** The node that makes the cluster is the first of the group. */
    static HostGroup group(DocumentContext context) {
        List<Node> nodes = new ArrayList<>(context.postgresql());
        nodes.remove(context.first());
        nodes.add(0, context.first());
        return new HostGroup(GROUP, nodes);
    }

    static List<Play> plays(DocumentContext context) {
        return List.of(
                Play.oneByOne(
                                context,
                                Text.of(
                                        "Start PostgreSQL, the first node first",
                                        "Запустить PostgreSQL, начиная с первого узла"),
                                GROUP,
                                start(context))
                        .variables(VARIABLES),
                Play.together(
                                context,
                                Text.of(
                                        "Wait for the whole cluster and find the leader",
                                        "Дождаться всего кластера и найти лидера"),
                                GROUP,
                                gather(context))
                        .variables(VARIABLES),
                Play.oneByOne(
                                context,
                                Text.of("Change what all members share", "Изменить общее для всех членов"),
                                LEADER,
                                changeShared(context))
                        .variables(PENDING_VARIABLES),
                Play.oneByOne(
                                context,
                                Text.of("Apply changes on the standbys", "Применить изменения на репликах"),
                                STANDBY,
                                apply(context))
                        .variables(PENDING_VARIABLES),
                Play.oneByOne(
                                context,
                                Text.of("Apply changes on the leader", "Применить изменения на лидере"),
                                LEADER,
                                applyOnLeader(context))
                        .variables(PENDING_VARIABLES));
    }

    private static Map<String, Object> both(Map<String, Object> first, Map<String, Object> second) {
        Map<String, Object> both = new LinkedHashMap<>(first);
        both.putAll(second);
        return both;
    }

    private static List<Task> start(DocumentContext context) {
        List<Task> tasks = new ArrayList<>(Pending.started(context, PATRONI));
        tasks.add(list(context, Text.of("Wait until Patroni shows the member", "Дождаться члена в списке Patroni"))
                .until(
                        "pg1c_list",
                        List.of(LISTED, "inventory_hostname in (pg1c_members | map(attribute='Member') | list)"),
                        60,
                        2)
                .when("not ansible_check_mode"));
        MemberServices.besides(context).forEach(unit -> tasks.addAll(Pending.started(context, unit)));
        return tasks;
    }

    private static List<Task> gather(DocumentContext context) {
        return List.of(
                list(
                                context,
                                Text.of(
                                        "Wait until every member runs under one leader",
                                        "Дождаться работы всех членов под одним лидером"))
                        .until(
                                "pg1c_list",
                                List.of(
                                        LISTED,
                                        "pg1c_running | length == "
                                                + context.postgresql().size(),
                                        ONE_LEADER),
                                RETRIES,
                                10),
                Task.call(
                                context,
                                Text.of("Divide the members by role", "Разделить членов по ролям"),
                                "group_by",
                                arguments(
                                        "key",
                                        "{{ (inventory_hostname in pg1c_leaders) | ternary('" + LEADER + "', '"
                                                + STANDBY + "') }}"))
                        .with("changed_when", false));
    }

    private static List<Task> apply(DocumentContext context) {
        List<Task> tasks = new ArrayList<>();
        tasks.add(Pending.look(context));
        tasks.addAll(applyPending(context));
        return tasks;
    }

    /** The shared configuration counts for all members: the leader's node changes it. */
    private static List<Task> changeShared(DocumentContext context) {
        return List.of(
                Pending.look(context),
                Task.block(
                                context,
                                Text.of("Change the shared configuration", "Изменить общую конфигурацию"),
                                List.of(
                                        Task.call(
                                                        context,
                                                        Text.of("Apply it", "Применить её"),
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
                                                .with("changed_when", true),
                                        Task.call(
                                                context,
                                                Text.of(
                                                        "Wait until every member has taken it",
                                                        "Дождаться, пока её примут все члены"),
                                                "pause",
                                                arguments("seconds", PatronictlCommand.untilTaken(context.timing()))),
                                        Pending.forget(context, Actions.SHARED)))
                        .when("'" + Actions.SHARED + "' in pg1c_names", "not ansible_check_mode"));
    }

    /** A restart of Patroni restarts PostgreSQL, too. */
    private static Task restartServer(DocumentContext context) {
        return Task.block(
                        context,
                        Text.of("Restart PostgreSQL", "Перезапустить PostgreSQL"),
                        List.of(
                                noticed(context),
                                Task.call(
                                                context,
                                                Text.of("Restart it through Patroni", "Перезапустить через Patroni"),
                                                "command",
                                                arguments(
                                                        "argv",
                                                        List.of(
                                                                PatronictlCommand.PATH,
                                                                "restart",
                                                                context.clusterName(),
                                                                "{{ inventory_hostname }}",
                                                                "--pending",
                                                                "--force")))
                                        .with("changed_when", true),
                                Pending.forget(context, SERVER_RESTART)))
                .when(SERVER_PENDING, Pending.RESTARTS_ALLOWED, "not ansible_check_mode");
    }

    /** A member notices what is shared at its next turn; a value that it already runs with leaves nothing pending. */
    private static Task noticed(DocumentContext context) {
        int turns = PatronictlCommand.untilTaken(context.timing());
        return list(context, Text.of("Give the member time to notice", "Дать члену время заметить изменение"))
                .until("pg1c_list", List.of(LISTED, "inventory_hostname in pg1c_restarting"), turns / 2, 2)
                .with("failed_when", false);
    }

    private static List<Task> applyPending(DocumentContext context) {
        List<Task> tasks = new ArrayList<>(Pending.apply(context, PATRONI));
        tasks.add(restartServer(context));
        tasks.add(list(context, Text.of("Wait until the member runs again", "Дождаться, пока член снова работает"))
                .until("pg1c_list", List.of(LISTED, "inventory_hostname in pg1c_running", ONE_LEADER), RETRIES, 10)
                .when("not ansible_check_mode"));
        MemberServices.besides(context).forEach(unit -> tasks.addAll(Pending.apply(context, unit)));
        return tasks;
    }

    private static List<Task> applyOnLeader(DocumentContext context) {
        List<Task> tasks = new ArrayList<>();
        tasks.add(Pending.look(context));
        if (context.postgresql().stream().filter(Node::failover).count() > 1) {
            tasks.add(Task.block(
                            context,
                            Text.of(
                                    "Move the leader's role away before a restart",
                                    "Увести роль лидера перед перезапуском"),
                            List.of(switchover(context), otherLeader(context)))
                    .when(restartOfAny(context), Pending.RESTARTS_ALLOWED, "not ansible_check_mode"));
        }
        tasks.addAll(applyPending(context));
        return tasks;
    }

    private static Task switchover(DocumentContext context) {
        List<String> command = List.of(
                PatronictlCommand.PATH,
                "switchover",
                context.cluster().name().toString(),
                "--leader",
                "{{ inventory_hostname }}",
                "--force");
        return Task.call(context, Text.of("Switch over", "Переключить лидера"), "command", arguments("argv", command))
                .with("changed_when", true);
    }

    /** patronictl ends with 0 even when nothing was switched: only the list of members tells. */
    private static Task otherLeader(DocumentContext context) {
        return list(context, Text.of("Wait for another leader", "Дождаться другого лидера"))
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

    private static String restartOfAny(DocumentContext context) {
        String restarts = MemberServices.of(context).stream()
                .map(service -> "'" + service.name() + ".restart'")
                .collect(Collectors.joining(", "));
        return "pg1c_names | intersect([" + restarts + "]) | length > 0";
    }

    private static Task list(DocumentContext context, Text name) {
        return Task.look(context, name, PatronictlCommand.PATH, "list", "-f", "json");
    }
}
