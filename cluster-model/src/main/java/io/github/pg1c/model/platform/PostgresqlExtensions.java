package io.github.pg1c.model.platform;

import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.PgMajor;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Extensions of PostgreSQL: who brings them, their packages, and their libraries of the server's start.
 *
 * @see <a href="https://www.postgresql.org/docs/current/contrib.html">PostgreSQL: additional supplied modules</a>
 * @see <a href="https://pigsty.io/ext/sec/pgaudit">Packages of pgAudit by version and system</a>
 * @since 0.1
 */
public final class PostgresqlExtensions {

    /** pgAudit: lines about statements in the server's log. */
    public static final String AUDIT = "pgaudit";

    /** Those that come with PostgreSQL itself in every supported version. */
    private static final Set<String> SUPPLIED = words(
            "amcheck autoinc bloom btree_gin btree_gist citext cube dblink dict_int dict_xsyn earthdistance file_fdw "
                    + "fuzzystrmatch hstore insert_username intagg intarray isn lo ltree moddatetime pageinspect "
                    + "pg_buffercache pg_freespacemap pg_prewarm pg_stat_statements pg_surgery pg_trgm pg_visibility "
                    + "pgcrypto pgrowlocks pgstattuple plpgsql postgres_fdw refint seg sslinfo tablefunc tcn "
                    + "tsm_system_rows tsm_system_time unaccent uuid-ossp xml2");

    /** Those that came or went: the first and the last version. */
    private static final Map<String, int[]> SUPPLIED_IN = Map.of(
            "adminpack", new int[] {14, 16},
            "old_snapshot", new int[] {14, 16},
            "pg_walinspect", new int[] {15, 18},
            "pg_logicalinspect", new int[] {18, 18});

    /** Packages of others: the word in the name of Debian's package, and in that of PGDG's for Red Hat. */
    private static final Map<String, String[]> PACKAGED = Map.of(
            AUDIT,
            new String[] {"pgaudit", "pgaudit"},
            "pg_repack",
            new String[] {"repack", "pg_repack"},
            "pg_partman",
            new String[] {"partman", "pg_partman"},
            "pg_wait_sampling",
            new String[] {"pg-wait-sampling", "pg_wait_sampling"},
            "pg_stat_kcache",
            new String[] {"pg-stat-kcache", "pg_stat_kcache"},
            "pg_qualstats",
            new String[] {"pg-qualstats", "pg_qualstats"},
            "hypopg",
            new String[] {"hypopg", "hypopg"},
            "vector",
            new String[] {"pgvector", "pgvector"});

    /** Those whose library of the same name the server loads at its start. */
    private static final Set<String> PRELOADED =
            words("pg_stat_statements " + AUDIT + " pg_wait_sampling pg_stat_kcache pg_qualstats");

    /** pgAudit had versions of its own up to PostgreSQL 15; PGDG's packages for Red Hat still name them. */
    private static final Map<Integer, String> AUDIT_VERSIONS = Map.of(14, "1.6", 15, "1.7");

    private PostgresqlExtensions() {}

    /** Whether the build's own packages have it. */
    public static boolean supplied(String extension, Distribution build, PgMajor major) {
        int[] span = SUPPLIED_IN.get(extension);
        return SUPPLIED.contains(extension)
                || build.brings(extension)
                || build.extensions1c().contains(extension)
                || span != null && span[0] <= major.number() && major.number() <= span[1];
    }

    /** The versions of PostgreSQL that supply it, where not every one does; empty for all others. */
    public static Optional<String> suppliedIn(String extension) {
        return Optional.ofNullable(SUPPLIED_IN.get(extension))
                .map(span -> span[0] == span[1] ? Integer.toString(span[0]) : span[0] + " – " + span[1]);
    }

    /** The package that brings it beside those of the build; empty where there is none or its name is not known. */
    public static Optional<String> packageOf(String extension, Distribution build, PgMajor major, OsFamily family) {
        String[] names = PACKAGED.get(extension);
        if (build != Distribution.PGDG || names == null || supplied(extension, build, major)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (family) {
                    case DEBIAN -> "postgresql-" + major + "-" + names[0];
                    case RHEL -> names[1] + (extension.equals(AUDIT) ? oldAudit(major) : "") + "_" + major;
                });
    }

    private static String oldAudit(PgMajor major) {
        return AUDIT_VERSIONS.getOrDefault(major.number(), "").replace("1.", "1");
    }

    /** Whether the server loads its library at the start. */
    public static boolean preloaded(String extension) {
        return PRELOADED.contains(extension);
    }

    /** The series of pgAudit that is made for a version of PostgreSQL. */
    public static String auditVersion(PgMajor major) {
        return AUDIT_VERSIONS.getOrDefault(major.number(), major + ".x");
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
