package io.github.pg1c.model.rules;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Postgresql;
import io.github.pg1c.model.derived.Derivation;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.model.postgresql.Tablespace;
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

    private static final String SERVER_LOG = "postgresql.logDirectory";
    private static final String PATRONI_LOG = "patroni.log.directory";
    private static final String TABLESPACES = "postgresql.tablespaces";

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
                    .readsEach("postgresql", "etcd", "patroni", "pgbouncer", "haproxy")
                    .check((cluster, findings) -> said(cluster).forEach((path, value) -> {
                        if (findings.known(path) && !clean(value)) {
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
                            "pg_basebackup and pg_rewind empty and copy the data directory and tablespaces; whatever "
                                    + "else is in them is lost or copied.",
                            "pg_basebackup и pg_rewind очищают и копируют каталог данных и табличные пространства; "
                                    + "всё чужое в них пропадёт или скопируется.")
                    .mend("Give each its own place beside the others.", "Отведите каждому своё место рядом с другими.")
                    .example("postgresql: {distribution: postgrespro-1c, version: 17, dataDirectory: /data/17, "
                            + "walDirectory: /wal/17, logDirectory: /var/log/postgresql}")
                    .readsEach("postgresql", "etcd.dataDirectory", PATRONI_LOG, "platform.os")
                    .checkDerived(PathRules::apart));

    private PathRules() {}

    static boolean clean(String path) {
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
        put(paths, SERVER_LOG, pg.logDirectory());
        tablespaces(cluster).forEach(paths::put);
        put(paths, "etcd.binary", cluster.etcd().binary());
        put(paths, "etcd.dataDirectory", cluster.etcd().dataDirectory());
        put(paths, "patroni.binary", cluster.patroni().binary());
        put(paths, PATRONI_LOG, cluster.patroni().log().directory());
        put(paths, "pgbouncer.binary", cluster.pgbouncer().binary());
        put(paths, "haproxy.binary", cluster.haproxy().binary());
        return paths;
    }

    private static Map<String, String> tablespaces(Cluster cluster) {
        Map<String, String> directories = new LinkedHashMap<>();
        List<Tablespace> tablespaces = cluster.postgresql().tablespaces();
        for (int i = 0; i < tablespaces.size(); i++) {
            directories.put(
                    TABLESPACES + "[" + i + "].directory", tablespaces.get(i).directory());
        }
        return directories;
    }

    private static void put(Map<String, String> paths, String key, @Nullable String value) {
        if (value != null) {
            paths.put(key, value);
        }
    }

    private static void apart(Derivation facts, RuleFindings findings) {
        Map<String, String> said = said(facts.cluster());
        Layout layout = facts.layout();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("postgresql.dataDirectory", layout.dataDirectory());
        put(all, "postgresql.walDirectory", layout.walDirectory());
        put(all, "postgresql.configDirectory", layout.configDirectory());
        all.put("postgresql.socketDirectory", layout.socketDirectory());
        all.put(SERVER_LOG, layout.logDirectory());
        put(all, PATRONI_LOG, facts.cluster().patroni().log().directory());
        all.put("etcd.dataDirectory", layout.etcdDataDirectory());
        all.putAll(tablespaces(facts.cluster()));
        List<String> keys =
                all.keySet().stream().filter(key -> usable(key, said, findings)).toList();
        for (int i = 0; i < keys.size(); i++) {
            for (int j = i + 1; j < keys.size(); j++) {
                pair(keys.get(i), keys.get(j), all, said, findings);
            }
        }
    }

    /** Whether a directory is known: as the specification names it, or by default. */
    private static boolean usable(String key, Map<String, String> said, RuleFindings findings) {
        String named = said.get(key);
        boolean ofPackages = named == null && key.equals("postgresql.dataDirectory");
        return findings.known(key)
                && (named == null || clean(named))
                && (!ofPackages || findings.known("postgresql.version", "postgresql.distribution", "platform.os"));
    }

    private static void pair(
            String first, String second, Map<String, String> all, Map<String, String> said, RuleFindings findings) {
        String a = all.getOrDefault(first, "");
        String b = all.getOrDefault(second, "");
        boolean same = a.equals(b);
        // postgresql.conf may stand beside the data, which is PostgreSQL's default, and above it; not below, where
        // initdb
        // would find a directory that is not empty.
        boolean config = second.equals("postgresql.configDirectory")
                && first.equals("postgresql.dataDirectory")
                && (same || !b.startsWith(a + "/"));
        boolean nested = (a + "/").startsWith(b + "/") || (b + "/").startsWith(a + "/");
        boolean data = first.equals("postgresql.dataDirectory")
                || second.equals("etcd.dataDirectory")
                || second.startsWith(TABLESPACES);
        // Their files have different names.
        boolean logs = first.equals(SERVER_LOG) && second.equals(PATRONI_LOG);
        if (!config && !logs && (same || (nested && data))) {
            String key = said.containsKey(second) || !said.containsKey(first) ? second : first;
            findings.report(
                    key,
                    first + " (" + a + ") and " + second + " (" + b + ") are not apart",
                    first + " (" + a + ") и " + second + " (" + b + ") не разделены");
        }
    }
}
