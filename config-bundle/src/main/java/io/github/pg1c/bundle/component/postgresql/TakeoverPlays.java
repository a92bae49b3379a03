package io.github.pg1c.bundle.component.postgresql;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.ansible.Play;
import io.github.pg1c.bundle.ansible.Task;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.model.Node;
import java.util.List;

/**
 * Plays that take a database over: one looks before anything changes, one stops its service when the state store runs
 * and just before the first member starts. Both do nothing once it is done.
 */
final class TakeoverPlays {

    private TakeoverPlays() {}

    static List<Play> preconditions(DocumentContext context) {
        return context.cluster().takenOver().stream()
                .map(node -> play(
                        context,
                        node,
                        Text.of("Look at the database that is taken over", "Посмотреть на принимаемую базу"),
                        Task.script(
                                        context,
                                        Text.of("Can it be taken over", "Можно ли её принять"),
                                        TakeoverScript.NAME,
                                        "--check")
                                .with("changed_when", false)
                                .with("check_mode", false)))
                .toList();
    }

    static List<Play> plays(DocumentContext context) {
        return context.cluster().takenOver().stream()
                .map(node -> play(
                        context,
                        node,
                        Text.of("Take the database over", "Принять базу"),
                        Task.script(
                                        context,
                                        Text.of(
                                                "Stop its service, give it roles and limits",
                                                "Остановить её службу, задать роли и пределы"),
                                        TakeoverScript.NAME)
                                .with("register", "pg1c_taken")
                                .with(
                                        "changed_when",
                                        "pg1c_taken.stdout_lines | select('search', '  ') | list | length > 0")
                                .when("not ansible_check_mode")))
                .toList();
    }

    private static Play play(DocumentContext context, Node node, Text name, Task task) {
        return Play.together(context, name, node.name().toString(), List.of(task));
    }
}
