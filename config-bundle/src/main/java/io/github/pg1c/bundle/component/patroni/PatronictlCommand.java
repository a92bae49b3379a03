package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.bundle.text.Wording;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.model.derived.Timing;

/** patronictl with the passwords and certificates of the cluster filled in. */
public final class PatronictlCommand {

    /** Where it stands on a PostgreSQL node. */
    public static final String PATH = "/usr/local/sbin/pg1c-patronictl";

    /** Shows the members, their roles and states. */
    public static final String LIST = PATH + " list";

    private PatronictlCommand() {}

    /** A command with the cluster's name behind it. */
    static String of(Wording context, String command, String rest) {
        return PATH + " " + command + " " + context.clusterName() + (rest.isEmpty() ? "" : " " + rest);
    }

    /**
     * Applies the shared configuration that stands on each node, and ends when every member has had its turn. A member
     * that is restarted before that starts with the old values once more. The time is fixed, because only a file on
     * each node says that its member has taken the change: the REST API shows what was read, not what was applied.
     */
    static String applyShared(Wording context, Timing timing) {
        return of(context, "edit-config", "--apply " + PatroniPaths.SHARED + " --force") + " && sleep "
                + untilTaken(timing);
    }

    /** Time in seconds in which every member reads what is shared: each does at its next turn, two are sure. */
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
                .line(". " + PatroniPaths.ENVIRONMENT)
                .line("exec runuser -u " + layout.postgresUser() + " -- " + layout.patronictlBinary() + " -c "
                        + PatroniPaths.CONFIG + " \"$@\"")
                .program(PATH);
    }
}
