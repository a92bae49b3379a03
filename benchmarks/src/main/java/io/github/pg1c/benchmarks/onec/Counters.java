package io.github.pg1c.benchmarks.onec;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the server and its control group count, at a moment or between two.
 *
 * @param cpuNanos processor time of all its processes
 * @param diskBytes read from the disk
 * @param blocks read from outside of the shared buffers
 * @param temporaryBytes written to temporary files
 * @param walBytes written ahead
 * @param checkpoints ended
 * @param vacuums of system catalogs, by autovacuum
 */
record Counters(
        long cpuNanos,
        long diskBytes,
        long blocks,
        long temporaryBytes,
        long walBytes,
        long checkpoints,
        long vacuums) {

    private static final String QUERY = "select d.blks_read, d.temp_bytes, w.wal_bytes::bigint,"
            + " %s, (select coalesce(sum(autovacuum_count), 0) from pg_stat_sys_tables"
            + " where schemaname = 'pg_catalog')"
            + " from pg_stat_database d, pg_stat_wal w, %s c where d.datname = current_database()";

    private static final int MAJOR_WITH_CHECKPOINTER = 17;

    private static String query(int major) {
        return major >= MAJOR_WITH_CHECKPOINTER
                ? QUERY.formatted("c.num_timed + c.num_requested", "pg_stat_checkpointer")
                : QUERY.formatted("c.checkpoints_timed + c.checkpoints_req", "pg_stat_bgwriter");
    }

    /** The counters now; sessions that have ended have told theirs. */
    static Counters of(TestServer server, ControlGroup group, BlockDevice device) throws SQLException, IOException {
        long cpu = group.cpuNanos();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(query(connection.getMetaData().getDatabaseMajorVersion()))) {
            row.next();
            return new Counters(
                    cpu,
                    device.bytesRead(),
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5));
        }
    }

    Counters since(Counters before) {
        return new Counters(
                cpuNanos - before.cpuNanos,
                diskBytes - before.diskBytes,
                blocks - before.blocks,
                temporaryBytes - before.temporaryBytes,
                walBytes - before.walBytes,
                checkpoints - before.checkpoints,
                vacuums - before.vacuums);
    }
}
