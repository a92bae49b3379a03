package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.text.YamlText;
import io.github.pg1c.model.patroni.PatroniLog;

/**
 * Patroni's own log: what it is told about it, and the commands that read it.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/yaml_configuration.html#log">Patroni: log</a>
 */
final class PatroniLogs {

    private PatroniLogs() {}

    static void write(PlanContext context, YamlText yaml) {
        PatroniLog log = log(context);
        yaml.put("level", log.level().name());
        String directory = log.directory();
        if (directory != null) {
            yaml.comment(context.say(
                            "The file is patroni.log; the journal has only what comes before it is open.",
                            "Файл — patroni.log; в системный журнал попадает только то, что было до его открытия."))
                    // A reload opens files in the place of the journal, but no files in another directory.
                    .put("dir", directory, PatroniComponent.RESTART)
                    .put("file_size", log.sizeOfFile().bytes())
                    .put("file_num", log.fullFiles());
        }
    }

    /** A command that prints the last lines. */
    static String last(PlanContext context, int lines) {
        return log(context).directory() == null
                ? "journalctl -u patroni -n " + lines + " --no-pager"
                : "tail -n " + lines + " " + file(context);
    }

    /** A command that prints the lines of the last hour, or as many as come in an hour with trouble. */
    static String lastHour(PlanContext context) {
        return log(context).directory() == null
                ? "journalctl -u patroni --since '-1 hour' --no-pager"
                : "tail -n 1000 " + file(context);
    }

    /** A command that prints every line. */
    static String all(PlanContext context) {
        return log(context).directory() == null ? "journalctl -u patroni --no-pager" : "cat " + file(context);
    }

    private static PatroniLog log(PlanContext context) {
        return context.cluster().patroni().log();
    }

    private static String file(PlanContext context) {
        return log(context).directory() + "/patroni.log";
    }
}
