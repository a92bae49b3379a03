package io.github.pg1c.tuning.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Parameters that hold a list of names; SQL takes one quoted string for each name and not one for all. */
final class ListParameters {

    private static final Set<String> NAMES = Set.of(
            "createrole_self_grant",
            "datestyle",
            "debug_io_direct",
            "listen_addresses",
            "local_preload_libraries",
            "log_connections",
            "log_destination",
            "oauth_validator_libraries",
            "restrict_nonsystem_relation_kind",
            "search_path",
            "session_preload_libraries",
            "shared_preload_libraries",
            "synchronized_standby_slots",
            "synchronous_standby_names",
            "temp_tablespaces",
            "unix_socket_directories",
            "wal_consistency_checking");

    private ListParameters() {}

    static Set<String> names() {
        return NAMES;
    }

    static boolean contains(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The names of a list, without blanks and quotes around them. */
    static List<String> elements(String value) {
        List<String> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        for (char letter : value.toCharArray()) {
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                elements.add(element.toString().strip());
                element.setLength(0);
            } else {
                element.append(letter);
            }
        }
        elements.add(element.toString().strip());
        elements.removeIf(String::isEmpty);
        return elements;
    }
}
