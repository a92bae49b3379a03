package io.github.pg1c.bundle.ansible;

import static io.github.pg1c.bundle.ansible.Task.arguments;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import java.util.List;
import java.util.Map;

/**
 * Copies a node's directory and its secrets into a directory that only root reads, runs the installer, and cleans up.
 */
final class InstallTasks {

    /** Variable that lets a cluster take over the database that it finds at the first installation. */
    static final String ADOPT = "pg1c_adopt_database";

    private static final String SECRETS = "{{ pg1c_store }}/nodes/{{ inventory_hostname }}";
    /** The installer prints a line for every file; lines of unchanged files begin with one of these words. */
    private static final String UNTOUCHED = "(unchanged|без изменений) ";

    private static final String TOUCHED = "pg1c_touched | select('search', '  /') | list | length > 0";

    /** The map of needs, and the actions that the installer's output asks for. */
    static Map<String, Object> variables(DocumentContext context) {
        return arguments(
                // A relative path is relative to where ansible-playbook was started, for every task.
                "pg1c_store",
                "{{ pg1c_secrets | realpath }}",
                "pg1c_actions",
                Actions.of(context),
                "pg1c_touched",
                "{{ pg1c_install.stdout_lines | default([]) | reject('match', '" + UNTOUCHED + "') | list }}",
                "pg1c_needed",
                "{{ pg1c_touched | map('regex_findall', '\\[([^]]+)\\]') | flatten | select('in', pg1c_actions)"
                        + " | map('extract', pg1c_actions) | flatten | unique | sort }}",
                "pg1c_note",
                "umask 077 && mkdir -p " + Task.PENDING + " && cd " + Task.PENDING
                        + " && for action; do : > \"$action\"; done");
    }

    private InstallTasks() {}

    static List<Task> tasks(DocumentContext context) {
        return List.of(
                Task.call(
                        context,
                        Text.of("The secrets store is named", "Хранилище секретов указано"),
                        "assert",
                        arguments(
                                "that",
                                List.of("pg1c_secrets is defined", "pg1c_secrets | length > 0"),
                                "fail_msg",
                                context.say(
                                        "Run with -e pg1c_secrets=<path of the cluster's secrets store>",
                                        "Запустите с -e pg1c_secrets=<путь к хранилищу секретов кластера>"),
                                "quiet",
                                true)),
                Task.call(
                                context,
                                Text.of("Look for the secrets of the node", "Найти секреты узла"),
                                "stat",
                                arguments("path", SECRETS + "/rootfs"))
                        .with("delegate_to", "localhost")
                        .with("become", false)
                        .with("register", "pg1c_found"),
                Task.call(
                        context,
                        Text.of("The secrets of the node are there", "Секреты узла на месте"),
                        "assert",
                        arguments("that", List.of("pg1c_found.stat.isdir | default(false)"), "quiet", true)),
                Task.block(context, Text.of("Deliver and install", "Доставить и установить"), install(context))
                        .with("always", Task.maps(afterwards(context)))
                        .when("not ansible_check_mode"),
                everywhere(context));
    }

    /** A failure inside a block with {@code always} ends the play on its own host only, whatever the play says. */
    static Task everywhere(DocumentContext context) {
        return Task.call(
                context,
                Text.of("Every node is installed", "Установлены все узлы"),
                "assert",
                arguments(
                        "that",
                        List.of("ansible_play_hosts_all | difference(ansible_play_hosts) | length == 0"),
                        "fail_msg",
                        context.say(
                                "Not installed: {{ ansible_play_hosts_all | difference(ansible_play_hosts)"
                                        + " | join(', ') }}. Nothing was restarted.",
                                "Не установлены: {{ ansible_play_hosts_all | difference(ansible_play_hosts)"
                                        + " | join(', ') }}. Ничего не перезапущено."),
                        "quiet",
                        true));
    }

    private static List<Task> install(DocumentContext context) {
        return List.of(
                quiet(Task.call(
                                context,
                                Text.of("Make a directory for the delivery", "Создать каталог для доставки"),
                                "tempfile",
                                arguments("state", "directory", "path", "/root", "prefix", "pg1c."))
                        .with("register", "pg1c_inbox")),
                unpack(
                        context,
                        Text.of("Copy the files of the node", "Скопировать файлы узла"),
                        "playbook_dir + '/../nodes/' + inventory_hostname",
                        "bundle"),
                unpack(
                                context,
                                Text.of("Copy the secrets of the node", "Скопировать секреты узла"),
                                "pg1c_store + '/nodes/' + inventory_hostname",
                                "secrets")
                        .with("no_log", true),
                Task.call(
                                context,
                                Text.of("Install", "Установить"),
                                "command",
                                arguments(
                                        "argv",
                                        "{{ ['/bin/sh', pg1c_inbox.path + '/bundle/install.sh', '--secrets',"
                                                + " pg1c_inbox.path + '/secrets'] + (['--adopt-database'] if "
                                                + ADOPT + " | default(false) | bool else []) }}"))
                        .with("register", "pg1c_install")
                        .with("changed_when", TOUCHED));
    }

    /** All files of a directory in one task: a task for each file would take much longer. */
    private static Task unpack(DocumentContext context, Text name, String from, String to) {
        return quiet(Task.call(
                context,
                name,
                "command",
                arguments(
                        "argv",
                        List.of(
                                "/bin/sh",
                                "-c",
                                "umask 077 && mkdir \"$1\" && base64 -d | tar -C \"$1\" --no-same-owner -xf -",
                                "sh",
                                "{{ pg1c_inbox.path }}/" + to),
                        "stdin",
                        "{{ lookup('ansible.builtin.pipe', 'tar -C ' + (" + from
                                + ") | quote + ' -cf - . | base64') }}")));
    }

    /** Changes of an installation that failed half-way count, too. */
    private static List<Task> afterwards(DocumentContext context) {
        return List.of(
                Task.call(
                                context,
                                Text.of("Note what the changed files need", "Отметить, что нужно изменённым файлам"),
                                "command",
                                arguments("argv", "{{ ['/bin/sh', '-c', pg1c_note, 'sh'] + pg1c_needed }}"))
                        .with("changed_when", "pg1c_needed | length > 0"),
                cleanUp(context));
    }

    private static Task cleanUp(DocumentContext context) {
        return quiet(Task.call(
                        context,
                        Text.of("Remove the delivery", "Удалить доставленное"),
                        "file",
                        arguments("path", "{{ pg1c_inbox.path }}", "state", "absent")))
                .when("pg1c_inbox.path is defined");
    }

    /** A task that only serves the run is not reported as a change of the node. */
    private static Task quiet(Task task) {
        return task.with("changed_when", false);
    }
}
