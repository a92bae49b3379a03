package io.github.pg1c.model.platform;

import io.github.pg1c.model.value.ComponentVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An operating system of nodes: its family and the versions of its packages.
 *
 * <p>Versions are those of the system's own repositories. The RHEL family has the versions of PGDG's repository, which
 * is the usual one there. A component installed in another way is described by the {@code version} and {@code binary}
 * keys of its section.
 *
 * @since 0.1
 */
public enum Platform {
    DEBIAN_11("debian-11", OsFamily.DEBIAN, "2.0.2", "3.3", "2.2", "1.15", true),
    DEBIAN_12("debian-12", OsFamily.DEBIAN, "3.0.2", "3.4", "2.6", "1.18", true),
    DEBIAN_13("debian-13", OsFamily.DEBIAN, "4.0.7", "3.5", "3.0", "1.24", true),
    UBUNTU_22_04("ubuntu-22.04", OsFamily.DEBIAN, "2.1.2", "3.3", "2.4", "1.16", true),
    UBUNTU_24_04("ubuntu-24.04", OsFamily.DEBIAN, "3.2.2", "3.4", "2.8", "1.22", true),
    UBUNTU_26_04("ubuntu-26.04", OsFamily.DEBIAN, "4.1.0", "3.5", "3.2", "1.25", true),
    ASTRA_1_8("astra-1.8", OsFamily.DEBIAN, "3.0.2", "3.4", "2.6", "1.18", false),
    ALMALINUX_9("almalinux-9", OsFamily.RHEL, "4.1", "3.6", "2.8", "1.24", false),
    ALMALINUX_10("almalinux-10", OsFamily.RHEL, "4.1", "3.6", "3.0", "1.24", false),
    RHEL_8("rhel-8", OsFamily.RHEL, "4.1", "3.6", "1.8", "1.24", false),
    RHEL_9("rhel-9", OsFamily.RHEL, "4.1", "3.6", "2.8", "1.24", false),
    RHEL_10("rhel-10", OsFamily.RHEL, "4.1", "3.6", "3.0", "1.24", false),
    REDOS_8("redos-8", OsFamily.RHEL, "3.3", "3.5", "2.6", "1.22", false);

    private final String id;
    private final OsFamily family;
    private final ComponentVersion patroni;
    private final ComponentVersion etcd;
    private final ComponentVersion haproxy;
    private final ComponentVersion pgbouncer;
    private final boolean pgdgHasLz4;

    Platform(
            String id,
            OsFamily family,
            String patroni,
            String etcd,
            String haproxy,
            String pgbouncer,
            boolean pgdgHasLz4) {
        this.id = id;
        this.family = family;
        this.patroni = ComponentVersion.parse(patroni);
        this.etcd = ComponentVersion.parse(etcd);
        this.haproxy = ComponentVersion.parse(haproxy);
        this.pgbouncer = ComponentVersion.parse(pgbouncer);
        this.pgdgHasLz4 = pgdgHasLz4;
    }

    /** The platform with the identifier, as {@code debian-13}. */
    public static Optional<Platform> find(String id) {
        return Arrays.stream(values())
                .filter(platform -> platform.id.equals(id))
                .findFirst();
    }

    /** The word used in the specification. */
    public String id() {
        return id;
    }

    /** The family of the system. */
    public OsFamily family() {
        return family;
    }

    /**
     * Modules of the system's own repository that hide packages of the same names.
     *
     * @see <a href="https://wiki.postgresql.org/wiki/YUM_Installation">PostgreSQL: YUM installation</a>
     */
    public List<String> modulesInTheWay() {
        return this == RHEL_8 ? List.of("postgresql") : List.of();
    }

    /** The version of Patroni in the platform's packages. */
    public ComponentVersion patroni() {
        return patroni;
    }

    /** The version of etcd in the platform's packages. */
    public ComponentVersion etcd() {
        return etcd;
    }

    /** The version of HAProxy in the platform's packages. */
    public ComponentVersion haproxy() {
        return haproxy;
    }

    /** The version of PgBouncer in the platform's packages. */
    public ComponentVersion pgbouncer() {
        return pgbouncer;
    }

    /**
     * Whether PGDG's packages for it are built with LZ4. Those for Debian and Ubuntu are, like the systems' own
     * packages.
     */
    public boolean pgdgHasLz4() {
        return pgdgHasLz4;
    }
}
