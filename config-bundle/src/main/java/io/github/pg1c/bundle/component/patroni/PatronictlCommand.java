package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.bundle.text.Wording;
import io.github.pg1c.model.derived.Layout;

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

    /** Applies the shared configuration that stands on each node. */
    static String applyShared(Wording context) {
        return of(context, "edit-config", "--apply " + PatroniPaths.SHARED + " --force");
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
