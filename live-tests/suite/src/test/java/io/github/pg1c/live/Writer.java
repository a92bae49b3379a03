package io.github.pg1c.live;

import io.github.pg1c.live.lab.Command;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * A client that writes one row after the other through an entrance, and connects again whenever it is cut off.
 *
 * <p>Each row carries the addresses that the server which took it listens on, so that it tells where it was written.
 */
final class Writer implements AutoCloseable {

    /** A write that a server acknowledged: its number, the server's addresses, whether it was a standby, and when. */
    record Acknowledged(long id, String server, boolean standby, long nanos) {}

    private static final String TABLE = "written";
    private static final String INSERT = "insert into " + TABLE
            + " values (?, current_setting('listen_addresses')) returning server, pg_is_in_recovery()";
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Login login;
    private final String host;
    private final int port;
    private final long writesPerConnection;
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final Thread thread = new Thread(this::write, "writer");
    private volatile boolean stopping;
    private long next;

    private Writer(Login login, String host, int port, long first, long writesPerConnection) {
        this.login = login;
        this.host = host;
        this.port = port;
        this.next = first;
        this.writesPerConnection = writesPerConnection;
    }

    /** Makes the table, or finds it made, and returns the first number that no row has. */
    private static long prepare(Login login, String host, int port) throws SQLException {
        try (Connection connection = login.connect(host, port);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists " + TABLE + " (id bigint primary key, server text)");
            try (ResultSet result = statement.executeQuery("select coalesce(max(id), 0) + 1 from " + TABLE)) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    /** Starts a client that keeps its connection as long as it can. */
    static Writer start(Login login, String host, int port) throws SQLException {
        return start(login, host, port, Long.MAX_VALUE);
    }

    /** Starts a client that connects anew after each so many writes. */
    static Writer start(Login login, String host, int port, long writesPerConnection) throws SQLException {
        Writer writer = new Writer(login, host, port, prepare(login, host, port), writesPerConnection);
        writer.thread.start();
        return writer;
    }

    private void write() {
        while (!stopping) {
            try (Connection connection = login.connect(host, port);
                    PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (long written = 0; !stopping && written < writesPerConnection; written++) {
                    insert.setLong(1, next++);
                    try (ResultSet result = insert.executeQuery()) {
                        result.next();
                        acknowledged(result);
                    }
                }
            } catch (SQLException e) {
                failed(e);
            }
        }
    }

    private synchronized void acknowledged(ResultSet result) throws SQLException {
        acknowledged.add(new Acknowledged(next - 1, result.getString(1), result.getBoolean(2), System.nanoTime()));
    }

    private void failed(SQLException e) {
        synchronized (this) {
            errors.add(e.getCause() == null ? String.valueOf(e.getMessage()) : e.getMessage() + " " + e.getCause());
        }
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupt) {
            stopping = true;
        }
    }

    /** The acknowledged writes so far. */
    synchronized List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** What the client was told when it was cut off or not let in. */
    synchronized List<String> errors() {
        return List.copyOf(errors);
    }

    /** The longest time between two acknowledged writes that follow each other. */
    Duration longestPause() {
        List<Acknowledged> all = acknowledged();
        long longest = 0;
        for (int i = 1; i < all.size(); i++) {
            longest = Math.max(longest, all.get(i).nanos() - all.get(i - 1).nanos());
        }
        return Duration.ofNanos(longest);
    }

    /** The numbers of acknowledged writes that the server at this address does not have. */
    Set<Long> lost(Login login, String host, int port) throws SQLException {
        Set<Long> lost = new TreeSet<>();
        acknowledged().forEach(write -> lost.add(write.id()));
        rows(login, host, port).forEach(lost::remove);
        return lost;
    }

    /** The numbers of all rows that the server at this address has. */
    static Set<Long> rows(Login login, String host, int port) throws SQLException {
        Set<Long> rows = new TreeSet<>();
        try (Connection connection = login.connect(host, port);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select id from " + TABLE)) {
            while (result.next()) {
                rows.add(result.getLong(1));
            }
        }
        return rows;
    }

    /** Ends the client; a write in progress is finished first. */
    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw Command.interrupted(e);
        }
    }
}
