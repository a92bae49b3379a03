package io.github.pg1c.model.derived;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Postgresql;
import io.github.pg1c.model.platform.Platform;
import io.github.pg1c.model.platform.PostgresqlPackages;
import io.github.pg1c.model.value.ComponentVersion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Users, programs and directories on the nodes: those of the platform, or those that the specification names.
 *
 * @param postgresUser user and group that run PostgreSQL and Patroni
 * @param postgresHome home directory of that user
 * @param dataDirectory PostgreSQL's data
 * @param binDirectory PostgreSQL's programs
 * @param configDirectory directory of {@code postgresql.conf} where it is apart from the data; null where it is not
 * @param walDirectory directory of WAL where it has a disk of its own
 * @param socketDirectory directory of Unix sockets
 * @param logDirectory directory of PostgreSQL's log files
 * @param patroniBinary Patroni's program
 * @param patronictlBinary patronictl, beside it
 * @param etcdUser user and group that run etcd
 * @param etcdBinary etcd's program
 * @param etcdctlBinary etcdctl, beside it
 * @param etcdDataDirectory etcd's data
 * @param pgbouncerUser user and group that run PgBouncer
 * @param pgbouncerBinary PgBouncer's program
 * @param haproxyUser user and group that run HAProxy
 * @param haproxyBinary HAProxy's program
 * @param packages packages that bring PostgreSQL to the nodes
 * @param versions versions of the components
 * @param patroniNotifies whether Patroni tells systemd when it is ready
 * @since 0.1
 */
public record Layout(
        String postgresUser,
        String postgresHome,
        String dataDirectory,
        String binDirectory,
        @Nullable String configDirectory,
        @Nullable String walDirectory,
        String socketDirectory,
        String logDirectory,
        String patroniBinary,
        String patronictlBinary,
        String etcdUser,
        String etcdBinary,
        String etcdctlBinary,
        String etcdDataDirectory,
        String pgbouncerUser,
        String pgbouncerBinary,
        String haproxyUser,
        String haproxyBinary,
        PostgresqlPackages packages,
        Versions versions,
        boolean patroniNotifies) {

    /** Patroni's program as packages have it. */
    public static final String PATRONI = "/usr/bin/patroni";
    /** etcd's program as packages have it. */
    public static final String ETCD = "/usr/bin/etcd";
    /** HAProxy's program as packages have it. */
    public static final String HAPROXY = "/usr/sbin/haproxy";

    /**
     * Versions of the components; they decide which settings may be written.
     *
     * @since 0.1
     */
    public record Versions(
            ComponentVersion patroni, ComponentVersion etcd, ComponentVersion haproxy, ComponentVersion pgbouncer) {}

    /** The layout of the cluster's nodes. */
    public static Layout of(Cluster cluster) {
        Platform os = cluster.platform().os();
        Postgresql pg = cluster.postgresql();
        PostgresqlPackages own = PostgresqlPackages.of(pg.distribution(), pg.version(), os.family());
        String postgresUser = or(pg.user(), "postgres");
        String patroni = or(cluster.patroni().binary(), PATRONI);
        String etcd = or(cluster.etcd().binary(), ETCD);
        String dataDirectory = or(pg.dataDirectory(), own.dataDirectory());
        String configDirectory = dataDirectory.equals(pg.configDirectory()) ? null : pg.configDirectory();
        Versions versions = new Versions(
                or(cluster.patroni().version(), os.patroni()),
                or(cluster.etcd().version(), os.etcd()),
                or(cluster.haproxy().version(), os.haproxy()),
                or(cluster.pgbouncer().version(), os.pgbouncer()));
        return new Layout(
                postgresUser,
                own.home(),
                dataDirectory,
                or(pg.binDirectory(), own.binDirectory()),
                configDirectory,
                pg.walDirectory(),
                canonical(or(pg.socketDirectory(), "/run/postgresql")),
                or(pg.logDirectory(), "/var/log/postgresql"),
                patroni,
                patroni + "ctl",
                or(cluster.etcd().user(), "etcd"),
                etcd,
                etcd + "ctl",
                or(cluster.etcd().dataDirectory(), "/var/lib/etcd"),
                os.family().pgbouncerUser(postgresUser),
                or(cluster.pgbouncer().binary(), os.family().pgbouncerBinary()),
                "haproxy",
                or(cluster.haproxy().binary(), HAPROXY),
                own,
                versions,
                notifies(cluster, versions.patroni()));
    }

    /** {@code /var/run} is a link to {@code /run} on every platform; systemd knows the directory by its own name. */
    private static String canonical(String directory) {
        return directory.startsWith("/var/run/") ? directory.substring("/var".length()) : directory;
    }

    private static boolean notifies(Cluster cluster, ComponentVersion patroni) {
        Boolean said = cluster.patroni().systemdNotify();
        return said != null && said && patroni.atLeast(4, 1);
    }

    private static <T> T or(@Nullable T said, T otherwise) {
        return Optional.ofNullable(said).orElse(otherwise);
    }
}
