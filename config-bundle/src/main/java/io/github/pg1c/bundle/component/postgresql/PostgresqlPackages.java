package io.github.pg1c.bundle.component.postgresql;

import io.github.pg1c.bundle.plan.PlanContext;

/** What a vendor calls the packages and the unit of the server. */
public final class PostgresqlPackages {

    private PostgresqlPackages() {}

    /** The package with the server's programs. */
    static String server(PlanContext context) {
        int major = context.cluster().postgresql().version().number();
        return switch (context.cluster().postgresql().distribution()) {
            case PGDG ->
                switch (context.cluster().platform().os().family()) {
                    case DEBIAN -> "postgresql-" + major;
                    case RHEL -> "postgresql" + major + "-server";
                };
            case POSTGRES_PRO_1C -> "postgrespro-1c-" + major + "-server";
            case POSTGRES_PRO_STD -> "postgrespro-std-" + major + "-server";
            case POSTGRES_PRO_ENT -> "postgrespro-ent-" + major + "-server";
            case TANTOR_SE_1C -> "tantor-se-1c-server-" + major;
            case ONE_C, ALT_1C, PANGOLIN -> "postgresql";
        };
    }

    /** The unit of the packages, which would take PostgreSQL's port or data at the next boot. */
    public static String unit(PlanContext context) {
        int major = context.cluster().postgresql().version().number();
        return switch (context.cluster().postgresql().distribution()) {
            case POSTGRES_PRO_1C -> "postgrespro-1c-" + major + ".service";
            case POSTGRES_PRO_STD -> "postgrespro-std-" + major + ".service";
            case POSTGRES_PRO_ENT -> "postgrespro-ent-" + major + ".service";
            case TANTOR_SE_1C -> "tantor-se-1c-server-" + major + ".service";
            case PGDG, ONE_C, ALT_1C, PANGOLIN ->
                switch (context.cluster().platform().os().family()) {
                    case DEBIAN -> "postgresql.service";
                    case RHEL -> "postgresql-" + major + ".service";
                };
        };
    }
}
