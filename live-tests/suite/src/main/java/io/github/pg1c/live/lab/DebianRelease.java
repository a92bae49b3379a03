package io.github.pg1c.live.lab;

import java.util.List;
import java.util.Locale;

/**
 * A release of Debian whose own packages the test hosts run.
 *
 * @since 0.1
 */
public enum DebianRelease {
    /** Patroni 3.0.2, etcd 3.4, PostgreSQL 15. */
    DEBIAN_12("bookworm", 15),
    /** Patroni 4.0.7, etcd 3.5, PostgreSQL 17. */
    DEBIAN_13("trixie", 17);

    private final String suite;
    private final int postgresql;

    DebianRelease(String suite, int postgresql) {
        this.suite = suite;
        this.postgresql = postgresql;
    }

    /**
     * The release that a specification names as its platform, such as {@code debian-13}.
     *
     * @throws IllegalArgumentException when the test hosts do not run it
     */
    public static DebianRelease of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Its name in a specification. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its name on a mirror. */
    String suite() {
        return suite;
    }

    /** The packages of PostgreSQL's server and of the extensions that the tests of keys add. */
    List<String> postgresqlPackages() {
        return List.of("postgresql-" + postgresql, "postgresql-" + postgresql + "-pgaudit");
    }

    @Override
    public String toString() {
        return id();
    }
}
