package io.github.pg1c.benchmarks.onec;

import java.sql.SQLException;

/** A phase whose operations are one query each, which the planner can be asked about. */
interface QueryPhase extends Phase {

    /** The query of one operation; what it needs has to be there. */
    String query(int operation);

    /** Makes what the query of one operation needs. */
    default void before(Session session, int operation) throws SQLException {}

    /** Removes it. */
    default void after(Session session) throws SQLException {}

    @Override
    default Client client(Session session, int number) {
        return operation -> {
            before(session, operation);
            session.fetch(query(operation));
            after(session);
        };
    }
}
