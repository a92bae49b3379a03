package io.github.pg1c.tuning.text;

import io.github.pg1c.base.words.Text;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A {@code postgresql.conf} as the server reads it: quoted and bare values, comments, {@code =} or a blank, names in any
 * case, included files, and the last of several lines for one parameter. A script of {@code ALTER SYSTEM} is read, too.
 *
 * <p>A server refuses a configuration with a mistake as a whole; {@link #mistakes()} has all of them, and the other
 * lines are read all the same. What cannot be read is not known, which is something else than the server's default:
 * {@link #known} tells.
 *
 * @param files that were read, in the order of reading; empty for a text without a name
 * @param settings in the order of reading, repeated ones too
 * @param includes directives whose files were not read
 * @param mistakes lines that the server would refuse
 * @param script whether it is a script, which changes a configuration that is not known
 * @see <a href="https://www.postgresql.org/docs/current/config-setting.html">PostgreSQL: setting parameters</a>
 * @since 0.1
 */
public record PostgresConf(
        List<String> files, List<Setting> settings, List<Include> includes, List<Mistake> mistakes, boolean script) {

    public PostgresConf {
        files = List.copyOf(files);
        settings = List.copyOf(settings);
        includes = List.copyOf(includes);
        mistakes = List.copyOf(mistakes);
    }

    /**
     * One line that sets a parameter.
     *
     * @param file its name; empty for a text without a name
     * @param line number from 1
     * @param name as it is written
     * @param value without its quotes and escapes
     */
    public record Setting(String file, int line, String name, String value) {}

    /**
     * One line that includes other files.
     *
     * @param file its name; empty for a text without a name
     * @param line number from 1; 0 for {@code postgresql.auto.conf}, which the server reads without a line that says so
     * @param directive {@code include}, {@code include_if_exists} or {@code include_dir}
     * @param path of the file or directory
     * @param behind number of settings that are read before it
     */
    public record Include(String file, int line, String directive, String path, int behind) {}

    /**
     * One line that the server would refuse.
     *
     * @param file its name; empty for a text without a name
     * @param line number from 1
     * @param kind what is wrong
     * @param text from a syntax error to the end of the line; a path that is missing; a statement
     */
    public record Mistake(String file, int line, Kind kind, String text) {

        /** What is wrong with a line. */
        public enum Kind {
            /** No parameter with a value. */
            SYNTAX(Text.of("syntax error near: ", "синтаксическая ошибка около: ")),
            /** A parameter or a directive without a value. */
            NO_VALUE(Text.of("a value is missing", "нет значения")),
            /** An included file or directory does not exist. */
            MISSING(Text.of("there is no ", "нет файла или каталога ")),
            /** A file includes itself, or files are nested in more than ten levels. */
            NESTING(Text.of("included by itself or too deep: ", "включён сам в себя или слишком глубоко: ")),
            /** A script has a statement that does not set or reset a parameter. */
            STATEMENT(Text.of(
                    "only ALTER SYSTEM SET and RESET are understood, not: ",
                    "понятны только ALTER SYSTEM SET и RESET, а не: "));

            private final Text title;

            Kind(Text title) {
                this.title = title;
            }
        }

        /** What is wrong, for people. */
        public Text message() {
            return Text.of(kind.title.en() + text, kind.title.ru() + text);
        }
    }

    /** Reads a text alone; never fails. The files that it includes are not known. */
    public static PostgresConf parse(String text) {
        return ConfReader.read(text);
    }

    /**
     * Reads a file with everything that it includes, and {@code postgresql.auto.conf} of its data directory behind it, as
     * the server does.
     *
     * @param file its path for the files
     * @param text its content
     * @param files where included files are
     */
    public static PostgresConf read(String file, String text, ConfFiles files) {
        return ConfReader.read(file, text, files);
    }

    /** The value in force of each parameter that is set and known, by lower-case name, sorted. */
    public Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        settings.forEach(setting -> values.put(setting.name().toLowerCase(Locale.ROOT), setting.value()));
        values.keySet().removeIf(name -> !known(name));
        return Collections.unmodifiableMap(values);
    }

    /** Whether everything was read, so that a parameter without a setting has the server's default. */
    public boolean complete() {
        return includes.isEmpty() && !script;
    }

    /**
     * Whether the value of a parameter follows from what was read; otherwise a file that was not read may have it.
     *
     * @param name in any case
     */
    public boolean known(String name) {
        int last = -1;
        for (int i = 0; i < settings.size(); i++) {
            last = settings.get(i).name().equalsIgnoreCase(name) ? i : last;
        }
        int position = last;
        return position < 0 ? complete() : includes.stream().allMatch(include -> include.behind() <= position);
    }
}
