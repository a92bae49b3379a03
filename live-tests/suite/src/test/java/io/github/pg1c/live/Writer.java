package io.github.pg1c.live;

import io.github.pg1c.live.history.History;
import io.github.pg1c.live.history.HistoryChecker;
import io.github.pg1c.live.history.HistoryRecorder;
import io.github.pg1c.live.history.Outcome;
import io.github.pg1c.live.history.Row;
import io.github.pg1c.live.history.Verdict;
import io.github.pg1c.live.lab.Command;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A client that writes one row after the other through an entrance, reconnects after each interruption, and records the
 * outcome of each row.
 *
 * <p>Each row has the listen addresses of the server that took it, which show where it was written. All clients write
 * into one table. Nothing in it is unique, so that a row can be there twice. The order of storing comes from a
 * sequence. PostgreSQL logs a sequence ahead ({@code SEQ_LOG_VALS} in src/backend/commands/sequence.c): it continues
 * with a gap after a crash or a failover, and never returns to a value of a stored row.
 *
 * <p>A connection that cannot be made invokes nothing. {@link CommitOutcome} says how an answer ends an operation.
 */
final class Writer implements AutoCloseable {

    private static final String TABLE = "stored_rows";
    private static final String CREATE = "create table if not exists " + TABLE
            + " (stored bigint generated always as identity, client text not null, id bigint not null, server text)";
    private static final String INSERT = "insert into " + TABLE + " (client, id, server)"
            + " values (?, ?, current_setting('listen_addresses')) returning server, pg_is_in_recovery()";
    private static final String SELECT = "select client, id from " + TABLE + " where client = any (?) order by stored";
    private static final Duration PAUSE = Duration.ofMillis(20);
    /** Longer than any test waits for a write, so that it only ends a hang. */
    static final Duration ANSWER = Duration.ofMinutes(2);

    /** The server's answer for a row. */
    private record Reply(
            String server, boolean standby, @Nullable SQLWarning warnings) {}

    private final String client;
    private final HistoryRecorder recorder;
    private final Login login;
    private final String host;
    private final int port;
    private final long writesPerConnection;
    private final List<String> errors = new ArrayList<>();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable Throwable broken;
    private long next = 1;

    private Writer(
            String client, HistoryRecorder recorder, Login login, String host, int port, long writesPerConnection) {
        this.client = client;
        this.recorder = recorder;
        this.login = login;
        this.host = host;
        this.port = port;
        this.writesPerConnection = writesPerConnection;
        this.thread = new Thread(this::writeOrKeepWhy, client);
        this.thread.setDaemon(true);
    }

    /**
     * Makes the table if it does not exist. Only one thread does so at a time, because PostgreSQL fails one of two
     * concurrent attempts.
     */
    private static synchronized void prepare(Login login, String host, int port) throws SQLException {
        try (Connection connection = login.connect(host, port, ANSWER);
                Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
        }
    }

    /** Starts a client with a separate history that keeps its connection as long as possible. */
    static Writer start(Login login, String host, int port) throws SQLException {
        return start(login, host, port, Long.MAX_VALUE);
    }

    /** Starts a client with a separate history that reconnects after the given number of writes. */
    static Writer start(Login login, String host, int port, long writesPerConnection) throws SQLException {
        return start("writer", new HistoryRecorder(System::nanoTime), login, host, port, writesPerConnection);
    }

    /**
     * Starts a client that shares a history with others.
     *
     * @param name the prefix of the client's name; the rest makes it different from clients of earlier tests
     */
    static Writer start(
            String name, HistoryRecorder recorder, Login login, String host, int port, long writesPerConnection)
            throws SQLException {
        prepare(login, host, port);
        String client = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        Writer writer = new Writer(client, recorder, login, host, port, writesPerConnection);
        writer.thread.start();
        return writer;
    }

    private void writeOrKeepWhy() {
        try {
            write();
        } catch (RuntimeException | Error e) {
            broken = e;
        }
    }

    private void write() {
        while (!stopping) {
            try (Connection connection = login.connect(host, port, ANSWER);
                    PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (long written = 0; !stopping && written < writesPerConnection; written++) {
                    write(insert);
                }
            } catch (SQLException e) {
                wasTold(e);
                rest();
            }
        }
    }

    private void write(PreparedStatement insert) throws SQLException {
        long id = next++;
        insert.setString(1, client);
        insert.setLong(2, id);
        HistoryRecorder.Invocation invocation = recorder.invoke(client, id);
        Reply reply;
        try {
            reply = execute(insert);
        } catch (SQLException e) {
            if (CommitOutcome.ofError(e) == CommitOutcome.FAILED) {
                invocation.failed(words(e));
            } else {
                invocation.unknown(words(e));
            }
            throw e;
        }
        SQLWarning warnings = reply.warnings();
        if (warnings == null || CommitOutcome.ofReply(warnings) == CommitOutcome.ACKNOWLEDGED) {
            invocation.acknowledged(reply.server(), reply.standby());
        } else {
            invocation.unknown(words(warnings));
            wasTold(warnings);
        }
    }

    /** pgjdbc waits for the end of the transaction, so the warnings of the commit are among the statement's. */
    private static Reply execute(PreparedStatement insert) throws SQLException {
        try (ResultSet result = insert.executeQuery()) {
            result.next();
            return new Reply(result.getString(1), result.getBoolean(2), insert.getWarnings());
        }
    }

    private static String words(SQLException e) {
        String words = e.getSQLState() + " " + e.getMessage();
        return e.getCause() == null ? words : words + " " + e.getCause();
    }

    private synchronized void wasTold(SQLException e) {
        errors.add(words(e));
    }

    private void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupt) {
            stopping = true;
        }
    }

    /** The name of the client in the history and in the rows. */
    String client() {
        return client;
    }

    /** The history of this client so far. */
    History history() {
        return recorder.history().of(client);
    }

    /** The acknowledgements so far, in the order in which they came. */
    List<Outcome.Acknowledged> acknowledged() {
        return history().acknowledged();
    }

    /** Messages of errors, refused connections, and warnings that a row may get lost. */
    synchronized List<String> errors() {
        return List.copyOf(errors);
    }

    /** The longest time between two acknowledgements that follow each other. */
    Duration longestPause() {
        return history().longestPause();
    }

    /**
     * Compares the history of this client with the present rows behind its entrance.
     *
     * @throws IllegalStateException when the client still writes
     */
    Verdict verdict() throws SQLException {
        if (thread.isAlive()) {
            throw new IllegalStateException(client + " still writes");
        }
        return verdict(history(), login, host, port);
    }

    /** Compares the history of several clients, which no longer write, with the rows of this server. */
    static Verdict verdict(History history, Login login, String host, int port) throws SQLException {
        return HistoryChecker.check(history, stored(history.clients(), login, host, port));
    }

    /** All rows of these clients that the server at this address has, in the order of storing. */
    private static List<Row> stored(Set<String> clients, Login login, String host, int port) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Connection connection = login.connect(host, port, ANSWER);
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            Array names = connection.createArrayOf("text", clients.toArray());
            select.setArray(1, names);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(new Row(result.getString(1), result.getLong(2)));
                }
            }
        }
        return rows;
    }

    /** Ends the client after the write in progress. */
    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw Command.interrupted(e);
        }
        if (broken != null) {
            throw new IllegalStateException(client + " did not write to the end", broken);
        }
    }
}
