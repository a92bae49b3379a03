package io.github.pg1c.patroni;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;

/** The calls of one piece of work that are under way, so that it can be given up. */
final class Calls {
    private final Set<Call> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    void began(Call call) {
        open.add(call);
        if (cancelled) {
            call.cancel();
        }
    }

    void ended(Call call) {
        open.remove(call);
    }

    void cancel() {
        cancelled = true;
        open.forEach(Call::cancel);
    }
}
