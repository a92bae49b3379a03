package io.github.pg1c.tuning.text;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The text of a {@code postgresql.conf} as the server reads it: quoted and bare values, comments, {@code =} or a blank,
 * names in any case, and the last of several lines for one parameter.
 *
 * <p>Included files are not read, since this is text and not a directory: {@link #includes()} names them. A server
 * refuses a file with a mistake as a whole; {@link #mistakes()} has them, and the other lines are read all the same.
 *
 * @param settings in the order of the file, repeated ones too
 * @param includes directives that name other files
 * @param mistakes lines that the server would refuse
 * @see <a href="https://www.postgresql.org/docs/current/config-setting.html">PostgreSQL: setting parameters</a>
 * @since 0.1
 */
public record PostgresConf(List<Setting> settings, List<Include> includes, List<Mistake> mistakes) {

    public PostgresConf {
        settings = List.copyOf(settings);
        includes = List.copyOf(includes);
        mistakes = List.copyOf(mistakes);
    }

    /**
     * One line that sets a parameter.
     *
     * @param line number from 1
     * @param name as it is written
     * @param value without its quotes and escapes
     */
    public record Setting(int line, String name, String value) {}

    /**
     * One line that includes other files.
     *
     * @param line number from 1
     * @param directive {@code include}, {@code include_if_exists} or {@code include_dir}
     * @param path of the file or directory
     */
    public record Include(int line, String directive, String path) {}

    /**
     * One line with a syntax error.
     *
     * @param line number from 1
     * @param text from the error to the end of the line
     */
    public record Mistake(int line, String text) {}

    /** Reads the text of a file; never fails. */
    public static PostgresConf parse(String text) {
        return ConfReader.read(text);
    }

    /** The value in force of each parameter, by lower-case name, sorted. */
    public Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        settings.forEach(setting -> values.put(setting.name().toLowerCase(Locale.ROOT), setting.value()));
        return Collections.unmodifiableMap(values);
    }
}
