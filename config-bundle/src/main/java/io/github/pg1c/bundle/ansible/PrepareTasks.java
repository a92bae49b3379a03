package io.github.pg1c.bundle.ansible;

import static io.github.pg1c.bundle.ansible.Task.arguments;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import java.util.List;

/** Runs {@code prepare.sh} of each node; brings the packages along where a directory of them is named. */
final class PrepareTasks {

    /** Variable with the directory of packages on the machine that Ansible runs on. */
    static final String PACKAGES = "pg1c_packages";

    private static final String SCRIPT = "prepare.sh";
    private static final String BROUGHT = PACKAGES + " | default('') | length > 0";
    private static final String LACKING = "'[packages]' in pg1c_lacking.stdout_lines";
    private static final String ARCHIVE = "{{ pg1c_archive.path }}";
    /** Readable for the users that apt and pip read as; nothing in it is secret. */
    private static final String PLACE = "/var/lib/pg1c-packages";

    /** What all hosts said, each line once. */
    private static final String LINES = "{{ ansible_play_hosts | map('extract', hostvars, ['pg1c_versions',"
            + " 'stdout_lines']) | flatten | unique | sort }}";
    /** The package of each line: twice where there are two versions of it. */
    private static final String NAMES = "{{ pg1c_lines | map('regex_replace', ' .*', '') | list }}";

    private static final String DIFFERING = "{% for name in pg1c_packages_seen | unique %}"
            + "{% set of_it = pg1c_lines | select('match', (name | regex_escape) ~ ' ') | list %}"
            + "{% if of_it | length > 1 %}{{ of_it | join(', ') }}; {% endif %}{% endfor %}";

    private PrepareTasks() {}

    static List<Task> tasks(DocumentContext context) {
        return List.of(
                Task.script(context, Text.of("Look for what is missing", "Найти, чего не хватает"), SCRIPT, "--dry-run")
                        .with("register", "pg1c_lacking")
                        .with("changed_when", false)
                        .with("check_mode", false),
                Task.block(context, Text.of("Bring the packages", "Доставить пакеты"), bring(context))
                        .with(
                                "always",
                                Task.maps(List.of(
                                        directory(context, "absent", Text.of("Remove the packages", "Удалить пакеты"))
                                                .when(LACKING),
                                        once(Task.call(
                                                        context,
                                                        Text.of("Remove the archive", "Удалить архив"),
                                                        "file",
                                                        arguments("path", ARCHIVE, "state", "absent")))
                                                .when("pg1c_archive.path is defined"))))
                        .when("not ansible_check_mode", BROUGHT),
                prepare(context)
                        .when(
                                "not ansible_check_mode",
                                "pg1c_lacking.stdout_lines | length > 0",
                                "not (" + BROUGHT + ") or not (" + LACKING + ")"),
                Task.script(context, Text.of("Ask for versions", "Спросить версии"), SCRIPT, "--versions")
                        .with("register", "pg1c_versions")
                        .with("changed_when", false)
                        .with("check_mode", false),
                equalVersions(context),
                InstallTasks.everywhere(context));
    }

    /** A cluster whose members differ in version fails where only one of them is, at the next change of the leader. */
    private static Task equalVersions(DocumentContext context) {
        return Task.call(
                        context,
                        Text.of("The versions are the same everywhere", "Версии везде одинаковы"),
                        "assert",
                        arguments(
                                "that",
                                List.of("pg1c_packages_seen | length == pg1c_packages_seen | unique | length"),
                                "fail_msg",
                                context.say(Text.of(
                                                "Packages of several versions; take them from one mirror: ",
                                                "Пакеты разных версий, возьмите их с одного зеркала: "))
                                        + DIFFERING,
                                "quiet",
                                true))
                .with("vars", arguments("pg1c_lines", LINES, "pg1c_packages_seen", NAMES))
                .with("run_once", true);
    }

    /** One archive for all hosts, made once: a task for each file would take much longer. */
    private static List<Task> bring(DocumentContext context) {
        return List.of(
                once(Task.call(
                                context,
                                Text.of("Name an archive", "Назвать архив"),
                                "tempfile",
                                arguments("suffix", ".tar")))
                        .with("register", "pg1c_archive"),
                once(Task.call(
                                context,
                                Text.of("Pack the packages", "Упаковать пакеты"),
                                "command",
                                arguments("argv", List.of("tar", "-C", "{{ " + PACKAGES + " }}", "-cf", ARCHIVE, "."))))
                        .withoutModule(),
                directory(context, "directory", Text.of("Make a directory", "Создать каталог"))
                        .when(LACKING),
                Task.call(
                                context,
                                Text.of("Copy the packages", "Скопировать пакеты"),
                                "unarchive",
                                arguments("src", ARCHIVE, "dest", PLACE, "owner", "root", "group", "root"))
                        .with("changed_when", false)
                        .when(LACKING),
                prepare(context, "--packages", PLACE).when(LACKING));
    }

    /** On the machine that Ansible runs on. */
    private static Task once(Task task) {
        return task.with("delegate_to", "localhost")
                .with("become", false)
                .with("run_once", true)
                .with("changed_when", false);
    }

    private static Task prepare(DocumentContext context, String... options) {
        return Task.script(context, Text.of("Prepare", "Подготовить"), SCRIPT, options)
                .with("register", "pg1c_prepared")
                .with("changed_when", "pg1c_prepared.stdout_lines | select('search', '  ') | list | length > 0");
    }

    private static Task directory(DocumentContext context, String state, Text name) {
        return Task.call(context, name, "file", arguments("path", PLACE, "state", state, "mode", "0755"))
                .with("changed_when", false);
    }
}
