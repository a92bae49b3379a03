package io.github.pg1c.bundle.component.keepalived;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.ansible.HostGroup;
import io.github.pg1c.bundle.ansible.Pending;
import io.github.pg1c.bundle.ansible.Play;
import io.github.pg1c.bundle.ansible.Task;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.model.NodeRole;
import java.util.ArrayList;
import java.util.List;

/** Plays of keepalived, one node after another, so that one of them always holds the address. */
final class KeepalivedPlays {

    /** Its group in the inventory. */
    private static final String GROUP = "pg1c_keepalived";

    private KeepalivedPlays() {}

    static List<HostGroup> groups(DocumentContext context) {
        return List.of(new HostGroup(GROUP, context.nodes(NodeRole.HAPROXY)));
    }

    static List<Play> plays(DocumentContext context) {
        List<Task> tasks = new ArrayList<>();
        tasks.add(Pending.services(context, List.of(KeepalivedComponent.NAME)));
        tasks.addAll(Pending.started(context, KeepalivedComponent.NAME));
        tasks.add(Pending.look(context));
        tasks.addAll(Pending.apply(context, KeepalivedComponent.NAME));
        return List.of(Play.oneByOne(
                        context, Text.of("The address over the balancers", "Адрес над балансировщиками"), GROUP, tasks)
                .variables(Pending.VARIABLES));
    }
}
