package io.github.pg1c.model.platform;

import io.github.pg1c.model.value.ComponentVersion;
import java.util.Arrays;
import java.util.Optional;

/**
 * An operating system that the nodes may run: the versions its packages bring and where they put things.
 *
 * <p>Versions are those of the system's own repositories; for the RHEL family those of PGDG's repository, which everybody
 * uses there. A component installed in another way is described by the {@code version} and {@code binary} keys of its
 * section.
 *
 * @since 0.1
 */
public enum Platform {
    DEBIAN_12("debian-12", Family.DEBIAN, "3.0.2", "3.4", "2.6", "1.18", "3.11"),
    DEBIAN_13("debian-13", Family.DEBIAN, "4.0.7", "3.5", "3.0", "1.24", "3.13"),
    UBUNTU_22_04("ubuntu-22.04", Family.DEBIAN, "2.1.2", "3.3", "2.4", "1.16", "3.10"),
    UBUNTU_24_04("ubuntu-24.04", Family.DEBIAN, "3.2.2", "3.4", "2.8", "1.22", "3.12"),
    ASTRA_1_8("astra-1.8", Family.DEBIAN, "3.0.2", "3.4", "2.6", "1.18", "3.11"),
    ALMALINUX_9("almalinux-9", Family.RHEL, "4.1", "3.6", "2.8", "1.24", "3.9"),
    ALMALINUX_10("almalinux-10", Family.RHEL, "4.1", "3.6", "3.0", "1.24", "3.12"),
    RHEL_8("rhel-8", Family.RHEL, "4.1", "3.6", "1.8", "1.24", "3.9"),
    RHEL_9("rhel-9", Family.RHEL, "4.1", "3.6", "2.8", "1.24", "3.9"),
    RHEL_10("rhel-10", Family.RHEL, "4.1", "3.6", "3.0", "1.24", "3.12"),
    REDOS_8("redos-8", Family.RHEL, "3.3", "3.5", "2.6", "1.22", "3.11");

    private final String id;
    private final Family family;
    private final ComponentVersion patroni;
    private final ComponentVersion etcd;
    private final ComponentVersion haproxy;
    private final ComponentVersion pgbouncer;
    private final ComponentVersion python;

    Platform(String id, Family family, String patroni, String etcd, String haproxy, String pgbouncer, String python) {
        this.id = id;
        this.family = family;
        this.patroni = ComponentVersion.parse(patroni);
        this.etcd = ComponentVersion.parse(etcd);
        this.haproxy = ComponentVersion.parse(haproxy);
        this.pgbouncer = ComponentVersion.parse(pgbouncer);
        this.python = ComponentVersion.parse(python);
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

    public Family family() {
        return family;
    }

    /** The version of Patroni that the platform's packages bring. */
    public ComponentVersion patroni() {
        return patroni;
    }

    /** The version of etcd that the platform's packages bring. */
    public ComponentVersion etcd() {
        return etcd;
    }

    /** The version of HAProxy that the platform's packages bring. */
    public ComponentVersion haproxy() {
        return haproxy;
    }

    /** The version of PgBouncer that the platform's packages bring. */
    public ComponentVersion pgbouncer() {
        return pgbouncer;
    }

    /** The version of Python that Patroni's package runs on. */
    public ComponentVersion python() {
        return python;
    }

    /** What distributions have in common: package manager, layout of directories, names of users. */
    public enum Family {
        /** apt, {@code /usr/lib/postgresql/<major>}, PgBouncer as {@code postgres}. */
        DEBIAN,
        /** dnf, {@code /usr/pgsql-<major>}, PgBouncer as {@code pgbouncer}. */
        RHEL
    }
}
