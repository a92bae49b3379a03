package io.github.pg1c.model.platform;

import io.github.pg1c.base.words.Text;
import java.util.List;
import java.util.stream.Stream;

/**
 * A family of operating systems: package manager, names of packages, units and users, directories.
 *
 * <p>Each {@code switch} over the families, here and elsewhere, has no default. The compiler then names every place
 * where a new family is incomplete.
 *
 * @since 0.1
 */
public enum OsFamily {
    /** Debian, Ubuntu, Astra: apt. */
    DEBIAN,
    /** Red Hat, AlmaLinux, RED OS: dnf. */
    RHEL;

    /** The command that installs packages without asking, without their names. */
    public String installCommand() {
        return switch (this) {
            case DEBIAN -> "apt-get install -y";
            case RHEL -> "dnf install -y";
        };
    }

    /** The word for its package manager in scripts. */
    public String packageManager() {
        return switch (this) {
            case DEBIAN -> "apt";
            case RHEL -> "dnf";
        };
    }

    /** The package of etcd's server. */
    public String etcdPackage() {
        return switch (this) {
            case DEBIAN -> "etcd-server";
            case RHEL -> "etcd";
        };
    }

    /** The package of etcdctl. */
    public String etcdctlPackage() {
        return switch (this) {
            case DEBIAN -> "etcd-client";
            case RHEL -> "etcd";
        };
    }

    /** The package of {@code ip}. */
    public String iproutePackage() {
        return switch (this) {
            case DEBIAN -> "iproute2";
            case RHEL -> "iproute";
        };
    }

    /** Both packages of etcd, each once. */
    public List<String> etcdPackages() {
        return Stream.of(etcdPackage(), etcdctlPackage()).distinct().toList();
    }

    /** Patroni and the Python libraries that it needs for etcd and PostgreSQL. */
    public List<String> patroniPackages() {
        return switch (this) {
            case DEBIAN -> List.of("patroni", "python3-etcd", "python3-dnspython", "python3-psycopg2");
            case RHEL -> List.of("patroni", "patroni-etcd", "python3-psycopg2");
        };
    }

    /** Packages that make virtual environments of Python. */
    public List<String> pythonPackages() {
        return switch (this) {
            case DEBIAN -> List.of("python3-venv");
            case RHEL -> List.of("python3", "python3-pip");
        };
    }

    /** Whether PostgreSQL's package makes and starts a database unless it is told not to. */
    public boolean postgresqlPackageMakesCluster() {
        return switch (this) {
            case DEBIAN -> true;
            case RHEL -> false;
        };
    }

    /** Packages with the locales of Russian and English. */
    public List<String> localePackages() {
        return switch (this) {
            case DEBIAN -> List.of("locales");
            case RHEL -> List.of("glibc-langpack-ru", "glibc-langpack-en");
        };
    }

    /**
     * Whether locales are compiled on the node from {@code /etc/locale.gen}; otherwise packages contain compiled
     * locales.
     */
    public boolean generatesLocales() {
        return switch (this) {
            case DEBIAN -> true;
            case RHEL -> false;
        };
    }

    /** The unit of chrony. */
    public String chronyUnit() {
        return switch (this) {
            case DEBIAN -> "chrony";
            case RHEL -> "chronyd";
        };
    }

    /** Whether SELinux is enforcing by default. */
    public boolean selinux() {
        return switch (this) {
            case DEBIAN -> false;
            case RHEL -> true;
        };
    }

    /** The user and group that the package runs PgBouncer as, where PostgreSQL's is {@code postgresUser}. */
    public String pgbouncerUser(String postgresUser) {
        return switch (this) {
            case DEBIAN -> postgresUser;
            case RHEL -> "pgbouncer";
        };
    }

    /** PgBouncer's program. */
    public String pgbouncerBinary() {
        return switch (this) {
            case DEBIAN -> "/usr/sbin/pgbouncer";
            case RHEL -> "/usr/bin/pgbouncer";
        };
    }

    /** A paragraph about the packages of Patroni and etcd for administrators. */
    public Text packagesNote() {
        return switch (this) {
            case DEBIAN ->
                Text.of(
                        "The packages would start services with their own settings and make a database of their own: "
                                + "`prepare.sh` prevents both.",
                        "Пакеты сами запустили бы службы со своими настройками и создали бы свою базу: `prepare.sh` "
                                + "не даёт им этого сделать.");
            case RHEL ->
                Text.of(
                        "Patroni comes from PGDG's repository or the system's own, etcd from the additional "
                                + "one of PGDG (`pgdg-rhelN-extras`, switched off by default) or the system's own.",
                        "Patroni — из репозитория PGDG или самой ОС, etcd — из дополнительного репозитория PGDG "
                                + "(`pgdg-rhelN-extras`, по умолчанию выключен) или самой ОС.");
        };
    }
}
