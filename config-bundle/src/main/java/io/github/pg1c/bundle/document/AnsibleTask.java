package io.github.pg1c.bundle.document;

import io.github.pg1c.base.words.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One task of a playbook, built key by key in the order in which people read it. */
final class AnsibleTask {

    /** Where restarts and reloads wait until they are done, so that a run that broke off forgets none. */
    static final String PENDING = "/var/lib/pg1c/pending";

    private final Map<String, Object> keys = new LinkedHashMap<>();

    private AnsibleTask(String name) {
        keys.put("name", name);
    }

    /** A task that calls a module of {@code ansible.builtin}. */
    static AnsibleTask call(Facts facts, Text name, String module, Map<String, Object> arguments) {
        AnsibleTask task = new AnsibleTask(facts.say(name));
        task.keys.put("ansible.builtin." + module, arguments);
        return task;
    }

    /** A command that looks and changes nothing, also in check mode. */
    static AnsibleTask look(Facts facts, Text name, String... command) {
        return call(facts, name, "command", arguments("argv", List.of(command)))
                .with("changed_when", false)
                .with("check_mode", false);
    }

    /** Tasks that belong together. */
    static AnsibleTask block(Facts facts, Text name, List<AnsibleTask> tasks) {
        return new AnsibleTask(facts.say(name)).with("block", maps(tasks));
    }

    /** A service enabled and in the state. */
    static AnsibleTask service(Facts facts, Text name, String unit, String state) {
        return call(
                facts,
                name,
                "systemd",
                arguments("name", unit, "enabled", true, "daemon_reload", true, "state", state));
    }

    static Map<String, Object> arguments(Object... namesAndValues) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return arguments;
    }

    AnsibleTask with(String key, Object value) {
        keys.put(key, value);
        return this;
    }

    AnsibleTask when(String... conditions) {
        return with("when", List.of(conditions));
    }

    /** Repeats until every condition holds; the first that does not ends the look. */
    AnsibleTask until(String register, List<String> conditions, Object retries, int delay) {
        return with("register", register)
                .with("until", conditions)
                .with("retries", retries)
                .with("delay", delay);
    }

    /** The keys, with the condition before what it guards. */
    Map<String, Object> map() {
        Map<String, Object> ordered = new LinkedHashMap<>();
        List.of("name", "when").stream().filter(keys::containsKey).forEach(key -> ordered.put(key, keys.get(key)));
        keys.forEach(ordered::putIfAbsent);
        return ordered;
    }

    static List<Map<String, Object>> maps(List<AnsibleTask> tasks) {
        return tasks.stream().map(AnsibleTask::map).toList();
    }
}
