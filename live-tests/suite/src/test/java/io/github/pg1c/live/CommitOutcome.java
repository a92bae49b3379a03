package io.github.pg1c.live;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a write's commit, by the answer of the server; each write is a transaction.
 *
 * <p>Only an error that PostgreSQL certainly reports before the commit is a failure. All others are unknown: cut
 * connections (08), a server that is stopped or has crashed (57P01, 57P02), timeouts and cancelled statements (57014),
 * states of the driver, answers without a state. Full disks and exhausted memory (53100, 53200) are unknown, too: a
 * server that cannot write the rest of its WAL panics with 53100 when the commit may be on disk already, and pgjdbc
 * itself uses 53200 while it reads an answer.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL: error codes</a>
 */
enum CommitOutcome {
    /** The row is committed, and replicated as far as the server was told to. */
    ACKNOWLEDGED,
    /** The row is certainly not committed. */
    FAILED,
    /** The row may be committed or not, or is committed on a server that may lose it. */
    UNKNOWN;

    /**
     * A way in which the server refuses a write before it commits.
     *
     * @param state SQLState, or the two characters of its class
     * @param reason why nothing can be committed then
     */
    record Refusal(String state, String reason) {}

    /** All refusals that count as a failure. */
    static final List<Refusal> REFUSALS = List.of(
            new Refusal("23", "a constraint is checked before the commit, also one that is deferred"),
            new Refusal("25006", "a standby, or a read-only session, does not begin to write"),
            new Refusal("28", "the role is not let in, so that no statement has reached the server"),
            new Refusal("3D000", "the database does not exist, so that no statement has reached the server"),
            new Refusal("40", "the transaction is rolled back"),
            new Refusal("42501", "the right to write is looked at before writing"),
            new Refusal("42P01", "the table is looked up before writing"),
            new Refusal("53300", "there is no room for the connection, so that no statement has reached the server"),
            new Refusal("57P03", "the server starts or stops and lets nobody in"));

    /** In the class of rollbacks, but with an unknown outcome. */
    private static final String STATEMENT_COMPLETION_UNKNOWN = "40003";

    private static final String SUCCESSFUL_COMPLETION = "00";

    /**
     * The outcome of a write that ended without an error.
     *
     * <p>A cancelled wait for the synchronous standby is no error, but a warning: its state is 01000 where the
     * statement was cancelled, 57P01 where the server stops. "The transaction has already committed locally, but might
     * not have been replicated to the standby." The words may be in another language, and a write causes no other
     * warnings. So every warning makes the outcome unknown; notices do not.
     *
     * @param warnings the statement's chain of warnings
     * @see <a href="https://github.com/postgres/postgres/blob/master/src/backend/replication/syncrep.c">PostgreSQL:
     *     SyncRepWaitForLSN in src/backend/replication/syncrep.c</a>
     */
    static CommitOutcome ofReply(@Nullable SQLWarning warnings) {
        for (SQLWarning warning = warnings; warning != null; warning = warning.getNextWarning()) {
            String state = warning.getSQLState();
            if (state == null || !state.startsWith(SUCCESSFUL_COMPLETION)) {
                return UNKNOWN;
            }
        }
        return ACKNOWLEDGED;
    }

    /** The outcome of a write that ended with an error. */
    static CommitOutcome ofError(SQLException error) {
        return refusal(error.getSQLState()).isPresent() ? FAILED : UNKNOWN;
    }

    private static Optional<Refusal> refusal(@Nullable String state) {
        if (state == null || state.equals(STATEMENT_COMPLETION_UNKNOWN)) {
            return Optional.empty();
        }
        return REFUSALS.stream()
                .filter(refusal -> state.startsWith(refusal.state()))
                .findFirst();
    }
}
