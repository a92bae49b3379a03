package io.github.pg1c.model.postgresql;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.key.KeyDefaults;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How long the files of PostgreSQL's log are kept, and where else its lines go. What a line says, and what gets one,
 * are {@code postgresql.parameters}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-logging.html">PostgreSQL: error reporting and
 *     logging</a>
 * @since 0.1
 */
public record ServerLogs(
        @Key(
                en = "How long a file is kept after its last line, in whole days: then there is a file for each date. "
                        + "Without it there is one for each day of the week, overwritten after a week.",
                ru = "Сколько хранить файл после его последней строки, в целых днях: тогда на каждую дату свой файл. "
                        + "Без ключа — файл на каждый день недели, через неделю перезаписываемый.",
                example = "30d")
        @Nullable
        Duration retention,

        @Key(
                en = "Whether the lines go to the system's log, too, from where rsyslog or the journal forwards them.",
                ru = "Писать ли строки и в системный журнал, откуда их передаёт дальше rsyslog или journald.",
                otherwise = "false")
        boolean syslog) {

    /** The defaults of a section that the specification leaves out. */
    public static ServerLogs defaults() {
        return KeyDefaults.of(ServerLogs.class);
    }

    /** Names of the parameters that these keys decide on, also those that stay as calculated. */
    public Set<String> decides() {
        Set<String> names = new TreeSet<>(parameters().keySet());
        if (retention != null) {
            names.addAll(Set.of("log_rotation_age", "log_rotation_size", "logging_collector"));
        }
        return names;
    }

    /** Parameters of PostgreSQL that follow from these keys. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        if (retention != null) {
            parameters.put("log_filename", "postgresql-%Y-%m-%d.log");
            // A clock that is set back must not cost the day's lines.
            parameters.put("log_truncate_on_rotation", "off");
        }
        if (syslog) {
            parameters.put("log_destination", "stderr,syslog");
        }
        return parameters;
    }

    /** The same with another {@link #retention()}. */
    public ServerLogs withRetention(@Nullable Duration value) {
        return new ServerLogs(value, syslog);
    }

    /** The same with another {@link #syslog()}. */
    public ServerLogs withSyslog(boolean value) {
        return new ServerLogs(retention, value);
    }
}
