package io.github.pg1c.bundle.ansible;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A play under construction: tasks for the hosts of a group. Its keys are in the order in which people read them. */
public final class Play {
    private final Map<String, Object> keys = new LinkedHashMap<>();
    private final List<Task> tasks;

    private Play(String name, String hosts, List<Task> tasks) {
        this.tasks = tasks;
        keys.put("name", name);
        keys.put("hosts", hosts);
        keys.put("become", true);
        keys.put("gather_facts", false);
    }

    /** On all hosts at once; a failure on one of them ends the whole run. */
    public static Play together(DocumentContext context, Text name, String hosts, List<Task> tasks) {
        return new Play(context.say(name), hosts, tasks).with("any_errors_fatal", true);
    }

    /** On one host after another; a failure on one stops before the next one is touched. */
    public static Play oneByOne(DocumentContext context, Text name, String hosts, List<Task> tasks) {
        return new Play(context.say(name), hosts, tasks).with("serial", 1).with("max_fail_percentage", 0);
    }

    /** The same with variables for its tasks. */
    public Play variables(Map<String, Object> variables) {
        return with("vars", variables);
    }

    private Play with(String key, Object value) {
        keys.put(key, value);
        return this;
    }

    /** The keys in their order; the tasks stand last. */
    Map<String, Object> map() {
        Map<String, Object> all = new LinkedHashMap<>(keys);
        all.put("tasks", Task.maps(tasks));
        return all;
    }
}
