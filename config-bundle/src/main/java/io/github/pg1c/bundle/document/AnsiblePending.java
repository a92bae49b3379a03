package io.github.pg1c.bundle.document;

import static io.github.pg1c.bundle.document.AnsibleTask.arguments;

import io.github.pg1c.base.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reloads and restarts that changed files asked for and that are not done yet: an empty file each. */
final class AnsiblePending {

    /** Restarts may be put off: they stay pending until a run without {@code pg1c_restart=false}. */
    static final String RESTARTS_ALLOWED = "pg1c_restart | default(true) | bool";

    /** Names of what is pending, for the plays that look. */
    static final Map<String, Object> VARIABLES =
            arguments("pg1c_names", "{{ pg1c_pending.files | map(attribute='path') | map('basename') | list }}");

    private AnsiblePending() {}

    static AnsibleTask look(Facts facts) {
        return AnsibleTask.call(
                        facts,
                        Text.of("Look what is pending", "Посмотреть, что ожидает применения"),
                        "find",
                        arguments("paths", AnsibleTask.PENDING))
                .with("register", "pg1c_pending");
    }

    /** A service that does not run yet reads everything when it starts. */
    static List<AnsibleTask> forgetWhereStopped(Facts facts, String unit) {
        return List.of(
                AnsibleTask.call(
                        facts,
                        Text.of("Look which services run", "Посмотреть, какие службы работают"),
                        "service_facts",
                        arguments()),
                done(facts, unit)
                        .when("(ansible_facts.services['" + unit
                                + ".service'] | default({})).state | default('') != 'running'"));
    }

    /** Whether a file asked for a restart of the service; where it may be done see {@link #RESTARTS_ALLOWED}. */
    static String restart(String unit) {
        return "'" + unit + ".restart' in pg1c_names";
    }

    static String reload(String unit) {
        return "'" + unit + ".reload' in pg1c_names and '" + unit + ".restart' not in pg1c_names";
    }

    /** One action is done. */
    static AnsibleTask forget(Facts facts, String action) {
        return AnsibleTask.call(
                facts,
                Text.of("Nothing is pending any more: " + action, "Больше не ожидает: " + action),
                "file",
                arguments("path", AnsibleTask.PENDING + "/" + action, "state", "absent"));
    }

    /** A restart covers a reload, too. */
    static AnsibleTask done(Facts facts, String unit) {
        return remove(facts, unit, List.of("restart", "reload"));
    }

    private static AnsibleTask remove(Facts facts, String unit, List<String> actions) {
        return AnsibleTask.call(
                        facts,
                        Text.of("Nothing is pending any more for " + unit, "Больше ничего не ожидает служба " + unit),
                        "file",
                        arguments("path", AnsibleTask.PENDING + "/" + unit + ".{{ item }}", "state", "absent"))
                .with("loop", actions);
    }

    /** Reload or restart of a service that only serves its own node. */
    static List<AnsibleTask> apply(Facts facts, String unit) {
        List<AnsibleTask> tasks = new ArrayList<>();
        tasks.add(change(facts, unit, Text.of("Restart ", "Перезапустить "), "restarted")
                .when(restart(unit), RESTARTS_ALLOWED, "not ansible_check_mode"));
        tasks.add(change(facts, unit, Text.of("Reload ", "Перечитать настройки "), "reloaded")
                .when(reload(unit), "not ansible_check_mode"));
        return tasks;
    }

    private static AnsibleTask change(Facts facts, String unit, Text what, String state) {
        Text name = Text.of(what.en() + unit, what.ru() + unit);
        return AnsibleTask.block(
                facts, name, List.of(AnsibleTask.service(facts, name, unit, state), done(facts, unit)));
    }
}
