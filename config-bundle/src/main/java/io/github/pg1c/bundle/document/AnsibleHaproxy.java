package io.github.pg1c.bundle.document;

import io.github.pg1c.bundle.component.haproxy.HaproxyComponent;
import java.util.ArrayList;
import java.util.List;

/** HAProxy: one node after another, so that an entrance stays open; its unit checks the configuration before each reload. */
final class AnsibleHaproxy {

    private AnsibleHaproxy() {}

    static List<AnsibleTask> tasks(Facts facts) {
        String unit = HaproxyComponent.NAME;
        List<AnsibleTask> tasks = new ArrayList<>(AnsiblePostgresql.started(facts, unit));
        tasks.add(AnsiblePending.look(facts));
        tasks.addAll(AnsiblePending.apply(facts, unit));
        return tasks;
    }
}
