package io.github.pg1c.bundle.component.postgresql;

import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.LineText;

/**
 * What postgresql.conf includes first where it is apart from the data: what initdb chose, which a standby copies with
 * the data, then the base that an administrator or a package left in the directory of postgresql.conf.
 *
 * @see <a href="https://www.postgresql.org/docs/17/config-setting.html#CONFIG-INCLUDES">PostgreSQL: managing
 *     configuration file contents</a>
 */
final class BaseConfig {

    private BaseConfig() {}

    static RenderedFile file(PlanContext context, String directory) {
        return LineText.lines(
                        context,
                        "#",
                        context.say(
                                "What applies below the calculated parameters: what initdb chose, then a base of the"
                                        + " package.",
                                "Что действует с меньшим приоритетом, чем рассчитанные параметры: выбранное initdb,"
                                        + " затем основа от пакета."),
                        Need.MANUAL)
                .line(include(context.layout().dataDirectory() + "/postgresql.conf"))
                .line(include(directory + "/postgresql.base.conf"))
                .open(PostgresqlPaths.BASE_CONFIG);
    }

    private static String include(String file) {
        return "include_if_exists = '" + file + "'";
    }
}
