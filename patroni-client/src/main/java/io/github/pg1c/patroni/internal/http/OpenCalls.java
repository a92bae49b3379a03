package io.github.pg1c.patroni.internal.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;

/** The open calls of one piece of work, so that the work can be cancelled. */
public final class OpenCalls {
    private final Set<Call> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    public void began(Call call) {
        open.add(call);
        if (cancelled) {
            call.cancel();
        }
    }

    public void ended(Call call) {
        open.remove(call);
    }

    public void cancel() {
        cancelled = true;
        open.forEach(Call::cancel);
    }
}
