package io.github.pg1c.model.rules;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Postgresql;
import io.github.pg1c.model.derived.Derivation;
import io.github.pg1c.model.derived.Layout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules of files and directories on the nodes. */
final class PathRules {

    // Paths stand in units and shell scripts, where blanks, quotes and dollars have a meaning.
    private static final Pattern CLEAN = Pattern.compile("(/[A-Za-z0-9_+@.-]+)+");
    private static final Pattern DOTS = Pattern.compile("(.*/)?\\.\\.?(/.*)?");

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(311, "The path is not absolute and clean", "Путь не абсолютный или с лишними знаками")
                    .because(
                            "Paths stand in units, scripts and configuration files; relative ones depend on who "
                                    + "starts them, blanks and quotes break them.",
                            "Пути попадают в юниты, скрипты и конфигурацию; относительные зависят от того, кто "
                                    + "запускает, пробелы и кавычки их ломают.")
                    .mend(
                            "Begin with '/', without '..', a slash at the end, blanks or quotation marks.",
                            "Начинайте с «/», без «..», косой черты в конце, пробелов и кавычек.")
                    .example("postgresql: {distribution: postgrespro-1c, version: 17, dataDirectory: "
                            + "/var/lib/pgpro/1c-17/data}")
                    .reads("postgresql", "etcd", "patroni", "pgbouncer", "haproxy")
                    .check((cluster, findings) -> said(cluster).forEach((path, value) -> {
                        if (!clean(value)) {
                            findings.report(
                                    path,
                                    "'" + value + "' is not an absolute, clean path",
                                    "«" + value + "» — не абсолютный путь без лишних знаков");
                        }
                    })),
            ClusterRule.error(
                            312,
                            "Two directories are the same or one is inside the other",
                            "Каталоги совпадают или вложены")
                    .because(
                            "pg_basebackup and pg_rewind empty and copy the data directory; whatever else is in "
                                    + "it is lost or copied.",
                            "pg_basebackup и pg_rewind очищают и копируют каталог данных; всё чужое в нём "
                                    + "пропадёт или скопируется.")
                    .mend("Give each its own place beside the others.", "Отведите каждому своё место рядом с другими.")
                    .example("postgresql: {distribution: postgrespro-1c, version: 17, dataDirectory: /data/17, "
                            + "walDirectory: /wal/17, logDirectory: /var/log/postgresql}")
                    .reads("postgresql", "etcd.dataDirectory", "platform.os")
                    .checkDerived(PathRules::apart));

    private PathRules() {}

    private static boolean clean(String path) {
        return CLEAN.matcher(path).matches() && !DOTS.matcher(path).matches();
    }

    /** The paths that the specification names, by key. */
    private static Map<String, String> said(Cluster cluster) {
        Map<String, String> paths = new LinkedHashMap<>();
        Postgresql pg = cluster.postgresql();
        put(paths, "postgresql.dataDirectory", pg.dataDirectory());
        put(paths, "postgresql.binDirectory", pg.binDirectory());
        put(paths, "postgresql.configDirectory", pg.configDirectory());
        put(paths, "postgresql.walDirectory", pg.walDirectory());
        put(paths, "postgresql.socketDirectory", pg.socketDirectory());
        put(paths, "postgresql.logDirectory", pg.logDirectory());
        put(paths, "etcd.binary", cluster.etcd().binary());
        put(paths, "etcd.dataDirectory", cluster.etcd().dataDirectory());
        put(paths, "patroni.binary", cluster.patroni().binary());
        put(paths, "pgbouncer.binary", cluster.pgbouncer().binary());
        put(paths, "haproxy.binary", cluster.haproxy().binary());
        return paths;
    }

    private static void put(Map<String, String> paths, String key, @Nullable String value) {
        if (value != null) {
            paths.put(key, value);
        }
    }

    private static void apart(Derivation facts, RuleFindings findings) {
        Map<String, String> said = said(facts.cluster());
        if (said.values().stream().anyMatch(path -> !clean(path))) {
            return;
        }
        Layout layout = facts.layout();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("postgresql.dataDirectory", layout.dataDirectory());
        put(all, "postgresql.walDirectory", layout.walDirectory());
        put(all, "postgresql.configDirectory", layout.configDirectory());
        all.put("postgresql.socketDirectory", layout.socketDirectory());
        all.put("postgresql.logDirectory", layout.logDirectory());
        all.put("etcd.dataDirectory", layout.etcdDataDirectory());
        List<String> keys = new ArrayList<>(all.keySet());
        for (int i = 0; i < keys.size(); i++) {
            for (int j = i + 1; j < keys.size(); j++) {
                pair(keys.get(i), keys.get(j), all, said, findings);
            }
        }
    }

    private static void pair(
            String first, String second, Map<String, String> all, Map<String, String> said, RuleFindings findings) {
        String a = all.getOrDefault(first, "");
        String b = all.getOrDefault(second, "");
        boolean same = a.equals(b);
        boolean config = second.equals("postgresql.configDirectory") && first.equals("postgresql.dataDirectory");
        boolean nested = (a + "/").startsWith(b + "/") || (b + "/").startsWith(a + "/");
        boolean data = first.equals("postgresql.dataDirectory") || second.equals("etcd.dataDirectory");
        // postgresql.conf may stand in the data directory, which is PostgreSQL's default.
        if (!config && (same || (nested && data))) {
            String key = said.containsKey(second) || !said.containsKey(first) ? second : first;
            findings.report(
                    key,
                    first + " (" + a + ") and " + second + " (" + b + ") are not apart",
                    first + " (" + a + ") и " + second + " (" + b + ") не разделены");
        }
    }
}
