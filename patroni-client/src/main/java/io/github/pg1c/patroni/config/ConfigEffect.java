package io.github.pg1c.patroni.config;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the members made of a changed value, as far as their REST API shows it. It shows whether Patroni is paused, the
 * synchronous standbys, the failsafe mode when it is on, the role in a standby cluster, and the parameters that wait
 * for a restart. Of other values it shows only that a member knows them.
 *
 * @param path the names of the keys, outermost first
 * @param visibility what was seen
 * @param members the members that did not show it in time: their names, or addresses of members without a known name
 * @since 0.1
 */
public record ConfigEffect(List<String> path, Visibility visibility, Set<String> members) {

    /** What was seen of a changed value. */
    public enum Visibility {
        /** Members act on the value. */
        SHOWN,
        /** A parameter of PostgreSQL waits for a restart on every member. */
        AWAITS_RESTART,
        /** Every member knows the value; whether it acts on the value cannot be seen. */
        KNOWN,
        /** Every member knows the value, but these do not act on it. */
        NOT_SHOWN,
        /** These members do not answer, or answer with another value. */
        NOT_KNOWN
    }

    /** Copies path and names. */
    public ConfigEffect {
        path = List.copyOf(path);
        members = Collections.unmodifiableSet(new TreeSet<>(members));
    }

    /** The keys with dots between them, for people. */
    public String name() {
        return String.join(".", path);
    }

    /** True when the value has not reached a member, or a member visibly does not act on it. */
    public boolean isMissing() {
        return visibility == Visibility.NOT_SHOWN || visibility == Visibility.NOT_KNOWN;
    }
}
