package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.model.NodeRole;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Repeats the 1C platform's use of a connection, as its technological journal shows it, through HAProxy and PgBouncer:
 * parameters on connect, temporary tables for the whole session, computation within a transaction.
 */
@ExtendWith(BootedCluster.class)
@Order(3)
class SessionOf1cIT {

    private static final List<String> ON_CONNECT = List.of(
            "set client_min_messages = error",
            "set lc_messages = 'en_US.UTF-8'",
            "set standard_conforming_strings = off",
            "set escape_string_warning = off",
            "set enable_mergejoin = off",
            "set cpu_operator_cost = 0.001",
            "set lock_timeout = 20000");

    private static final int OTHER_PORT = 6499;

    @Test
    void keepsItsParametersAndItsTablesBetweenTransactions(LiveCluster live) throws SQLException {
        try (Connection first = session(live);
                Connection second = session(live)) {
            String server = one(first, "select pg_backend_pid()");
            fill(first, 1);
            // Another session has its own table of the same name, as every session of 1C has tt1.
            fill(second, 2);
            first.setAutoCommit(false);
            assertThat(one(first, "select min(_key) from pg_temp.tt1")).isEqualTo("1");
            compute(live);
            run(first, "create index on pg_temp.tt1 (_key)");
            run(first, "analyze pg_temp.tt1");
            compute(live);
            first.commit();
            compute(live);
            first.setAutoCommit(true);
            run(first, "truncate pg_temp.tt1");
            run(first, "insert into pg_temp.tt1 values (7)");
            assertThat(one(first, "select _key from pg_temp.tt1")).isEqualTo("7");
            assertThat(one(second, "select min(_key) from pg_temp.tt1")).isEqualTo("2");
            for (Connection session : List.of(first, second)) {
                assertThat(one(session, "show lock_timeout")).isEqualTo("20s");
                assertThat(one(session, "show enable_mergejoin")).isEqualTo("off");
                assertThat(one(session, "show cpu_operator_cost")).isEqualTo("0.001");
                assertThat(one(session, "show lc_messages")).isEqualTo("en_US.UTF-8");
            }
            assertThat(one(first, "select pg_backend_pid()")).isEqualTo(server);
        }
    }

    @Test
    void leavesNothingToTheNextSessionOnTheSameServer(LiveCluster live) throws SQLException {
        String server;
        try (Connection session = session(live)) {
            server = one(session, "select pg_backend_pid()");
            fill(session, 1);
        }
        // The pooler releases a server connection after the reset, which may be shortly after the client has
        // disconnected.
        Eventually.holds(Duration.ofSeconds(20), () -> {
            try (Connection next = live.infobase().connect(balancer(live), live.writePort())) {
                assertThat(one(next, "select pg_backend_pid()")).isEqualTo(server);
                assertThat(one(next, "show lock_timeout")).isEqualTo("0");
                assertThat(one(next, "show standard_conforming_strings")).isEqualTo("off");
                assertThat(one(next, "select to_regclass('pg_temp.tt1') is null"))
                        .isEqualTo("t");
            }
        });
    }

    /** The counter-check for the tests above: the same sessions fail behind a pool in transaction mode. */
    @Test
    void breaksInTransactionMode(LiveCluster live) throws SQLException {
        Host leader = live.host(live.leader());
        leader.shell(
                        "install -d -o postgres -g postgres /run/other && sed -e 's/^pool_mode.*/pool_mode = transaction/'"
                                + " -e 's/^default_pool_size.*/default_pool_size = 1/' -e 's/^listen_port.*/listen_port = "
                                + OTHER_PORT
                                + "/' -e 's|^unix_socket_dir.*|unix_socket_dir = /run/other\\npidfile = /run/other/pid\\nlogfile = /run/other/log|'"
                                + " /etc/pgbouncer/pgbouncer.ini > /run/other/pgbouncer.ini && chmod 0644 /run/other/pgbouncer.ini")
                .orThrow();
        leader.run("runuser", "-u", "postgres", "--", "/usr/sbin/pgbouncer", "-d", "/run/other/pgbouncer.ini")
                .orThrow();
        // The daemon listens shortly after the foreground process has ended.
        try (Connection first = Eventually.value(
                        Duration.ofSeconds(20), () -> inside(live).connect(live.address(leader.name()), OTHER_PORT));
                Connection second = inside(live).connect(live.address(leader.name()), OTHER_PORT)) {
            ON_CONNECT.forEach(statement -> run(first, statement));
            fill(first, 1);
            assertThat(one(second, "show lock_timeout")).isEqualTo("20s");
            assertThatThrownBy(() -> fill(second, 2)).hasMessageContaining("tt1");
        } finally {
            leader.shell("kill $(cat /run/other/pid)").orThrow();
        }
    }

    private static Connection session(LiveCluster live) throws SQLException {
        Connection connection = live.infobase().connect(balancer(live), live.writePort());
        ON_CONNECT.forEach(statement -> run(connection, statement));
        return connection;
    }

    /** A login of the infobase's role from the administrators' network, past HAProxy. */
    private static Login inside(LiveCluster live) {
        return live.infobase().from(live.administrator());
    }

    private static String balancer(LiveCluster live) {
        return LiveCluster.address(live.nodes(NodeRole.HAPROXY).get(0));
    }

    private static void fill(Connection session, int first) {
        run(session, "create temporary table tt1 (_key int)");
        run(session, "insert into pg_temp.tt1 select g from generate_series(" + first + ", 20000) g");
    }

    /** Computation of the 1C server, during which another session observes the database server's clock. */
    private static void compute(LiveCluster live) throws SQLException {
        Sql.run(live, live.leader(), "select pg_sleep(0.3)");
    }

    private static void run(Connection session, String sql) {
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql + ": " + e.getMessage(), e);
        }
    }

    private static String one(Connection session, String query) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
