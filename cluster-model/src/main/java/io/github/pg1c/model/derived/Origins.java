package io.github.pg1c.model.derived;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.platform.OsFamily;
import io.github.pg1c.model.program.ProgramOrigin;
import io.github.pg1c.model.program.ProgramSource;
import io.github.pg1c.model.program.Programs;
import io.github.pg1c.model.value.ComponentVersion;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the programs of each component come to the nodes: as the specification says, or as follows from their places.
 *
 * @param postgresql PostgreSQL's
 * @param patroni Patroni's
 * @param etcd etcd's
 * @param haproxy HAProxy's
 * @param pgbouncer PgBouncer's
 * @since 0.1
 */
public record Origins(
        ProgramOrigin postgresql,
        ProgramOrigin patroni,
        ProgramOrigin etcd,
        ProgramOrigin haproxy,
        ProgramOrigin pgbouncer) {

    private static final String ENVIRONMENT = "/opt/patroni";
    /** Directories that are the system's or the administrator's, never those of a virtual environment. */
    private static final Set<String> SHARED = Set.of("/usr", "/usr/local", "");

    /** The origins of the cluster's programs. */
    public static Origins of(Cluster cluster) {
        Layout layout = Layout.of(cluster);
        Programs said = cluster.programs();
        OsFamily family = cluster.platform().os().family();
        boolean packaged = !layout.packages().packages().isEmpty()
                && layout.binDirectory().equals(layout.packages().binDirectory());
        return new Origins(
                origin(said.postgresql(), packaged),
                origin(said.patroni(), layout.patroniBinary().equals(Layout.PATRONI)),
                origin(said.etcd(), layout.etcdBinary().equals(Layout.ETCD)),
                origin(said.haproxy(), layout.haproxyBinary().equals(Layout.HAPROXY)),
                origin(said.pgbouncer(), layout.pgbouncerBinary().equals(family.pgbouncerBinary())));
    }

    private static ProgramOrigin origin(ProgramSource source, boolean whereThePackagePutsThem) {
        ProgramOrigin said = source.from();
        if (said != null) {
            return said;
        }
        return whereThePackagePutsThem ? ProgramOrigin.PACKAGE : ProgramOrigin.PRESENT;
    }

    /** The directory of Patroni's virtual environment. */
    public static String environment(Cluster cluster) {
        String said = cluster.programs().patroni().directory();
        if (said != null) {
            return said;
        }
        String binary = Layout.of(cluster).patroniBinary();
        String above = above(binary, "/bin/patroni");
        return above == null || SHARED.contains(above) ? ENVIRONMENT : above;
    }

    private static @Nullable String above(String path, String end) {
        return path.endsWith(end) ? path.substring(0, path.length() - end.length()) : null;
    }

    /** What pip installs into it. */
    public static List<String> requirements(Cluster cluster) {
        List<String> said = cluster.programs().patroni().requirements();
        if (!said.isEmpty()) {
            return said;
        }
        ComponentVersion version = Layout.of(cluster).versions().patroni();
        String exact = version.toString().chars().filter(c -> c == '.').count() < 2 ? version + ".*" : "" + version;
        return List.of("patroni[etcd3]==" + exact, "psycopg2-binary");
    }
}
