package io.github.pg1c.bundle.component.patroni;

import static io.github.pg1c.bundle.ansible.Task.arguments;

import io.github.pg1c.base.words.Text;
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

/**
 * Plays of Patroni and the services beside it: started in order, changed on the standbys first, never on two members at
 * a time.
 *
 * <p>A limit that standbys must not be below goes down in another order: a standby takes a lower value only after its
 * leader, and no switchover helps, because the next leader still has the old value. So the leader restarts where it is,
 * and the standbys after it.
 */
final class PatroniPlays {

    /** The group of the members in the inventory. */
    private static final String GROUP = "pg1c_postgresql";

    /** Groups made while the playbook runs. */
    private static final String STANDBY = "pg1c_role_standby";

    private static final String LEADER = "pg1c_role_leader";

    private static final String PATRONI = PatroniComponent.NAME;
    private static final String SERVER_RESTART = PostgresqlComponent.NAME + ".restart";
    private static final String SERVER_PENDING = "'" + SERVER_RESTART + "' in pg1c_names";
    /** A standby copies the whole database before it runs: an hour, unless the user says otherwise. */
    private static final String RETRIES = "{{ pg1c_wait_retries | default(360) }}";
    /**
     * More connections count after the server's restart. What stands before the server waits for it, also when it is
     * put off, or comes in a later play because another limit goes down.
     */
    private static final String MAY_LET_IN = StandbyLimits.CONNECTIONS_NOT_RAISED + " or (" + Pending.RESTARTS_ALLOWED
            + " and " + StandbyLimits.NOT_LOWERED + ")";

    private PatroniPlays() {}

    /** The node that makes the cluster is the first of the group. */
    static HostGroup group(DocumentContext context) {
        List<Node> nodes = new ArrayList<>(context.postgresql());
        nodes.remove(context.first());
        nodes.add(0, context.first());
        return new HostGroup(GROUP, nodes);
    }

    static List<Play> plays(DocumentContext context) {
        Map<String, Object> variables = variables(context);
        return List.of(
                Play.oneByOne(
                                context,
                                Text.of(
                                        "Start PostgreSQL, the first node first",
                                        "Запустить PostgreSQL, начиная с первого узла"),
                                GROUP,
                                start(context))
                        .variables(MemberList.VARIABLES),
                Play.together(
                                context,
                                Text.of(
                                        "Wait for the whole cluster and find the leader",
                                        "Дождаться всего кластера и найти лидера"),
                                GROUP,
                                gather(context))
                        .variables(MemberList.VARIABLES),
                Play.together(
                                context,
                                Text.of(
                                        "Change what all members share, and reload Patroni",
                                        "Изменить общее для всех членов, перечитать настройки Patroni"),
                                GROUP,
                                change(context))
                        .variables(variables),
                Play.oneByOne(
                                context,
                                Text.of("Apply changes on the standbys", "Применить изменения на репликах"),
                                STANDBY,
                                applyOnStandby(context))
                        .variables(variables),
                Play.oneByOne(
                                context,
                                Text.of("Apply changes on the leader", "Применить изменения на лидере"),
                                LEADER,
                                applyOnLeader(context))
                        .variables(variables),
                Play.oneByOne(
                                context,
                                Text.of(
                                        "A limit goes down: restart the leader where it is",
                                        "Предел уменьшается: перезапустить лидера на месте"),
                                GROUP,
                                lowerOnLeader(context))
                        .variables(variables),
                Play.oneByOne(
                                context,
                                Text.of(
                                        "Restart the members that still wait for it",
                                        "Перезапустить членов, которые ещё ждут этого"),
                                GROUP,
                                lowerOnStandby(context))
                        .variables(variables));
    }

    /** Variables of all plays: members, shared configuration, limits, pending changes. */
    private static Map<String, Object> variables(DocumentContext context) {
        Map<String, Object> all = new LinkedHashMap<>(MemberList.VARIABLES);
        all.putAll(SharedChange.VARIABLES);
        all.putAll(StandbyLimits.variables(context));
        all.putAll(Pending.VARIABLES);
        return all;
    }

    private static List<Task> start(DocumentContext context) {
        List<Task> tasks = new ArrayList<>();
        tasks.add(Pending.services(context, units(context)));
        tasks.addAll(Pending.started(context, PATRONI));
        tasks.add(MemberList.look(
                        context, Text.of("Wait until Patroni shows the member", "Дождаться члена в списке Patroni"))
                .until(MemberList.REGISTER, started(context), 60, 2)
                .when("not ansible_check_mode"));
        MemberServices.besides(context).forEach(unit -> tasks.addAll(Pending.started(context, unit)));
        return tasks;
    }

    /** With data of its own the first member becomes the leader, before another one looks for a cluster. */
    private static List<String> started(DocumentContext context) {
        List<String> conditions = new ArrayList<>(List.of(MemberList.LISTED, MemberList.IS_MEMBER));
        if (context.cluster().takenOver().isPresent()) {
            conditions.add(MemberList.ONE_LEADER);
        }
        return conditions;
    }

    private static List<Task> gather(DocumentContext context) {
        return List.of(
                MemberList.look(
                                context,
                                Text.of(
                                        "Wait until every member runs under one leader",
                                        "Дождаться работы всех членов под одним лидером"))
                        .until(
                                MemberList.REGISTER,
                                List.of(
                                        MemberList.LISTED,
                                        "pg1c_running | length == "
                                                + context.postgresql().size(),
                                        MemberList.ONE_LEADER),
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

    /** Changes that end no session, on all members at once. Afterwards the direction of each limit is known. */
    private static List<Task> change(DocumentContext context) {
        List<Task> tasks = new ArrayList<>();
        tasks.add(Pending.look(context));
        tasks.addAll(CopySlots.gone(context, SharedChange.REPORTED));
        tasks.addAll(SharedChange.tasks(context, SERVER_PENDING));
        tasks.add(Pending.reloaded(context, PATRONI));
        tasks.add(StandbyLimits.look(context).when(SERVER_PENDING));
        tasks.add(noticed(context));
        // What stands before the server must not let in more than it takes.
        MemberServices.besides(context)
                .forEach(unit -> tasks.add(Pending.reloaded(context, unit)
                        .when(Pending.reload(unit), StandbyLimits.CONNECTIONS_LOWERED, "not ansible_check_mode")));
        return tasks;
    }

    /**
     * A member reads its own file at its next turn, and is listed with what it noticed at the one after; a value that
     * it already runs with leaves nothing pending.
     */
    private static Task noticed(DocumentContext context) {
        int turns = PatronictlCommand.untilTaken(context.timing());
        return MemberList.look(
                        context,
                        Text.of(
                                "Give the member time to notice that it waits for a restart",
                                "Дать члену время заметить, что он ждёт перезапуска"))
                .until(MemberList.REGISTER, List.of(MemberList.LISTED, MemberList.WAITS_FOR_RESTART), turns, 2)
                .with("failed_when", false)
                .when(restartMay(SERVER_PENDING));
    }

    private static List<Task> applyOnStandby(DocumentContext context) {
        List<Task> tasks = new ArrayList<>();
        tasks.add(Pending.look(context));
        tasks.addAll(apply(context, StandbyLimits.NOT_ONLY_LOWERED));
        return tasks;
    }

    private static List<Task> applyOnLeader(DocumentContext context) {
        List<Task> tasks = new ArrayList<>();
        tasks.add(Pending.look(context));
        tasks.add(whoWaits(context));
        if (context.postgresql().stream().filter(Node::failover).count() > 1) {
            tasks.add(Task.block(
                            context,
                            Text.of(
                                    "Move the leader's role away before a restart",
                                    "Увести роль лидера перед перезапуском"),
                            List.of(switchover(context), otherLeader(context)))
                    .when(restartMay(restartOfAny(context))));
        }
        tasks.addAll(apply(context, StandbyLimits.NOT_LOWERED));
        return tasks;
    }

    private static List<Task> apply(DocumentContext context, String limits) {
        List<Task> tasks = new ArrayList<>();
        tasks.add(Pending.restarted(context, PATRONI));
        tasks.add(whoWaits(context));
        tasks.add(Task.call(
                        context,
                        Text.of("Restart PostgreSQL through Patroni", "Перезапустить PostgreSQL через Patroni"),
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
                .with("changed_when", true)
                .when(restartMay(SERVER_PENDING, MemberList.WAITS_FOR_RESTART, limits)));
        tasks.add(MemberList.look(
                        context, Text.of("Wait until the member runs again", "Дождаться, пока член снова работает"))
                .until(
                        MemberList.REGISTER,
                        List.of(MemberList.LISTED, MemberList.RUNS, MemberList.ONE_LEADER),
                        RETRIES,
                        10)
                .when("not ansible_check_mode"));
        for (String unit : MemberServices.besides(context)) {
            tasks.add(Pending.restarted(context, unit));
            tasks.add(Pending.reloaded(context, unit).when(Pending.reload(unit), MAY_LET_IN, "not ansible_check_mode"));
        }
        return tasks;
    }

    private static List<Task> lowerOnLeader(DocumentContext context) {
        return List.of(
                whoWaits(context),
                restartUntilAsShared(context)
                        .when(restartMay(SERVER_PENDING, MemberList.IS_LEADER, MemberList.WAITS_FOR_RESTART)));
    }

    /** The last play: no play before it forgets the pending restart of the server. */
    private static List<Task> lowerOnStandby(DocumentContext context) {
        List<Task> tasks = new ArrayList<>();
        tasks.add(whoWaits(context));
        tasks.add(StandbyLimits.look(context).when(restartMay(SERVER_PENDING)));
        tasks.add(restartUntilAsShared(context)
                .when(restartMay(SERVER_PENDING, MemberList.WAITS_FOR_RESTART + " or " + StandbyLimits.NOT_AS_SHARED)));
        tasks.add(Pending.forget(context, SERVER_RESTART).when(restartMay(SERVER_PENDING)));
        tasks.add(Pending.look(context));
        MemberServices.besides(context)
                .forEach(unit -> tasks.add(Pending.reloaded(context, unit).when(restartMay(Pending.reload(unit)))));
        return tasks;
    }

    /** Restarts only what waits. A standby may start with its leader's former limits once more, so it may repeat. */
    private static Task restartUntilAsShared(DocumentContext context) {
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                PatronictlCommand.of(context, "restart", "{{ inventory_hostname }} --pending --force")
                        + " >&2 && exec \"$@\"",
                "sh"));
        command.addAll(StandbyLimits.command(context));
        return Task.block(
                context,
                Text.of("Restart PostgreSQL", "Перезапустить PostgreSQL"),
                List.of(
                        Task.call(
                                        context,
                                        Text.of(
                                                "Restart until it runs with the shared limits",
                                                "Перезапускать, пока не заработает с общими пределами"),
                                        "command",
                                        arguments("argv", command))
                                .until(
                                        "pg1c_restarted",
                                        List.of("pg1c_restarted.rc == 0", "pg1c_restarted.stdout | trim | length == 0"),
                                        30,
                                        2)
                                .with("changed_when", true),
                        MemberList.look(
                                        context,
                                        Text.of(
                                                "Wait until the member runs and waits for nothing",
                                                "Дождаться, пока член работает и ничего не ждёт"))
                                .until(
                                        MemberList.REGISTER,
                                        List.of(
                                                MemberList.LISTED,
                                                MemberList.RUNS,
                                                MemberList.ONE_LEADER,
                                                "not (" + MemberList.WAITS_FOR_RESTART + ")"),
                                        60,
                                        2)));
    }

    private static Task whoWaits(DocumentContext context) {
        return MemberList.look(
                        context,
                        Text.of("See which members wait for a restart", "Узнать, какие члены ждут перезапуска"))
                .until(MemberList.REGISTER, List.of(MemberList.LISTED), 30, 2)
                .when(restartMay(SERVER_PENDING));
    }

    private static Task switchover(DocumentContext context) {
        List<String> command = List.of(
                PatronictlCommand.PATH,
                "switchover",
                context.cluster().name().toString(),
                "--leader",
                "{{ inventory_hostname }}",
                "--force");
        // A standby that has just restarted may not take over before the leader's next turn. patronictl ends with 0
        // even when nothing was switched, and with another status when it is asked again after a late success.
        return Task.call(context, Text.of("Switch over", "Переключить лидера"), "command", arguments("argv", command))
                .until(
                        "pg1c_switchover",
                        List.of("pg1c_switchover.rc != 0 or 'failed, details' not in pg1c_switchover.stdout"),
                        24,
                        5)
                .with("failed_when", false)
                .with("changed_when", true);
    }

    /** Only the list of members tells whether the role was handed over. */
    private static Task otherLeader(DocumentContext context) {
        return MemberList.look(context, Text.of("Wait for another leader", "Дождаться другого лидера"))
                .until(
                        MemberList.REGISTER,
                        List.of(
                                MemberList.LISTED,
                                MemberList.ONE_LEADER,
                                "pg1c_leaders[0] != inventory_hostname",
                                "pg1c_leaders[0] in pg1c_running"),
                        60,
                        5);
    }

    private static String restartOfAny(DocumentContext context) {
        String units =
                units(context).stream().map(unit -> "'" + unit + ".restart'").collect(Collectors.joining(", "));
        return "pg1c_names | intersect([" + units + "]) | length > 0 or (" + SERVER_PENDING + " and "
                + MemberList.WAITS_FOR_RESTART + " and " + StandbyLimits.NOT_LOWERED + ")";
    }

    /** Units of a member, in the order of start. */
    private static List<String> units(DocumentContext context) {
        List<String> units = new ArrayList<>(List.of(PATRONI));
        units.addAll(MemberServices.besides(context));
        return units;
    }

    private static String[] restartMay(String... conditions) {
        List<String> all = new ArrayList<>(List.of(conditions));
        all.add(Pending.RESTARTS_ALLOWED);
        all.add("not ansible_check_mode");
        return all.toArray(String[]::new);
    }
}
