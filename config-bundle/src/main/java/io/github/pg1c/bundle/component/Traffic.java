package io.github.pg1c.bundle.component;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.part.Listener;
import io.github.pg1c.bundle.part.Listener.Group;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.derived.ClientEndpoints;

/** The path of client sessions to the database. */
public final class Traffic {

    /** The protocol of the sessions, for people. */
    public static final String PROTOCOL = "PostgreSQL, TLS";

    private static final int ORDER = 70;

    private Traffic() {}

    /** The listener of a database node that takes the sessions: from the proxies, or from the clients themselves. */
    public static Listener to(Listener listener, Cluster cluster, Text purpose) {
        return ClientEndpoints.proxies(cluster).isEmpty()
                ? listener.from(Group.CLIENTS, cluster, ORDER, purpose)
                : listener.from(ClientEndpoints.proxies(cluster), ORDER, purpose);
    }
}
