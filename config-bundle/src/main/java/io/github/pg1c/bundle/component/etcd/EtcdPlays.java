package io.github.pg1c.bundle.component.etcd;

import static io.github.pg1c.bundle.ansible.Task.arguments;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.ansible.HostGroup;
import io.github.pg1c.bundle.ansible.Pending;
import io.github.pg1c.bundle.ansible.Play;
import io.github.pg1c.bundle.ansible.Task;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.model.NodeRole;
import java.util.ArrayList;
import java.util.List;

/** etcd: a new cluster waits for its majority, so all start together; a running one restarts member after member. */
final class EtcdPlays {

    private static final String UNIT = EtcdComponent.NAME;

    /** Its group in the inventory. */
    private static final String GROUP = "pg1c_etcd";

    private EtcdPlays() {}

    static HostGroup group(DocumentContext context) {
        return new HostGroup(GROUP, context.nodes(NodeRole.ETCD));
    }

    static List<Play> plays(DocumentContext context) {
        return List.of(
                Play.together(
                        context,
                        Text.of("Form etcd, all members at once", "Собрать etcd, все члены сразу"),
                        GROUP,
                        form(context)),
                Play.oneByOne(
                                context,
                                Text.of(
                                        "Restart etcd where needed, member after member",
                                        "Перезапустить etcd, где нужно, по одному члену"),
                                GROUP,
                                restart(context))
                        .variables(Pending.VARIABLES));
    }

    private static List<Task> form(DocumentContext context) {
        List<Task> tasks = new ArrayList<>();
        tasks.add(Pending.services(context, List.of(UNIT)));
        tasks.add(Pending.forgetWhereStopped(context, UNIT));
        tasks.add(Task.call(
                context,
                Text.of("Start etcd without waiting for the others", "Запустить etcd, не дожидаясь остальных"),
                "systemd",
                arguments("name", UNIT, "enabled", true, "daemon_reload", true, "state", "started", "no_block", true)));
        tasks.add(healthy(context).when("not ansible_check_mode"));
        return tasks;
    }

    private static List<Task> restart(DocumentContext context) {
        return List.of(
                Pending.look(context),
                Task.block(
                                context,
                                Text.of("Restart etcd", "Перезапустить etcd"),
                                List.of(
                                        healthy(context),
                                        Task.service(
                                                context,
                                                Text.of("Restart the member", "Перезапустить члена"),
                                                UNIT,
                                                "restarted"),
                                        healthy(context),
                                        Pending.done(context, UNIT)))
                        .when(Pending.restart(UNIT), Pending.RESTARTS_ALLOWED, "not ansible_check_mode"));
    }

    private static Task healthy(DocumentContext context) {
        return Task.look(
                        context,
                        Text.of("Wait until every member is healthy", "Дождаться исправности всех членов"),
                        EtcdctlCommand.PATH,
                        "endpoint",
                        "health")
                .until("pg1c_health", List.of("pg1c_health.rc == 0"), 60, 2);
    }
}
