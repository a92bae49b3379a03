package io.github.pg1c.bundle.ansible;

import io.github.pg1c.bundle.component.haproxy.HaproxyComponent;
import io.github.pg1c.bundle.document.DocumentContext;
import java.util.ArrayList;
import java.util.List;

/** HAProxy: one node after another, so that an entrance stays open; its unit checks the configuration before each reload. */
final class HaproxyPlays {

    private HaproxyPlays() {}

    static List<Task> tasks(DocumentContext context) {
        String unit = HaproxyComponent.NAME;
        List<Task> tasks = new ArrayList<>(PostgresqlPlays.started(context, unit));
        tasks.add(Pending.look(context));
        tasks.addAll(Pending.apply(context, unit));
        return tasks;
    }
}
