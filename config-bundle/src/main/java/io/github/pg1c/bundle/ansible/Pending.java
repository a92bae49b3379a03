package io.github.pg1c.bundle.ansible;

import static io.github.pg1c.bundle.ansible.Task.arguments;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.part.Directory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reloads and restarts that changed files asked for and that are not done yet: an empty file each. */
public final class Pending {

    /** Restarts may be put off: they stay pending until a run without {@code pg1c_restart=false}. */
    public static final String RESTARTS_ALLOWED = "pg1c_restart | default(true) | bool";

    /** Names of what is pending, for the plays that look. */
    public static final Map<String, Object> VARIABLES =
            arguments("pg1c_names", "{{ pg1c_pending.files | map(attribute='path') | map('basename') | list }}");

    private Pending() {}

    public static Task look(DocumentContext context) {
        return Task.call(
                        context,
                        Text.of("Look what is pending", "Посмотреть, что ожидает применения"),
                        "find",
                        arguments("paths", Task.PENDING))
                .with("register", "pg1c_pending");
    }

    /** What {@link #forgetWhereStopped} looks at. */
    public static Task services(DocumentContext context, List<String> units) {
        List<String> command =
                new ArrayList<>(List.of("systemctl", "list-units", "--state=active", "--plain", "--no-legend"));
        units.forEach(unit -> command.add(unit + ".service"));
        return Task.look(
                        context,
                        Text.of("Look which services run", "Посмотреть, какие службы работают"),
                        command.toArray(String[]::new))
                .with("register", "pg1c_active")
                .withoutModule();
    }

    /** A service that does not run yet reads everything when it starts. */
    public static Task forgetWhereStopped(DocumentContext context, String unit) {
        return done(context, unit).when("'" + unit + ".service' not in pg1c_active.stdout");
    }

    /** Starts a service that may have to be restarted later, unless this start already is the fresh one. */
    public static List<Task> started(DocumentContext context, String unit) {
        return List.of(
                forgetWhereStopped(context, unit),
                Task.service(context, Text.of("Start " + unit, "Запустить " + unit), unit, "started"));
    }

    /** The condition that a restart is pending; {@link #RESTARTS_ALLOWED} says whether it may be done now. */
    public static String restart(String unit) {
        return "'" + unit + ".restart' in pg1c_names";
    }

    /** The condition that a reload is pending, and no restart, which covers it. */
    public static String reload(String unit) {
        return "'" + unit + ".reload' in pg1c_names and '" + unit + ".restart' not in pg1c_names";
    }

    /** One action is done. */
    public static Task forget(DocumentContext context, String action) {
        return Task.call(
                context,
                Text.of("Nothing is pending any more: " + action, "Больше не ожидает: " + action),
                "file",
                arguments("path", Task.PENDING + "/" + action, "state", "absent"));
    }

    /** A restart covers a reload, too. */
    public static Task done(DocumentContext context, String unit) {
        return Task.call(
                        context,
                        Text.of("Nothing is pending any more for " + unit, "Больше ничего не ожидает служба " + unit),
                        "command",
                        arguments(
                                "argv",
                                List.of(
                                        "find",
                                        Directory.parent(Task.PENDING),
                                        "-path",
                                        Task.PENDING + "/" + unit + ".re*",
                                        "-print",
                                        "-delete")))
                .with("register", "pg1c_done")
                .with("changed_when", "pg1c_done.stdout | default('') | length > 0");
    }

    /** Reload or restart of a service that only serves its own node. */
    public static List<Task> apply(DocumentContext context, String unit) {
        return List.of(restarted(context, unit), reloaded(context, unit));
    }

    /** Restart of a service where one is pending and allowed. */
    public static Task restarted(DocumentContext context, String unit) {
        return change(context, unit, Text.of("Restart ", "Перезапустить "), "restarted")
                .when(restart(unit), RESTARTS_ALLOWED, "not ansible_check_mode");
    }

    /** Reload of a service where one is pending, and no restart. */
    public static Task reloaded(DocumentContext context, String unit) {
        return change(context, unit, Text.of("Reload ", "Перечитать настройки "), "reloaded")
                .when(reload(unit), "not ansible_check_mode");
    }

    private static Task change(DocumentContext context, String unit, Text what, String state) {
        Text name = Text.of(what.en() + unit, what.ru() + unit);
        return Task.block(context, name, List.of(Task.service(context, name, unit, state), done(context, unit)));
    }
}
