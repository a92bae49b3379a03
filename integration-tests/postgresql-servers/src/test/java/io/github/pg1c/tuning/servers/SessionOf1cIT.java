package io.github.pg1c.tuning.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.text.PlanFormat;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plays what the platform of 1C does with a connection, as its technological journal shows it: parameters on connect,
 * temporary tables for the whole session, computing within a transaction. Each test has its opposite, a configuration
 * that does break it, so that it cannot pass by itself.
 */
class SessionOf1cIT {

    private static final List<String> ON_CONNECT = List.of(
            "set client_min_messages = error",
            "set lc_messages = 'C'",
            "set standard_conforming_strings = off",
            "set escape_string_warning = off",
            "set enable_mergejoin = off",
            "set cpu_operator_cost = 0.001",
            "set lock_timeout = 20000");

    private static final int CONNECTIONS = 40;

    private static PostgresServer balanced(int major) throws Exception {
        TuningPlan plan = Calculator.plan(TuningInput.builder(MemorySize.parse("2GB"), 2, CONNECTIONS)
                .major(new PgMajor(major))
                .distribution(Distribution.PGDG)
                .overrides(Map.of("lc_messages", "C"))
                .build());
        assertThat(plan.budget().fits()).isTrue();
        PostgresServer server = PostgresServer.prepare(major);
        server.restart(PlanFormat.POSTGRESQL_CONF.text(plan, Language.EN));
        return server;
    }

    private static Connection session(PostgresServer server, String role) throws SQLException {
        Connection connection = DriverManager.getConnection(server.url(role));
        for (String statement : ON_CONNECT) {
            // Of these only lc_messages takes a superuser, which the role of an infobase mostly is.
            if (role.equals("postgres") || !statement.contains("lc_messages")) {
                run(connection, statement);
            }
        }
        return connection;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    /** The application server computes; the database server's clock goes on in another session meanwhile. */
    private static void compute(PostgresServer server) throws SQLException {
        try (Connection other = server.connect()) {
            run(other, "select pg_sleep(0.3)");
        }
    }

    /** What a document's posting does: long between its statements, with one statement that takes its time. */
    private static void post(PostgresServer server, Connection session) throws SQLException {
        run(session, "create temporary table tt1 (_key int, _value numeric(31, 20)) without oids");
        session.setAutoCommit(false);
        run(session, "insert into pg_temp.tt1 select g, g / 3.0 from generate_series(1, 20000) g");
        compute(server);
        run(session, "create index on pg_temp.tt1 (_key)");
        run(session, "analyze pg_temp.tt1");
        run(session, "select pg_sleep(0.3)");
        assertThat(one(session, "select count(*) from pg_temp.tt1 where _value > 1"))
                .isEqualTo("19997");
        session.commit();
        compute(server);
        session.setAutoCommit(true);
        // The table is there for the whole session, and is emptied and filled again.
        run(session, "truncate pg_temp.tt1");
        run(session, "insert into pg_temp.tt1 values (1, 1)");
        assertThat(one(session, "select count(*) from pg_temp.tt1")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void longWorkIsNotCutOff(int major) throws Exception {
        try (PostgresServer server = balanced(major)) {
            try (Connection session = session(server, "postgres")) {
                post(server, session);
                for (String limit : limits(major)) {
                    assertThat(one(session, "show " + limit)).describedAs(limit).isEqualTo("0");
                }
                assertThat(one(session, "show lock_timeout")).isEqualTo("20s");
            }
            // The same work under limits such as general tuners write.
            for (String limit : limits(major)) {
                server.restart(limit + " = 100");
                assertThatThrownBy(() -> {
                            try (Connection session = session(server, "postgres")) {
                                post(server, session);
                            }
                        })
                        .describedAs(limit)
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    private static List<String> limits(int major) {
        List<String> limits = new ArrayList<>(
                List.of("statement_timeout", "idle_session_timeout", "idle_in_transaction_session_timeout"));
        if (major >= 17) {
            limits.add("transaction_timeout");
        }
        return limits;
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void everyConnectionOf1cHasItsPlaceAndAdministratorsGetIn(int major) throws Exception {
        try (PostgresServer server = balanced(major)) {
            try (Connection administrator = server.connect()) {
                run(administrator, "create role usr1cv8 login");
            }
            List<Connection> sessions = new ArrayList<>();
            try {
                for (int i = 0; i < CONNECTIONS; i++) {
                    Connection session = session(server, "usr1cv8");
                    sessions.add(session);
                    // More than temp_buffers holds: all of them are filled and kept.
                    run(
                            session,
                            "create temporary table tt1 as select g, repeat('x', 1000) from generate_series(1, 9000) g");
                }
                assertThat(sessions)
                        .allSatisfy(session -> assertThat(one(session, "select count(*) from pg_temp.tt1"))
                                .isEqualTo("9000"));
                // Whoever comes beyond is refused before the administrators are.
                assertThatThrownBy(() -> {
                            for (int i = 0; i < 20; i++) {
                                sessions.add(session(server, "usr1cv8"));
                            }
                        })
                        .isInstanceOf(SQLException.class);
                try (Connection administrator = server.connect()) {
                    assertThat(one(administrator, "select count(*) from pg_stat_activity where usename = 'usr1cv8'"))
                            .isGreaterThanOrEqualTo(Integer.toString(CONNECTIONS));
                }
            } finally {
                for (Connection session : sessions) {
                    session.close();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void restructuringLocksTensOfThousandsOfTables(int major) throws Exception {
        // Locks of any kind take their place in the same table of shared memory.
        String locks = "select count(pg_advisory_xact_lock(g)) from generate_series(1, 50000) g";
        try (PostgresServer server = balanced(major)) {
            try (Connection session = session(server, "postgres")) {
                assertThat(one(session, locks)).isEqualTo("50000");
            }
            server.restart("");
            try (Connection session = session(server, "postgres")) {
                assertThatThrownBy(() -> one(session, locks)).hasMessageContaining("out of shared memory");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void literalsAndJoinsOf1cAreUnderstood(int major) throws Exception {
        try (PostgresServer server = balanced(major)) {
            // Before 1C says anything: the server's own value is the one it needs.
            try (Connection plain = server.connect()) {
                assertThat(one(plain, "select length('a\\\\b')")).isEqualTo("3");
                assertThat(one(plain, "select encode('\\\\207'::bytea, 'hex')")).isEqualTo("87");
            }
            try (Connection session = session(server, "postgres")) {
                for (int i = 0; i < 24; i++) {
                    run(session, "create temporary table tt" + i + " as select g k from generate_series(1, 50) g");
                    run(session, "analyze pg_temp.tt" + i);
                }
                String join = IntStream.range(1, 24)
                        .mapToObj(i -> " left join pg_temp.tt" + i + " on tt" + i + ".k = tt0.k")
                        .collect(Collectors.joining());
                assertThat(one(session, "select count(*) from pg_temp.tt0" + join))
                        .isEqualTo("50");
                // What a pooler does when the session ends.
                run(session, "discard all");
                assertThat(one(session, "show standard_conforming_strings")).isEqualTo("off");
                assertThat(one(session, "show cpu_operator_cost")).isEqualTo("0.001");
                assertThat(one(
                                session,
                                "select count(*) from pg_class where relname like 'tt%' and relpersistence = 't'"))
                        .isEqualTo("0");
            }
        }
    }
}
