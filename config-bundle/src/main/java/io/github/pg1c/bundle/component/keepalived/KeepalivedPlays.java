package io.github.pg1c.bundle.component.keepalived;

import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.ansible.HostGroup;
import io.github.pg1c.bundle.ansible.Pending;
import io.github.pg1c.bundle.ansible.Play;
import io.github.pg1c.bundle.ansible.Task;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.model.NodeRole;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays of keepalived, one node after another, so that one of them always holds the address. Who runs learns of a new
 * balancer before that one starts: it would take the address otherwise.
 */
final class KeepalivedPlays {

    /** Its group in the inventory. */
    private static final String GROUP = "pg1c_keepalived";

    private static final int ANSWER_SECONDS = 30;

    private KeepalivedPlays() {}

    static List<HostGroup> groups(DocumentContext context) {
        return List.of(new HostGroup(GROUP, context.nodes(NodeRole.HAPROXY)));
    }

    static List<Play> plays(DocumentContext context) {
        List<Task> changes = new ArrayList<>();
        changes.add(Pending.services(context, List.of(KeepalivedComponent.NAME)));
        changes.add(Pending.forgetWhereStopped(context, KeepalivedComponent.NAME));
        changes.add(Pending.look(context));
        changes.addAll(Pending.apply(context, KeepalivedComponent.NAME));
        List<Task> starts = new ArrayList<>();
        starts.add(Task.service(
                context,
                Text.of("Start " + KeepalivedComponent.NAME, "Запустить " + KeepalivedComponent.NAME),
                KeepalivedComponent.NAME,
                "started"));
        context.cluster().access().addresses().forEach(address -> starts.add(answers(context, address)));
        return List.of(
                Play.oneByOne(
                                context,
                                Text.of(
                                        "The address over the balancers: changes, before a new one starts that nobody knows",
                                        "Адрес над балансировщиками: изменения, прежде чем запустится новый узел, о котором"
                                                + " остальные не знают"),
                                GROUP,
                                changes)
                        .variables(Pending.VARIABLES),
                Play.oneByOne(
                        context,
                        Text.of("The address over the balancers: start", "Адрес над балансировщиками: запуск"),
                        GROUP,
                        starts));
    }

    private static Task answers(DocumentContext context, IpAddress address) {
        return Task.call(
                        context,
                        Text.of("Somebody answers at " + address, "По адресу " + address + " отвечают"),
                        "wait_for",
                        Task.arguments(
                                "host",
                                address.toString(),
                                "port",
                                context.cluster().access().writePort(),
                                "timeout",
                                ANSWER_SECONDS))
                .when("not ansible_check_mode");
    }
}
