package io.github.pg1c.bundle.document;

import static io.github.pg1c.bundle.document.AnsibleTask.arguments;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.etcd.EtcdComponent;
import java.util.ArrayList;
import java.util.List;

/** etcd: a new cluster waits for its majority, so all start together; a running one restarts member after member. */
final class AnsibleEtcd {

    private static final String UNIT = EtcdComponent.NAME;

    private AnsibleEtcd() {}

    static List<AnsibleTask> form(Facts facts) {
        List<AnsibleTask> tasks = new ArrayList<>(AnsiblePending.forgetWhereStopped(facts, UNIT));
        tasks.add(AnsibleTask.call(
                facts,
                Text.of("Start etcd without waiting for the others", "Запустить etcd, не дожидаясь остальных"),
                "systemd",
                arguments("name", UNIT, "enabled", true, "daemon_reload", true, "state", "started", "no_block", true)));
        tasks.add(healthy(facts).when("not ansible_check_mode"));
        return tasks;
    }

    static List<AnsibleTask> restart(Facts facts) {
        return List.of(
                AnsiblePending.look(facts),
                AnsibleTask.block(
                                facts,
                                Text.of("Restart etcd", "Перезапустить etcd"),
                                List.of(
                                        healthy(facts),
                                        AnsibleTask.service(
                                                facts,
                                                Text.of("Restart the member", "Перезапустить члена"),
                                                UNIT,
                                                "restarted"),
                                        healthy(facts),
                                        AnsiblePending.done(facts, UNIT)))
                        .when(AnsiblePending.restart(UNIT), AnsiblePending.RESTARTS_ALLOWED, "not ansible_check_mode"));
    }

    private static AnsibleTask healthy(Facts facts) {
        return AnsibleTask.look(
                        facts,
                        Text.of("Wait until every member is healthy", "Дождаться исправности всех членов"),
                        Commands.ETCDCTL,
                        "endpoint",
                        "health")
                .until("pg1c_health", List.of("pg1c_health.rc == 0"), 60, 2);
    }
}
