package io.github.pg1c.model.platform;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.PgMajor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The packages of a build of PostgreSQL, and the places where they put the server.
 *
 * <p>One row for each build on each family of operating systems; {@link #of} has no default, so that the compiler asks
 * for the row of a new build or family.
 *
 * @param packages packages to install; empty when pg1c does not know their names, then {@link #origin} says so
 * @param serverPackage package that the server's programs come from, as messages call it
 * @param unit the package's own service without {@code .service}; when it runs, it takes PostgreSQL's port and data
 * @param home home directory of the user that runs PostgreSQL
 * @param binDirectory PostgreSQL's programs
 * @param dataDirectory PostgreSQL's data
 * @param origin the origin of the packages as a sentence; without its full stop when there are no packages
 * @since 0.1
 */
public record PostgresqlPackages(
        List<String> packages,
        String serverPackage,
        String unit,
        String home,
        String binDirectory,
        String dataDirectory,
        Text origin) {

    private static final Text PGDG =
            Text.of("PostgreSQL comes from PGDG's repository.", "PostgreSQL — из репозитория PGDG.");

    private static final Text POSTGRES_PRO = Text.of(
            "PostgreSQL comes from the vendor's repository. Install `-server` and `-contrib`, not the package "
                    + "without a suffix: that one creates and starts a database of its own.",
            "PostgreSQL — из репозитория поставщика. Ставьте пакеты `-server` и `-contrib`, а не пакет без "
                    + "суффикса: тот сам создаёт и запускает базу.");

    private static final Text TANTOR = Text.of(
            "PostgreSQL comes from the vendor's repository (Tantor SE 1C).",
            "PostgreSQL — из репозитория поставщика (Tantor SE 1C).");

    public PostgresqlPackages {
        packages = List.copyOf(packages);
    }

    /** The row of a build in a major version on a family. */
    public static PostgresqlPackages of(Distribution distribution, PgMajor version, OsFamily family) {
        int major = version.number();
        return switch (distribution) {
            case PGDG ->
                switch (family) {
                    case DEBIAN ->
                        community(family, major, List.of("postgresql-" + major), "postgresql-" + major, PGDG);
                    case RHEL ->
                        community(
                                family,
                                major,
                                List.of("postgresql" + major + "-server", "postgresql" + major + "-contrib"),
                                "postgresql" + major + "-server",
                                PGDG);
                };
            case POSTGRES_PRO_1C -> postgresPro("1c", major);
            case POSTGRES_PRO_STD -> postgresPro("std", major);
            case POSTGRES_PRO_ENT -> postgresPro("ent", major);
            case TANTOR_SE_1C ->
                new PostgresqlPackages(
                        List.of("tantor-se-1c-server-" + major),
                        "tantor-se-1c-server-" + major,
                        "tantor-se-1c-server-" + major,
                        "/var/lib/postgresql",
                        "/opt/tantor/db/" + major + "/bin",
                        "/var/lib/postgresql/tantor-se-1c-" + major + "/data",
                        TANTOR);
            case PANGOLIN ->
                new PostgresqlPackages(
                        List.of(),
                        "postgresql",
                        communityUnit(family, major),
                        "/home/postgres",
                        "/usr/pangolin-" + major + "/bin",
                        "/pgdata/" + major + "/data",
                        byHand(major));
            case ONE_C, ALT_1C -> community(family, major, List.of(), "postgresql", byHand(major));
        };
    }

    /** Supported major versions in which the build is published, ascending. */
    public static List<PgMajor> majors(Distribution distribution) {
        return switch (distribution) {
            case TANTOR_SE_1C -> majors(14, 15, 16, 17);
            case PANGOLIN -> majors(15, 17);
            case PGDG, ONE_C, POSTGRES_PRO_1C, POSTGRES_PRO_STD, POSTGRES_PRO_ENT, ALT_1C ->
                IntStream.rangeClosed(PgMajor.OLDEST_SUPPORTED.number(), PgMajor.NEWEST_SUPPORTED.number())
                        .mapToObj(PgMajor::new)
                        .toList();
        };
    }

    /** Whether the packages for an operating system are known to be built with LZ4. */
    public static boolean haveLz4(Distribution distribution, Platform os) {
        return switch (distribution) {
            case PGDG -> os.pgdgHasLz4();
            case ONE_C, POSTGRES_PRO_1C, POSTGRES_PRO_STD, POSTGRES_PRO_ENT, TANTOR_SE_1C, PANGOLIN, ALT_1C -> false;
        };
    }

    private static List<PgMajor> majors(int... numbers) {
        return IntStream.of(numbers).mapToObj(PgMajor::new).toList();
    }

    /** The places of the community's packages; other builds use them too. */
    private static PostgresqlPackages community(
            OsFamily family, int major, List<String> packages, String serverPackage, Text origin) {
        String unit = communityUnit(family, major);
        return switch (family) {
            case DEBIAN ->
                new PostgresqlPackages(
                        packages,
                        serverPackage,
                        unit,
                        "/var/lib/postgresql",
                        "/usr/lib/postgresql/" + major + "/bin",
                        "/var/lib/postgresql/" + major + "/main",
                        origin);
            case RHEL ->
                new PostgresqlPackages(
                        packages,
                        serverPackage,
                        unit,
                        "/var/lib/pgsql",
                        "/usr/pgsql-" + major + "/bin",
                        "/var/lib/pgsql/" + major + "/data",
                        origin);
        };
    }

    private static String communityUnit(OsFamily family, int major) {
        return switch (family) {
            case DEBIAN -> "postgresql";
            case RHEL -> "postgresql-" + major;
        };
    }

    private static PostgresqlPackages postgresPro(String edition, int major) {
        String name = edition + "-" + major;
        return new PostgresqlPackages(
                List.of("postgrespro-" + name + "-server", "postgrespro-" + name + "-contrib"),
                "postgrespro-" + name + "-server",
                "postgrespro-" + name,
                "/var/lib/pgpro",
                "/opt/pgpro/" + name + "/bin",
                "/var/lib/pgpro/" + name + "/data",
                POSTGRES_PRO);
    }

    private static Text byHand(int major) {
        return Text.of(
                "PostgreSQL " + major
                        + " is not in the command: install the vendor's packages (server and contrib) first",
                "PostgreSQL " + major + " в команде нет: сначала поставьте пакеты поставщика (server и contrib)");
    }
}
