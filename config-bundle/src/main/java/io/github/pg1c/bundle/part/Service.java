package io.github.pg1c.bundle.part;

import io.github.pg1c.base.words.Text;
import java.util.List;

/**
 * A program that runs on a node and takes changed settings by a reload or a restart.
 *
 * @param name its name in needs, as {@code patroni}
 * @param title for people
 * @param unit systemd's unit without {@code .service}: the name, or the unit of the service that runs it
 * @param reload command that makes it read its configuration again; empty where it cannot
 * @param restart command that restarts it on this node
 * @param shared command that applies the shared configuration; empty where the service has none
 * @param certificates directory of its certificates; empty for none
 * @param onTheLeader what a restart on the leader's node costs
 * @since 0.1
 */
public record Service(
        String name,
        Text title,
        String unit,
        String reload,
        String restart,
        String shared,
        String certificates,
        OnTheLeader onTheLeader) {

    /** What a restart costs where the leader runs. */
    public enum OnTheLeader {
        /** Nothing more than elsewhere. */
        NOTHING,
        /** It ends the clients' sessions: the leader's role moves away first. */
        SWITCHOVER
    }

    /** A unit of systemd that reloads. */
    public static Service of(String name, Text title, String certificates, OnTheLeader onTheLeader) {
        return new Service(
                name,
                title,
                name,
                "systemctl reload " + name,
                "systemctl restart " + name,
                "",
                certificates,
                onTheLeader);
    }

    /** A unit of systemd that cannot reload. */
    public static Service withoutReload(String name, Text title, String certificates) {
        return new Service(name, title, name, "", "systemctl restart " + name, "", certificates, OnTheLeader.NOTHING);
    }

    /** The same with a command that applies the shared configuration. */
    public Service sharing(String command) {
        return new Service(name, title, unit, reload, restart, command, certificates, onTheLeader);
    }

    /** Whether it has a unit of its own. */
    public boolean hasUnit() {
        return unit.equals(name);
    }

    /** Whether it can read its configuration again while it runs. */
    public boolean reloads() {
        return !reload.isEmpty();
    }

    /** Names of the services. */
    public static List<String> names(List<Service> services) {
        return services.stream().map(Service::name).toList();
    }
}
