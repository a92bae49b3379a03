package io.github.pg1c.bundle.component.postgresql;

import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Shell;

/**
 * Commands that fail unless the server of the node has a state. They stand before what would destroy data on another
 * node.
 *
 * @see <a href="https://www.postgresql.org/docs/current/app-pgcontroldata.html">PostgreSQL: pg_controldata</a>
 */
public final class ServerState {

    private ServerState() {}

    /** It runs and is the primary. */
    public static String leads(DocumentContext context) {
        return recovering(context, "f");
    }

    /** It runs and is a standby. */
    public static String follows(DocumentContext context) {
        return recovering(context, "t");
    }

    /** It stopped in order as the primary. */
    public static String stoppedLeader(DocumentContext context) {
        return stopped(context, "shut down");
    }

    /** It stopped in order as a standby. */
    public static String stoppedStandby(DocumentContext context) {
        return stopped(context, "shut down in recovery");
    }

    private static String recovering(DocumentContext context, String answer) {
        return PsqlCommand.local(context, "-XAtc 'SELECT pg_is_in_recovery()'") + " | grep -qx " + answer;
    }

    private static String stopped(DocumentContext context, String state) {
        return "LC_ALL=C " + Shell.word(context.layout().binDirectory() + "/pg_controldata") + " -D "
                + Shell.word(context.layout().dataDirectory()) + " | grep -qx 'Database cluster state: *" + state + "'";
    }
}
