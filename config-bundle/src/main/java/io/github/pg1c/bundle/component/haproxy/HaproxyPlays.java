package io.github.pg1c.bundle.component.haproxy;

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
 * Plays of HAProxy, one node after another, so that one entrance stays open. Its unit checks the configuration before
 * each reload.
 */
final class HaproxyPlays {

    /** Its group in the inventory. */
    private static final String GROUP = "pg1c_haproxy";

    private HaproxyPlays() {}

    static List<HostGroup> groups(DocumentContext context) {
        return context.proxied() ? List.of(new HostGroup(GROUP, context.nodes(NodeRole.HAPROXY))) : List.of();
    }

    static List<Play> plays(DocumentContext context) {
        if (!context.proxied()) {
            return List.of();
        }
        List<Task> tasks = new ArrayList<>();
        tasks.add(Pending.services(context, List.of(HaproxyComponent.NAME)));
        tasks.addAll(Pending.started(context, HaproxyComponent.NAME));
        tasks.add(Pending.look(context));
        tasks.addAll(Pending.apply(context, HaproxyComponent.NAME));
        return List.of(
                Play.oneByOne(context, Text.same("HAProxy"), GROUP, tasks).variables(Pending.VARIABLES));
    }
}
