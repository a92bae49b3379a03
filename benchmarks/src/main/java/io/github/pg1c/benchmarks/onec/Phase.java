package io.github.pg1c.benchmarks.onec;

import java.sql.SQLException;

/** A part of the load: a fixed amount of work, always the same, shared out among clients. */
public interface Phase {
    /** Its name in the results. */
    String name();

    /** Connections that work at once. */
    int clients();

    /** Operations of all clients together. */
    int operations();

    /** What one client does; it has a session of its own. */
    Client client(Session session, int number);

    /** What an administrator does before the phase. */
    default void before(TestServer server) throws SQLException {}

    /** One client of a phase. */
    interface Client {
        /** Does an operation; its number decides by itself what is done, whichever client does it. */
        void operate(int operation) throws SQLException;
    }
}
