package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.bundle.text.Shell;
import io.github.pg1c.bundle.text.Wording;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.model.derived.Timing;

/** patronictl with the passwords and certificates of the cluster filled in. */
public final class PatronictlCommand {

    /** Its path on a PostgreSQL node. */
    public static final String PATH = "/usr/local/sbin/pg1c-patronictl";

    /** Shows the members, their roles and states. */
    public static final String LIST = PATH + " list";

    private PatronictlCommand() {}

    /** A command with the cluster's name behind it. */
    static String of(Wording context, String command, String rest) {
        return PATH + " " + command + " " + context.clusterName() + (rest.isEmpty() ? "" : " " + rest);
    }

    /** Takes the cluster's keys out of etcd, with the answers that a person at a terminal gives. */
    static String forget(Wording context) {
        return "printf '%s\\n' " + Shell.word(context.clusterName()) + " 'Yes I am aware' | "
                + of(context, "remove", "");
    }

    /**
     * Applies the shared configuration from the file on a node, and ends after a turn of every member. A member that
     * restarts earlier starts with the old values again. The time is fixed, because only a file on each node shows that
     * its member has applied the change: the REST API shows what was read, not what was applied.
     */
    static String applyShared(Wording context, Timing timing) {
        return of(context, "edit-config", "--apply " + PatroniPaths.SHARED + " --force") + " && sleep "
                + untilTaken(timing);
    }

    /**
     * Time in seconds in which every member reads the shared configuration: each does in its next turn, two turns are
     * safe.
     */
    static int untilTaken(Timing timing) {
        return Math.toIntExact(2 * timing.loopWait().toSeconds());
    }

    static RenderedFile file(PlanContext context) {
        Layout layout = context.layout();
        return LineText.script(
                        context,
                        context.say(
                                "patronictl with the passwords and certificates of this cluster; run as root.",
                                "patronictl с паролями и сертификатами этого кластера; запускать от root."),
                        Need.NOTHING)
                .line("set -aeu")
                .line("# shellcheck source=/dev/null")
                .line(". " + PatroniPaths.ENVIRONMENT)
                .line("exec runuser -u " + layout.postgresUser() + " -- " + layout.patronictlBinary() + " -c "
                        + PatroniPaths.CONFIG + " \"$@\"")
                .program(PATH);
    }
}
