package io.github.pg1c.patroni.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is done with requests, by method and path, instead of answering them as usual. */
final class Script {
    private final Map<String, Deque<Reaction>> once = new HashMap<>();
    private final Map<String, Reaction> lasting = new HashMap<>();

    void next(String what, Reaction... reactions) {
        once.computeIfAbsent(checked(what), key -> new ArrayDeque<>()).addAll(List.of(reactions));
    }

    void always(String what, Reaction reaction) {
        lasting.put(checked(what), reaction);
    }

    Optional<Reaction> reaction(String what) {
        Deque<Reaction> queue = once.get(what);
        if (queue != null && !queue.isEmpty()) {
            return Optional.of(queue.removeFirst());
        }
        return Optional.ofNullable(lasting.get(what));
    }

    private static String checked(String what) {
        if (!what.matches("[A-Z]+ /\\S*")) {
            throw new IllegalArgumentException(
                    "write a method and a path, as \"POST /switchover\", not \"" + what + '"');
        }
        return what;
    }
}
