package io.github.pg1c.tuning.catalogue;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Texts that a server takes for the same value although they are written differently. */
final class TextSpellings {

    private static final Set<String> LOCALES = Set.of("lc_messages", "lc_monetary", "lc_numeric", "lc_time");
    private static final Set<String> TIME_ZONES = Set.of("timezone", "log_timezone");
    private static final Set<String> PATHS =
            Set.of("data_directory", "external_pid_file", "hba_file", "ident_file", "log_directory");
    private static final Set<String> WORDS_IN_ANY_ORDER = Set.of("datestyle", "log_destination");

    private TextSpellings() {}

    /**
     * One spelling for all that mean the same.
     *
     * @param name of the parameter, in any case
     * @param value its text, without blanks around it
     */
    static String one(String name, String value) {
        String parameter = name.toLowerCase(Locale.ROOT);
        if (LOCALES.contains(parameter)) {
            return locale(value);
        }
        if (TIME_ZONES.contains(parameter)) {
            return value.toLowerCase(Locale.ROOT);
        }
        if (PATHS.contains(parameter)) {
            return path(value);
        }
        if (WORDS_IN_ANY_ORDER.contains(parameter)) {
            return ListParameters.elements(value).stream()
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .sorted()
                    .distinct()
                    .collect(Collectors.joining(","));
        }
        return switch (parameter) {
            case "client_encoding" -> alphanumeric(value);
            case "default_text_search_config" ->
                value.startsWith("pg_catalog.") ? value.substring("pg_catalog.".length()) : value;
            default -> value;
        };
    }

    /**
     * The name of a locale with its character set as the C library compares it.
     *
     * @see <a href="https://www.gnu.org/software/libc/manual/html_node/Using-gettextized-software.html">GNU C library:
     *     normalized codeset</a>
     */
    private static String locale(String value) {
        int dot = value.indexOf('.');
        if (dot < 0) {
            return value.equals("POSIX") ? "C" : value;
        }
        int end = value.indexOf('@', dot);
        String set = alphanumeric(end < 0 ? value.substring(dot + 1) : value.substring(dot + 1, end));
        String normalized = set.matches("\\d+") ? "iso" + set : set;
        return value.substring(0, dot + 1) + normalized + (end < 0 ? "" : value.substring(end));
    }

    private static String alphanumeric(String value) {
        return value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Without doubled slashes, a slash at the end and steps that go nowhere. */
    private static String path(String value) {
        String path = value.replaceAll("/+", "/").replaceAll("/(?:\\./)+", "/").replaceAll("^(?:\\./)+", "");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
