package io.github.pg1c.bundle.ansible;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One task of a playbook. Its keys are in the order in which people read them. */
public final class Task {

    /** The directory of pending restarts and reloads, so that an interrupted run forgets none. */
    public static final String PENDING = "/var/lib/pg1c/pending";

    private final Map<String, Object> keys = new LinkedHashMap<>();

    private Task(String name) {
        keys.put("name", name);
    }

    /** A task that calls a module of {@code ansible.builtin}. */
    public static Task call(DocumentContext context, Text name, String module, Map<String, Object> arguments) {
        Task task = new Task(context.say(name));
        task.keys.put("ansible.builtin." + module, arguments);
        return task;
    }

    /** A command that reads and changes nothing, also in check mode. */
    public static Task look(DocumentContext context, Text name, String... command) {
        return call(context, name, "command", arguments("argv", List.of(command)))
                .with("changed_when", false)
                .with("check_mode", false);
    }

    /** The same task without a complaint of ansible-lint that a module could do it, where none does. */
    public Task withoutModule() {
        return with("tags", List.of("skip_ansible_lint"));
    }

    /** Runs a script of the node's directory, through standard input, so that the host needs no way to take files. */
    public static Task script(DocumentContext context, Text name, String file, String... options) {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-s", "--"));
        words.addAll(List.of(options));
        String content = "{{ lookup('ansible.builtin.file', playbook_dir + '/../nodes/' + inventory_hostname + '/"
                + file + "') }}";
        return call(context, name, "command", arguments("argv", words, "stdin", content));
    }

    /** A block of tasks. */
    public static Task block(DocumentContext context, Text name, List<Task> tasks) {
        return new Task(context.say(name)).with("block", maps(tasks));
    }

    /** Enables a service and brings it to a state. */
    public static Task service(DocumentContext context, Text name, String unit, String state) {
        return call(
                context,
                name,
                "systemd",
                arguments("name", unit, "enabled", true, "daemon_reload", true, "state", state));
    }

    public static Map<String, Object> arguments(Object... namesAndValues) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return arguments;
    }

    public Task with(String key, Object value) {
        keys.put(key, value);
        return this;
    }

    public Task when(String... conditions) {
        return with("when", List.of(conditions));
    }

    /** Repeats until every condition holds; the first that does not hold ends one evaluation. */
    public Task until(String register, List<String> conditions, Object retries, int delay) {
        return with("register", register)
                .with("until", conditions)
                .with("retries", retries)
                .with("delay", delay);
    }

    /** The keys, with the condition before the tasks that it guards. */
    public Map<String, Object> map() {
        Map<String, Object> ordered = new LinkedHashMap<>();
        List.of("name", "when").stream().filter(keys::containsKey).forEach(key -> ordered.put(key, keys.get(key)));
        keys.forEach(ordered::putIfAbsent);
        return ordered;
    }

    public static List<Map<String, Object>> maps(List<Task> tasks) {
        return tasks.stream().map(Task::map).toList();
    }
}
