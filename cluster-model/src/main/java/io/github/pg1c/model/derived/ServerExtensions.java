package io.github.pg1c.model.derived;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.DatabaseExtension;
import io.github.pg1c.model.platform.OsFamily;
import io.github.pg1c.model.platform.PostgresqlExtensions;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.PgMajor;
import java.util.List;
import java.util.TreeSet;

/**
 * What the extensions of all databases, and pgAudit, need of the server.
 *
 * @param names their names, sorted
 * @param libraries libraries to load at the server's start, sorted
 * @param packages packages to install beside the server's, sorted
 * @param unknown those that no known package brings, sorted
 * @since 0.1
 */
public record ServerExtensions(
        List<String> names, List<String> libraries, List<String> packages, List<String> unknown) {

    public ServerExtensions {
        names = List.copyOf(names);
        libraries = List.copyOf(libraries);
        packages = List.copyOf(packages);
        unknown = List.copyOf(unknown);
    }

    /** The needs of a cluster. */
    public static ServerExtensions of(Cluster cluster) {
        TreeSet<String> names = new TreeSet<>();
        cluster.databases().stream()
                .flatMap(database -> database.extensions().stream())
                .map(DatabaseExtension::name)
                .forEach(name -> names.add(name.value()));
        if (cluster.postgresql().audit().on()) {
            names.add(PostgresqlExtensions.AUDIT);
        }
        Distribution build = cluster.postgresql().distribution();
        PgMajor major = cluster.postgresql().version();
        OsFamily family = cluster.platform().os().family();
        return new ServerExtensions(
                List.copyOf(names),
                names.stream().filter(PostgresqlExtensions::preloaded).toList(),
                names.stream()
                        .flatMap(name -> PostgresqlExtensions.packageOf(name, build, major, family).stream())
                        .sorted()
                        .toList(),
                names.stream()
                        .filter(name -> !PostgresqlExtensions.supplied(name, build, major)
                                && PostgresqlExtensions.packageOf(name, build, major, family)
                                        .isEmpty())
                        .toList());
    }
}
