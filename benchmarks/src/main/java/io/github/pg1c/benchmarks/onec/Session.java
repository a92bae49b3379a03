package io.github.pg1c.benchmarks.onec;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection of the platform: its parameters are set on connect, its statements are text with literals. */
public final class Session implements AutoCloseable {
    /**
     * What the platform sets, as its technological journal shows; the locale of messages is one that every build has.
     */
    private static final List<String> ON_CONNECT = List.of(
            "set client_min_messages = error",
            "set lc_messages = 'C'",
            "set standard_conforming_strings = off",
            "set escape_string_warning = off",
            "set enable_mergejoin = off",
            "set cpu_operator_cost = 0.001",
            "set lock_timeout = 20000");

    private static final Pattern TOTAL = Pattern.compile("\"Total Cost\": ([0-9.]+)");

    private final Connection connection;
    private final Statement statement;

    private Session(Connection connection, Statement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    public static Session open(TestServer server) throws SQLException {
        Connection connection = server.connect();
        Session session = new Session(connection, connection.createStatement());
        for (String sql : ON_CONNECT) {
            session.execute(sql);
        }
        return session;
    }

    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    public void execute(String sql) throws SQLException {
        statement.execute(sql);
    }

    /** Reads all rows of a query; gives their number. */
    public int fetch(String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            int read = 0;
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getString(column);
                }
                read++;
            }
            return read;
        }
    }

    /** What the planner thinks that a query costs, in its own unit; the query does not run. */
    double cost(String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery("explain (format json) " + sql)) {
            rows.next();
            Matcher total = TOTAL.matcher(rows.getString(1));
            if (!total.find()) {
                throw new SQLException("EXPLAIN names no cost");
            }
            return Double.parseDouble(total.group(1));
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
