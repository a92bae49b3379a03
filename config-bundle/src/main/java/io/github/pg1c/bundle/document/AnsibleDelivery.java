package io.github.pg1c.bundle.document;

import static io.github.pg1c.bundle.document.AnsibleTask.arguments;

import io.github.pg1c.base.words.Text;
import java.util.List;
import java.util.Map;

/** Copies a node's directory and its secrets into a directory that only root reads, runs the installer, and cleans up. */
final class AnsibleDelivery {

    private static final String SECRETS = "{{ pg1c_secrets }}/nodes/{{ inventory_hostname }}";
    /** The installer names every file; those that it left alone begin with one of these words. */
    private static final String UNTOUCHED = "(unchanged|без изменений) ";

    private static final String TOUCHED = "pg1c_touched | select('search', '  /') | list | length > 0";

    /** The map of needs, and what the installer's answer means by it. */
    static Map<String, Object> variables(Facts facts) {
        return arguments(
                "pg1c_actions",
                AnsibleActions.of(facts),
                "pg1c_touched",
                "{{ pg1c_install.stdout_lines | default([]) | reject('match', '" + UNTOUCHED + "') | list }}",
                "pg1c_needed",
                "{{ pg1c_touched | map('regex_findall', '\\[([a-z:]+)\\]') | flatten | select('in', pg1c_actions)"
                        + " | map('extract', pg1c_actions) | flatten | unique | sort }}");
    }

    private AnsibleDelivery() {}

    static List<AnsibleTask> tasks(Facts facts) {
        return List.of(
                AnsibleTask.call(
                        facts,
                        Text.of("The secrets store is named", "Хранилище секретов указано"),
                        "assert",
                        arguments(
                                "that",
                                List.of("pg1c_secrets is defined", "pg1c_secrets | length > 0"),
                                "fail_msg",
                                facts.say(
                                        "Run with -e pg1c_secrets=<path of the cluster's secrets store>",
                                        "Запустите с -e pg1c_secrets=<путь к хранилищу секретов кластера>"),
                                "quiet",
                                true)),
                AnsibleTask.call(
                                facts,
                                Text.of("Look for the secrets of the node", "Найти секреты узла"),
                                "stat",
                                arguments("path", SECRETS + "/rootfs"))
                        .with("delegate_to", "localhost")
                        .with("become", false)
                        .with("register", "pg1c_store"),
                AnsibleTask.call(
                        facts,
                        Text.of("The secrets of the node are there", "Секреты узла на месте"),
                        "assert",
                        arguments("that", List.of("pg1c_store.stat.isdir | default(false)"), "quiet", true)),
                AnsibleTask.block(facts, Text.of("Deliver and install", "Доставить и установить"), install(facts))
                        .with("always", AnsibleTask.maps(afterwards(facts)))
                        .when("not ansible_check_mode"));
    }

    private static List<AnsibleTask> install(Facts facts) {
        return List.of(
                quiet(AnsibleTask.call(
                                facts,
                                Text.of("Make a directory for the delivery", "Создать каталог для доставки"),
                                "tempfile",
                                arguments("state", "directory", "path", "/root", "prefix", "pg1c."))
                        .with("register", "pg1c_inbox")),
                quiet(AnsibleTask.call(
                        facts,
                        Text.of("Copy the files of the node", "Скопировать файлы узла"),
                        "copy",
                        arguments(
                                "src", "{{ playbook_dir }}/../nodes/{{ inventory_hostname }}/",
                                "dest", "{{ pg1c_inbox.path }}/bundle/",
                                "mode", "preserve"))),
                quiet(AnsibleTask.call(
                                facts,
                                Text.of("Copy the secrets of the node", "Скопировать секреты узла"),
                                "copy",
                                arguments(
                                        "src", SECRETS + "/",
                                        "dest", "{{ pg1c_inbox.path }}/secrets/",
                                        "mode", "0600",
                                        "directory_mode", "0700"))
                        .with("no_log", true)
                        .with("diff", false)),
                AnsibleTask.call(
                                facts,
                                Text.of("Install", "Установить"),
                                "command",
                                arguments(
                                        "argv",
                                        List.of(
                                                "/bin/sh",
                                                "{{ pg1c_inbox.path }}/bundle/install.sh",
                                                "--secrets",
                                                "{{ pg1c_inbox.path }}/secrets")))
                        .with("register", "pg1c_install")
                        .with("changed_when", TOUCHED));
    }

    /** What an installation that failed half-way has changed counts, too. */
    private static List<AnsibleTask> afterwards(Facts facts) {
        return List.of(
                AnsibleTask.call(
                        facts,
                        Text.of("Keep the list of what is pending", "Хранить список ожидающих действий"),
                        "file",
                        arguments("path", AnsibleTask.PENDING, "state", "directory", "mode", "0700")),
                AnsibleTask.call(
                                facts,
                                Text.of("Note what the changed files need", "Отметить, что нужно изменённым файлам"),
                                "copy",
                                arguments(
                                        "dest", AnsibleTask.PENDING + "/{{ item }}",
                                        "content", "",
                                        "mode", "0600"))
                        .with("loop", "{{ pg1c_needed }}"),
                cleanUp(facts));
    }

    private static AnsibleTask cleanUp(Facts facts) {
        return quiet(AnsibleTask.call(
                        facts,
                        Text.of("Remove the delivery", "Удалить доставленное"),
                        "file",
                        arguments("path", "{{ pg1c_inbox.path }}", "state", "absent")))
                .when("pg1c_inbox.path is defined");
    }

    /** What is gone again at the end is no change. */
    private static AnsibleTask quiet(AnsibleTask task) {
        return task.with("changed_when", false);
    }
}
