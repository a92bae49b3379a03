package io.github.pg1c.tuning.catalogue;

import java.util.Map;

/** Words of enumerations that mean the same to the server. */
final class Aliases {

    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "wal_compression", Map.of("on", "pglz"),
            "wal_level", Map.of("archive", "replica", "hot_standby", "replica"));

    private Aliases() {}

    static String of(String parameter, String word) {
        return WORDS.getOrDefault(parameter, Map.of()).getOrDefault(word, word);
    }
}
