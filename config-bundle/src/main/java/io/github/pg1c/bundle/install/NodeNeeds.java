package io.github.pg1c.bundle.install;

import io.github.pg1c.bundle.part.NodePaths;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.model.platform.OsFamily;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** What a node must have beside its files: programs, users, locales, directories, and which services it runs. */
record NodeNeeds(Cluster cluster, Node node, Layout layout) {

    private static final String UNITS = "/etc/systemd/system/";

    static NodeNeeds of(Cluster cluster, Node node) {
        return new NodeNeeds(cluster, node, Layout.of(cluster));
    }

    /** Package and path of every program. */
    List<String> programs() {
        OsFamily family = cluster.platform().os().family();
        List<String> programs = new ArrayList<>();
        if (node.has(NodeRole.ETCD)) {
            programs.add(family.etcdPackage() + " " + layout.etcdBinary());
            programs.add(family.etcdctlPackage() + " " + layout.etcdctlBinary());
        }
        if (node.has(NodeRole.POSTGRESQL)) {
            programs.add("patroni " + layout.patroniBinary());
            programs.add("patroni " + layout.patronictlBinary());
            for (String program : List.of("postgres", "initdb", "psql", "pg_basebackup", "pg_rewind")) {
                programs.add(layout.packages().serverPackage() + " " + layout.binDirectory() + "/" + program);
            }
            if (pooled()) {
                programs.add("pgbouncer " + layout.pgbouncerBinary());
            }
        }
        if (node.has(NodeRole.HAPROXY)) {
            programs.add("haproxy " + layout.haproxyBinary());
        }
        programs.sort(Comparator.naturalOrder());
        return programs;
    }

    List<String> users() {
        List<String> users = new ArrayList<>();
        if (node.has(NodeRole.ETCD)) {
            users.add(layout.etcdUser());
        }
        if (node.has(NodeRole.POSTGRESQL)) {
            users.add(layout.postgresUser());
            if (pooled()) {
                users.add(layout.pgbouncerUser());
            }
        }
        if (node.has(NodeRole.HAPROXY)) {
            users.add(layout.haproxyUser());
        }
        return users;
    }

    /** Locales that initdb and CREATE DATABASE ask for, and the one of the server's messages. */
    List<String> locales() {
        if (!node.has(NodeRole.POSTGRESQL)) {
            return List.of();
        }
        TreeSet<String> locales = new TreeSet<>(List.of("en_US.UTF-8"));
        locales.add(cluster.postgresql().locale());
        for (Database database : cluster.databases()) {
            String locale = database.locale();
            if (locale != null) {
                locales.add(locale);
            }
        }
        return List.copyOf(locales);
    }

    /**
     * Directories as rule, mode, owner, group, path: {@code own} is brought to that mode each time, {@code make} only
     * when the directory is missing, {@code data} also when it is empty and root's, like a new disk that was mounted
     * there.
     */
    List<String> directories() {
        List<String> directories = new ArrayList<>();
        if (node.has(NodeRole.ETCD)) {
            String user = layout.etcdUser();
            directories.add(rule("make", "0755", "root", parent(NodePaths.ETCD_CONFIG)));
            directories.add(rule("own", "0750", user, NodePaths.ETCD_TLS));
            directories.add(rule("data", "0700", user, layout.etcdDataDirectory()));
        }
        if (node.has(NodeRole.POSTGRESQL)) {
            postgresql(directories);
        }
        if (node.has(NodeRole.HAPROXY)) {
            directories.add(rule("make", "0755", "root", parent(NodePaths.HAPROXY_CONFIG)));
            directories.add(rule("own", "0700", "root", NodePaths.HAPROXY_TLS));
        }
        directories.sort(Comparator.comparing(directory -> directory.substring(directory.indexOf('/'))));
        return directories;
    }

    private void postgresql(List<String> directories) {
        String user = layout.postgresUser();
        directories.add(rule("make", "0755", "root", parent(NodePaths.PATRONI_CONFIG)));
        directories.add(rule("own", "0750", user, NodePaths.PATRONI_TLS));
        // Patroni renames and removes the data directory when it copies it anew: the parent is the user's, too.
        directories.add(rule("make", "0755", user, parent(layout.dataDirectory())));
        directories.add(rule("data", "0700", user, layout.dataDirectory()));
        String wal = layout.walDirectory();
        if (wal != null) {
            directories.add(rule("make", "0755", user, parent(wal)));
            directories.add(rule("data", "0700", user, wal));
        }
        String config = layout.configDirectory();
        if (config != null) {
            directories.add(rule("make", "0755", user, config));
        }
        directories.add(rule("make", "0750", user, layout.logDirectory()));
        // Below /run the unit makes it at each start.
        if (!layout.socketDirectory().startsWith("/run/")) {
            directories.add(rule("make", "0755", user, layout.socketDirectory()));
        }
        if (pooled()) {
            directories.add(rule("make", "0755", "root", parent(NodePaths.PGBOUNCER_CONFIG)));
            directories.add(rule("own", "0750", layout.pgbouncerUser(), NodePaths.PGBOUNCER_TLS));
        }
    }

    /** Services to enable: every unit among the files. */
    List<String> units(List<RenderedFile> files) {
        return files.stream()
                .map(RenderedFile::path)
                .filter(path -> path.startsWith(UNITS) && path.endsWith(".service"))
                .map(path -> path.substring(UNITS.length()))
                .filter(unit -> !unit.contains("/"))
                .toList();
    }

    /** Units that set the kernel and end, so that they may run at once. */
    List<String> settingsUnits(List<RenderedFile> files) {
        return units(files).stream().filter(unit -> unit.startsWith("pg1c-")).toList();
    }

    /** Services of the distribution that would take PostgreSQL's port or data at the next boot. */
    List<String> rivals() {
        if (!node.has(NodeRole.POSTGRESQL)) {
            return List.of();
        }
        return List.of(layout.packages().unit() + ".service");
    }

    private boolean pooled() {
        return cluster.access().pooled();
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(1, path.lastIndexOf('/')));
    }

    private static String rule(String rule, String mode, String user, String path) {
        return rule + " " + mode + " " + user + " " + user + " " + path;
    }
}
